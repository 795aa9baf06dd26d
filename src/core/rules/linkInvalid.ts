/** Ids of knowledge bases that are not written as the schema says. */
import { checkLink } from '../schema/links';
import type { Rule } from './rule';

export const linkInvalid: Rule = {
  code: 'link-invalid',
  severity: 'warning',
  description: 'Every link of an entity has the form that the schema gives for its knowledge base.',
  *check({ entity, schema }) {
    for (const [key, id] of Object.entries(entity?.links ?? {})) {
      const checked = checkLink(schema, key, id);
      if (checked.kind === 'wrong') yield { message: checked.message, at: ['links', key] };
    }
  },
};
