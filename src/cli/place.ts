/** Where an annotation is in its source now, in the units of the files. */
import { extentOf, type LocatedAnnotation } from '../core/store/locate';
import type { SourceText } from '../core/text/sourceText';

export interface PlaceNow {
  /** Code points over the normalised text; from the first to the last fragment. Absent when uncertain. */
  readonly start?: number;
  readonly end?: number;
}

/** A changed passage has the place of what may have taken its place. */
export function placeNow(source: SourceText, located: LocatedAnnotation): PlaceNow {
  const [only, ...others] = located.anchorings;
  const similar = others.length === 0 && only?.kind === 'similar' ? only.span : undefined;
  const span = extentOf(located) ?? similar;
  if (span === undefined) return {};
  const { codePoints } = source;
  return { start: codePoints.fromUtf16(span.start), end: codePoints.fromUtf16(span.end) };
}
