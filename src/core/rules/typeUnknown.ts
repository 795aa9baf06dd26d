/** Types that the schema does not have, where they are used and where they would be declared. */
import type { Annotation } from '../model/annotation';
import { annotationTypes } from '../operations/checks';
import { count, quoted } from '../outline/words';
import { labelOf } from '../schema/merge';
import { editSchema } from '../storage/editSchema';
import { FORMATS } from '../storage/parse';
import { SCHEMA_PATH } from '../storage/paths';
import type { TypeUse } from './acrossFiles';
import { changing, replacing } from './edits';
import { byText, type Fix } from './fix';
import { nearest } from './nearest';
import type { NodePath } from './nodePath';
import type { CheckedFile, Finding, Rule } from './rule';

export const typeUnknown: Rule = {
  code: 'type-unknown',
  severity: 'error',
  description: 'Every type of an entity, event or annotation is one of the schema.',
  *check(file) {
    if (file.path === SCHEMA_PATH) yield* missingTypes(file);
    const { annotations, entity, event, schema, states } = file;
    const known = annotationTypes(schema);
    for (const annotation of annotations) {
      const { id, type } = annotation;
      if (type === undefined || known.has(type)) continue;
      const at = ['annotations', id, 'type'];
      yield {
        message: `The schema has no type “${type}”.`,
        at,
        fixes: () => [
          ...otherTypes(file, at, type, known),
          ...declaration(file, 'eventTypes', type),
          ...withoutType(file, annotation),
        ],
      };
    }
    if (!states(['type'])) return;
    if (entity !== undefined && !Object.hasOwn(schema.entityTypes, entity.type)) {
      const types = Object.keys(schema.entityTypes);
      yield {
        message: `The schema has no entity type “${entity.type}”.`,
        at: ['type'],
        fixes: () => [
          ...otherTypes(file, ['type'], entity.type, types),
          ...declaration(file, 'entityTypes', entity.type),
        ],
      };
    }
    if (event !== undefined && !Object.hasOwn(schema.eventTypes, event.type)) {
      const types = Object.keys(schema.eventTypes);
      yield {
        message: `The schema has no event type “${event.type}”.`,
        at: ['type'],
        fixes: () => [
          ...otherTypes(file, ['type'], event.type, types),
          ...declaration(file, 'eventTypes', event.type),
        ],
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

type Section = 'entityTypes' | 'eventTypes';

const SECTION_WORDS: Readonly<Record<Section, string>> = {
  entityTypes: 'entity type',
  eventTypes: 'event type',
};

/** Adds the type to the schema file, which is made where there is none. */
function declaration({ schemaFile }: CheckedFile, section: Section, type: string): readonly Fix[] {
  if (schemaFile === undefined) return [];
  const { text } = schemaFile;
  const start = text === '' ? `format: ${FORMATS.schema}\n` : text;
  const after = editSchema(start, [section, type], { label: labelOf(type) });
  return byText(schemaFile, `Declare the ${SECTION_WORDS[section]} “${type}” in the schema`, after);
}

/** In the schema file: the types that others use and that are not, or no longer, in it. */
function* missingTypes(file: CheckedFile): Iterable<Finding> {
  const { schema, across } = file;
  const known = annotationTypes(schema);
  for (const use of across.typesUsed()) {
    const section: Section = use.kind === 'entity' ? 'entityTypes' : 'eventTypes';
    const isKnown =
      use.kind === 'annotation' ? known.has(use.type) : has(schema[section], use.type);
    if (isKnown) continue;
    yield {
      message: `The schema has no ${SECTION_WORDS[section]} “${use.type}”, which ${usersOf(use)}.`,
      at: [section, use.type],
      fixes: () => declaration(file, section, use.type),
    };
  }
}

function usersOf({ kind, paths }: TypeUse): string {
  const [first = ''] = [...paths].sort();
  if (kind === 'annotation')
    return `annotations of ${count(paths.size, 'source')} use: ${quoted(first)}`;
  const others = paths.size === 1 ? '' : ` and ${count(paths.size - 1, 'other')}`;
  return `${quoted(first)}${others} ${paths.size === 1 ? 'uses' : 'use'}`;
}

function has(types: Readonly<Record<string, unknown>>, type: string): boolean {
  return Object.hasOwn(types, type);
}

/** Only where the annotation says something else too. */
function withoutType(file: CheckedFile, annotation: Annotation): readonly Fix[] {
  const { id, entity, event, note } = annotation;
  if ((entity ?? event ?? note) === undefined) return [];
  return byText(file, 'Leave the type out', changing(file, id, { type: undefined }));
}
