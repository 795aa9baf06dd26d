/** A text cut into what belongs to the document and what does not. */
import type { Annotation } from '../model/annotation';
import type { Anchoring } from './anchor';
import { certainSpan } from './certainty';
import type { SourceText } from './sourceText';
import { joined, type Span } from './span';

/** Ranges of a text in code points, as an annotation file has them. */
type Ranges = readonly (readonly [start: number, end: number])[];

/** Where a passage began when its annotation was written, and where it begins now; code points. */
export interface Shift {
  readonly was: number;
  readonly now: number;
}

/**
 * The ranges that a source declares as the document, in UTF-16; `undefined` when it declares none, so
 * that all of it is. Where the text is not the one that they were written for, they go with `shifts`.
 */
export function declaredBody(
  { blob, codePoints }: SourceText,
  metadata: { readonly blob?: string; readonly body?: Ranges } | undefined,
  shifts: readonly Shift[],
): readonly Span[] | undefined {
  const { body = [] } = metadata ?? {};
  if (body.length === 0) return undefined;
  const isOfText = (metadata?.blob ?? blob) === blob;
  return (isOfText ? body : shiftedBody(body, shifts)).map(([start, end]) => ({
    start: codePoints.toUtf16(start),
    end: codePoints.toUtf16(end),
  }));
}

/** How far the targets of an annotation with a certain place have moved since it was written. */
export function shiftsOf(
  { codePoints }: SourceText,
  { targets }: Annotation,
  anchorings: readonly Anchoring[],
): readonly Shift[] {
  return targets.flatMap(({ start }, index) => {
    const anchoring = anchorings[index];
    const span = anchoring && certainSpan(anchoring);
    return span === undefined ? [] : [{ was: start, now: codePoints.fromUtf16(span.start) }];
  });
}

/** The ranges in the text of now: each end has moved as far as the passage that was nearest to it. */
export function shiftedBody(body: Ranges, shifts: readonly Shift[]): Ranges {
  const moved = (end: number): number => {
    let nearest: Shift = { was: end, now: end };
    let distance = Infinity;
    for (const shift of shifts) {
      if (Math.abs(shift.was - end) >= distance) continue;
      distance = Math.abs(shift.was - end);
      nearest = shift;
    }
    return Math.max(0, end + nearest.now - nearest.was);
  };
  return body.map(([start, end]) => [moved(start), Math.max(moved(start), moved(end))]);
}

/** What lies in `[0, length)` outside of the spans, which may come in any order and overlap; UTF-16. */
export function outsideOf(spans: readonly Span[], length: number): readonly Span[] {
  const outside: Span[] = [];
  let from = 0;
  for (const { start, end } of joined(spans)) {
    const until = Math.min(start, length);
    if (until > from) outside.push({ start: from, end: until });
    from = Math.max(from, end);
  }
  if (from < length) outside.push({ start: from, end: length });
  return outside;
}
