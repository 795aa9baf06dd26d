/** Another type for a record, and what of an event does not fit it. */
import type { Entity, EventRecord, Participant } from '../model/records';
import type { Schema } from '../model/schema';
import { proposeRoles } from '../matching/roles';
import { eventTypeOf, rolesOf } from '../schema/lookup';
import type { UpdateEntity, UpdateEvent } from './operation';

/** What the roles become that the new type does not have. */
export type RoleFate = 'keep' | 'propose' | 'remove';

/** What of an event a type does not have. */
export interface Misfit {
  /** The mode, which goes: an event cannot be saved with it. */
  readonly mode?: string;
  readonly participants: readonly Participant[];
}

export function retypeEntity(entity: Entity, type: string): readonly UpdateEntity[] {
  return entity.type === type ? [] : [{ op: 'updateEntity', id: entity.id, type }];
}

export function misfitOfType(schema: Schema, event: EventRecord, type: string): Misfit {
  const { mode } = event;
  const { modes } = eventTypeOf(schema, type);
  const roles = rolesOf(schema, type);
  const participants = event.participants.filter(({ role }) => !Object.hasOwn(roles, role));
  return mode === undefined || modes.includes(mode) ? { participants } : { mode, participants };
}

/** Nothing when it is of the type already. `typeOf` gives the entity type of a participant. */
export function retypeEvent(
  schema: Schema,
  event: EventRecord,
  type: string,
  fate: RoleFate,
  typeOf: (id: string) => string | undefined,
): readonly UpdateEvent[] {
  if (event.type === type) return [];
  const { mode, participants: strange } = misfitOfType(schema, event, type);
  const participants = strange.length === 0 ? undefined : fitted();
  return [
    {
      op: 'updateEvent',
      id: event.id,
      type,
      ...(mode === undefined ? {} : { mode: null }),
      ...(participants === undefined ? {} : { participants }),
    },
  ];

  function fitted(): readonly Participant[] | undefined {
    switch (fate) {
      case 'keep':
        return undefined;
      case 'remove':
        return event.participants.filter((each) => !strange.includes(each));
      case 'propose': {
        const entities = event.participants.map(({ entity }) => ({
          id: entity,
          type: typeOf(entity) ?? '',
        }));
        const proposed = proposeRoles(schema, type, entities);
        return event.participants.map((each, at) => ({
          entity: each.entity,
          role: strange.includes(each) ? (proposed[at]?.role ?? each.role) : each.role,
        }));
      }
    }
  }
}
