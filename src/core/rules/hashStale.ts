/** Annotation files that were written for another text than the source has now. */
import { isSettled, planReanchoring, reanchorOperation } from '../operations/reanchorPlan';
import { locatedAt } from '../store/locate';
import { byOperations, type Fix } from './fix';
import type { AnchoredTarget, CheckedFile, Rule } from './rule';

const SHOWN = 7;

export const hashStale: Rule = {
  code: 'hash-stale',
  severity: 'information',
  description: 'Every annotation file was written for the text that its source has now.',
  *check(file) {
    const { source, metadata } = file;
    if (source === undefined || file.isUnsaved || metadata?.blob === undefined) return;
    if (metadata.blob === source.blob) return;
    const [was, now] = [metadata.blob.slice(0, SHOWN), source.blob.slice(0, SHOWN)];
    yield {
      message: `The source was changed since its annotations were written (hash ${was}, now ${now}). They are still found by their words; re-anchoring writes their places anew.`,
      at: ['source', 'blob'],
      fixes: () => refreshing(file),
    };
  },
};

/** Only when every annotation has a certain place: until then the old text is needed to find the others. */
function refreshing(file: CheckedFile): readonly Fix[] {
  const { source, metadata, path, indexes } = file;
  if (source === undefined || metadata === undefined) return [];
  if (indexes.sourceFiles(metadata.path).length > 1) return [];
  const anchorings = new Map(
    file.targets.map((target: AnchoredTarget) => [target.annotation.id, target.anchorings]),
  );
  const located = file.annotations.map((annotation) =>
    locatedAt(
      { kind: 'annotation', annotation, source: metadata.path, path },
      anchorings.get(annotation.id) ?? [],
    ),
  );
  const plan = planReanchoring(source, located);
  if (!isSettled(plan)) return [];
  const places = plan.flatMap(({ record, now, differences }) =>
    now === undefined || differences.length === 0 ? [] : [{ record, place: now }],
  );
  const title =
    places.length === 0
      ? 'Refresh the hash of the source'
      : `Re-anchor ${places.length === 1 ? 'one annotation' : `${places.length} annotations`} and refresh the hash of the source`;
  return [byOperations(title, [reanchorOperation(metadata.path, source, places)], true)];
}
