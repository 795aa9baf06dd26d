/** Annotation ids that several files have. */
import type { Rule } from './rule';

export const idDuplicate: Rule = {
  code: 'id-duplicate',
  severity: 'error',
  description: 'No two annotation files have an annotation with the same id.',
  *check({ annotations, indexes, path }) {
    for (const { id } of annotations) {
      const others = indexes.annotationsWithId(id).filter((record) => record.path !== path);
      if (others.length === 0) continue;
      const paths = others.map((record) => record.path).join(', ');
      const message = `The id “${id}” is used in ${paths} too; ids are never reused.`;
      yield { message, at: ['annotations', id] };
    }
  },
};
