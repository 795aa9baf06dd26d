/** Names that two entities have. */
import { foldName } from '../matching/fold';
import { byOperations } from './fix';
import type { NodePath } from './nodePath';
import type { Rule } from './rule';

export const aliasShared: Rule = {
  code: 'alias-shared',
  severity: 'warning',
  description: 'No two entities have the same name or alias, whatever its case and accents.',
  *check({ entity, across }) {
    if (entity === undefined || entity.mergedInto !== undefined) return;
    const { id, name, aliases } = entity;
    const names: readonly (readonly [string, NodePath])[] = [
      [name, ['name']],
      ...aliases.map(({ text }, index) => [text, ['aliases', index, 'text']] as const),
    ];
    const seen = new Set<string>();
    for (const [text, at] of names) {
      const key = foldName(text);
      const others = [...across.entitiesNamed(key)].filter((other) => other !== id).sort();
      if (others.length === 0 || seen.has(key)) continue;
      seen.add(key);
      const whose = others.map((other) => `“${other}”`).join(' and ');
      const same = aliases.filter((alias) => foldName(alias.text) === key).map((each) => each.text);
      yield {
        message: `“${text}” is a name of ${whose} too.`,
        at,
        fixes: () =>
          foldName(name) === key
            ? []
            : [
                byOperations(`Remove the alias “${text}” from “${id}”`, [
                  { op: 'updateEntity', id, removeAliases: same },
                ]),
              ],
      };
    }
  },
};
