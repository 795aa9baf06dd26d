/** The smallest edits of `participants:` of an event file. */
import type { TextEdit } from '../text/edits';
import { editList, type ItemKind } from './editListItems';
import type { FieldValue } from './emit';
import type { MapPlace } from './mapPlace';
import { entryOf, textOf } from './node';

const PARTICIPANTS: ItemKind = {
  key: 'participants',
  keys: ['role', 'entity'],
  read: (node) => {
    if (node.kind !== 'map') return undefined;
    const role = textOf(entryOf(node, 'role')?.value);
    const entity = textOf(entryOf(node, 'entity')?.value);
    return role === undefined || entity === undefined ? undefined : { role, entity };
  },
  identity: ({ role, entity }) => JSON.stringify([role, entity]),
  mayBecome: (old, next) => old['role'] === next['role'] || old['entity'] === next['entity'],
};

/** Edits after which the list reads as `value`; comments and unknown keys of participants that stay do too. */
export function editParticipants(
  place: MapPlace,
  value: FieldValue | undefined,
): readonly TextEdit[] {
  return editList(place, value, PARTICIPANTS);
}
