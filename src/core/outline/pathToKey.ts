/** Finding what is listed under a key of its own: a change of a review, a pair of a comparison. */
import type { OutlineNode } from './node';

/**
 * From one of the nodes down to the leaf that has `key`; empty when it is not listed. `keysOf` gives the
 * keys of all that a node has below it; parts of a long list need not know theirs.
 */
export function pathToKey(
  nodes: readonly OutlineNode[],
  key: string,
  keysOf: (node: OutlineNode) => readonly string[] | undefined,
): readonly OutlineNode[] {
  for (const node of nodes) {
    const keys = keysOf(node);
    if (!(keys?.includes(key) ?? node.kind === 'group')) continue;
    if (node.children === undefined) {
      if (keys !== undefined) return [node];
      continue;
    }
    const below = pathToKey(node.children(), key, keysOf);
    if (below.length > 0) return [node, ...below];
  }
  return [];
}
