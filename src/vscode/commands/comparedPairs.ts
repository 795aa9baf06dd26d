/** Which pairs of annotations a command is about: nodes of the view, or `{ pair: key }`. */
import { ShownNode } from '../../core/outline/shown';
import type { Pair } from '../../core/review/pairs';
import type { Services } from '../services';
import { givenText } from './given';

/**
 * Those of the arguments, in the order of the view. Of a source or group those that are not decided;
 * a decided one only where it is named itself.
 */
export function pairsGiven(
  { comparing }: Services,
  node: unknown,
  nodes?: unknown,
): readonly Pair[] {
  const isOneOfMany = Array.isArray(nodes) && nodes.includes(node);
  const listed: readonly unknown[] = isOneOfMany ? nodes : [node];
  const named = new Set<string>();
  const grouped = new Set<string>();
  for (const each of listed) {
    const key = givenText(each, 'pair');
    if (key !== undefined) named.add(key);
    if (!(each instanceof ShownNode)) continue;
    const { kind, pairs = [] } = each.node;
    const own = kind === 'pair' || kind === 'decidedPair' ? named : grouped;
    for (const pair of pairs) own.add(pair);
  }
  const all = comparing.compared?.pairs ?? [];
  return all.filter(({ key, decided }) => named.has(key) || (grouped.has(key) && !decided));
}
