/** Which records name another one: as participant, place, or in a relation. */
import type { Services } from '../services';
import type { RecordRef } from './recordSubject';

/** Ids of the live events and entities that name the record, each once. */
export function recordsNaming({ store }: Services, { record }: RecordRef): readonly string[] {
  const { indexes } = store;
  const isIt = (id: string | undefined): boolean =>
    id !== undefined && (indexes.entity(id) ?? indexes.event(id))?.id === record.id;
  const events = indexes
    .liveEvents()
    .filter(
      ({ place, participants }) => isIt(place) || participants.some((each) => isIt(each.entity)),
    );
  const entities = indexes
    .liveEntities()
    .filter(({ relations = [] }) => relations.some((each) => isIt(each.entity)));
  return [...events, ...entities].map(({ id }) => id);
}
