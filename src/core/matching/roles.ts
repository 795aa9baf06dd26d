/** Who takes part in an event, and as what: proposals for the analyst. */
import type { Entity, Participant } from '../model/records';
import type { Schema } from '../model/schema';
import { isKindOf, rolesOf } from '../schema/lookup';
import { hasRoom, misfitOf, PLACE_ROLE, type Filler } from '../schema/roleFit';
import type { NearbyEntity } from './nearby';

/** Whoever may take part: an entity, or another event. */
export type Party = Pick<Entity, 'id' | 'type'> & { readonly kind?: Filler['kind'] };

/**
 * A role of the event type for each entity, in their order: the first takes the first role that its type
 * fits, the others the second. No role gets more than it takes; entities that fit none get one all the
 * same: nobody is dropped.
 */
export function proposeRoles(
  schema: Schema,
  eventType: string,
  parties: readonly Party[],
): readonly Participant[] {
  const names = Object.keys(rolesOf(schema, eventType)).filter((role) => role !== PLACE_ROLE);
  const taken = new Map<string, number>();
  return parties.map(({ id, type, kind = 'entity' }, at) => {
    const wanted = at === 0 ? names : [...names.slice(1), ...names.slice(0, 1)];
    const open = wanted.filter((each) => hasRoom(schema, eventType, each, taken.get(each) ?? 0));
    const fits = (each: string): boolean =>
      misfitOf(schema, eventType, each, { kind, type }) === undefined;
    const role = open.find(fits) ?? wanted.find(fits) ?? wanted[0] ?? 'participant';
    taken.set(role, (taken.get(role) ?? 0) + 1);
    return { role, entity: id };
  });
}

/** The given types, those first that a role with types takes; `roles` are those that are asked about. */
export function fittingFirst(
  schema: Schema,
  eventType: string,
  roles: readonly string[],
  types: readonly string[],
): readonly string[] {
  const rules = rolesOf(schema, eventType);
  const choosy = roles.filter((role) => rules[role]?.types !== undefined);
  const fits = (type: string): boolean =>
    choosy.some(
      (role) => misfitOf(schema, eventType, role, { kind: 'entity', type }) === undefined,
    );
  return [...types.filter(fits), ...types.filter((type) => !fits(type))];
}

/** Why no role of the event type takes the filler; absent when one does. */
export function misfitOfAll(schema: Schema, eventType: string, filler: Filler): string | undefined {
  const names = Object.keys(rolesOf(schema, eventType)).filter((role) => role !== PLACE_ROLE);
  const reasons = names.map((role) => misfitOf(schema, eventType, role, filler));
  return reasons.length === 0 || reasons.includes(undefined) ? undefined : reasons[0];
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
      .filter(([role]) => role !== PLACE_ROLE)
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
  return isKindOf(schema, type, 'place') ? 2 : 1;
}
