/** The shape of a file as JSON Schema, draft 7: what other editors and validators understand. */
import type { FileKind } from '../storage/paths';
import { FILE_SHAPES } from './fileShapes';
import type { KeyShape, MapShape, Shape, TextShape, NumberShape } from './shape';

export interface JsonSchema {
  readonly [key: string]: unknown;
}

const TITLES: Readonly<Record<FileKind, string>> = {
  annotations: 'Annotations of a source',
  entity: 'Entity',
  event: 'Event',
  schema: 'Schema of a project',
};

/** Where the file with the JSON Schema of each kind is, relative to the extension. */
export const JSON_SCHEMA_PATHS: Readonly<Record<FileKind, string>> = {
  annotations: 'schemas/annotations.schema.json',
  entity: 'schemas/entity.schema.json',
  event: 'schemas/event.schema.json',
  schema: 'schemas/schema.schema.json',
};

/** Keys that the format does not know may stand everywhere, as the format says. */
export function jsonSchemaOf(kind: FileKind): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: TITLES[kind],
    ...schemaOf(FILE_SHAPES[kind]),
    ...(kind === 'entity' || kind === 'event' ? unlessMerged(kind) : {}),
  };
}

/** A merged record needs nothing but where it went. */
function unlessMerged(kind: 'entity' | 'event'): JsonSchema {
  const name = kind === 'entity' ? 'name' : 'title';
  return { if: { not: { required: ['mergedInto'] } }, then: { required: ['type', name] } };
}

function schemaOf(shape: Shape): JsonSchema {
  switch (shape.kind) {
    case 'text':
      return textSchema(shape);
    case 'number':
      return numberSchema(shape);
    case 'flag':
      return { type: ['boolean', 'null'] };
    case 'list':
      return { type: ['array', 'null'], items: schemaOf(shape.items) };
    case 'either':
      return { anyOf: shape.forms.map(schemaOf) };
    case 'map':
      return mapSchema(shape);
    case 'free':
      return {};
  }
}

/** YAML reads a date or a number without quotes as such: the format takes both as text. */
function textSchema({ values, pattern }: TextShape): JsonSchema {
  if (values !== undefined) {
    const names = Object.keys(values);
    const isSwitch = names.includes('off');
    // A reader of YAML 1.1 takes `off` for false.
    return { enum: isSwitch ? [...names, false] : names };
  }
  return {
    type: ['string', 'number', 'boolean', 'null'],
    ...(pattern === undefined ? {} : { pattern }),
  };
}

function numberSchema({ min, values }: NumberShape): JsonSchema {
  if (values !== undefined) return { enum: Object.keys(values).map(Number) };
  return { type: ['integer', 'null'], ...(min === undefined ? {} : { minimum: min }) };
}

function mapSchema({ keys, others }: MapShape): JsonSchema {
  const entries = Object.entries(keys);
  const required = entries.flatMap(([name, { isRequired }]) => (isRequired === true ? [name] : []));
  const properties = Object.fromEntries(entries.map(([name, key]) => [name, keySchema(key)]));
  return {
    type: ['object', ...(required.length === 0 ? ['null'] : [])],
    ...(entries.length === 0 ? {} : { properties }),
    ...(required.length === 0 ? {} : { required }),
    ...othersSchema(others),
  };
}

function othersSchema(others: MapShape['others']): JsonSchema {
  if (others === undefined) return {};
  const own = { description: others.about, ...schemaOf(others.shape) };
  const schema = others.orNull === true ? { anyOf: [own, { type: 'null' }] } : own;
  return others.pattern === undefined
    ? { additionalProperties: schema }
    : { patternProperties: { [others.pattern]: schema } };
}

function keySchema({ about, shape }: KeyShape): JsonSchema {
  const schema = schemaOf(shape);
  const words = valueWords(shape);
  return {
    description: about,
    ...schema,
    ...(words === undefined ? {} : { enumDescriptions: words }),
  };
}

/** What the Red Hat YAML extension and VS Code show beside each value. */
function valueWords(shape: Shape): readonly string[] | undefined {
  if (shape.kind !== 'text' && shape.kind !== 'number') return undefined;
  const words = Object.values(shape.values ?? {});
  return words.some((each) => each !== '') ? words : undefined;
}
