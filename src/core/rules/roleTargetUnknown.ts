/** Roles of a passage that name nothing. */
import { withoutRole } from './edits';
import { byText } from './fix';
import { nameOfId, newEntity, otherIds } from './referenceFixes';
import type { Rule } from './rule';

export const roleTargetUnknown: Rule = {
  code: 'role-target-unknown',
  severity: 'error',
  description: 'Every role of a passage names an entity, an event or an annotation of its source.',
  *check(file) {
    const { annotations, metadata, indexes } = file;
    if (!annotations.some(({ roles }) => roles.length > 0)) return;
    const source = metadata === undefined ? [] : indexes.annotationsOf(metadata.path);
    const here = new Set(source.map((record) => record.annotation.id));
    for (const { id, roles } of annotations) {
      for (const each of roles) {
        const { role, target } = each;
        if (indexes.entities.has(target) || indexes.events.has(target) || here.has(target))
          continue;
        const at = ['annotations', id, 'roles', { role, target }, 'target'];
        yield {
          message: `The role “${role}” names “${target}”, which is no entity, event or annotation of this source.`,
          at,
          fixes: () => [
            ...otherIds(file, at, target, [
              ...indexes.entities.keys(),
              ...indexes.events.keys(),
              ...here,
            ]),
            ...newEntity(file, target, nameOfId(target)),
            ...byText(file, `Remove the role “${role}”`, withoutRole(file, id, roles, each)),
          ],
        };
      }
    }
  },
};
