/** The smallest edits of a list of maps: items that stay as they are keep their lines and comments. */
import type { TextEdit } from '../text/edits';
import { editMap, lineEnd, lineStart, mergeTouching } from './editMap';
import { flow, isList, type FieldMap, type FieldValue } from './emit';
import { compareEdits, type MapPlace } from './mapPlace';
import { entryOf, plainValue, type MapNode, type SeqNode, type YamlNode } from './node';

/** What a list holds and how its items are told apart. */
export interface ItemKind {
  /** The key of the list. */
  readonly key: string;
  /** The keys that the format knows, in the order in which they are written. */
  readonly keys: readonly string[];
  /** The fields of an item; absent for one that is none, which then stays. */
  readonly read: (node: YamlNode) => FieldMap | undefined;
  /** Items with one identity are the same item, whatever else they say. */
  readonly identity: (fields: FieldMap) => string;
  /** Whether a list without items stays for what is no item. */
  readonly keepsForeign: boolean;
  /** Whether an item without its like may be written anew as the other. */
  readonly mayBecome: (old: FieldMap, next: FieldMap) => boolean;
}

interface Old {
  readonly node: MapNode;
  readonly fields: FieldMap;
}

/**
 * As `editMap`, with lists of maps among the values, each the fields of its items: only items that differ
 * are touched. Keys that the format does not know, and items that are none, stay.
 */
export function editLists(
  place: MapPlace,
  changes: ReadonlyMap<string, FieldValue | undefined>,
  kinds: readonly ItemKind[],
): readonly TextEdit[] {
  const others = new Map(changes);
  const edits: TextEdit[] = [];
  for (const kind of kinds) {
    if (!changes.has(kind.key)) continue;
    const next = fieldsIn(changes.get(kind.key));
    const old = entryOf(place.map, kind.key)?.value;
    const foreign = kind.keepsForeign ? foreignIn(old, kind) : [];
    if (old?.kind !== 'seq') {
      const whole = [...foreign, ...next];
      if (next.length === 0 && foreign.length > 0) others.delete(kind.key);
      else others.set(kind.key, whole.length === 0 ? undefined : whole);
      continue;
    }
    if (old.flow || place.map.flow) {
      const whole = [...foreign, ...withForeignKeys(old, next, kind)];
      others.set(kind.key, whole.length === 0 ? undefined : whole);
    } else if (next.length > 0 || foreign.length > 0) {
      others.delete(kind.key);
      edits.push(...editListItems(place, old, next, kind));
    }
  }
  return mergeTouching([...edits, ...editMap(place, others)].sort(compareEdits));
}

function fieldsIn(value: FieldValue | undefined): readonly FieldMap[] {
  if (typeof value !== 'object' || !isList(value)) return [];
  return value.flatMap((each) => (typeof each === 'object' && !isList(each) ? [each] : []));
}

/** What stands there and is no item: somebody wrote it, and it is not lost with what is written beside it. */
function foreignIn(old: YamlNode | undefined, { read }: ItemKind): readonly FieldValue[] {
  if (old === undefined) return [];
  const nodes = old.kind === 'seq' ? old.items.filter((item) => read(item) === undefined) : [old];
  return nodes.flatMap((node) => fieldValue(plainValue(node)) ?? []);
}

/** Without what is empty. */
function fieldValue(value: unknown): FieldValue | undefined {
  switch (typeof value) {
    case 'string':
    case 'number':
    case 'boolean':
      return value;
    case 'object': {
      if (value === null) return undefined;
      if (Array.isArray(value)) return value.flatMap((each) => fieldValue(each) ?? []);
      const entries = Object.entries(value).map(([key, each]) => [key, fieldValue(each)] as const);
      return Object.fromEntries(entries);
    }
    default:
      return undefined;
  }
}

/** Edits of a list whose items have lines of their own, after which it reads as `next`; in no order. */
function editListItems(
  { text, eol }: MapPlace,
  seq: SeqNode,
  next: readonly FieldMap[],
  kind: ItemKind,
): readonly TextEdit[] {
  const old = itemsOf(seq, kind);
  const kept = pairsOf(old, next, kind);
  const edits: TextEdit[] = [];
  for (const [index, { node, fields }] of old.entries()) {
    const wanted = next[kept.get(index) ?? -1];
    const start = lineStart(text, node.start);
    if (wanted === undefined) edits.push({ start, end: lineEnd(text, node.end), newText: '' });
    else edits.push(...itemEdits(text, eol, node, fields, wanted, kind));
  }
  const dash = text.slice(lineStart(text, seq.start), seq.start);
  const places = new Map([...kept].map(([index, at]) => [at, old[index]?.node]));
  let before: MapNode | undefined;
  for (const [at, fields] of next.entries()) {
    if (places.has(at)) {
      before = places.get(at);
      continue;
    }
    const start = before === undefined ? lineStart(text, seq.start) : lineEnd(text, before.end);
    edits.push({ start, end: start, newText: `${dash}- ${flow(kind.key, fields)}${eol}` });
  }
  return edits;
}

/** The items with what else their old ones say, for a list that is written anew as a whole. */
function withForeignKeys(
  seq: SeqNode,
  next: readonly FieldMap[],
  kind: ItemKind,
): readonly FieldMap[] {
  const old = itemsOf(seq, kind);
  const kept = new Map([...pairsOf(old, next, kind)].map(([a, b]) => [b, a]));
  return next.map((fields, at) => {
    const foreign = old[kept.get(at) ?? -1]?.node.entries.filter(({ key }) => !isOf(kind, key));
    const more = (foreign ?? []).map(({ key, value }) => [key, fieldValue(plainValue(value))]);
    return { ...fields, ...(Object.fromEntries(more) as FieldMap) };
  });
}

/** What differs of one item; a plain one on one line is written anew, in the order of its keys. */
function itemEdits(
  text: string,
  eol: string,
  node: MapNode,
  now: FieldMap,
  wanted: FieldMap,
  kind: ItemKind,
): readonly TextEdit[] {
  const changes = new Map(
    kind.keys
      .filter((key) => JSON.stringify(now[key]) !== JSON.stringify(wanted[key]))
      .map((key) => [key, wanted[key]] as const),
  );
  if (changes.size === 0) return [];
  const isPlain = node.flow && !text.slice(node.start, node.end).includes('\n');
  if (isPlain && node.entries.every(({ key }) => isOf(kind, key))) {
    return [{ start: node.start, end: node.end, newText: flow(kind.key, wanted) }];
  }
  const indent = node.start - lineStart(text, node.start);
  return editMap({ text, map: node, indent, eol, order: kind.keys }, changes);
}

function itemsOf(seq: SeqNode, { read }: ItemKind): readonly Old[] {
  return seq.items.flatMap((node) => {
    const fields = read(node);
    return node.kind === 'map' && fields !== undefined ? [{ node, fields }] : [];
  });
}

/** Index of an old item → index of what it becomes; both ascend. */
function pairsOf(
  old: readonly Old[],
  next: readonly FieldMap[],
  { identity, mayBecome }: ItemKind,
): ReadonlyMap<number, number> {
  const same = common(
    old.map(({ fields }) => identity(fields)),
    next.map(identity),
  );
  const pairs = new Map<number, number>();
  let [i, j] = [0, 0];
  for (const [a, b] of [...same, [old.length, next.length] as const]) {
    for (; i < a && j < b; i++) {
      const [one, other] = [old[i]?.fields, next[j]];
      if (one !== undefined && other !== undefined && mayBecome(one, other)) pairs.set(i, j++);
    }
    if (a < old.length) pairs.set(a, b);
    [i, j] = [a + 1, b + 1];
  }
  return pairs;
}

/** Index of the one → index of the other, ascending: a longest list of words that both have in one order. */
function common(one: readonly string[], other: readonly string[]): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  const [head, tail] = sharedEnds(one, other);
  for (let index = 0; index < head; index++) pairs.set(index, index);
  const inner = between(one.slice(head, one.length - tail), other.slice(head, other.length - tail));
  for (const [a, b] of inner) pairs.set(head + a, head + b);
  for (let left = tail; left > 0; left--) pairs.set(one.length - left, other.length - left);
  return pairs;
}

/** How many words both have alike at the start, and behind these at the end. */
function sharedEnds(one: readonly string[], other: readonly string[]): readonly [number, number] {
  const most = Math.min(one.length, other.length);
  let head = 0;
  while (head < most && one[head] === other[head]) head++;
  let tail = 0;
  while (tail < most - head && one.at(-1 - tail) === other.at(-1 - tail)) tail++;
  return [head, tail];
}

/** The same for what is between the ends: a table of all pairs, which takes room. */
function between(one: readonly string[], other: readonly string[]): ReadonlyMap<number, number> {
  const width = other.length + 1;
  const lengths = new Uint32Array((one.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = one.length - 1; i >= 0; i--) {
    for (let j = other.length - 1; j >= 0; j--) {
      lengths[i * width + j] =
        one[i] === other[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pairs = new Map<number, number>();
  for (let i = 0, j = 0; i < one.length && j < other.length;) {
    if (one[i] === other[j]) pairs.set(i++, j++);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return pairs;
}

function isOf({ keys }: ItemKind, key: string): boolean {
  return keys.includes(key);
}
