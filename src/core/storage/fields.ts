/** Model → the fields of its YAML, in the order in which the format writes them. */
import type { Annotation, Target } from '../model/annotation';
import type { Entity, EventRecord, SourceMetadata } from '../model/records';
import type { FieldMap } from './emit';
import { relationFields } from './relations';
import { threadFields } from './threads';

/** The keys that say where an annotation is. */
export const TARGET_KEYS = ['exact', 'prefix', 'suffix', 'start', 'end', 'fragments'] as const;

export const ANNOTATION_KEYS = [
  ...TARGET_KEYS,
  'entity',
  'event',
  'type',
  'roles',
  'value',
  'certainty',
  'polarity',
  'credibility',
  'attributes',
  'note',
  'by',
  'status',
  'decision',
  'thread',
] as const;

export const SOURCE_KEYS = [
  'path',
  'blob',
  'title',
  'publisher',
  'published',
  'language',
  'url',
  'reliability',
  'body',
  'state',
  'reviewedBy',
  'thread',
] as const;

export const ENTITY_KEYS = [
  'format',
  'id',
  'type',
  'name',
  'aliases',
  'links',
  'relations',
  'note',
  'distinctFrom',
  'mergedInto',
  'thread',
] as const;

export const EVENT_KEYS = [
  'format',
  'id',
  'type',
  'mode',
  'title',
  'date',
  'place',
  'participants',
  'status',
  'note',
  'distinctFrom',
  'mergedInto',
  'thread',
] as const;

function targetFields(target: Target): FieldMap {
  const { exact, prefix, suffix, start, end } = target;
  return { exact, prefix, suffix, start, end };
}

/** Empty lists and maps and the default status are left out. */
export function annotationFields(annotation: Annotation): FieldMap {
  const [first, ...more] = annotation.targets;
  const place =
    more.length === 0
      ? targetFields(first)
      : { fragments: annotation.targets.map((target) => targetFields(target)) };
  return {
    ...place,
    entity: annotation.entity,
    event: annotation.event,
    type: annotation.type,
    roles: ifAny(annotation.roles.map(({ role, target }) => ({ role, target }))),
    value: annotation.value,
    certainty: annotation.certainty,
    polarity: annotation.polarity,
    credibility: annotation.credibility,
    attributes: ifFields({ ...annotation.attributes }),
    note: annotation.note,
    by: annotation.by,
    status: annotation.status === 'accepted' ? undefined : annotation.status,
    decision: annotation.decision,
    thread: threadFields(annotation.thread),
  };
}

export function sourceFields(source: SourceMetadata): FieldMap {
  const { path, blob, title, publisher, published, language, url, reliability, state } = source;
  const body =
    source.body === undefined ? undefined : ifAny(source.body.map((range) => [...range]));
  const reviewedBy = ifAny([...(source.reviewedBy ?? [])]);
  const thread = threadFields(source.thread);
  const said = { path, blob, title, publisher, published, language, url, reliability };
  return { ...said, body, state, reviewedBy, thread };
}

export function entityFields(entity: Entity): FieldMap {
  const { type, name, note, mergedInto } = entity;
  const aliases = entity.aliases.map(({ text, language }) =>
    language === undefined ? text : { text, language },
  );
  const links = ifFields(entity.links);
  const relations = ifAny((entity.relations ?? []).map(relationFields));
  const distinctFrom = ifAny([...(entity.distinctFrom ?? [])]);
  return {
    type,
    name,
    aliases: ifAny(aliases),
    links,
    relations,
    note,
    distinctFrom,
    mergedInto,
    thread: threadFields(entity.thread),
  };
}

export function eventFields(event: EventRecord): FieldMap {
  const { type, mode, title, date, place, status, note, mergedInto } = event;
  const participants = ifAny(event.participants.map(({ role, entity }) => ({ role, entity })));
  const distinctFrom = ifAny([...(event.distinctFrom ?? [])]);
  const thread = threadFields(event.thread);
  const said = { type, mode, title, date, place, participants, status, note };
  return { ...said, distinctFrom, mergedInto, thread };
}

function ifAny<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length === 0 ? undefined : list;
}

function ifFields(map: FieldMap): FieldMap | undefined {
  return Object.keys(map).length === 0 ? undefined : map;
}
