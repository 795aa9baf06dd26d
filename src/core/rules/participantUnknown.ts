/** Participants of an event that are not there. */
import { withoutParticipant } from './edits';
import { byText } from './fix';
import { nameOfId, newEntity, otherIds } from './referenceFixes';
import type { Rule } from './rule';

export const participantUnknown: Rule = {
  code: 'participant-unknown',
  severity: 'error',
  description: 'Every participant of an event is an entity or another event.',
  *check(file) {
    const { event, indexes } = file;
    for (const each of event?.participants ?? []) {
      const { role, entity } = each;
      if (indexes.entities.has(entity) || indexes.events.has(entity)) continue;
      const at = ['participants', { role, entity }, 'entity'];
      yield {
        message: `The participant “${entity}” is no entity and no event.`,
        at,
        fixes: () => [
          ...otherIds(file, at, entity, [...indexes.entities.keys(), ...indexes.events.keys()]),
          ...newEntity(file, entity, nameOfId(entity)),
          ...byText(file, `Remove the participant “${entity}”`, withoutParticipant(file, each)),
        ],
      };
    }
  },
};
