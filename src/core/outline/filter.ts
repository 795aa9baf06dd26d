/** What the sidebar is narrowed down to: words and types. */
import { foldName } from '../matching/fold';
import { quoteOf, type Annotation } from '../model/annotation';
import type { Entity, EventRecord } from '../model/records';
import type { Schema } from '../model/schema';
import { entityTypeOf, eventTypeOf, isKindOf } from '../schema/lookup';
import type { Indexes } from '../store/indexes';
import { count } from './words';

export interface OutlineFilter {
  /** Every word of it must occur in what is shown, in any order; case and accents do not count. */
  readonly text: string;
  /** Ids of entity types, their kinds included; none means all. */
  readonly entityTypes: readonly string[];
  readonly eventTypes: readonly string[];
}

export const NO_FILTER: OutlineFilter = { text: '', entityTypes: [], eventTypes: [] };

export function isFiltering({ text, entityTypes, eventTypes }: OutlineFilter): boolean {
  return text.trim() !== '' || entityTypes.length > 0 || eventTypes.length > 0;
}

/** The filter in words: `“xi”, Person or Place`. Empty when nothing is filtered. */
export function filterWords(schema: Schema, filter: OutlineFilter): string {
  const text = filter.text.trim();
  const labels = [
    ...filter.entityTypes.map((id) => entityTypeOf(schema, id).label),
    ...filter.eventTypes.map((id) => eventTypeOf(schema, id).label),
  ];
  const types = labels.length > 3 ? count(labels.length, 'type') : labels.join(' or ');
  return [text === '' ? '' : `“${text}”`, types].filter((part) => part !== '').join(', ');
}

/** Answers for one filter and the records as they are; folded names are kept while records live. */
export class Sieve {
  readonly filter: OutlineFilter;
  readonly #schema: Schema;
  readonly #indexes: Indexes;
  readonly #words: readonly string[];
  readonly #folded = new WeakMap<object, string>();

  constructor(filter: OutlineFilter, schema: Schema, indexes: Indexes) {
    this.filter = filter;
    this.#schema = schema;
    this.#indexes = indexes;
    this.#words = foldName(filter.text)
      .split(' ')
      .filter((word) => word !== '');
  }

  /** By name, alias, id and type. */
  entity(entity: Entity): boolean {
    return this.#entityType(entity.type) && this.#has(this.#ofEntity(entity));
  }

  /** By title, id, type, mode, place, and the names of those who take part. */
  event(event: EventRecord): boolean {
    return (
      this.#eventType(event.type) && (this.#words.length === 0 || this.#has(this.#ofEvent(event)))
    );
  }

  /** By its words, note and type, and by the record it names. With types chosen, those alone. */
  annotation(annotation: Annotation): boolean {
    const { entityTypes, eventTypes } = this.filter;
    const entity = this.#indexes.entity(annotation.entity ?? '');
    const event = this.#indexes.event(annotation.event ?? '');
    if (entityTypes.length + eventTypes.length > 0) {
      const fits =
        entity === undefined
          ? event !== undefined && eventTypes.length > 0 && this.#eventType(event.type)
          : entityTypes.length > 0 && this.#entityType(entity.type);
      if (!fits) return false;
    }
    if (this.#words.length === 0) return true;
    const words = [quoteOf(annotation), annotation.note ?? '', annotation.type ?? ''];
    const own = [foldName(words.join('\n'))];
    if (entity !== undefined) own.push(this.#ofEntity(entity));
    if (event !== undefined) own.push(this.#ofEvent(event));
    return this.#has(own.join('\n'));
  }

  #entityType(type: string): boolean {
    const { entityTypes } = this.filter;
    return entityTypes.length === 0 || entityTypes.some((id) => isKindOf(this.#schema, type, id));
  }

  #eventType(type: string): boolean {
    const { eventTypes } = this.filter;
    return eventTypes.length === 0 || eventTypes.includes(type);
  }

  #has(folded: string): boolean {
    return this.#words.every((word) => folded.includes(word));
  }

  #ofEntity(entity: Entity): string {
    const known = this.#folded.get(entity);
    if (known !== undefined) return known;
    const label = entityTypeOf(this.#schema, entity.type).label;
    const aliases = entity.aliases.map((alias) => alias.text);
    const folded = foldName([entity.name, ...aliases, entity.id, label].join('\n'));
    this.#folded.set(entity, folded);
    return folded;
  }

  #ofEvent({ title, id, type, mode, place, participants }: EventRecord): string {
    const named = [place ?? '', ...participants.map(({ entity }) => entity)].map((each) => {
      const entity = this.#indexes.entity(each);
      return entity === undefined ? foldName(each) : this.#ofEntity(entity);
    });
    const label = eventTypeOf(this.#schema, type).label;
    return [foldName([title, id, label, mode ?? ''].join('\n')), ...named].join('\n');
  }
}
