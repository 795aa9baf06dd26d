/** Participants of an event that are not there. */
import type { Rule } from './rule';

export const participantUnknown: Rule = {
  code: 'participant-unknown',
  severity: 'error',
  description: 'Every participant of an event is an entity or another event.',
  *check({ event, indexes }) {
    for (const { role, entity } of event?.participants ?? []) {
      if (indexes.entities.has(entity) || indexes.events.has(entity)) continue;
      const message = `The participant “${entity}” is no entity and no event.`;
      yield { message, at: ['participants', { role, entity }, 'entity'] };
    }
  },
};
