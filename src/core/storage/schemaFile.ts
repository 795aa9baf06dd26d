/** `annotations/schema.yaml` → what the project changes about the built-in schema. */
import {
  METADATA_FIELDS,
  type AttributeRule,
  type EntityType,
  type EventType,
  type LinkRule,
  type MetadataField,
  type RelationType,
  type RoleRule,
  type Severity,
} from '../model/schema';
import { BASES, type PartialSchema } from '../schema/merge';
import { isPaletteColor, PALETTE, type PaletteColor } from '../schema/palette';
import { compilePattern } from '../schema/pattern';
import { type Findings, isNull, MapReader, present } from './decode';
import { textOf, type Entry, type MapNode, type YamlNode } from './node';
import { findReferences } from './schemaReferences';

export interface SchemaFile {
  readonly kind: 'schema';
  readonly schema: PartialSchema;
}

const SEVERITIES = [
  'error',
  'warning',
  'information',
  'off',
] as const satisfies readonly Severity[];

export function decodeSchemaFile(root: MapNode, findings: Findings): SchemaFile {
  const reader = new MapReader(root, findings);
  const checks = reader.map('checks');
  const schema: PartialSchema = present({
    extends: reader.oneOf('extends', BASES),
    sources:
      reader.entry('sources') === undefined ? undefined : strings(reader, 'sources', findings),
    layout: reader.oneOf('layout', ['folder', 'beside'] as const),
    entityTypes: types(reader, 'entityTypes', findings, decodeEntityType),
    eventTypes: types(reader, 'eventTypes', findings, decodeEventType),
    relationTypes: types(reader, 'relationTypes', findings, decodeRelationType),
    attributes: types(reader, 'attributes', findings, decodeAttribute),
    links: types(reader, 'links', findings, decodeLink),
    requiredMetadata: decodeMetadata(reader, findings),
    checks: checks === undefined ? undefined : decodeChecks(checks, findings),
  });
  findReferences(root, schema, findings);
  return { kind: 'schema', schema };
}

/** A section of types by id; `null` takes a built-in type out. */
function types<T>(
  reader: MapReader,
  key: string,
  findings: Findings,
  decode: (id: string, reader: MapReader, findings: Findings) => T,
): Readonly<Record<string, T | null>> | undefined {
  const map = reader.map(key);
  if (map === undefined) return undefined;
  const decodeEntry = (entry: Entry): [string, T | null][] => {
    if (isNull(entry.value)) return [[entry.key, null]];
    if (entry.value.kind === 'map') {
      return [[entry.key, decode(entry.key, new MapReader(entry.value, findings), findings)]];
    }
    findings.add('value-invalid', `“${entry.key}” must be a map of keys.`, entry.value);
    return [];
  };
  return Object.fromEntries(map.entries.flatMap(decodeEntry));
}

function decodeEntityType(id: string, reader: MapReader, findings: Findings): Partial<EntityType> {
  return {
    id,
    ...present({
      label: reader.string('label'),
      description: reader.string('description'),
      color: decodeColor(reader, findings),
      parent: reader.string('parent'),
      key: decodeKey(reader, findings),
    }),
  };
}

function decodeColor(reader: MapReader, findings: Findings): PaletteColor | undefined {
  const color = reader.string('color');
  const place = reader.entry('color')?.value;
  if (color === undefined || place === undefined) return undefined;
  if (isPaletteColor(color)) return color;
  const names = Object.keys(PALETTE).join(', ');
  findings.add('value-invalid', `“${color}” is no colour of the palette: ${names}.`, place);
  return undefined;
}

function decodeKey(reader: MapReader, findings: Findings): string | undefined {
  const key = reader.string('key');
  const place = reader.entry('key')?.value;
  if (key === undefined || place === undefined) return undefined;
  if (/^[\p{L}\p{N}]$/u.test(key)) return key;
  findings.add('value-invalid', `The key of a type is one letter or digit, not “${key}”.`, place);
  return undefined;
}

function decodeEventType(id: string, reader: MapReader, findings: Findings): Partial<EventType> {
  const modes =
    reader.entry('modes') === undefined ? undefined : strings(reader, 'modes', findings);
  const roles = reader.map('roles');
  return {
    id,
    ...present({
      label: reader.string('label'),
      description: reader.string('description'),
      parent: reader.string('parent'),
      color: decodeColor(reader, findings),
      key: decodeKey(reader, findings),
      modes,
      roles: roles === undefined ? undefined : decodeRoles(roles, findings),
    }),
  };
}

function decodeRoles(map: MapNode, findings: Findings): Readonly<Record<string, RoleRule>> {
  return Object.fromEntries(
    map.entries.flatMap((entry): [string, RoleRule][] => {
      if (isNull(entry.value)) return [[entry.key, {}]];
      if (entry.value.kind !== 'map') {
        findings.add('value-invalid', `The role “${entry.key}” must be a map.`, entry.value);
        return [];
      }
      const reader = new MapReader(entry.value, findings);
      const rule: RoleRule = present({
        types: reader.entry('types') === undefined ? undefined : strings(reader, 'types', findings),
        min: reader.integer('min'),
        max: reader.integer('max'),
      });
      return [[entry.key, rule]];
    }),
  );
}

function decodeRelationType(
  _id: string,
  reader: MapReader,
  findings: Findings,
): Partial<RelationType> {
  return present({
    label: reader.string('label'),
    inverse: reader.string('inverse'),
    description: reader.string('description'),
    parent: reader.string('parent'),
    from: reader.entry('from') === undefined ? undefined : strings(reader, 'from', findings),
    to: reader.entry('to') === undefined ? undefined : strings(reader, 'to', findings),
  });
}

function decodeAttribute(
  _id: string,
  reader: MapReader,
  findings: Findings,
): Partial<AttributeRule> {
  return present({
    values: reader.entry('values') === undefined ? undefined : strings(reader, 'values', findings),
    on: reader.entry('on') === undefined ? undefined : strings(reader, 'on', findings),
  });
}

function decodeLink(_id: string, reader: MapReader, findings: Findings): LinkRule {
  const url = reader.string('url');
  const pattern = reader.string('pattern');
  const address = url === undefined ? undefined : complaintOfAddress(url);
  const compiled = pattern === undefined ? undefined : compilePattern(pattern);
  const report = (key: string, message: string): void => {
    const place = reader.entry(key)?.value;
    if (place !== undefined) findings.add('value-invalid', message, place);
  };
  if (address !== undefined) report('url', address);
  if (compiled?.ok === false) report('pattern', compiled.message);
  return present({
    label: reader.string('label'),
    url: address === undefined ? url : undefined,
    pattern: compiled?.ok === false ? undefined : pattern,
  });
}

function complaintOfAddress(url: string): string | undefined {
  if (!url.includes('{id}')) return `“${url}” must have {id} where the id goes.`;
  const isOnWeb = /^https?:\/\/[^\s/{}]+/i.test(url) && !/\s/.test(url);
  return isOnWeb ? undefined : `“${url}” must begin with https:// and a host.`;
}

function decodeMetadata(reader: MapReader, findings: Findings): MetadataField[] | undefined {
  if (reader.entry('requiredMetadata') === undefined) return undefined;
  return reader.items('requiredMetadata').flatMap((item) => {
    const field = METADATA_FIELDS.find((each) => each === textOf(item));
    if (field !== undefined) return [field];
    const message = `Each of “requiredMetadata” is one of ${METADATA_FIELDS.join(', ')}.`;
    findings.add('value-invalid', message, item);
    return [];
  });
}

function decodeChecks(map: MapNode, findings: Findings): Readonly<Record<string, Severity>> {
  const reader = new MapReader(map, findings);
  return Object.fromEntries(
    map.entries.flatMap((entry) => {
      // YAML 1.1 habits: an unquoted `off` may have been written as false.
      const off = entry.value.kind === 'scalar' && entry.value.value === false;
      const severity = off ? 'off' : reader.oneOf(entry.key, SEVERITIES);
      return severity === undefined ? [] : [[entry.key, severity]];
    }),
  );
}

function strings(reader: MapReader, key: string, findings: Findings): string[] {
  return reader.items(key).flatMap((item: YamlNode) => {
    const text = textOf(item);
    if (text !== undefined) return [text];
    findings.add('value-invalid', `Each of “${key}” must be text.`, item);
    return [];
  });
}
