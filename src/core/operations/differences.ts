/** What two records of one kind say differently: what has to be decided when they are merged. */
import type { Entity, EventRecord } from '../model/records';

/** One field, or fields that only go together, of which both records have a value. */
export interface Difference {
  /** Names of fields as the `take` of a merge has them. */
  readonly fields: readonly [string, ...string[]];
  /** What it is called, as an id: `name`, `links.wikidata`. */
  readonly field: string;
  readonly from: string;
  readonly into: string;
}

/** In the order of the file. A value that only one has is no difference: the merged record gets it. */
export function entityDifferences(from: Entity, into: Entity): readonly Difference[] {
  const links = Object.keys(from.links).filter((key) => Object.hasOwn(into.links, key));
  return [
    ...differing(['type'], from.type, into.type),
    ...differing(['name'], from.name, into.name),
    ...links.flatMap((key) => differing([`links.${key}`], from.links[key], into.links[key])),
    ...differing(['note'], from.note, into.note),
  ];
}

/** The mode belongs to the type: with another type the two are taken together. */
export function eventDifferences(from: EventRecord, into: EventRecord): readonly Difference[] {
  const modes =
    from.type === into.type
      ? differing(['mode'], from.mode, into.mode)
      : differing(['type', 'mode'], kindOf(from), kindOf(into));
  return [
    ...modes,
    ...differing(['title'], from.title, into.title),
    ...differing(['date'], from.date, into.date),
    ...differing(['place'], from.place, into.place),
    ...differing(['status'], from.status, into.status),
    ...differing(['note'], from.note, into.note),
  ];
}

function kindOf({ type, mode }: EventRecord): string {
  return mode === undefined ? type : `${type} (${mode})`;
}

function differing(
  fields: readonly [string, ...string[]],
  from: string | undefined,
  into: string | undefined,
): readonly Difference[] {
  if (from === undefined || into === undefined || from === into) return [];
  return [{ fields, field: fields[0], from, into }];
}
