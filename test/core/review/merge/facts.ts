/** What a file says, fact by fact: what a merge may lose none of, and what conflicts are about. */
import { readDocument } from '../../../../src/core/storage/document';
import {
  entryOf,
  mapAt,
  plainValue,
  type MapNode,
  type YamlNode,
} from '../../../../src/core/storage/node';
import { fileKind } from '../../../../src/core/storage/paths';

/** By keys joined by `/`: records, fields of records, items of lists and keys of maps. */
export type Facts = ReadonlyMap<string, string>;

/** What an item of a list is that is there more than once. */
export const REPEATED = 'items';
const PLACE = new Set(['exact', 'prefix', 'suffix', 'start', 'end', 'fragments']);
const IDENTITY: Readonly<Record<string, readonly string[]>> = {
  relations: ['type', 'entity'],
  aliases: ['text'],
};

export function factsOf(path: string, text: string | undefined): Facts {
  const facts = new Map<string, string>();
  if (text === undefined || text.trim() === '') return facts;
  const { root, findings } = readDocument(text);
  if (root === undefined || findings.length > 0) throw new Error(`unreadable: ${path}\n${text}`);
  if (fileKind(path) !== 'annotations') {
    addFields('', root, facts);
    return facts;
  }
  for (const { key, value } of root.entries) {
    if (key === 'annotations' || key === 'rejected') continue;
    add(key, value, facts);
  }
  for (const section of ['annotations', 'rejected']) {
    for (const { key, value } of mapAt(root, section)?.entries ?? []) {
      const at = `${section}/${key}`;
      facts.set(at, 'record');
      if (value.kind !== 'map') continue;
      facts.set(`${at}/@quote`, quoteOf(value));
      facts.set(`${at}/@place`, placeOf(value));
      const rest = value.entries.filter((entry) => !PLACE.has(entry.key));
      addFields(`${at}/`, { ...value, entries: rest }, facts);
    }
  }
  return facts;
}

function quoteOf(map: MapNode): string {
  const fragments = entryOf(map, 'fragments')?.value;
  const nodes: readonly YamlNode[] = fragments?.kind === 'seq' ? fragments.items : [map];
  return JSON.stringify(nodes.map((node) => plain(entryOf(asMap(node), 'exact')?.value)));
}

function placeOf(map: MapNode): string {
  return JSON.stringify(
    map.entries.filter(({ key }) => PLACE.has(key)).map(({ key, value }) => [key, plain(value)]),
  );
}

function asMap(node: YamlNode): MapNode | undefined {
  return node.kind === 'map' ? node : undefined;
}

function plain(node: YamlNode | undefined): unknown {
  return node === undefined ? undefined : plainValue(node);
}

function addFields(prefix: string, map: MapNode, facts: Map<string, string>): void {
  for (const { key, value } of map.entries) add(prefix + key, value, facts);
}

function add(at: string, value: YamlNode, facts: Map<string, string>): void {
  const key = at.slice(at.lastIndexOf('/') + 1);
  if (value.kind === 'map') {
    addFields(`${at}/`, value, facts);
  } else if (value.kind === 'seq' && !value.items.some((item) => item.kind === 'seq')) {
    for (const item of value.items) addItem(at, key, item, facts);
  } else {
    facts.set(at, JSON.stringify(plainValue(value)));
  }
}

function addItem(at: string, list: string, item: YamlNode, facts: Map<string, string>): void {
  const keys = IDENTITY[list];
  if (keys === undefined) {
    const own = `${at}/${JSON.stringify(plainValue(item))}`;
    facts.set(own, facts.has(own) ? REPEATED : 'item');
    return;
  }
  const fields = item.kind === 'map' ? item.entries : [];
  const text =
    item.kind === 'map' ? keys.map((key) => plain(entryOf(item, key)?.value)) : [plainValue(item)];
  const own = `${at}/${JSON.stringify(text)}`;
  facts.set(own, 'item');
  for (const { key, value } of fields) {
    if (!keys.includes(key)) add(`${own}/${key}`, value, facts);
  }
}
