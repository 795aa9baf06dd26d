/** Which event a passage reports: the candidates, the likeliest first. */
import type { EventRecord } from '../model/records';
import { foldName } from './fold';

export interface EventQuery {
  readonly events: readonly EventRecord[];
  /** What was typed to filter the list; the empty string keeps all events. */
  readonly text: string;
  /** The words of the passage. */
  readonly passage: string;
  /** Ids of the entities that the passage mentions. */
  readonly mentioned: ReadonlySet<string>;
  /** Ids of the events used last, latest first. */
  readonly recent: readonly string[];
  /** Ids of the events of which the source has evidence. */
  readonly inSource: ReadonlySet<string>;
  /** The name of an entity, by which events are found too. */
  readonly nameOf: (id: string) => string;
  readonly limit?: number;
}

export interface RankedEvent {
  readonly event: EventRecord;
  readonly score: number;
  /** Whether the passage may well report this event: it shares words or participants with it. */
  readonly plausible: boolean;
}

const TITLE = 400;
const PARTICIPANT = 120;
const MOST_PARTICIPANTS = 3;
const IN_SOURCE = 60;
const RECENT = 50;
/** More than all the others together. */
const NAMED = 1000;
/** A share of the words of the title, or a score of all together, from which an event is plausible. */
const PLAUSIBLE_SHARE = 0.4;
const PLAUSIBLE_SCORE = 2 * PARTICIPANT + RECENT / 2;
/** The start of a word counts for the word: `invade`, `invasion`. */
const STEM = 5;
const COMMON = new Set(
  'a an the of in on at to for and or with from by as is are was were be his her its their that'.split(
    ' ',
  ),
);

/** Equal scores are in alphabetical order of the titles. With a filter text every word of it must be found. */
export function rankEvents(query: EventQuery): readonly RankedEvent[] {
  const filter = wordsOf(query.text);
  const passage = new Set(contentWords(query.passage).map(stem));
  const ranked = query.events
    .filter((event) => filter.length === 0 || fits(event, filter, query.nameOf))
    .map((event) => {
      const { score, ...rest } = rank(event, passage, query);
      const isMeant = filter.length > 0 && isNamed(event, filter);
      return { ...rest, score: isMeant ? score + NAMED : score };
    });
  ranked.sort((a, b) =>
    a.score === b.score ? (a.event.title < b.event.title ? -1 : 1) : b.score - a.score,
  );
  return query.limit === undefined ? ranked : ranked.slice(0, query.limit);
}

function rank(event: EventRecord, passage: ReadonlySet<string>, query: EventQuery): RankedEvent {
  const words = contentWords(event.title);
  const common = words.filter((word) => passage.has(stem(word))).length;
  const share = words.length === 0 ? 0 : common / words.length;
  const involved = new Set([...event.participants.map(({ entity }) => entity), event.place ?? '']);
  const named = [...involved].filter((id) => query.mentioned.has(id)).length;
  const recency = query.recent.indexOf(event.id);
  const score =
    TITLE * share +
    PARTICIPANT * Math.min(named, MOST_PARTICIPANTS) +
    (query.inSource.has(event.id) ? IN_SOURCE : 0) +
    (recency < 0 ? 0 : Math.max(1, RECENT - recency));
  return { event, score, plausible: share >= PLAUSIBLE_SHARE || score >= PLAUSIBLE_SCORE };
}

/** Whether title or id have every word: other events only involve what is looked for. */
function isNamed({ title, id }: EventRecord, filter: readonly string[]): boolean {
  const own = foldName(`${title} ${id}`);
  return filter.every((word) => own.includes(word));
}

function fits(
  event: EventRecord,
  filter: readonly string[],
  nameOf: (id: string) => string,
): boolean {
  const names = event.participants.map(({ entity }) => nameOf(entity));
  const place = event.place === undefined ? '' : nameOf(event.place);
  const fields = [event.title, event.id, event.type, event.mode ?? '', event.date ?? '', place];
  const all = foldName([...fields, ...names].join(' '));
  return filter.every((word) => all.includes(word));
}

/** The words of a text that say something, folded. */
export function contentWords(text: string): readonly string[] {
  return wordsOf(text).filter((word) => !COMMON.has(word));
}

function wordsOf(text: string): readonly string[] {
  return foldName(text).match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

/** What stands for a word and its forms. */
export function stem(word: string): string {
  return word.slice(0, STEM);
}
