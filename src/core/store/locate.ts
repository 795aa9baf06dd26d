/** Where the annotations of a source are in its text now. */
import type { Annotation } from '../model/annotation';
import type { Anchoring } from '../text/anchor';
import { anchorAll } from '../text/anchorAll';
import { certainSpans } from '../text/certainty';
import type { SourceText } from '../text/sourceText';
import { compareSpans, type Span } from '../text/span';
import type { AnnotationRecord } from './store';

const RECORDS_IN_STEP = 500;

/** An annotation and the place of each of its targets; `spans` has only those that are certain. */
export interface LocatedAnnotation {
  readonly record: AnnotationRecord;
  /** One for each target, in their order. */
  readonly anchorings: readonly Anchoring[];
  /** UTF-16 spans of the targets that stand exactly or were moved; empty when none is certain. */
  readonly spans: readonly Span[];
}

/**
 * In document order; annotations without a certain place come last. `old` is the text that the
 * annotation file was written for, where it is still known.
 */
export function locate(
  source: SourceText,
  records: readonly AnnotationRecord[],
  old?: SourceText,
): readonly LocatedAnnotation[] {
  const targets = records.flatMap(({ annotation }) => annotation.targets);
  const anchorings = anchorAll(source, targets, old && { source: old });
  let from = 0;
  const located = records.map((record) => {
    const to = from + record.annotation.targets.length;
    const own = anchorings.slice(from, to);
    from = to;
    return locatedAt(record, own);
  });
  return located.sort(compareLocated);
}

/** The same in steps while annotations stand where they say, for hosts that must not be held up. */
export function* locateStepwise(
  source: SourceText,
  records: readonly AnnotationRecord[],
): Generator<undefined, readonly LocatedAnnotation[]> {
  const located: LocatedAnnotation[] = [];
  for (let from = 0; from < records.length; from += RECORDS_IN_STEP) {
    const part = locate(source, records.slice(from, from + RECORDS_IN_STEP));
    // The others speak for those that stand elsewhere, so all are looked at together.
    const isExact = part.every(({ anchorings }) =>
      anchorings.every(({ kind }) => kind === 'exact'),
    );
    if (!isExact) return locate(source, records);
    located.push(...part);
    yield;
  }
  return located.sort(compareLocated);
}

/** The annotation with the places of its targets, one for each, in their order. */
export function locatedAt(
  record: AnnotationRecord,
  anchorings: readonly Anchoring[],
): LocatedAnnotation {
  return { record, anchorings, spans: certainSpans(anchorings) };
}

/** From the first to the last certain target; absent when none is certain. */
export function extentOf(located: LocatedAnnotation): Span | undefined {
  const [first, ...more] = located.spans;
  if (first === undefined) return undefined;
  return more.reduce(
    (extent, span) => ({
      start: Math.min(extent.start, span.start),
      end: Math.max(extent.end, span.end),
    }),
    first,
  );
}

/** The annotations with a target that contains or touches `offset`, the shortest first. */
export function annotationsAt(
  located: readonly LocatedAnnotation[],
  offset: number,
): readonly LocatedAnnotation[] {
  const touching = located.flatMap((each) => {
    const span = each.spans.find(({ start, end }) => offset >= start && offset <= end);
    return span === undefined ? [] : [{ each, length: span.end - span.start, span }];
  });
  // At a shared edge the annotation that the offset lies in comes before the one that it ends.
  const rank = ({ span }: (typeof touching)[number]): number => (offset < span.end ? 0 : 1);
  touching.sort((a, b) => (rank(a) === rank(b) ? a.length - b.length : rank(a) - rank(b)));
  return touching.map(({ each }) => each);
}

/** Document order, then by id; annotations without a certain place come last. */
export function compareLocated(a: LocatedAnnotation, b: LocatedAnnotation): number {
  const one = extentOf(a);
  const two = extentOf(b);
  if (one === undefined || two === undefined)
    return Number(one === undefined) - Number(two === undefined);
  const order = compareSpans(one, two);
  return order === 0 ? compareIds(a.record.annotation, b.record.annotation) : order;
}

function compareIds(a: Annotation, b: Annotation): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
