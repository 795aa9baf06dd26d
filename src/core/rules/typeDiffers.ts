/** Annotations that say another type than the record that they name. */
import type { Annotation } from '../model/annotation';
import { annotationTypes } from '../operations/checks';
import type { Operation } from '../operations/operation';
import { isKindOf } from '../schema/lookup';
import { changing } from './edits';
import { byOperations, byText, type Fix } from './fix';
import type { CheckedFile, Rule } from './rule';

export const typeDiffers: Rule = {
  code: 'type-differs',
  severity: 'warning',
  description: 'An annotation that has a type has that of its record, or a kind of it.',
  *check(file) {
    const known = annotationTypes(file.schema);
    for (const annotation of file.annotations) {
      const { id, type } = annotation;
      if (type === undefined || !known.has(type)) continue;
      const record = recordOf(file, annotation);
      if (record === undefined || isSameKind(file, type, record.type)) continue;
      yield {
        message: `The annotation has type “${type}”, and “${record.id}” has type “${record.type}”.`,
        at: ['annotations', id, 'type'],
        fixes: () => [
          ...byText(
            file,
            `Leave the type to the record: “${record.type}”`,
            changing(file, id, { type: undefined }),
            true,
          ),
          ...recordChange(file, record, type),
        ],
      };
    }
  },
};

interface Named {
  readonly op: 'updateEntity' | 'updateEvent';
  readonly id: string;
  readonly type: string;
}

function recordOf({ indexes }: CheckedFile, { entity, event }: Annotation): Named | undefined {
  if (entity !== undefined) {
    const record = indexes.entity(entity);
    return record && { op: 'updateEntity', id: record.id, type: record.type };
  }
  const record = event === undefined ? undefined : indexes.event(event);
  return record && { op: 'updateEvent', id: record.id, type: record.type };
}

function isSameKind({ schema }: CheckedFile, one: string, other: string): boolean {
  return one === other || isKindOf(schema, one, other) || isKindOf(schema, other, one);
}

function recordChange({ schema }: CheckedFile, record: Named, type: string): readonly Fix[] {
  const types = record.op === 'updateEntity' ? schema.entityTypes : schema.eventTypes;
  if (!Object.hasOwn(types, type)) return [];
  const operation: Operation = { op: record.op, id: record.id, type };
  return [byOperations(`Change the type of “${record.id}” to “${type}”`, [operation])];
}
