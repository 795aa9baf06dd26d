/** An event that is being entered: what was said so far, what is asked next, and what it comes to. */
import { CERTAINTIES, POLARITIES, type Certainty, type Polarity } from '../model/annotation';
import { EVENT_STATUSES, type EventStatus, type Participant } from '../model/records';
import type { Schema } from '../model/schema';
import { eventTypeOf } from '../schema/lookup';
import type { Span } from '../text/span';
import type { Operation } from './operation';
import { isJsonObject } from './fieldChecks';

export const EVENT_STEPS = [
  'type',
  'mode',
  'title',
  'date',
  'place',
  'participants',
  'roles',
  'status',
] as const;
export type EventStep = (typeof EVENT_STEPS)[number];

/** An entity that is made together with the event. */
export interface DraftEntity {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  /** Where the text names it, to be annotated as its first mention: code points, and the words. */
  readonly mention?: Span & { readonly exact: string };
}

/** `null` stands for what was skipped, an absent field for what was not asked yet. */
export interface EventDraft {
  readonly source: string;
  /** Code points of the passage that reports the event, and its words. */
  readonly start: number;
  readonly end: number;
  readonly exact: string;
  /** What is asked next. */
  readonly step: EventStep;
  readonly type?: string;
  readonly mode?: string | null;
  readonly title?: string;
  readonly date?: string | null;
  readonly place?: string | null;
  readonly participants?: readonly Participant[];
  /** Whom the place and the participants name that have no record yet. */
  readonly entities?: readonly DraftEntity[];
  readonly status?: EventStatus;
  /** How sure the passage is, whether it says that it is so, and how credible that is, 1 to 6. */
  readonly certainty?: Certainty | null;
  readonly polarity?: Polarity | null;
  readonly credibility?: number | null;
}

/** The steps that this event needs: no mode for a type without modes, no roles without participants. */
export function stepsOf(schema: Schema, draft: EventDraft): readonly EventStep[] {
  return EVENT_STEPS.filter((step) => {
    if (step === 'mode') {
      return draft.type === undefined || eventTypeOf(schema, draft.type).modes.length > 0;
    }
    return step !== 'roles' || draft.participants?.length !== 0;
  });
}

/** The step after the one that the draft is at; absent after the last. */
export function stepAfter(schema: Schema, draft: EventDraft): EventStep | undefined {
  const steps = stepsOf(schema, draft);
  return steps[steps.indexOf(draft.step) + 1];
}

/** The step before; absent before the first. */
export function stepBefore(schema: Schema, draft: EventDraft): EventStep | undefined {
  const steps = stepsOf(schema, draft);
  return steps[steps.indexOf(draft.step) - 1];
}

/** With another type the mode goes that it does not have, and roles are asked for anew. */
export function withType(schema: Schema, draft: EventDraft, type: string): EventDraft {
  if (draft.type === type) return draft;
  const { mode, ...rest } = draft;
  const kept = typeof mode === 'string' && eventTypeOf(schema, type).modes.includes(mode);
  return { ...rest, type, ...(kept ? { mode } : {}) };
}

/**
 * The new entities with their mentions, the event, and last its passage; nothing while type or title
 * are missing. Entities that the draft does not name any more are left out.
 */
export function operationsOf(
  draft: EventDraft,
  id: string,
  by: string | undefined,
): readonly Operation[] {
  const { type, title, mode, date, place, status, participants, source, start, end } = draft;
  const { certainty, polarity, credibility } = draft;
  if (type === undefined || title === undefined) return [];
  const signed = by === undefined ? {} : { by };
  const entities = namedEntities(draft);
  return [
    ...entities.map(({ id: entity, type: of, name, mention }): Operation => {
      const isOther = mention !== undefined && mention.exact !== name;
      const aliases = isOther ? { aliases: [mention.exact.replaceAll(/\s+/g, ' ')] } : {};
      return { op: 'createEntity', id: entity, type: of, name, ...aliases };
    }),
    ...entities.flatMap(({ id: entity, mention }): readonly Operation[] =>
      mention === undefined
        ? []
        : [
            {
              op: 'annotate',
              source,
              entity,
              start: mention.start,
              end: mention.end,
              ...signed,
            },
          ],
    ),
    {
      op: 'createEvent',
      id,
      type,
      title,
      ...(typeof mode === 'string' ? { mode } : {}),
      ...(typeof date === 'string' ? { date } : {}),
      ...(typeof place === 'string' ? { place } : {}),
      ...(participants === undefined ? {} : { participants }),
      ...(status === undefined ? {} : { status }),
    },
    {
      op: 'addEvidence',
      source,
      event: id,
      start,
      end,
      ...(typeof certainty === 'string' ? { certainty } : {}),
      ...(typeof polarity === 'string' ? { polarity } : {}),
      ...(typeof credibility === 'number' ? { credibility } : {}),
      ...signed,
    },
  ];
}

/** The new entities that the draft still names. */
export function namedEntities({
  entities,
  place,
  participants,
}: EventDraft): readonly DraftEntity[] {
  const named = new Set([place, ...(participants ?? []).map(({ entity }) => entity)]);
  return (entities ?? []).filter(({ id }) => named.has(id));
}

/** The draft where its passage begins now; mentions that the text does not have there any more are forgotten. */
export function movedDraft(
  draft: EventDraft,
  start: number,
  wordsAt: (span: Span) => string,
): EventDraft {
  const by = start - draft.start;
  const entities = draft.entities?.map(({ mention, ...entity }) => {
    if (mention === undefined) return entity;
    const moved = { ...mention, start: mention.start + by, end: mention.end + by };
    return wordsAt(moved) === mention.exact ? { ...entity, mention: moved } : entity;
  });
  const passage = { start, end: draft.end + by };
  return { ...draft, ...passage, ...(entities === undefined ? {} : { entities }) };
}

/** In words, to choose a draft by: its title, or the passage. */
export function draftLabel({ title, exact }: EventDraft): string {
  return title ?? exact.replaceAll(/\s+/g, ' ');
}

/** The drafts that a host kept as JSON; what has not the shape of one is left out. */
export function readDrafts(json: unknown): readonly EventDraft[] {
  if (!Array.isArray(json)) return [];
  return json.flatMap((each: unknown) => (isDraft(each) ? [each] : []));
}

function isDraft(json: unknown): json is EventDraft {
  if (!isJsonObject(json)) return false;
  const isText = (key: string): boolean => typeof json[key] === 'string';
  const mayBe = (key: string, check: (value: unknown) => boolean): boolean =>
    json[key] === undefined || json[key] === null || check(json[key]);
  return (
    isText('source') &&
    isText('exact') &&
    Number.isSafeInteger(json['start']) &&
    Number.isSafeInteger(json['end']) &&
    EVENT_STEPS.some((step) => step === json['step']) &&
    ['type', 'mode', 'title', 'date', 'place'].every((key) => mayBe(key, () => isText(key))) &&
    mayBe('participants', (value) => Array.isArray(value) && value.every(isParticipant)) &&
    mayBe('entities', (value) => Array.isArray(value) && value.every(isDraftEntity)) &&
    mayBe('status', (value) => EVENT_STATUSES.some((status) => status === value)) &&
    mayBe('certainty', (value) => CERTAINTIES.some((each) => each === value)) &&
    mayBe('polarity', (value) => POLARITIES.some((each) => each === value)) &&
    mayBe('credibility', Number.isSafeInteger)
  );
}

function isParticipant(json: unknown): json is Participant {
  return (
    isJsonObject(json) && typeof json['role'] === 'string' && typeof json['entity'] === 'string'
  );
}

function isDraftEntity(json: unknown): json is DraftEntity {
  if (!isJsonObject(json)) return false;
  const { mention } = json;
  return (
    ['id', 'type', 'name'].every((key) => typeof json[key] === 'string') &&
    (mention === undefined ||
      (isJsonObject(mention) &&
        typeof mention['exact'] === 'string' &&
        Number.isSafeInteger(mention['start']) &&
        Number.isSafeInteger(mention['end'])))
  );
}
