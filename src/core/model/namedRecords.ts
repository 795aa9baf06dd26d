/** Which entities and events a record names, by their ids; each as often as it does. */
import { isAnnotationId, type Annotation } from './annotation';
import type { Entity, EventRecord } from './records';
import type { Rejection } from './rejection';

export function namedByAnnotation({ entity, event, roles }: Annotation): readonly string[] {
  const targets = roles.map(({ target }) => target).filter((id) => !isAnnotationId(id));
  return present(entity, event, ...targets);
}

export function namedByRejection({ reading }: Rejection): readonly string[] {
  return reading.kind === 'entity' ? [reading.entity] : [];
}

export function namedByEntity({ relations, distinctFrom, mergedInto }: Entity): readonly string[] {
  const others = relations?.map(({ entity }) => entity) ?? [];
  return present(...others, ...(distinctFrom ?? []), mergedInto);
}

/** Its place too, which may be free text. */
export function namedByEvent(event: EventRecord): readonly string[] {
  const { participants, place, distinctFrom, mergedInto } = event;
  const others = participants.map(({ entity }) => entity);
  return present(...others, place, ...(distinctFrom ?? []), mergedInto);
}

function present(...ids: readonly (string | undefined)[]): readonly string[] {
  return ids.filter((id) => id !== undefined);
}
