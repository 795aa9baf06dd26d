/** Who may fill a role of an event, and how many must and may. */
import type { Participant } from '../model/records';
import type { RoleRule, Schema } from '../model/schema';
import type { Indexes } from '../store/indexes';
import { isEventKindOf, isKindOf, rolesOf } from './lookup';

/** The role that the field `place` of an event record fills. */
export const PLACE_ROLE = 'place';

/** What fills a role: an entity or another event, with its type. */
export interface Filler {
  readonly kind: 'entity' | 'event';
  readonly type: string;
}

/** What must hold between a record and the roles of its type. */
export interface RoleCount {
  readonly role: string;
  readonly count: number;
  /** How many the type asks for, or lets be at most. */
  readonly limit: number;
  readonly kind: 'few' | 'many';
}

/** In lists of types `event` stands for every event; the name of an event type for the events of it. */
const ANY_EVENT = 'event';

/**
 * Why the filler does not fit the role: what the role takes instead, as in `actor takes a person or an
 * organisation`. Absent when it fits, also for a role that the event type does not declare.
 */
export function misfitOf(
  schema: Schema,
  eventType: string,
  role: string,
  filler: Filler,
): string | undefined {
  const types = ruleOf(schema, eventType, role)?.types;
  if (types === undefined || types.some((each) => isOf(schema, filler, each))) return undefined;
  return types.length === 0 ? `${role} takes nothing` : `${role} takes ${listed(types, 'or')}`;
}

/** Whether one more may fill the role beside so many. */
export function hasRoom(schema: Schema, eventType: string, role: string, count: number): boolean {
  return count < (ruleOf(schema, eventType, role)?.max ?? Infinity);
}

/** The roles that too few or too many fill; each filler of a role counts once. */
export function wrongCounts(
  schema: Schema,
  eventType: string,
  fillers: readonly Participant[],
): readonly RoleCount[] {
  return Object.entries(rolesOf(schema, eventType)).flatMap(([role, { min, max }]): RoleCount[] => {
    const filling = fillers.filter((each) => each.role === role);
    const count = new Set(filling.map(({ entity }) => entity)).size;
    if (min !== undefined && count < min) return [{ role, count, limit: min, kind: 'few' }];
    return max !== undefined && count > max ? [{ role, count, limit: max, kind: 'many' }] : [];
  });
}

/** The participants and the place, which may be free text; records under the ids of live ones. */
export function fillersOf(
  indexes: Indexes,
  {
    participants,
    place,
  }: { readonly participants: readonly Participant[]; readonly place?: string },
): readonly Participant[] {
  const places = place === undefined ? [] : [{ role: PLACE_ROLE, entity: place }];
  return [...participants, ...places].map(({ role, entity }) => ({
    role,
    entity: indexes.entity(entity)?.id ?? indexes.event(entity)?.id ?? entity,
  }));
}

/** What a record is as the filler of a role; absent when there is no such record. */
export function fillerOf(indexes: Indexes, id: string): Filler | undefined {
  const entity = indexes.entity(id);
  if (entity !== undefined) return { kind: 'entity', type: entity.type };
  const event = indexes.event(id);
  return event && { kind: 'event', type: event.type };
}

/** `person, place or group`. */
export function listed(words: readonly string[], before: 'and' | 'or'): string {
  const last = words.at(-1) ?? '';
  const others = words.slice(0, -1).join(', ');
  return others === '' ? last : `${others} ${before} ${last}`;
}

function ruleOf(schema: Schema, eventType: string, role: string): RoleRule | undefined {
  const roles = rolesOf(schema, eventType);
  return Object.hasOwn(roles, role) ? roles[role] : undefined;
}

function isOf(schema: Schema, { kind, type }: Filler, wanted: string): boolean {
  if (kind === 'entity') return isKindOf(schema, type, wanted);
  return wanted === ANY_EVENT || isEventKindOf(schema, type, wanted);
}
