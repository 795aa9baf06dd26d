/** Roles of a passage that name nothing. */
import type { Rule } from './rule';

export const roleTargetUnknown: Rule = {
  code: 'role-target-unknown',
  severity: 'error',
  description: 'Every role of a passage names an entity, an event or an annotation of its source.',
  *check({ annotations, metadata, indexes }) {
    if (!annotations.some(({ roles }) => roles.length > 0)) return;
    const source = metadata === undefined ? [] : indexes.annotationsOf(metadata.path);
    const here = new Set(source.map((record) => record.annotation.id));
    for (const { id, roles } of annotations) {
      for (const { role, target } of roles) {
        if (indexes.entities.has(target) || indexes.events.has(target) || here.has(target))
          continue;
        const message = `The role “${role}” names “${target}”, which is no entity, event or annotation of this source.`;
        yield { message, at: ['annotations', id, 'roles', { role, target }, 'target'] };
      }
    }
  },
};
