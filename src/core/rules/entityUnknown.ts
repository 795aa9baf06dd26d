/** Mentions and merges that name an entity that is not there. */
import type { Rule } from './rule';

export const entityUnknown: Rule = {
  code: 'entity-unknown',
  severity: 'error',
  description: 'Every entity that an annotation or a merged entity names has a record.',
  *check({ annotations, entity, indexes }) {
    for (const { id, entity: named } of annotations) {
      if (named === undefined || indexes.entities.has(named)) continue;
      yield { message: `There is no entity “${named}”.`, at: ['annotations', id, 'entity'] };
    }
    const into = entity?.mergedInto;
    if (into !== undefined && !indexes.entities.has(into)) {
      const message = `This entity is merged into “${into}”, which is not there.`;
      yield { message, at: ['mergedInto'] };
    }
  },
};
