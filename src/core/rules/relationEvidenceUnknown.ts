/** Evidence of relations that names annotations that are not there. */
import { withEvidence } from './edits';
import { byText } from './fix';
import type { Rule } from './rule';

export const relationEvidenceUnknown: Rule = {
  code: 'relation-evidence-unknown',
  severity: 'error',
  description: 'Every annotation that is the evidence of a relation is there.',
  *check(file) {
    const { entity, indexes } = file;
    for (const each of entity?.relations ?? []) {
      const { type, entity: other, evidence = [] } = each;
      for (const [index, id] of evidence.entries()) {
        if (indexes.annotationsWithId(id).length > 0) continue;
        const kept = evidence.filter((one) => one !== id);
        yield {
          message: `The relation “${type}” to “${other}” rests on “${id}”, which is no annotation.`,
          at: ['relations', { type, entity: other }, 'evidence', index],
          fixes: () =>
            byText(file, `Remove “${id}” from the evidence`, withEvidence(file, each, kept)),
        };
      }
    }
  },
};
