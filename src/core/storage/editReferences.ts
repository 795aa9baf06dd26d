/**
 * Everywhere that a file names a record: naming another one there, or no longer naming it. Only the ids
 * themselves and items of lists change, so that comments and unknown keys stay.
 */
import { namedByAnnotation } from '../model/namedRecords';
import type { TextEdit } from '../text/edits';
import { editMap, mergeTouching, scalarEnd } from './editMap';
import { removeItems } from './removeItems';
import { removeRecords } from './editSection';
import { scalar } from './emit';
import { compareEdits } from './mapPlace';
import {
  entryOf,
  mapAt,
  plainValue,
  textOf,
  type Entry,
  type MapNode,
  type YamlNode,
} from './node';
import { fileKind, recordId } from './paths';
import { REJECTED } from './rejections';
import { mapPlace, rewritten, type Place } from './rewritten';
import type { Block, Sections } from './sections';

/** A list of a map whose items name records, themselves or under a key. */
interface List {
  readonly owner: MapNode;
  readonly entry: Entry;
  /** Absent where the items are ids. */
  readonly key: 'target' | 'entity' | undefined;
}

/** All places of one file where a record may be named. */
interface Slots {
  /** Values of keys, with the map that has the key. */
  readonly fields: readonly { readonly owner: MapNode; readonly entry: Entry }[];
  readonly lists: readonly List[];
}

/**
 * The text that names `into` where it named `from`. Items that then say what others say go, and so do
 * those of the record `into` that would name itself. Absent when the file does not parse.
 */
export function retargetReferences(
  path: string,
  text: string,
  { from, into }: { readonly from: string; readonly into: string },
  known?: Sections,
): string | undefined {
  return rewritten(text, reading(known, from), (place) => {
    const { fields, lists } = slotsIn(path, place.root);
    const edits: TextEdit[] = [];
    for (const { entry } of fields) {
      if (textOf(entry.value) === from) edits.push(renamed(place, entry.value, entry.key, into));
    }
    const isOwn = fileKind(path) !== 'annotations' && recordId(path) === into;
    for (const list of lists) edits.push(...retargetList(place, list, { from, into, isOwn }));
    return mergeTouching(edits.sort(compareEdits));
  });
}

/**
 * The text that no longer names the record in roles, participants, relations, places, redirects and
 * `distinctFrom`, and has no rejected suggestion of it. What annotations are about stays.
 */
export function dropReferences(
  path: string,
  text: string,
  id: string,
  known?: Sections,
): string | undefined {
  return rewritten(text, reading(known, id), (place) => {
    const { fields, lists } = slotsIn(path, place.root);
    const edits: TextEdit[] = [];
    if (fileKind(path) === 'annotations') {
      const gone = rejectionsOf(place.root, id);
      if (gone.size > 0) edits.push(...(removeRecords(place, REJECTED, gone, 'remove') ?? []));
    } else {
      for (const { owner, entry } of fields) {
        if (textOf(entry.value) === id) edits.push(...withoutKey(place, owner, entry.key));
      }
    }
    for (const { owner, entry, key } of lists) {
      edits.push(...removeItems(place, owner, entry, (item) => namedBy(item, key) === id));
    }
    return mergeTouching(edits.sort(compareEdits));
  });
}

/** The records that name it, and damaged ones, which may; the rest of the file is always seen. */
function reading(known: Sections | undefined, id: string): Parameters<typeof rewritten>[1] {
  const names = ({ annotation, isSound }: Block): boolean =>
    annotation === undefined || !isSound || namedByAnnotation(annotation).includes(id);
  return { known, only: names };
}

function retargetList(
  place: Place,
  { owner, entry, key }: List,
  { from, into, isOwn }: { readonly from: string; readonly into: string; readonly isOwn: boolean },
): readonly TextEdit[] {
  const items = entry.value.kind === 'seq' ? entry.value.items : [];
  const isNamed = (item: YamlNode): boolean => namedBy(item, key) === from;
  const said = new Set(items.filter((item) => !isNamed(item)).map((each) => saidBy(each, key)));
  const gone = new Set<YamlNode>();
  const edits: TextEdit[] = [];
  for (const item of items.filter(isNamed)) {
    const says = saidBy(item, key, into);
    const node = idOf(item, key);
    if ((isOwn && key !== 'target') || said.has(says)) gone.add(item);
    else if (node !== undefined) edits.push(renamed(place, node, key ?? entry.key, into));
    said.add(says);
  }
  return [...edits, ...removeItems(place, owner, entry, (item) => gone.has(item))];
}

/** What an item says, with another id in the place of its own where that is given. */
function saidBy(item: YamlNode, key: List['key'], id?: string): string {
  const value = plainValue(item);
  if (id === undefined) return JSON.stringify(value);
  return JSON.stringify(key === undefined ? id : { ...(value as object), [key]: id });
}

function renamed({ text }: Place, node: YamlNode, key: string, id: string): TextEdit {
  return { start: node.start, end: scalarEnd(text, node), newText: scalar(key, id) };
}

function namedBy(item: YamlNode, key: List['key']): string | undefined {
  return textOf(idOf(item, key));
}

function idOf(item: YamlNode, key: List['key']): YamlNode | undefined {
  if (key === undefined) return item;
  return item.kind === 'map' ? entryOf(item, key)?.value : undefined;
}

function withoutKey(place: Place, owner: MapNode, key: string): readonly TextEdit[] {
  return editMap(mapPlace(place, owner, []), new Map([[key, undefined]]));
}

/** Ids of the rejected suggestions that the passage names this entity. */
function rejectionsOf(root: MapNode, id: string): ReadonlySet<string> {
  const entries = mapAt(root, REJECTED)?.entries ?? [];
  const gone = entries.filter(
    ({ value }) => value.kind === 'map' && textOf(entryOf(value, 'entity')?.value) === id,
  );
  return new Set(gone.map(({ key }) => key));
}

function slotsIn(path: string, root: MapNode): Slots {
  switch (fileKind(path)) {
    case 'annotations': {
      const records = mapsIn(mapAt(root, 'annotations'));
      const rejected = mapsIn(mapAt(root, REJECTED)).flatMap((each) => fieldsIn(each, ['entity']));
      return {
        fields: [...records.flatMap((each) => fieldsIn(each, ['entity', 'event'])), ...rejected],
        lists: records.flatMap((each) => listIn(each, 'roles', 'target')),
      };
    }
    case 'entity':
      return {
        fields: fieldsIn(root, ['mergedInto']),
        lists: [...listIn(root, 'relations', 'entity'), ...listIn(root, 'distinctFrom')],
      };
    case 'event':
      return {
        fields: fieldsIn(root, ['place', 'mergedInto']),
        lists: [...listIn(root, 'participants', 'entity'), ...listIn(root, 'distinctFrom')],
      };
    case 'schema':
    case undefined:
      return { fields: [], lists: [] };
  }
}

function mapsIn(section: MapNode | undefined): readonly MapNode[] {
  return (section?.entries ?? []).flatMap(({ value }) => (value.kind === 'map' ? [value] : []));
}

function fieldsIn(owner: MapNode, keys: readonly string[]): Slots['fields'] {
  return owner.entries.filter(({ key }) => keys.includes(key)).map((entry) => ({ owner, entry }));
}

function listIn(owner: MapNode, name: string, key?: 'target' | 'entity'): readonly List[] {
  const entry = entryOf(owner, name);
  return entry?.value.kind === 'seq' ? [{ owner, entry, key }] : [];
}
