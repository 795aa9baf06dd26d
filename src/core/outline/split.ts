/** Long lists as parts: a tree draws every child of what is expanded. */
import { childId, type OutlineNode } from './node';
import { count, shorten } from './words';

/** Two thousand rows are drawn at once without a pause that one would notice. */
const MOST_CHILDREN = 2000;

/**
 * The nodes of `items`, or, when they are too many, groups of them that are named by their first and
 * last. `toNode` gets the id of the node that the child belongs to.
 */
export function splitNodes<T>(
  items: readonly T[],
  parent: string,
  toNode: (item: T, parent: string) => OutlineNode,
  most: number = MOST_CHILDREN,
): readonly OutlineNode[] {
  if (items.length <= most) return items.map((item) => toNode(item, parent));
  const parts: OutlineNode[] = [];
  for (let from = 0; from < items.length; from += most) {
    const part = items.slice(from, from + most);
    const id = childId(parent, `part ${parts.length + 1}`);
    const label = rangeOf(part, (item) => toNode(item, id).label);
    parts.push({
      id,
      kind: 'group',
      label,
      description: String(part.length),
      spoken: `${label}, ${count(part.length, 'entry', 'entries')}`,
      children: () => part.map((item) => toNode(item, id)),
    });
  }
  return parts;
}

function rangeOf<T>(items: readonly T[], labelOf: (item: T) => string): string {
  const [first, last] = [items[0], items.at(-1)];
  if (first === undefined || last === undefined) return '';
  return `${shorten(labelOf(first), 24)} – ${shorten(labelOf(last), 24)}`;
}
