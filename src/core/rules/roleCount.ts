/** Event records in which too few or too many fill a role. */
import type { EventRecord, Participant } from '../model/records';
import { count } from '../outline/words';
import { rolesOf } from '../schema/lookup';
import { fillersOf, hasRoom, PLACE_ROLE, wrongCounts, type RoleCount } from '../schema/roleFit';
import { replacing, withoutParticipant } from './edits';
import { byText, type Fix } from './fix';
import type { NodePath } from './nodePath';
import type { CheckedFile, Rule } from './rule';

export const roleCount: Rule = {
  code: 'role-count',
  severity: 'information',
  description: 'As many fill each role of an event as its type asks for and lets.',
  *check(file) {
    const { event, schema, indexes } = file;
    if (event === undefined || event.mergedInto !== undefined || isUnfinished(file, event)) return;
    for (const wrong of wrongCounts(schema, event.type, fillersOf(indexes, event))) {
      yield {
        message: messageOf(event, wrong),
        at: placeOf(event, wrong),
        fixes: () =>
          wrong.kind === 'many' ? removals(file, event, wrong) : takings(file, event, wrong),
      };
    }
  },
};

/** Nobody is named yet, or somebody under a role that is none: then that is to be said first. */
function isUnfinished({ schema }: CheckedFile, { type, participants }: EventRecord): boolean {
  const known = rolesOf(schema, type);
  return participants.length === 0 || participants.some(({ role }) => !Object.hasOwn(known, role));
}

function messageOf({ type }: EventRecord, { role, count: found, limit, kind }: RoleCount): string {
  const has = found === 0 ? 'none' : String(found);
  return kind === 'few'
    ? `“${type}” asks for at least ${count(limit, role, role)}; this event has ${has}.`
    : `“${type}” takes at most ${count(limit, role, role)}; this event has ${has}.`;
}

/** The first that is too many, or the participants as a whole. */
function placeOf({ participants, place }: EventRecord, { role, limit, kind }: RoleCount): NodePath {
  if (kind === 'few') return ['participants'];
  const extra = participants.filter((each) => each.role === role)[limit];
  if (extra !== undefined) return ['participants', { role, entity: extra.entity }];
  return place === undefined ? ['participants'] : ['place'];
}

function removals(
  file: CheckedFile,
  { participants }: EventRecord,
  { role }: RoleCount,
): readonly Fix[] {
  return participants
    .filter((each) => each.role === role)
    .flatMap((each) =>
      byText(file, `Remove “${nameOf(file, each)}” as ${role}`, withoutParticipant(file, each)),
    );
}

/** A participant of another role that more have than need it may be what is missing here. */
function takings(
  file: CheckedFile,
  { type, participants }: EventRecord,
  { role }: RoleCount,
): readonly Fix[] {
  const { schema } = file;
  if (!hasRoom(schema, type, role, 0)) return [];
  const rules = rolesOf(schema, type);
  const spare = participants.filter((each) => {
    const others = participants.filter((other) => other.role === each.role).length;
    return each.role !== role && each.role !== PLACE_ROLE && others > (rules[each.role]?.min ?? 0);
  });
  return spare.flatMap((each) => {
    const at: NodePath = ['participants', { role: each.role, entity: each.entity }, 'role'];
    const title = `Make “${nameOf(file, each)}” the ${role}, instead of ${each.role}`;
    return byText(file, title, replacing(file, at, role));
  });
}

function nameOf({ indexes }: CheckedFile, { entity }: Participant): string {
  return indexes.entity(entity)?.name ?? indexes.event(entity)?.title ?? entity;
}
