/** Types of relations that the schema does not have. */
import { replacing, withoutRelation } from './edits';
import { byText } from './fix';
import { nearest } from './nearest';
import type { Rule } from './rule';

export const relationUnknown: Rule = {
  code: 'relation-unknown',
  severity: 'error',
  description: 'Every relation of an entity has a type of the schema.',
  *check(file) {
    const { entity, schema } = file;
    for (const each of entity?.relations ?? []) {
      const { type, entity: other } = each;
      if (Object.hasOwn(schema.relationTypes, type)) continue;
      const at = ['relations', { type, entity: other }, 'type'];
      yield {
        message: `The schema has no relation type “${type}”.`,
        at,
        fixes: () => [
          ...nearest(type, Object.keys(schema.relationTypes)).flatMap(({ word, isSure }) =>
            byText(file, `Change the relation to “${word}”`, replacing(file, at, word), isSure),
          ),
          ...byText(
            file,
            `Remove the relation “${type}” to “${other}”`,
            withoutRelation(file, each),
          ),
        ],
      };
    }
  },
};
