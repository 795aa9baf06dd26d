/** Pairs of events that may be one: of one type and time, with the same people or much the same title. */
import { edtfBounds } from '../dates/edtf';
import type { Bounds } from '../dates/bounds';
import type { EventRecord } from '../model/records';
import { areSaidToBeTwo, byScore, type Duplicate } from './duplicates';
import { contentWords, stem } from './events';

/** When more events have a trait, they are only compared by their other traits. */
const MOST_ALIKE = 80;
/** Of their titles events must share this much with the same people at the same time; with less, more. */
const TITLE_WITH_PEOPLE = 0.2;
const TITLE_WITH_DATE = 0.4;
const TITLE_ALONE = 0.6;

interface Prepared {
  readonly event: EventRecord;
  readonly bounds: Bounds | undefined;
  readonly people: ReadonlySet<string>;
  readonly stems: ReadonlySet<string>;
}

/** Pairs of events that stand for themselves and that nobody has said to be two, the likeliest first. */
export function duplicateEvents(events: Iterable<EventRecord>): readonly Duplicate[] {
  const all = [...events].filter(({ mergedInto }) => mergedInto === undefined).map(prepared);
  const blocks = new Map<string, Prepared[]>();
  for (const each of all) {
    for (const trait of [...each.people, ...[...each.stems].map((word) => `“${word}`)]) {
      const key = `${each.event.type} ${trait}`;
      const block = blocks.get(key);
      if (block === undefined) blocks.set(key, [each]);
      else block.push(each);
    }
  }
  const found = new Map<string, Duplicate>();
  for (const block of blocks.values()) {
    if (block.length > MOST_ALIKE) continue;
    for (const [index, a] of block.entries()) {
      for (const b of block.slice(index + 1)) {
        const pair = compare(a, b);
        if (pair !== undefined) found.set(pair.ids.join(' '), pair);
      }
    }
  }
  return [...found.values()].sort(byScore);
}

function prepared(event: EventRecord): Prepared {
  return {
    event,
    bounds: event.date === undefined ? undefined : edtfBounds(event.date),
    people: new Set(event.participants.map(({ entity }) => entity)),
    stems: new Set(contentWords(event.title).map(stem)),
  };
}

function compare(a: Prepared, b: Prepared): Duplicate | undefined {
  const [one, other] = [a.event, b.event];
  if (one.id === other.id || areSaidToBeTwo(one, other)) return undefined;
  const isDated = a.bounds !== undefined && b.bounds !== undefined;
  if (isDated && !meet(a.bounds, b.bounds)) return undefined;
  const people = [...a.people].filter((id) => b.people.has(id)).length;
  const everybody = people > 0 && people === Math.max(a.people.size, b.people.size);
  const titles = shareOf(a.stems, b.stems);
  const isSameDate = isDated && one.date === other.date;
  const least =
    people > 1 || everybody
      ? isSameDate
        ? TITLE_WITH_PEOPLE
        : TITLE_WITH_DATE
      : isDated
        ? TITLE_WITH_DATE
        : TITLE_ALONE;
  if (titles < least || haveOthersInOneRole(one, other)) return undefined;
  const score =
    0.3 + (isSameDate ? 0.2 : 0) + (everybody ? 0.2 : people > 1 ? 0.15 : 0) + 0.3 * titles;
  const ids = one.id < other.id ? ([one.id, other.id] as const) : ([other.id, one.id] as const);
  const reason = wordsFor(one, { isDated, isSameDate, people, titles });
  return { kind: 'event', ids, score: Math.min(1, score), reason };
}

interface Alike {
  readonly isDated: boolean;
  readonly isSameDate: boolean;
  readonly people: number;
  readonly titles: number;
}

/** `Same type, same date, 2 participants in common, titles alike`. */
function wordsFor({ date }: EventRecord, { isDated, isSameDate, people, titles }: Alike): string {
  const when = isSameDate ? `same date ${date ?? ''}` : isDated ? 'dates that agree' : '';
  const who = people === 0 ? '' : `${people} participant${people === 1 ? '' : 's'} in common`;
  const what = titles >= TITLE_WITH_DATE ? 'titles alike' : '';
  return ['Same type', when, who, what].filter((part) => part !== '').join(', ');
}

/** Whether there is a role that both have, and nobody in it whom both have. */
function haveOthersInOneRole(a: EventRecord, b: EventRecord): boolean {
  return a.participants.some(({ role }) => {
    const others = b.participants.filter((each) => each.role === role);
    const own = a.participants.filter((each) => each.role === role);
    const isShared = own.some(({ entity }) => others.some((each) => each.entity === entity));
    return others.length > 0 && !isShared;
  });
}

function meet(a: Bounds, b: Bounds): boolean {
  return a.min <= b.max && b.min <= a.max;
}

function shareOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const common = [...a].filter((word) => b.has(word)).length;
  const all = a.size + b.size - common;
  return all === 0 ? 0 : common / all;
}
