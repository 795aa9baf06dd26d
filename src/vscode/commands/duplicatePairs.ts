/** Which records may be one, as pairs of records that stand for themselves. */
import { duplicateEvents } from '../../core/matching/duplicateEvents';
import { byScore, duplicateEntities } from '../../core/matching/duplicates';
import type { Services } from '../services';
import { idOf, recordOf, type RecordRef } from './recordSubject';

export interface DuplicatePair {
  readonly records: readonly [RecordRef, RecordRef];
  /** In words for the person. */
  readonly reason: string;
}

/** The likeliest first; those that somebody said to be two are left out. */
export function duplicatePairs(
  services: Services,
  kinds: readonly RecordRef['kind'][] = ['entity', 'event'],
): readonly DuplicatePair[] {
  const { indexes } = services.store;
  const found = [
    ...(kinds.includes('entity') ? duplicateEntities(indexes.liveEntities()) : []),
    ...(kinds.includes('event') ? duplicateEvents(indexes.liveEvents()) : []),
  ];
  return found.sort(byScore).flatMap(({ ids: [one, other], reason }): readonly DuplicatePair[] => {
    const [a, b] = [recordOf(services, one), recordOf(services, other)];
    return a === undefined || b === undefined ? [] : [{ records: [a, b], reason }];
  });
}

/** Ids of the records that may be the same as this one, the likeliest first. */
export function likelyDuplicatesOf(services: Services, ref: RecordRef): readonly string[] {
  const id = idOf(ref);
  return duplicatePairs(services, [ref.kind]).flatMap(({ records: [one, other] }) => {
    if (idOf(one) === id) return [idOf(other)];
    return idOf(other) === id ? [idOf(one)] : [];
  });
}
