/** Who takes part in an event, and as what: proposals for the analyst. */
import type { Entity, Participant } from '../model/records';
import type { Schema } from '../model/schema';
import { isKindOf, rolesOf } from '../schema/lookup';
import type { NearbyEntity } from './nearby';

/** The place of an event is asked for by itself. */
const PLACE = 'place';

/**
 * A role of the event type for each entity, in their order: the first takes the first role that its type
 * fits, the others the second. Entities that fit none get the role all the same: nobody is dropped.
 */
export function proposeRoles(
  schema: Schema,
  eventType: string,
  entities: readonly Pick<Entity, 'id' | 'type'>[],
): readonly Participant[] {
  const rules = Object.entries(rolesOf(schema, eventType)).filter(([role]) => role !== PLACE);
  const names = rules.map(([role]) => role);
  const fits = (type: string, role: string): boolean => {
    const types = rolesOf(schema, eventType)[role]?.types;
    return types === undefined || types.some((each) => isKindOf(schema, type, each));
  };
  return entities.map(({ id, type }, at) => {
    const wanted = at === 0 ? names : [...names.slice(1), ...names.slice(0, 1)];
    const role = wanted.find((each) => fits(type, each)) ?? wanted[0] ?? 'participant';
    return { role, entity: id };
  });
}

/**
 * Which of the entities nearby are chosen beforehand: those in the passage that may fill a role, without the
 * place of the event. People alone when there are two; bodies, which often only say who somebody is, when
 * there are not; places, which may stand for their governments, when there are still not two.
 */
export function likelyParticipants(
  schema: Schema,
  eventType: string,
  nearby: readonly NearbyEntity[],
  typeOf: (id: string) => string | undefined,
  place: string | undefined,
): readonly string[] {
  const types = new Set(
    Object.entries(rolesOf(schema, eventType))
      .filter(([role]) => role !== PLACE)
      .flatMap(([, rule]) => rule.types ?? []),
  );
  const inside = nearby.filter(({ zone, entity }) => zone === 'passage' && entity !== place);
  const fitting = inside.flatMap(({ entity }) => {
    const type = typeOf(entity);
    const fits = type !== undefined && [...types].some((each) => isKindOf(schema, type, each));
    return fits ? [{ entity, tier: tierOf(schema, type) }] : [];
  });
  const enough = [0, 1, 2].find((most) => fitting.filter(({ tier }) => tier <= most).length >= 2);
  return fitting.filter(({ tier }) => tier <= (enough ?? 2)).map(({ entity }) => entity);
}

function tierOf(schema: Schema, type: string): 0 | 1 | 2 {
  if (isKindOf(schema, type, 'person')) return 0;
  return isKindOf(schema, type, PLACE) ? 2 : 1;
}
