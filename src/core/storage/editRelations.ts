/** How relations of an entity file are told apart when the list is edited: by type and entity. */
import { Findings } from './decode';
import type { ItemKind } from './editListItems';
import { decodeRelation, RELATION_KEYS, relationFields } from './relations';

export const RELATIONS: ItemKind = {
  key: 'relations',
  keys: RELATION_KEYS,
  read: (node) => {
    const relation = decodeRelation(node, new Findings('', ''));
    return relation && relationFields(relation);
  },
  keepsForeign: true,
  identity: ({ type, entity }) => JSON.stringify([type, entity]),
  mayBecome: (old, next) => old['type'] === next['type'] || old['entity'] === next['entity'],
};
