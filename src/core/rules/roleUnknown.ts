/** Roles that the type of an event or statement does not have. */
import { rolesOf } from '../schema/lookup';
import type { CheckedFile, Finding, Rule } from './rule';

export const roleUnknown: Rule = {
  code: 'role-unknown',
  severity: 'warning',
  description: 'Every role is one of the type of its event or statement.',
  *check(file) {
    const { annotations, event, indexes } = file;
    for (const annotation of annotations) {
      const record = annotation.event === undefined ? undefined : indexes.event(annotation.event);
      const type = record?.type ?? annotation.type;
      for (const { role, target } of annotation.roles) {
        const at = ['annotations', annotation.id, 'roles', { role, target }, 'role'];
        yield* unknownRole(file, type, role, at);
      }
    }
    for (const { role, entity } of event?.participants ?? []) {
      yield* unknownRole(file, event?.type, role, ['participants', { role, entity }, 'role']);
    }
  },
};

/** A type that declares no roles takes any. */
function* unknownRole(
  { schema }: CheckedFile,
  type: string | undefined,
  role: string,
  at: Finding['at'],
): Iterable<Finding> {
  const known = type === undefined ? [] : Object.keys(rolesOf(schema, type));
  if (type === undefined || known.length === 0 || known.includes(role)) return;
  yield { message: `“${type}” has no role “${role}”; it has ${known.join(', ')}.`, at };
}
