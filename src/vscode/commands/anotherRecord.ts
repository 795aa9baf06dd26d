/** Asking for another record of the same kind: what may be the same first, then what is named alike. */
import type { Entity, EventRecord } from '../../core/model/records';
import { rankEvents } from '../../core/matching/events';
import type { Prompt } from '../pickers/answer';
import { pickEntity } from '../pickers/pickEntity';
import { pickOne, type Choice } from '../pickers/pickOne';
import type { Services } from '../services';
import { likelyDuplicatesOf } from './duplicatePairs';
import { recordChoice } from './recordChoices';
import { recordOf, type RecordRef } from './recordSubject';

type Question = Prompt & { readonly placeholder: string };

const MOST = 200;

export async function askAnother(
  services: Services,
  ref: RecordRef,
  question: Question,
): Promise<RecordRef | undefined> {
  const likely = likelyDuplicatesOf(services, ref);
  return ref.kind === 'entity'
    ? await askEntity(services, ref.record, likely, question)
    : await askEvent(services, ref.record, likely, question);
}

async function askEntity(
  services: Services,
  { id, name }: Entity,
  first: readonly string[],
  question: Question,
): Promise<RecordRef | undefined> {
  const answer = await pickEntity(services, {
    ...question,
    source: '',
    words: name,
    ...(first.length === 0 ? {} : { first }),
    only: (entity) => entity.id !== id,
  });
  if (answer.kind !== 'answer' || answer.value.kind !== 'entity') return undefined;
  return recordOf(services, answer.value.id);
}

async function askEvent(
  services: Services,
  event: EventRecord,
  likely: readonly string[],
  question: Question,
): Promise<RecordRef | undefined> {
  const { indexes } = services.store;
  const events = indexes.liveEvents().filter(({ id }) => id !== event.id);
  const mentioned = new Set([
    ...event.participants.map(({ entity }) => entity),
    ...(event.place === undefined ? [] : [event.place]),
  ]);
  const isLikely = (id: string): number => (likely.includes(id) ? 0 : 1);
  const choices = (text: string): readonly Choice<RecordRef>[] => {
    const ranked = rankEvents({
      events,
      text,
      passage: event.title,
      mentioned,
      recent: services.recent.events,
      inSource: new Set(),
      nameOf: (id) => indexes.entity(id)?.name ?? id,
    });
    return ranked
      .toSorted((a, b) => isLikely(a.event.id) - isLikely(b.event.id))
      .slice(0, MOST)
      .map((each) => recordChoice(services, { kind: 'event', record: each.event }));
  };
  const answer = await pickOne({ ...question, choices });
  return answer.kind === 'answer' ? answer.value : undefined;
}
