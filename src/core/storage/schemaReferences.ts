/** What the types of a schema file say of one another: parents, arguments, and where attributes belong. */
import type { Schema } from '../model/schema';
import { mergeSchema, type PartialSchema } from '../schema/merge';
import { baseOf } from '../schema/project';
import type { Findings } from './decode';
import { mapAt, textOf, type Entry, type MapNode, type YamlNode } from './node';

/** What the `on` of an attribute may name besides types. */
export const ATTRIBUTE_KINDS = ['entity', 'event', 'statement', 'time', 'note'] as const;

/** What the types of a role may name for every event. */
const ANY_EVENT = 'event';

const PARENTED = ['entityTypes', 'eventTypes', 'relationTypes'] as const;
type Section = (typeof PARENTED)[number];

const WORDS: Readonly<Record<Section, string>> = {
  entityTypes: 'entity type',
  eventTypes: 'event type',
  relationTypes: 'relation type',
};

/** Reports parents that lead back to their own type, and names of types that are none. */
export function findReferences(root: MapNode, own: PartialSchema, findings: Findings): void {
  const schema = mergeSchema(baseOf(own), own);
  for (const section of PARENTED) {
    for (const [type, entry] of entriesIn(mapAt(root, section))) {
      checkParent(schema, section, type, entry, findings);
    }
  }
  const types = [...Object.keys(schema.entityTypes), ...Object.keys(schema.eventTypes)];
  const fillers = new Set([...types, ANY_EVENT]);
  for (const [, type] of entriesIn(mapAt(root, 'eventTypes'))) {
    for (const [, role] of entriesIn(mapAt(type, 'roles'))) {
      checkNames(role, 'types', fillers, 'entity or event type', findings);
    }
  }
  const entities = new Set(Object.keys(schema.entityTypes));
  for (const [, type] of entriesIn(mapAt(root, 'relationTypes'))) {
    checkNames(type, 'from', entities, 'entity type', findings);
    checkNames(type, 'to', entities, 'entity type', findings);
  }
  const subjects = new Set([...types, ...ATTRIBUTE_KINDS]);
  for (const [, attribute] of entriesIn(mapAt(root, 'attributes'))) {
    checkNames(attribute, 'on', subjects, 'type or kind of annotation', findings);
  }
}

function checkParent(
  schema: Schema,
  section: Section,
  type: string,
  map: MapNode,
  findings: Findings,
): void {
  const place = map.entries.find(({ key }) => key === 'parent')?.value;
  const parent = textOf(place);
  if (place === undefined || parent === undefined) return;
  const types: Readonly<Record<string, { readonly parent?: string }>> = schema[section];
  if (!Object.hasOwn(types, parent)) {
    unknown(parent, WORDS[section], place, findings);
    return;
  }
  const lineage = [type];
  for (let id: string | undefined = parent; id !== undefined;) {
    lineage.push(id);
    if (id === type) {
      const message = `A type cannot be more general than itself: ${lineage.join(' → ')}.`;
      findings.add('schema-cycle', message, place);
      return;
    }
    // A cycle that the type only leads into is reported at its own members.
    if (lineage.indexOf(id) < lineage.length - 1) return;
    id = Object.hasOwn(types, id) ? types[id]?.parent : undefined;
  }
}

function checkNames(
  map: MapNode,
  key: string,
  known: ReadonlySet<string>,
  what: string,
  findings: Findings,
): void {
  const list = map.entries.find((entry) => entry.key === key)?.value;
  const items: readonly YamlNode[] = list?.kind === 'seq' ? list.items : [];
  for (const item of items) {
    const name = textOf(item);
    if (name !== undefined && !known.has(name)) unknown(name, what, item, findings);
  }
}

function unknown(name: string, what: string, place: YamlNode, findings: Findings): void {
  findings.add('schema-unknown', `The schema has no ${what} “${name}”.`, place);
}

/** The types of a section that say something. */
function entriesIn(map: MapNode | undefined): readonly (readonly [string, MapNode])[] {
  const entries: readonly Entry[] = map?.entries ?? [];
  return entries.flatMap(({ key, value }) => (value.kind === 'map' ? [[key, value] as const] : []));
}
