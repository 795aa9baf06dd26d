/** The smallest edits of one annotation, fragments and roles that stay included. */
import type { TextEdit } from '../text/edits';
import { Findings, MapReader } from './decode';
import { editListItems, withForeignKeys, type ItemKind } from './editListItems';
import { editMap, mergeTouching } from './editMap';
import { isList, type FieldMap, type FieldValue } from './emit';
import { compareEdits, type MapPlace } from './mapPlace';
import { entryOf, textOf } from './node';

const FRAGMENTS: ItemKind = {
  key: 'fragments',
  keys: ['exact', 'prefix', 'suffix', 'start', 'end'],
  read: (node) => {
    if (node.kind !== 'map') return undefined;
    const reader = new MapReader(node, new Findings('', ''));
    const exact = reader.string('exact');
    if (exact === undefined) return undefined;
    // As a target is read: what is left out is there all the same.
    const start = reader.integer('start') ?? 0;
    return {
      exact,
      prefix: reader.string('prefix') ?? '',
      suffix: reader.string('suffix') ?? '',
      start,
      end: reader.integer('end') ?? start,
    };
  },
  identity: ({ exact, start, end }) => JSON.stringify([exact, start, end]),
  mayBecome: (old, next) =>
    numberOf(old['start']) < numberOf(next['end']) &&
    numberOf(next['start']) < numberOf(old['end']),
};

const ROLES: ItemKind = {
  key: 'roles',
  keys: ['role', 'target'],
  read: (node) => {
    if (node.kind !== 'map') return undefined;
    const role = textOf(entryOf(node, 'role')?.value);
    const target = textOf(entryOf(node, 'target')?.value);
    return role === undefined || target === undefined ? undefined : { role, target };
  },
  identity: ({ role, target }) => JSON.stringify([role, target]),
  mayBecome: (old, next) => old['role'] === next['role'] || old['target'] === next['target'],
};

/** As `editMap`; of fragments and roles only those that differ are touched. */
export function editAnnotation(
  place: MapPlace,
  changes: ReadonlyMap<string, FieldValue | undefined>,
): readonly TextEdit[] {
  const others = new Map(changes);
  const edits: TextEdit[] = [];
  for (const kind of [FRAGMENTS, ROLES]) {
    const next = itemsOf(changes.get(kind.key));
    const old = entryOf(place.map, kind.key)?.value;
    if (next === undefined || next.length === 0 || old?.kind !== 'seq') continue;
    if (old.flow || place.map.flow) {
      others.set(kind.key, withForeignKeys(old, next, kind));
      continue;
    }
    others.delete(kind.key);
    edits.push(...editListItems(place, old, next, kind));
  }
  return mergeTouching([...edits, ...editMap(place, others)].sort(compareEdits));
}

function itemsOf(value: FieldValue | undefined): readonly FieldMap[] | undefined {
  if (typeof value !== 'object' || !isList(value)) return undefined;
  return value.flatMap((each) => (typeof each === 'object' && !isList(each) ? [each] : []));
}

function numberOf(value: FieldValue | undefined): number {
  return typeof value === 'number' ? value : 0;
}
