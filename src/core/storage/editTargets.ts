/** The smallest edits of one annotation, fragments and roles that stay included. */
import type { TextEdit } from '../text/edits';
import { Findings, MapReader } from './decode';
import { editLists, type ItemKind } from './editListItems';
import type { FieldValue } from './emit';
import type { MapPlace } from './mapPlace';
import { entryOf, textOf } from './node';
import { COMMENTS } from './editThread';

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
  keepsForeign: false,
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
  keepsForeign: false,
  identity: ({ role, target }) => JSON.stringify([role, target]),
  mayBecome: (old, next) => old['role'] === next['role'] || old['target'] === next['target'],
};

/** As `editMap`; of fragments, roles and comments only those that differ are touched. */
export function editAnnotation(
  place: MapPlace,
  changes: ReadonlyMap<string, FieldValue | undefined>,
): readonly TextEdit[] {
  return editLists(place, changes, [FRAGMENTS, ROLES, COMMENTS]);
}

function numberOf(value: FieldValue | undefined): number {
  return typeof value === 'number' ? value : 0;
}
