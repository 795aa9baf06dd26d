/** Places in a YAML file by the keys that lead there. */
import { entryOf, textOf, type Entry, type MapNode, type YamlNode } from '../storage/node';
import type { Span } from '../text/span';

/** A key of a map, an item of a list by its number from 0, or the first item whose keys have these values. */
type NodeStep = string | number | Readonly<Record<string, string>>;

/** From the top of the file, e.g. `['annotations', 'a-4k7q2c', 'roles', { role: 'actor' }, 'role']`. */
export type NodePath = readonly NodeStep[];

const START: Span = { start: 0, end: 0 };

/** Smaller maps are searched as quickly as they are indexed. */
const FEW_ENTRIES = 16;

/** Finds keys in the maps of one file, in those with many entries without going through them each time. */
export class KeyFinder {
  readonly #indexes = new Map<MapNode, ReadonlyMap<string, Entry>>();

  readonly find = (map: MapNode, key: string): Entry | undefined => {
    if (map.entries.length <= FEW_ENTRIES) return entryOf(map, key);
    const index = this.#indexes.get(map) ?? indexOf(map);
    this.#indexes.set(map, index);
    return index.get(key);
  };
}

/** Of a key that stands there twice, the first counts, as everywhere. */
function indexOf({ entries }: MapNode): ReadonlyMap<string, Entry> {
  const index = new Map<string, Entry>();
  for (const entry of entries) if (!index.has(entry.key)) index.set(entry.key, entry);
  return index;
}

/**
 * UTF-16 offsets of what the path leads to: the value of a key where that is one word or text, the key
 * itself where its value is a map, a list or nothing. Of a path that the file does not have, the place
 * of the part that it has.
 */
export function placeOf(
  root: MapNode | undefined,
  path: NodePath,
  { find } = new KeyFinder(),
): Span {
  const trail = follow(root, path, find);
  const last = trail.at(-1);
  return last === undefined ? START : spanOf(last);
}

/** Whether the file has everything that the path names, and a value at its end. */
export function leadsToValue(
  root: MapNode | undefined,
  path: NodePath,
  { find } = new KeyFinder(),
): boolean {
  const trail = follow(root, path, find);
  const node = trail.at(-1)?.node;
  const isNull = node?.kind === 'scalar' && node.value === null;
  return trail.length === path.length && node !== undefined && !isNull;
}

interface Stop {
  readonly node: YamlNode;
  readonly key: Entry['keySpan'] | undefined;
}

function follow(
  root: MapNode | undefined,
  path: NodePath,
  find: KeyFinder['find'],
): readonly Stop[] {
  const trail: Stop[] = [];
  let node: YamlNode | undefined = root;
  for (const step of path) {
    const stop = atStep(node, step, find);
    if (stop === undefined) break;
    trail.push(stop);
    node = stop.node;
  }
  return trail;
}

function atStep(
  node: YamlNode | undefined,
  step: NodeStep,
  find: KeyFinder['find'],
): Stop | undefined {
  if (typeof step === 'string') return atKey(node, step, find);
  if (typeof step !== 'number') return atItem(node, step);
  const item = node?.kind === 'seq' ? node.items[step] : undefined;
  return item && { node: item, key: undefined };
}

function atKey(node: YamlNode | undefined, key: string, find: KeyFinder['find']): Stop | undefined {
  const entry = node?.kind === 'map' ? find(node, key) : undefined;
  return entry === undefined ? undefined : { node: entry.value, key: entry.keySpan };
}

function atItem(
  node: YamlNode | undefined,
  fields: Readonly<Record<string, string>>,
): Stop | undefined {
  const items = node?.kind === 'seq' ? node.items : [];
  const item = items.find((each) =>
    Object.entries(fields).every(([key, value]) => {
      const field = each.kind === 'map' ? entryOf(each, key)?.value : undefined;
      return textOf(field) === value;
    }),
  );
  return item === undefined ? undefined : { node: item, key: undefined };
}

function spanOf({ node, key }: Stop): Span {
  const isWord = node.kind === 'scalar' && node.end > node.start;
  const { start, end } = isWord || key === undefined ? node : key;
  return { start, end };
}
