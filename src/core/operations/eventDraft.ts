/** An event that is being entered: what was said so far, what is asked next, and what it comes to. */
import { EVENT_STATUSES, type EventStatus, type Participant } from '../model/records';
import type { Schema } from '../model/schema';
import { eventTypeOf } from '../schema/lookup';
import type { Operation } from './operation';
import { isJsonObject } from './operationFields';

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
  readonly status?: EventStatus;
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

/** The event and its first passage; nothing while type or title are missing. */
export function operationsOf(
  draft: EventDraft,
  id: string,
  by: string | undefined,
): readonly Operation[] {
  const { type, title, mode, date, place, status, participants, source, start, end } = draft;
  if (type === undefined || title === undefined) return [];
  return [
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
      ...(by === undefined ? {} : { by }),
    },
  ];
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
    mayBe('status', (value) => EVENT_STATUSES.some((status) => status === value))
  );
}

function isParticipant(json: unknown): json is Participant {
  return (
    isJsonObject(json) && typeof json['role'] === 'string' && typeof json['entity'] === 'string'
  );
}
