/** Types that the schema does not have. */
import { annotationTypes } from '../operations/checks';
import type { Rule } from './rule';

export const typeUnknown: Rule = {
  code: 'type-unknown',
  severity: 'error',
  description: 'Every type of an entity, event or annotation is one of the schema.',
  *check({ annotations, entity, event, schema, states }) {
    const known = annotationTypes(schema);
    for (const { id, type } of annotations) {
      if (type === undefined || known.has(type)) continue;
      yield { message: `The schema has no type “${type}”.`, at: ['annotations', id, 'type'] };
    }
    if (!states(['type'])) return;
    if (entity !== undefined && !Object.hasOwn(schema.entityTypes, entity.type)) {
      yield { message: `The schema has no entity type “${entity.type}”.`, at: ['type'] };
    }
    if (event !== undefined && !Object.hasOwn(schema.eventTypes, event.type)) {
      yield { message: `The schema has no event type “${event.type}”.`, at: ['type'] };
    }
  },
};
