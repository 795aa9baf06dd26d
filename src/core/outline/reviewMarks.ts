/** Where changed annotations are in a text: that of now, or that of the base. */
import type { Action, AnnotationChange, Change } from '../review/change';
import { locate, type LocatedAnnotation } from '../store/locate';
import type { AnnotationRecord } from '../store/store';
import type { SourceText } from '../text/sourceText';
import type { Span } from '../text/span';

export interface ReviewMark {
  readonly change: AnnotationChange;
  readonly look: Action;
  /** UTF-16, in document order; at least one. */
  readonly spans: readonly Span[];
}

/**
 * In the text of now: what was added or changed where it is, what was removed where its passage is now;
 * `old` is the text that it was annotated in, where that is another one. Changes without a place are left out.
 */
export function marksOfChanges(
  changes: readonly Change[],
  source: string,
  located: readonly LocatedAnnotation[],
  text: SourceText,
  old: SourceText | undefined,
): readonly ReviewMark[] {
  const own = changesOf(changes, source);
  const removed = own.flatMap(({ before, action, path }): AnnotationRecord[] =>
    action === 'removed' && before !== undefined
      ? [{ kind: 'annotation', annotation: before, source, path }]
      : [],
  );
  const gone = removed.length === 0 ? [] : locate(text, removed, old);
  const removals = own.filter(({ action }) => action === 'removed');
  const others = own.filter(({ action }) => action !== 'removed');
  return sorted([...marksAt(removals, gone), ...marksAt(others, located)]);
}

/** In the text of the base: what was removed or changed since, where it was; `source` is its path there. */
export function marksInBase(
  changes: readonly Change[],
  source: string,
  located: readonly LocatedAnnotation[],
): readonly ReviewMark[] {
  const own = changes.flatMap((each) =>
    each.kind === 'annotation' && each.action !== 'added' && sourceBefore(each) === source
      ? [each]
      : [],
  );
  return sorted(marksAt(own, located));
}

/** The marks that contain or touch an offset, the shortest first. */
export function reviewMarksAt(marks: readonly ReviewMark[], offset: number): readonly ReviewMark[] {
  return marks
    .filter(({ spans }) => spans.some(({ start, end }) => start <= offset && offset <= end))
    .sort((a, b) => lengthOf(a) - lengthOf(b));
}

function changesOf(changes: readonly Change[], source: string): readonly AnnotationChange[] {
  return changes.flatMap((each) =>
    each.kind === 'annotation' && each.source === source ? [each] : [],
  );
}

function sourceBefore({ source, sourceBefore: before = source }: AnnotationChange): string {
  return before;
}

function marksAt(
  changes: readonly AnnotationChange[],
  located: readonly LocatedAnnotation[],
): readonly ReviewMark[] {
  const spansById = new Map(
    located.map(({ record, spans }) => [record.annotation.id, spans] as const),
  );
  return changes.flatMap((change): ReviewMark[] => {
    const spans = spansById.get(change.id) ?? [];
    return spans.length === 0 ? [] : [{ change, look: change.action, spans }];
  });
}

function sorted(marks: readonly ReviewMark[]): readonly ReviewMark[] {
  return [...marks].sort((a, b) => startOf(a) - startOf(b));
}

function startOf({ spans }: ReviewMark): number {
  return spans[0]?.start ?? 0;
}

function lengthOf({ spans }: ReviewMark): number {
  return spans.reduce((sum, { start, end }) => sum + end - start, 0);
}
