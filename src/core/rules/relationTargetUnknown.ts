/** Relations to entities that are not there. */
import { withoutRelation } from './edits';
import { byText } from './fix';
import { nameOfId, newEntity, otherIds } from './referenceFixes';
import type { Rule } from './rule';

export const relationTargetUnknown: Rule = {
  code: 'relation-target-unknown',
  severity: 'error',
  description: 'Every relation of an entity leads to an entity.',
  *check(file) {
    const { entity, indexes } = file;
    for (const each of entity?.relations ?? []) {
      const { type, entity: other } = each;
      if (indexes.entities.has(other)) continue;
      const at = ['relations', { type, entity: other }, 'entity'];
      yield {
        message: `The relation “${type}” leads to “${other}”, which is no entity.`,
        at,
        fixes: () => [
          ...otherIds(file, at, other, indexes.entities.keys()),
          ...newEntity(file, other, nameOfId(other)),
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
