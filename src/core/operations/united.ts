/** What two records of one kind say together. */
import type { Entity, EventRecord, Participant, Relation } from '../model/records';
import type { Schema } from '../model/schema';
import { isOpenThread, type Thread } from '../model/thread';
import { present } from '../storage/decode';
import type { AnyRecord } from './anyRecord';
import { withAliases } from './records';

/** Names of the fields whose value the record that is left may have from the other one. */
export function takeable(from: AnyRecord, into: AnyRecord): readonly string[] {
  if (from.kind === 'event') return ['type', 'mode', 'title', 'date', 'place', 'status', 'note'];
  const links = into.kind === 'entity' ? { ...from.record.links, ...into.record.links } : {};
  return ['type', 'name', 'note', 'links', ...Object.keys(links).map((key) => `links.${key}`)];
}

/** `into` with the names, links and relations of both; `take` names the fields that are those of `from`. */
export function unitedEntity(from: Entity, into: Entity, take: ReadonlySet<string>): Entity {
  const [name, other] = take.has('name') ? [from.name, into.name] : [into.name, from.name];
  const links = { ...from.links, ...into.links };
  for (const [key, value] of Object.entries(from.links)) {
    if (take.has('links') || take.has(`links.${key}`)) links[key] = value;
  }
  const change = { from: from.id, into: into.id };
  const relations = unitedRelations(
    [...(into.relations ?? []), ...(from.relations ?? [])].filter(
      ({ entity }) => entity !== from.id && entity !== into.id,
    ),
  );
  return {
    id: into.id,
    type: take.has('type') ? from.type : into.type,
    name,
    aliases: withAliases(into.aliases, [other, ...from.aliases], name).filter(
      ({ text }) => text !== name,
    ),
    links,
    ...present({
      relations: relations.length === 0 ? undefined : relations,
      note: either(take.has('note'), from.note, into.note),
      distinctFrom: unitedDistinct(from.distinctFrom, into.distinctFrom, change),
      mergedInto: into.mergedInto,
      thread: unitedThreads(into.thread, from.thread),
    }),
  };
}

export function unitedEvent(
  schema: Schema,
  from: EventRecord,
  into: EventRecord,
  take: ReadonlySet<string>,
): EventRecord {
  const type = take.has('type') ? from.type : into.type;
  const field = <K extends 'date' | 'place' | 'status' | 'note'>(
    key: K,
  ): EventRecord[K] | undefined => either(take.has(key), from[key], into[key]);
  return {
    id: into.id,
    type,
    title: take.has('title') ? from.title : into.title,
    participants: unitedParticipants(from, into),
    ...present({
      mode: modeOf(schema, type, take.has('mode') ? [from, into] : [into, from]),
      date: field('date'),
      place: field('place'),
      status: field('status'),
      note: field('note'),
      distinctFrom: unitedDistinct(from.distinctFrom, into.distinctFrom, {
        from: from.id,
        into: into.id,
      }),
      mergedInto: into.mergedInto,
      thread: unitedThreads(into.thread, from.thread),
    }),
  };
}

/** The relations in which what leads to `from` and to `into` alike is one that leads to `into`. */
export function withUnitedRelations(
  relations: readonly Relation[],
  { from, into }: { readonly from: string; readonly into: string },
): readonly Relation[] {
  const twins = relations.filter(
    (each) =>
      each.entity === from &&
      relations.some((other) => other.entity === into && isUnitable(other, each)),
  );
  if (twins.length === 0) return relations;
  return unitedRelations(
    relations.map((each) => (twins.includes(each) ? { ...each, entity: into } : each)),
  );
}

/** Of the same relation there is one, with the evidence of all; different dates keep them apart. */
function unitedRelations(relations: readonly Relation[]): readonly Relation[] {
  const united: Relation[] = [];
  for (const relation of relations) {
    const at = united.findIndex(
      (each) => each.entity === relation.entity && isUnitable(each, relation),
    );
    const known = united[at];
    if (known === undefined) united.push(relation);
    else united[at] = together(known, relation);
  }
  return united;
}

function isUnitable(one: Relation, other: Relation): boolean {
  const areDatesAlike =
    one.date === undefined || other.date === undefined || one.date === other.date;
  return one.type === other.type && areDatesAlike;
}

function together(one: Relation, other: Relation): Relation {
  const evidence = [...new Set([...(one.evidence ?? []), ...(other.evidence ?? [])])];
  return {
    type: one.type,
    entity: one.entity,
    ...present({
      date: one.date ?? other.date,
      evidence: evidence.length === 0 ? undefined : evidence,
      note: one.note ?? other.note,
    }),
  };
}

/** Those of both, each once; neither takes part in itself. */
function unitedParticipants(from: EventRecord, into: EventRecord): readonly Participant[] {
  const united: Participant[] = [];
  for (const each of [...into.participants, ...from.participants]) {
    const isOwn = each.entity === from.id || each.entity === into.id;
    const isKnown = united.some(({ role, entity }) => role === each.role && entity === each.entity);
    if (!isOwn && (!isKnown || into.participants.includes(each))) united.push(each);
  }
  return united;
}

function unitedDistinct(
  from: readonly string[] | undefined,
  into: readonly string[] | undefined,
  own: { readonly from: string; readonly into: string },
): readonly string[] | undefined {
  const ids = new Set([...(into ?? []), ...(from ?? [])]);
  ids.delete(own.from);
  ids.delete(own.into);
  return ids.size === 0 ? undefined : [...ids];
}

/** The first mode that the type has; one that no type allows stays with its own type. */
function modeOf(schema: Schema, type: string, records: readonly EventRecord[]): string | undefined {
  const known = Object.hasOwn(schema.eventTypes, type) ? schema.eventTypes[type]?.modes : undefined;
  const fits = ({ type: own, mode }: EventRecord): boolean =>
    mode !== undefined && (own === type || known?.includes(mode) === true);
  return records.find(fits)?.mode;
}

/** The comments of both, an open discussion last: it stays open. */
function unitedThreads(into: Thread | undefined, from: Thread | undefined): Thread | undefined {
  if (into === undefined || from === undefined) return into ?? from;
  const [one, other] = isOpenThread(into) && !isOpenThread(from) ? [from, into] : [into, from];
  return [...one, ...other];
}

function either<T>(isTaken: boolean, from: T | undefined, into: T | undefined): T | undefined {
  return isTaken ? (from ?? into) : (into ?? from);
}
