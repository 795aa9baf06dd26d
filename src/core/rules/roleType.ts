/** Roles that are filled by what their type does not allow. */
import { fillerOf, listed, misfitOf, PLACE_ROLE, type Filler } from '../schema/roleFit';
import { rolesOf } from '../schema/lookup';
import { replacing, withoutParticipant, withoutRole } from './edits';
import { byText, type Fix } from './fix';
import type { NodePath } from './nodePath';
import type { CheckedFile, Finding, Rule } from './rule';

/** One role as a file has it. */
interface Filled {
  readonly eventType: string;
  readonly role: string;
  /** A record id; of an annotation of the file that of its record. */
  readonly target: string;
  /** Of the filler in the file. */
  readonly at: NodePath;
  readonly roleAt: NodePath | undefined;
  readonly without: () => string | undefined;
}

export const roleType: Rule = {
  code: 'role-type',
  severity: 'warning',
  description: 'Whoever fills a role is of a type that the role allows.',
  *check(file) {
    for (const filled of [...inPassages(file), ...inRecord(file)]) {
      yield* misfit(file, filled);
    }
  },
};

function* inPassages(file: CheckedFile): Iterable<Filled> {
  const records = new Map(
    file.annotations.map(({ id, entity, event }) => [id, entity ?? event ?? id]),
  );
  for (const { id, event, type, roles } of file.annotations) {
    const eventType = file.indexes.event(event ?? '')?.type ?? type;
    if (eventType === undefined) continue;
    for (const each of roles) {
      const { role, target } = each;
      const entry: NodePath = ['annotations', id, 'roles', { role, target }];
      yield {
        eventType,
        role,
        target: records.get(target) ?? target,
        at: [...entry, 'target'],
        roleAt: [...entry, 'role'],
        without: () => withoutRole(file, id, roles, each),
      };
    }
  }
}

function* inRecord(file: CheckedFile): Iterable<Filled> {
  const { event } = file;
  if (event === undefined || event.mergedInto !== undefined) return;
  const { type: eventType, participants, place } = event;
  for (const each of participants) {
    const { role, entity } = each;
    const entry: NodePath = ['participants', { role, entity }];
    yield {
      eventType,
      role,
      target: entity,
      at: [...entry, 'entity'],
      roleAt: [...entry, 'role'],
      without: () => withoutParticipant(file, each),
    };
  }
  if (place === undefined) return;
  const at: NodePath = ['place'];
  yield {
    eventType,
    role: PLACE_ROLE,
    target: place,
    at,
    roleAt: undefined,
    without: () => undefined,
  };
}

function* misfit(file: CheckedFile, filled: Filled): Iterable<Finding> {
  const { schema, indexes } = file;
  const { eventType, role, at } = filled;
  const { target } = filled;
  const filler = fillerOf(indexes, target);
  if (filler === undefined) return;
  const wanted = misfitOf(schema, eventType, role, filler);
  if (wanted === undefined) return;
  const type = filler.kind === 'entity' ? filler.type : `event, ${filler.type}`;
  yield {
    message: `In “${eventType}” the role ${wanted}; “${target}” is of type ${type}.`,
    at,
    fixes: () => [...otherRoles(file, filled, filler), ...removal(file, filled)],
  };
}

function otherRoles(file: CheckedFile, filled: Filled, filler: Filler): readonly Fix[] {
  const { schema } = file;
  const { eventType, role, roleAt } = filled;
  if (roleAt === undefined) return [];
  return Object.entries(rolesOf(schema, eventType))
    .filter(([each]) => each !== role && each !== PLACE_ROLE)
    .filter(([each]) => misfitOf(schema, eventType, each, filler) === undefined)
    .flatMap(([each, { types }]) => {
      const takes = types === undefined ? 'anything' : listed(types, 'or');
      const after = replacing(file, roleAt, each);
      return byText(file, `Change the role to “${each}”, which takes ${takes}`, after);
    });
}

function removal(file: CheckedFile, { role, target, without }: Filled): readonly Fix[] {
  return byText(file, `Remove “${target}” as ${role}`, without());
}
