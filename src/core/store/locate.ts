/** Where the annotations of a source are in its text now. */
import type { Annotation } from '../model/annotation';
import { anchor, type Anchoring } from '../text/anchor';
import type { SourceText } from '../text/sourceText';
import { compareSpans, type Span } from '../text/span';
import type { AnnotationRecord } from './store';

/** An annotation and the place of each of its targets; `spans` has only those that are certain. */
export interface LocatedAnnotation {
  readonly record: AnnotationRecord;
  /** One for each target, in their order. */
  readonly anchorings: readonly Anchoring[];
  /** UTF-16 spans of the targets that stand exactly or were moved; empty when none is certain. */
  readonly spans: readonly Span[];
}

/** In document order; annotations without a certain place come last. */
export function locate(
  source: SourceText,
  records: readonly AnnotationRecord[],
): readonly LocatedAnnotation[] {
  return records.map((record) => locateOne(source, record)).sort(byPlace);
}

function locateOne(source: SourceText, record: AnnotationRecord): LocatedAnnotation {
  const anchorings = record.annotation.targets.map((target) => anchor(source, target));
  const spans = anchorings.flatMap((anchoring) =>
    anchoring.kind === 'exact' || anchoring.kind === 'moved' ? [anchoring.span] : [],
  );
  return { record, anchorings, spans };
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

function byPlace(a: LocatedAnnotation, b: LocatedAnnotation): number {
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
