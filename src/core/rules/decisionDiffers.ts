/** Annotations whose status says another thing than what was decided. */
import type { Annotation, AnnotationStatus } from '../model/annotation';
import { byOperations } from './fix';
import type { Rule } from './rule';

export const decisionDiffers: Rule = {
  code: 'decision-differs',
  severity: 'warning',
  description: 'What was decided to stand is not rejected, and what was not is.',
  *check({ annotations, metadata }) {
    const source = metadata?.path;
    if (source === undefined) return;
    for (const annotation of annotations) {
      const { id, status } = annotation;
      const wanted = decidedStatus(annotation);
      if (wanted === undefined || wanted === status) continue;
      const [said, title] =
        wanted === 'rejected'
          ? [`something else stands in its place, and it is ${status}`, 'Reject it, as was decided']
          : ['it stands, and it is rejected', 'Accept it, as was decided'];
      yield {
        message: `It was decided that ${said}.`,
        at: ['annotations', id, 'decision'],
        fixes: () => [
          byOperations(title, [{ op: 'update', id, source, status: wanted }]),
          byOperations('Take the decision back', [{ op: 'update', id, source, decision: null }]),
        ],
      };
    }
  },
};

/** Absent where nothing was decided, or where it stands and nobody rejects it. */
function decidedStatus({ id, status, decision }: Annotation): AnnotationStatus | undefined {
  if (decision === undefined) return undefined;
  if (decision !== id) return 'rejected';
  return status === 'rejected' ? 'accepted' : undefined;
}
