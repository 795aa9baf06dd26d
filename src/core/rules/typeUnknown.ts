/** Types that the schema does not have. */
import type { Annotation } from '../model/annotation';
import { annotationTypes } from '../operations/checks';
import { changing, replacing } from './edits';
import { byText, type Fix } from './fix';
import { nearest } from './nearest';
import type { NodePath } from './nodePath';
import type { CheckedFile, Rule } from './rule';

export const typeUnknown: Rule = {
  code: 'type-unknown',
  severity: 'error',
  description: 'Every type of an entity, event or annotation is one of the schema.',
  *check(file) {
    const { annotations, entity, event, schema, states } = file;
    const known = annotationTypes(schema);
    for (const annotation of annotations) {
      const { id, type } = annotation;
      if (type === undefined || known.has(type)) continue;
      const at = ['annotations', id, 'type'];
      yield {
        message: `The schema has no type “${type}”.`,
        at,
        fixes: () => [...otherTypes(file, at, type, known), ...withoutType(file, annotation)],
      };
    }
    if (!states(['type'])) return;
    if (entity !== undefined && !Object.hasOwn(schema.entityTypes, entity.type)) {
      const types = Object.keys(schema.entityTypes);
      yield {
        message: `The schema has no entity type “${entity.type}”.`,
        at: ['type'],
        fixes: () => otherTypes(file, ['type'], entity.type, types),
      };
    }
    if (event !== undefined && !Object.hasOwn(schema.eventTypes, event.type)) {
      const types = Object.keys(schema.eventTypes);
      yield {
        message: `The schema has no event type “${event.type}”.`,
        at: ['type'],
        fixes: () => otherTypes(file, ['type'], event.type, types),
      };
    }
  },
};

function otherTypes(
  file: CheckedFile,
  at: NodePath,
  type: string,
  known: Iterable<string>,
): readonly Fix[] {
  return nearest(type, known).flatMap(({ word, isSure }) =>
    byText(file, `Change the type to “${word}”`, replacing(file, at, word), isSure),
  );
}

/** Only where the annotation says something else too. */
function withoutType(file: CheckedFile, annotation: Annotation): readonly Fix[] {
  const { id, entity, event, note } = annotation;
  if ((entity ?? event ?? note) === undefined) return [];
  return byText(file, 'Leave the type out', changing(file, id, { type: undefined }));
}
