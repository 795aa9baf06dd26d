/** Aliases that say nothing: they are never looked for. */
import { isSearchable } from '../matching/matcher/keys';
import { byOperations } from './fix';
import type { Rule } from './rule';

export const aliasUnusable: Rule = {
  code: 'alias-unusable',
  severity: 'information',
  description: 'Every alias can be looked for: it is more than one letter or punctuation.',
  *check({ entity }) {
    if (entity === undefined || entity.mergedInto !== undefined) return;
    const { id, aliases } = entity;
    for (const [index, { text }] of aliases.entries()) {
      if (isSearchable(text)) continue;
      yield {
        message: `The alias “${text}” is never looked for: it is one letter, or nothing but punctuation.`,
        at: ['aliases', index, 'text'],
        fixes: () => [
          byOperations(
            `Remove the alias “${text}” from “${id}”`,
            [{ op: 'updateEntity', id, removeAliases: [text] }],
            true,
          ),
        ],
      };
    }
  },
};
