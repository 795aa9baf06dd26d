/** How participants of an event file are told apart when the list is edited. */
import type { ItemKind } from './editListItems';
import { entryOf, textOf } from './node';

export const PARTICIPANTS: ItemKind = {
  key: 'participants',
  keys: ['role', 'entity'],
  read: (node) => {
    if (node.kind !== 'map') return undefined;
    const role = textOf(entryOf(node, 'role')?.value);
    const entity = textOf(entryOf(node, 'entity')?.value);
    return role === undefined || entity === undefined ? undefined : { role, entity };
  },
  keepsForeign: true,
  identity: ({ role, entity }) => JSON.stringify([role, entity]),
  mayBecome: (old, next) => old['role'] === next['role'] || old['entity'] === next['entity'],
};
