/** Evidence and merges that name an event that is not there. */
import { quoteOf } from '../model/annotation';
import { distinctUnknown } from './distinctUnknown';
import { withoutKey } from './edits';
import { byText } from './fix';
import { detached, newEvent, otherIds } from './referenceFixes';
import type { Rule } from './rule';

export const eventUnknown: Rule = {
  code: 'event-unknown',
  severity: 'error',
  description: 'Every event that an annotation or a merged event names has a record.',
  *check(file) {
    const { annotations, event, indexes } = file;
    for (const annotation of annotations) {
      const { id, event: named, type } = annotation;
      if (named === undefined || indexes.events.has(named)) continue;
      const at = ['annotations', id, 'event'];
      yield {
        message: `There is no event “${named}”.`,
        at,
        fixes: () => [
          ...otherIds(file, at, named, indexes.events.keys()),
          ...newEvent(file, named, quoteOf(annotation), type),
          ...detached(file, annotation, 'event'),
        ],
      };
    }
    yield* distinctUnknown(file, event, indexes.events);
    const into = event?.mergedInto;
    if (into !== undefined && !indexes.events.has(into)) {
      yield {
        message: `This event is merged into “${into}”, which is not there.`,
        at: ['mergedInto'],
        fixes: () => [
          ...otherIds(file, ['mergedInto'], into, indexes.events.keys()),
          ...byText(file, 'Take the merge back', withoutKey(file, 'mergedInto')),
        ],
      };
    }
  },
};
