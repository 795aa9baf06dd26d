/** In which order the comments of a thread stand that both sides wrote behind the same one. */
import { entryOf, type YamlNode } from '../../storage/node';
import type { Item } from './listItems';
import { inRuns, type GapOrder } from './order';

/** What both sides wrote at one place: those behind whom nothing is settled speak last. */
export function threadOrder(items: ReadonlyMap<string, Item>): GapOrder {
  const isSettled = (run: readonly string[]): boolean => {
    const last = items.get(run.at(-1) ?? '');
    return last !== undefined && isResolved(last.node);
  };
  return inRuns((one, other) => {
    const [first, second] = [isSettled(one), isSettled(other)];
    return first === second ? one.join('\n') < other.join('\n') : first;
  });
}

function isResolved(node: YamlNode): boolean {
  const value = node.kind === 'map' ? entryOf(node, 'resolved')?.value : undefined;
  return value?.kind === 'scalar' && value.value === true;
}
