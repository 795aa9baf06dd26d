/** Mentions and merges that name an entity that is not there. */
import { quoteOf } from '../model/annotation';
import { removeRejections } from '../storage/editRejections';
import { distinctUnknown } from './distinctUnknown';
import { withoutKey } from './edits';
import { byText } from './fix';
import { detached, newEntity, otherIds } from './referenceFixes';
import type { Rule } from './rule';

export const entityUnknown: Rule = {
  code: 'entity-unknown',
  severity: 'error',
  description:
    'Every entity that an annotation, a rejected suggestion or another entity names has a record.',
  *check(file) {
    const { annotations, entity, indexes } = file;
    for (const annotation of annotations) {
      const { id, entity: named } = annotation;
      if (named === undefined || indexes.entities.has(named)) continue;
      const at = ['annotations', id, 'entity'];
      yield {
        message: `There is no entity “${named}”.`,
        at,
        fixes: () => [
          ...otherIds(file, at, named, indexes.entities.keys()),
          ...newEntity(file, named, quoteOf(annotation)),
          ...detached(file, annotation, 'entity'),
        ],
      };
    }
    for (const { id, reading } of file.rejected) {
      if (reading.kind !== 'entity' || indexes.entities.has(reading.entity)) continue;
      const at = ['rejected', id, 'entity'];
      yield {
        message: `The rejected suggestion “${id}” names the entity “${reading.entity}”, which is not there.`,
        at,
        fixes: () => [
          ...otherIds(file, at, reading.entity, indexes.entities.keys()),
          ...byText(
            file,
            `Remove the rejected suggestion “${id}”`,
            removeRejections(file.text, new Set([id])),
          ),
        ],
      };
    }
    yield* distinctUnknown(file, entity, indexes.entities);
    const into = entity?.mergedInto;
    if (into !== undefined && !indexes.entities.has(into)) {
      yield {
        message: `This entity is merged into “${into}”, which is not there.`,
        at: ['mergedInto'],
        fixes: () => [
          ...otherIds(file, ['mergedInto'], into, indexes.entities.keys()),
          ...byText(file, 'Take the merge back', withoutKey(file, 'mergedInto')),
        ],
      };
    }
  },
};
