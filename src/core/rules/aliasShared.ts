/** Names that two entities have. */
import { foldName } from '../matching/fold';
import { byOperations } from './fix';
import type { NodePath } from './nodePath';
import type { Rule } from './rule';

export const aliasShared: Rule = {
  code: 'alias-shared',
  severity: 'warning',
  description:
    'No two entities have the same name or alias, whatever its case and accents, unless they are said to be distinct.',
  *check({ entity, across, indexes }) {
    if (entity === undefined || entity.mergedInto !== undefined) return;
    const { id, name, aliases, distinctFrom } = entity;
    const isTwo = (other: string): boolean =>
      other === id ||
      distinctFrom?.includes(other) === true ||
      indexes.entities.get(other)?.entity.distinctFrom?.includes(id) === true;
    const names: readonly (readonly [string, NodePath])[] = [
      [name, ['name']],
      ...aliases.map(({ text }, index) => [text, ['aliases', index, 'text']] as const),
    ];
    const seen = new Set<string>();
    for (const [text, at] of names) {
      const key = foldName(text);
      const others = [...across.entitiesNamed(key)].filter((other) => !isTwo(other)).sort();
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
