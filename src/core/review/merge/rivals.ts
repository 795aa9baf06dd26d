/** A role that both sides took from the same one and gave to another one each: that is a conflict. */
import { entryOf, textOf } from '../../storage/node';
import type { Item } from './listItems';
import type { Three } from './mergeParts';
import type { Parts } from './parts';
import { fieldConflict, type Versions } from './versions';

/** What becomes of the items, by their keys: each is on its own side only. */
export function rivals(list: string, three: Three<Parts<Item>>): ReadonlyMap<string, Versions> {
  const found = new Map<string, Versions>();
  if (list !== 'roles' && list !== 'participants') return found;
  const keysOf = ({ parts }: Parts<Item>): ReadonlySet<string> =>
    new Set(parts.map(({ key }) => key));
  const [before, ours, theirs] = [keysOf(three.base), keysOf(three.ours), keysOf(three.theirs)];
  const gone = three.base.parts.filter(({ key }) => !ours.has(key) && !theirs.has(key));
  for (const role of new Set(gone.flatMap((item) => roleOf(item) ?? []))) {
    const given = ({ parts }: Parts<Item>, others: ReadonlySet<string>): readonly Item[] =>
      parts.filter(
        (item) => roleOf(item) === role && !before.has(item.key) && !others.has(item.key),
      );
    const [mine, their] = [given(three.ours, theirs), given(three.theirs, ours)];
    const [one, other] = [mine[0], their[0]];
    if (one === undefined || other === undefined) continue;
    const conflicts = [fieldConflict(list, one.node, other.node)];
    for (const { key, text } of mine) {
      found.set(key, { ours: text, theirs: '', conflicts: key === one.key ? conflicts : [] });
    }
    for (const { key, text } of their) found.set(key, { ours: '', theirs: text, conflicts: [] });
  }
  return found;
}

function roleOf({ node }: Item): string | undefined {
  return node.kind === 'map' ? textOf(entryOf(node, 'role')?.value) : undefined;
}
