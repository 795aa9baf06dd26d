/** The edits of one change, and what they do to any one span without looking at all of them. */
import type { TextEdit } from '../edits';
import { follow } from '../follow';
import { countBelow } from '../search';
import { overlaps, type Span } from '../span';

export class EditBatch {
  /** In order, not overlapping; offsets of the text before all of them. */
  readonly edits: readonly TextEdit[];
  readonly #ends: readonly number[];
  /** By how much the edits before each index move what is behind them; the last is for all. */
  readonly #shifts: readonly number[];

  constructor(edits: readonly TextEdit[]) {
    this.edits = edits;
    this.#ends = edits.map(({ end }) => end);
    let shift = 0;
    this.#shifts = [0, ...edits.map((edit) => (shift += growthOf(edit)))];
  }

  get start(): number {
    return this.edits[0]?.start ?? 0;
  }

  get end(): number {
    return this.#ends.at(-1) ?? 0;
  }

  /** By how much longer the text becomes. */
  get growth(): number {
    return this.#shifts.at(-1) ?? 0;
  }

  /** How far the edit with this index moves, because of those before it. */
  shiftAt(index: number): number {
    return this.#shifts[index] ?? 0;
  }

  /** Whether an edit touches the span or is at most `within` away from it. */
  isNear({ start, end }: Span, within: number): boolean {
    const first = this.edits[this.#firstFrom(start - within)];
    return first !== undefined && first.start <= end + within;
  }

  /** The indexes of the edits that share a code unit with the span, or are inside it. */
  overlapping(span: Span): readonly number[] {
    const found: number[] = [];
    for (let index = this.#firstFrom(span.start); index < this.edits.length; index += 1) {
      const edit = this.edits[index];
      if (edit === undefined || edit.start > span.end) break;
      if (overlaps(edit, span)) found.push(index);
    }
    return found;
  }

  /** Whether an edit does more to the span than move it or change its middle. */
  reshapes({ start, end }: Span): boolean {
    for (let index = this.#firstFrom(start); index < this.edits.length; index += 1) {
      const edit = this.edits[index];
      if (edit === undefined || edit.start > end) return false;
      if (edit.start <= start || edit.end >= end) return true;
    }
    return false;
  }

  /** The span after all edits, as `follow` says of each. */
  follow(span: Span): Span | undefined {
    const first = this.#firstFrom(span.start);
    let past = first;
    while ((this.edits[past]?.start ?? Infinity) <= span.end) past += 1;
    let after: Span | undefined = span;
    for (let index = past - 1; index >= first && after !== undefined; index -= 1) {
      const edit = this.edits[index];
      if (edit !== undefined) after = follow(after, edit);
    }
    const shift = this.shiftAt(first);
    return after && { start: after.start + shift, end: after.end + shift };
  }

  /** The edits that take these back; `removed` has what each of them replaces. */
  inverse(removed: readonly string[]): EditBatch {
    return new EditBatch(
      this.edits.map(({ start, newText }, index) => {
        const at = start + this.shiftAt(index);
        return { start: at, end: at + newText.length, newText: removed[index] ?? '' };
      }),
    );
  }

  #firstFrom(offset: number): number {
    return this.#ends.length === 1
      ? Number((this.#ends[0] ?? 0) < offset)
      : countBelow(this.#ends, offset);
  }
}

function growthOf({ start, end, newText }: TextEdit): number {
  return newText.length - (end - start);
}
