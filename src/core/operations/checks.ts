/** What has to hold before an operation writes: references resolve, codes and dates are valid. */
import type { Annotation, Role } from '../model/annotation';
import type { EventRecord } from '../model/records';
import type { Schema } from '../model/schema';
import { checkEdtf } from '../dates/edtf';
import type { Draft } from './draft';
import type { OperationError } from './operation';

type Finding = OperationError | undefined;

/** The first thing wrong with an annotation of `source`, if any. */
export function checkAnnotation(draft: Draft, source: string, annotation: Annotation): Finding {
  const { entity, event, type, value, note, credibility, attributes } = annotation;
  const isAbout = entity ?? event ?? type ?? note;
  if (isAbout === undefined && Object.keys(attributes).length === 0) {
    return error('value-invalid', 'An annotation needs an entity, an event, a type or a note.');
  }
  if (entity !== undefined && event !== undefined) {
    return error('value-invalid', 'An annotation is about an entity or an event, not both.');
  }
  if (entity !== undefined && draft.entity(entity) === undefined) {
    return error('entity-unknown', `There is no entity “${entity}”.`);
  }
  if (event !== undefined && draft.event(event) === undefined) {
    return error('event-unknown', `There is no event “${event}”.`);
  }
  if (type !== undefined && !annotationTypes(draft.schema).has(type)) {
    return error('type-unknown', `The schema has no type “${type}”.`);
  }
  if (type === 'time' && value !== undefined) {
    const date = checkDate(value);
    if (date !== undefined) return date;
  }
  if (credibility !== undefined && !(Number.isInteger(credibility) && inRange(credibility, 1, 6))) {
    return error('value-invalid', 'Credibility is a number from 1 to 6.');
  }
  return checkRoles(draft, source, annotation.roles) ?? checkDecision(draft, source, annotation);
}

/** A file that stands where that of `source` would be may have been made for another one. */
export function checkAnnotationFile(draft: Draft, path: string, source: string): Finding {
  const content = draft.content(path);
  if (content?.kind !== 'annotations' || content.source.path === source) return undefined;
  const message = `${path} is about “${content.source.path}”, so nothing about “${source}” is written to it.`;
  return error('file-unreadable', message);
}

/** The types an annotation may name: those of entities and events, and `time`. */
export function annotationTypes(schema: Schema): ReadonlySet<string> {
  return new Set([...Object.keys(schema.entityTypes), ...Object.keys(schema.eventTypes), 'time']);
}

function checkRoles(draft: Draft, source: string, roles: readonly Role[]): Finding {
  const unknown = roles.find(
    ({ target }) =>
      draft.entity(target) === undefined &&
      draft.event(target) === undefined &&
      draft.annotations(target, source).length === 0,
  );
  if (unknown === undefined) return undefined;
  const message = `The role “${unknown.role}” names “${unknown.target}”, which is no entity, event or annotation of this source.`;
  return error('role-target-unknown', message);
}

/** It may also name the annotation itself, which need not be there yet. */
function checkDecision(draft: Draft, source: string, { id, decision }: Annotation): Finding {
  if (decision === undefined || decision === 'none' || decision === id) return undefined;
  if (draft.annotations(decision, source).length > 0) return undefined;
  const message = `The decision names “${decision}”, which is no annotation of this source, and not none.`;
  return error('annotation-unknown', message);
}

export function checkEntityType(schema: Schema, type: string): Finding {
  if (Object.hasOwn(schema.entityTypes, type)) return undefined;
  const known = Object.keys(schema.entityTypes).join(', ');
  return error('type-unknown', `The schema has no entity type “${type}”; it has ${known}.`);
}

export function checkEventType(schema: Schema, type: string): Finding {
  if (Object.hasOwn(schema.eventTypes, type)) return undefined;
  const known = Object.keys(schema.eventTypes).join(', ');
  return error('type-unknown', `The schema has no event type “${type}”; it has ${known}.`);
}

export function checkEvent(draft: Draft, event: EventRecord): Finding {
  const { schema } = draft;
  const type = Object.hasOwn(schema.eventTypes, event.type)
    ? schema.eventTypes[event.type]
    : undefined;
  if (type === undefined) {
    const known = Object.keys(schema.eventTypes).join(', ');
    return error('type-unknown', `The schema has no event type “${event.type}”; it has ${known}.`);
  }
  if (event.mode !== undefined && !type.modes.includes(event.mode)) {
    const known = type.modes.length === 0 ? 'none' : type.modes.join(', ');
    return error('mode-unknown', `“${event.type}” has no mode “${event.mode}”; it has ${known}.`);
  }
  const unknown = event.participants.find(
    ({ entity }) => draft.entity(entity) === undefined && draft.event(entity) === undefined,
  );
  if (unknown !== undefined) {
    return error('entity-unknown', `There is no entity or event “${unknown.entity}”.`);
  }
  return event.date === undefined ? undefined : checkDate(event.date);
}

export function checkDate(value: string): Finding {
  const result = checkEdtf(value);
  return result.ok ? undefined : error('value-invalid', result.message);
}

function inRange(value: number, from: number, to: number): boolean {
  return value >= from && value <= to;
}

function error(code: OperationError['code'], message: string): OperationError {
  return { code, message };
}
