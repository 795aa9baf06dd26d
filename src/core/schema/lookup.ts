/** Questions to a schema. Ids may come from untrusted files, so unknown ones have an answer too. */
import type { EntityType, EventType, RoleRule, Schema } from '../model/schema';
import { isPaletteColor, NEUTRAL_COLOR, type PaletteColor } from './palette';

/** The entity type called `id`; for an unknown id a neutral type that is labelled with the id. */
export function entityTypeOf(schema: Schema, id: string): EntityType {
  return own(schema.entityTypes, id) ?? { id, label: id, color: NEUTRAL_COLOR };
}

/** The event type called `id`; for an unknown id a type without modes and roles, labelled with the id. */
export function eventTypeOf(schema: Schema, id: string): EventType {
  return own(schema.eventTypes, id) ?? { id, label: id, modes: [], roles: {} };
}

/** The roles of an event type in the order in which they are asked for; none for an unknown type. */
export function rolesOf(schema: Schema, eventTypeId: string): Readonly<Record<string, RoleRule>> {
  return eventTypeOf(schema, eventTypeId).roles;
}

/**
 * The colour of an entity type: its own, or that of the nearest more general type that names a colour
 * of the palette, or else grey.
 */
export function colorOf(schema: Schema, entityTypeId: string): PaletteColor {
  for (const id of lineageOf(schema.entityTypes, entityTypeId)) {
    const { color } = entityTypeOf(schema, id);
    if (own(schema.entityTypes, id) !== undefined && isPaletteColor(color)) return color;
  }
  return NEUTRAL_COLOR;
}

/** The colour that an event type or its nearest more general type names, if one of the palette; else none. */
export function eventColorOf(schema: Schema, eventTypeId: string): PaletteColor | undefined {
  const { color } = eventTypeOf(schema, eventTypeId);
  return color !== undefined && isPaletteColor(color) ? color : undefined;
}

/** Whether the entity type `typeId` is `ancestorId` or one of its kinds, however far down. */
export function isKindOf(schema: Schema, typeId: string, ancestorId: string): boolean {
  return lineageOf(schema.entityTypes, typeId).includes(ancestorId);
}

/** Whether the event type `typeId` is `ancestorId` or one of its kinds, however far down. */
export function isEventKindOf(schema: Schema, typeId: string, ancestorId: string): boolean {
  return lineageOf(schema.eventTypes, typeId).includes(ancestorId);
}

/** The type itself, then its parents upwards; a cycle ends where it closes. */
function lineageOf(
  types: Readonly<Record<string, { readonly parent?: string }>>,
  typeId: string,
): readonly string[] {
  const lineage: string[] = [];
  let id: string | undefined = typeId;
  while (id !== undefined && !lineage.includes(id)) {
    lineage.push(id);
    id = own(types, id)?.parent;
  }
  return lineage;
}

/** The value at `key`, never one that an object inherits, such as `constructor`. */
function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
