/** Many passages of one text, asked whether others meet them. */
import { joined, overlaps, type Span } from '../text/span';

export class Spans {
  /** Joined where they overlap or touch, in order. */
  readonly all: readonly Span[];

  constructor(spans: readonly Span[]) {
    this.all = joined(spans);
  }

  /** Whether one of them shares a character with `span`. */
  overlap(span: Span): boolean {
    const last = this.all[this.#before(span.end)];
    return last !== undefined && overlaps(last, span);
  }

  /** Whether one of them, or several that touch, hold all of `span`. */
  contain(span: Span): boolean {
    const last = this.all[this.#before(span.end)];
    return last !== undefined && last.start <= span.start && span.end <= last.end;
  }

  /** Index of the last one that starts before `offset`; -1 for none. */
  #before(offset: number): number {
    let [low, high] = [0, this.all.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.all[middle]?.start ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}
