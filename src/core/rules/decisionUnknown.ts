/** Decisions between annotators that lead to no annotation. */
import { byOperations } from './fix';
import type { Rule } from './rule';

export const decisionUnknown: Rule = {
  code: 'decision-unknown',
  severity: 'warning',
  description: 'Every decision names an annotation of its source, or none.',
  *check({ annotations, metadata, indexes }) {
    const source = metadata?.path;
    if (source === undefined) return;
    for (const { id, decision } of annotations) {
      if (decision === undefined || decision === 'none') continue;
      const named = indexes.annotationsWithId(decision);
      if (decision === id || named.some((each) => each.source === source)) continue;
      yield {
        message: `It was decided that “${decision}” stands, which is no annotation of this source.`,
        at: ['annotations', id, 'decision'],
        fixes: () => [
          byOperations('Take the decision back', [{ op: 'update', id, source, decision: null }]),
          byOperations('Decide that nothing stands here', [
            { op: 'update', id, source, decision: 'none', status: 'rejected' },
          ]),
        ],
      };
    }
  },
};
