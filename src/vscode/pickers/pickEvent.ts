/** Choosing the event that a passage reports: an existing one, a new one, or one begun before. */
import { formatEdtf } from '../../core/dates/edtf';
import { rankEvents, type RankedEvent } from '../../core/matching/events';
import type { EventRecord } from '../../core/model/records';
import { draftLabel, type EventDraft } from '../../core/operations/eventDraft';
import { EVENT_ICON } from '../../core/outline/icons';
import { count, dotted, shorten } from '../../core/outline/words';
import { eventTypeOf } from '../../core/schema/lookup';
import type { Services } from '../services';
import type { Answer, Prompt } from './answer';
import { themeIcon } from './icons';
import { pickOne, type Choice } from './pickOne';

export type EventAnswer =
  | { readonly kind: 'event'; readonly id: string }
  /** A new event; with a title when one was typed. */
  | { readonly kind: 'create'; readonly title?: string }
  | { readonly kind: 'resume'; readonly draft: EventDraft };

export interface EventQuestion extends Prompt {
  readonly source: string;
  /** The words of the passage. */
  readonly passage: string;
  /** Ids of the entities that the passage mentions. */
  readonly mentioned: ReadonlySet<string>;
  /** Begun on this passage before. */
  readonly drafts: readonly EventDraft[];
  /** Whether a new event may be made. */
  readonly canCreate: boolean;
  /** Ids of events that are not meant. */
  readonly except?: readonly string[];
}

const MOST = 200;
const LONGEST = 60;

export function pickEvent(
  services: Services,
  question: EventQuestion,
): Promise<Answer<EventAnswer>> {
  const { store, recent } = services;
  const { indexes } = store;
  const { source, passage, mentioned } = question;
  const except = new Set(question.except);
  const events = indexes.liveEvents().filter(({ id }) => !except.has(id));
  const inSource = new Set(
    indexes.annotationsOf(source).flatMap(({ annotation }) => annotation.event ?? []),
  );
  const nameOf = (id: string): string => indexes.entity(id)?.name ?? indexes.event(id)?.title ?? id;
  const ranked = (text: string): readonly RankedEvent[] =>
    rankEvents({
      events,
      text,
      passage,
      mentioned,
      recent: recent.events,
      inSource,
      nameOf,
      limit: MOST,
    });
  const choices = (text: string): readonly Choice<EventAnswer>[] => {
    const found = ranked(text);
    const title = text.trim();
    const isMatched = title === '' ? found[0]?.plausible === true : found.length > 0;
    const listed = found.map(({ event }) => eventChoice(services, event));
    const drafts = title === '' ? question.drafts.map(draftChoice) : [];
    const creation = question.canCreate ? [newChoice(title)] : [];
    const room = listed.slice(0, MOST - drafts.length - creation.length);
    return isMatched ? [...drafts, ...room, ...creation] : [...drafts, ...creation, ...room];
  };
  const placeholder = 'Filter by title, type, date, place, participant or id';
  return pickOne({ ...question, placeholder, choices });
}

function eventChoice({ store }: Services, event: EventRecord): Choice<EventAnswer> {
  const { label } = eventTypeOf(store.schema, event.type);
  const evidence = store.indexes.evidenceOf(event.id).length;
  const date = event.date === undefined ? undefined : formatEdtf(event.date);
  return {
    value: { kind: 'event', id: event.id },
    label: event.title,
    description: dotted([label, date, count(evidence, 'passage')]),
    iconPath: themeIcon(EVENT_ICON),
  };
}

function newChoice(title: string): Choice<EventAnswer> {
  return {
    value: title === '' ? { kind: 'create' } : { kind: 'create', title },
    label: title === '' ? 'New event…' : `New event “${shorten(title, LONGEST)}”…`,
    iconPath: themeIcon({ name: 'add' }),
  };
}

function draftChoice(draft: EventDraft): Choice<EventAnswer> {
  return {
    value: { kind: 'resume', draft },
    label: `Resume: ${shorten(draftLabel(draft), LONGEST)}`,
    description: `at the step “${draft.step}”`,
    iconPath: themeIcon({ name: 'debug-continue' }),
  };
}
