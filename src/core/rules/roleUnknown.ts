/** Roles that the type of an event or statement does not have. */
import { rolesOf } from '../schema/lookup';
import { replacing, withoutParticipant, withoutRole } from './edits';
import { byText } from './fix';
import { nearest } from './nearest';
import type { NodePath } from './nodePath';
import type { CheckedFile, Finding, Rule } from './rule';

export const roleUnknown: Rule = {
  code: 'role-unknown',
  severity: 'warning',
  description: 'Every role is one of the type of its event or statement.',
  *check(file) {
    const { annotations, event, indexes } = file;
    for (const annotation of annotations) {
      const { id, roles } = annotation;
      const record = annotation.event === undefined ? undefined : indexes.event(annotation.event);
      const type = record?.type ?? annotation.type;
      for (const each of roles) {
        const { role, target } = each;
        const at = ['annotations', id, 'roles', { role, target }, 'role'];
        yield* unknownRole(file, type, role, at, () => withoutRole(file, id, roles, each));
      }
    }
    for (const each of event?.participants ?? []) {
      const { role, entity } = each;
      const at = ['participants', { role, entity }, 'role'];
      yield* unknownRole(file, event?.type, role, at, () => withoutParticipant(file, each));
    }
  },
};

/** A type that declares no roles takes any. */
function* unknownRole(
  file: CheckedFile,
  type: string | undefined,
  role: string,
  at: NodePath,
  without: () => string | undefined,
): Iterable<Finding> {
  const known = type === undefined ? [] : Object.keys(rolesOf(file.schema, type));
  if (type === undefined || known.length === 0 || known.includes(role)) return;
  yield {
    message: `“${type}” has no role “${role}”; it has ${known.join(', ')}.`,
    at,
    fixes: () => [
      ...nearest(role, known).flatMap(({ word, isSure }) =>
        byText(file, `Change the role to “${word}”`, replacing(file, at, word), isSure),
      ),
      ...byText(file, `Remove the role “${role}”`, without()),
    ],
  };
}
