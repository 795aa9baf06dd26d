/** A passage to be matched with one of another annotator: its spans, in any unit that both count in. */
import type { Annotation } from '../../model/annotation';
import { joined, type Span } from '../../text/span';

export interface Unit {
  /** Decides between matches that are equally good. */
  readonly id: string;
  /** In document order, none touching another; several for a discontinuous passage. */
  readonly spans: readonly Span[];
  /** From the first span to the last. */
  readonly start: number;
  readonly end: number;
  /** How much the spans cover. */
  readonly length: number;
}

/** In code points, as the targets are. */
export function unitOf({ id, targets }: Annotation): Unit {
  return unit(id, targets);
}

/** Spans that overlap or touch are one. */
export function unit(id: string, parts: readonly Span[]): Unit {
  const spans = joined(parts);
  const length = spans.reduce((sum, { start, end }) => sum + end - start, 0);
  return { id, spans, start: spans[0]?.start ?? 0, end: spans.at(-1)?.end ?? 0, length };
}

/** Equal for units that cover exactly the same. */
export function spansKey({ spans }: Unit): string {
  return spans.map(({ start, end }) => `${start}-${end}`).join(' ');
}

/** How much two units cover together. */
export function commonLength(a: Unit, b: Unit): number {
  let sum = 0;
  let from = 0;
  for (const one of a.spans) {
    for (let index = from; index < b.spans.length; index++) {
      const two = b.spans[index];
      if (two === undefined || two.start >= one.end) break;
      if (two.end <= one.start) from = index + 1;
      else sum += Math.min(one.end, two.end) - Math.max(one.start, two.start);
    }
  }
  return sum;
}
