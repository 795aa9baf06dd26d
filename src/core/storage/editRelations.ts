/** The smallest edits of `relations:` of an entity file. */
import type { TextEdit } from '../text/edits';
import { Findings } from './decode';
import { editList, type ItemKind } from './editListItems';
import type { FieldValue } from './emit';
import type { MapPlace } from './mapPlace';
import { decodeRelation, RELATION_KEYS, relationFields } from './relations';

const RELATIONS: ItemKind = {
  key: 'relations',
  keys: RELATION_KEYS,
  read: (node) => {
    const relation = decodeRelation(node, new Findings('', ''));
    return relation && relationFields(relation);
  },
  identity: ({ type, entity }) => JSON.stringify([type, entity]),
  mayBecome: (old, next) => old['type'] === next['type'] || old['entity'] === next['entity'],
};

/**
 * Edits after which the list reads as `value`, the fields of relations; `undefined` takes it away.
 * Relations are told apart by their type and entity. Keys that the format does not know, and items that
 * are no relations, stay.
 */
export function editRelations(place: MapPlace, value: FieldValue | undefined): readonly TextEdit[] {
  return editList(place, value, RELATIONS);
}
