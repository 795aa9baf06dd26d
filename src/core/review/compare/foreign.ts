/** What a file says under keys that the format does not know: it stays, and it may differ. */
import type { FieldMap, FieldValue } from '../../storage/emit';
import type { MapNode, YamlNode } from '../../storage/node';

/** The keys of the items of the lists that the format knows. */
const ITEM_KEYS: Readonly<Record<string, readonly string[]>> = {
  fragments: ['exact', 'prefix', 'suffix', 'start', 'end'],
  roles: ['role', 'target'],
  participants: ['role', 'entity'],
  aliases: ['text', 'language'],
  relations: ['type', 'entity', 'date', 'evidence', 'note'],
  thread: ['by', 'text', 'resolved'],
};

/** The values of all other keys, those inside of known lists under the key of the list. */
export function foreignFields(map: MapNode | undefined, known: readonly string[]): FieldMap {
  const fields: [string, FieldValue][] = [];
  for (const { key, value } of map?.entries ?? []) {
    if (!known.includes(key)) {
      fields.push([key, valueOf(value)]);
      continue;
    }
    const inner = foreignItems(value, ITEM_KEYS[key]);
    if (inner.length > 0) fields.push([`${key}.*`, inner]);
  }
  return Object.fromEntries(fields);
}

function foreignItems(node: YamlNode, known: readonly string[] | undefined): readonly FieldValue[] {
  if (known === undefined || node.kind !== 'seq') return [];
  return node.items.flatMap((item) => {
    const own = foreignFields(item.kind === 'map' ? item : undefined, known);
    return Object.keys(own).length === 0 ? [] : [own];
  });
}

/** As a value in words; nothing is `null`. A later duplicate key is left out. */
function valueOf(node: YamlNode): FieldValue {
  switch (node.kind) {
    case 'scalar':
      return node.value ?? 'null';
    case 'seq':
      return node.items.map(valueOf);
    case 'map':
      return Object.fromEntries(node.entries.map(({ key, value }) => [key, valueOf(value)]));
  }
}
