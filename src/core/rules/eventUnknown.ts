/** Evidence and merges that name an event that is not there. */
import type { Rule } from './rule';

export const eventUnknown: Rule = {
  code: 'event-unknown',
  severity: 'error',
  description: 'Every event that an annotation or a merged event names has a record.',
  *check({ annotations, event, indexes }) {
    for (const { id, event: named } of annotations) {
      if (named === undefined || indexes.events.has(named)) continue;
      yield { message: `There is no event “${named}”.`, at: ['annotations', id, 'event'] };
    }
    const into = event?.mergedInto;
    if (into !== undefined && !indexes.events.has(into)) {
      const message = `This event is merged into “${into}”, which is not there.`;
      yield { message, at: ['mergedInto'] };
    }
  },
};
