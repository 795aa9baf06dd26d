/** The outline of all events: year → event → participants, then evidence by source. */
import { comparePlaces, edtfPlace, formatEdtf, type EdtfPlace } from '../dates/edtf';
import { MONTHS } from '../dates/calendar';
import type { EventRecord } from '../model/records';
import { eventTypeOf } from '../schema/lookup';
import type { Store } from '../store/store';
import { accountNodes } from './accounts';
import { isFiltering, NO_FILTER, Sieve, type OutlineFilter } from './filter';
import { EVENT_ICON, eventTypeIcon } from './icons';
import { childId, type Outline, type OutlineNode, type OutlineSubject } from './node';
import { participantNodes } from './participants';
import { sourceNodes } from './passages';
import { discussed } from './progress';
import { splitNodes } from './split';
import type { Tallies } from './tallies';
import { count, dotted, sentence, spaced } from './words';

/** A year with more events than this is divided into months. */
const MOST_OF_A_YEAR = 100;
/** Up to so many hits a filter unfolds the years, so that they are seen at once. */
const MOST_UNFOLDED = 60;
const UNDATED = 'No date';

export class EventsOutline implements Outline {
  readonly #store: Store;
  readonly #tallies: Tallies;
  /** Of each date that was met, because reading dates takes most of the time. */
  readonly #places = new Map<string, EdtfPlace | undefined>();
  #sieve: Sieve | undefined;
  #filter = NO_FILTER;

  constructor(store: Store, tallies: Tallies) {
    this.#store = store;
    this.#tallies = tallies;
  }

  configure(filter: OutlineFilter): void {
    this.#filter = filter;
    this.#sieve = undefined;
  }

  /** How many of all events the filter lets through. */
  shown(): { readonly shown: number; readonly all: number } {
    const all = this.#store.indexes.liveEvents();
    return { shown: this.#filtered(all).length, all: all.length };
  }

  /** Years in order, what has no date last; in a year the events by date. */
  roots(): readonly OutlineNode[] {
    const events = this.#sorted(this.#filtered(this.#store.indexes.liveEvents()));
    const expanded = isFiltering(this.#filter) && events.length <= MOST_UNFOLDED;
    const prefix = isFiltering(this.#filter) ? 'filtered ' : '';
    return groupBy(events, ({ date }) => yearOf(this.#placeOf(date))).map(([year, group]) => {
      const id = prefix + year;
      const children = (): readonly OutlineNode[] =>
        group.length > MOST_OF_A_YEAR && year !== UNDATED
          ? this.#monthNodes(group, id)
          : this.#eventNodes(group, id);
      return { ...groupNode(id, year, group.length), expanded, children };
    });
  }

  /** The subjects that lead to an event or a passage of its evidence; empty when it is not shown here. */
  chainTo(subject: OutlineSubject): readonly OutlineSubject[] {
    const { indexes } = this.#store;
    if (subject.kind === 'event') {
      const live = indexes.event(subject.id);
      return live === undefined ? [] : [{ kind: 'event', id: live.id }];
    }
    if (subject.kind !== 'annotation') return [];
    const record = indexes
      .annotationsWithId(subject.id)
      .find(({ source }) => source === subject.source);
    const event = indexes.event(record?.annotation.event ?? '');
    if (event === undefined) return [];
    const source = { kind: 'source', path: subject.source } as const;
    return [{ kind: 'event', id: event.id }, source, subject];
  }

  #filtered(events: readonly EventRecord[]): readonly EventRecord[] {
    if (!isFiltering(this.#filter)) return events;
    const sieve = (this.#sieve ??= new Sieve(
      this.#filter,
      this.#store.schema,
      this.#store.indexes,
    ));
    return events.filter((event) => sieve.event(event));
  }

  #sorted(events: readonly EventRecord[]): readonly EventRecord[] {
    const rows = events.map((event) => ({ event, place: this.#placeOf(event.date) }));
    rows.sort((a, b) => {
      const order = comparePlaces(a.place, b.place);
      return order === 0 ? compareTitles(a.event, b.event) : order;
    });
    return rows.map(({ event }) => event);
  }

  #placeOf(date: string | undefined): EdtfPlace | undefined {
    if (date === undefined) return undefined;
    if (!this.#places.has(date)) this.#places.set(date, edtfPlace(date));
    return this.#places.get(date);
  }

  #monthNodes(events: readonly EventRecord[], parent: string): readonly OutlineNode[] {
    return groupBy(events, ({ date }) => monthOf(date, this.#placeOf(date))).map(
      ([month, group]) => {
        const id = childId(parent, month);
        const children = (): readonly OutlineNode[] => this.#eventNodes(group, id);
        return { ...groupNode(id, month, group.length), children };
      },
    );
  }

  #eventNodes(events: readonly EventRecord[], parent: string): readonly OutlineNode[] {
    return splitNodes(events, parent, (event, under) => this.#eventNode(event, under));
  }

  #eventNode(event: EventRecord, parent: string): OutlineNode {
    const id = childId(parent, event.id);
    const { passages, sources } = this.#tallies.of(event.id);
    const date = event.date === undefined ? undefined : formatEdtf(event.date);
    const status = event.status === 'occurred' ? undefined : event.status;
    const evidence = passages === 0 ? 'no evidence' : count(sources, 'source');
    const { schema } = this.#store;
    const type = eventTypeOf(schema, event.type).label;
    return {
      id,
      kind: 'event',
      label: event.title,
      description: dotted([date, status, evidence, ...discussed(event.thread)]),
      icon: eventTypeIcon(schema, event.type),
      spoken: sentence([
        event.title,
        event.mode === undefined ? type : `${type} (${spaced(event.mode)})`,
        date ?? 'no date',
        status,
        passages === 0 ? evidence : `${count(passages, 'passage')} in ${evidence}`,
        ...discussed(event.thread),
      ]),
      subject: { kind: 'event', id: event.id },
      children: () => this.#childrenOf(event.id, id),
    };
  }

  #childrenOf(eventId: string, id: string): readonly OutlineNode[] {
    const event = this.#store.indexes.event(eventId);
    if (event === undefined) return [];
    const evidence = this.#store.indexes.evidenceOf(eventId);
    return [
      ...participantNodes(this.#store, event, id),
      ...accountNodes(this.#store, event.id, id),
      ...sourceNodes(this.#store, evidence, id, 'passage', EVENT_ICON),
    ];
  }
}

function groupNode(id: string, label: string, size: number): OutlineNode {
  return {
    id,
    kind: 'group',
    label,
    description: String(size),
    spoken: `${label}, ${count(size, 'event')}`,
  };
}

function compareTitles(a: EventRecord, b: EventRecord): number {
  if (a.title !== b.title) return a.title < b.title ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

/** The year in which a date begins, or ends when it has no beginning. */
function yearOf(place: EdtfPlace | undefined): string {
  if (place === undefined) return UNDATED;
  const year = new Date(place.at).getUTCFullYear();
  return year > 0 ? String(year) : `${1 - year} BC`;
}

/** `April 2023`; a date that begins with a year alone, or with some month of it, belongs to no month. */
function monthOf(date: string | undefined, place: EdtfPlace | undefined): string {
  const first = date?.split(/[/,[\]{}]|\.\./).find((part) => part !== '') ?? '';
  const saysMonth = /[\dX][?~%]?-[?~%]?\d\d/.test(first);
  const at = place === undefined ? undefined : new Date(place.at);
  const month = at === undefined || !saysMonth ? undefined : MONTHS[at.getUTCMonth()];
  return month === undefined ? 'No month' : `${month} ${yearOf(place)}`;
}

/** In the order in which the groups begin. */
function groupBy<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
): readonly (readonly [string, readonly T[]])[] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push(item);
  }
  return [...groups];
}
