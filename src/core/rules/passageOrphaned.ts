/** Quotes that nothing in the source speaks for any more. */
import { nearestPlace } from './nearestPlace';
import { deletion, sameWordsFixes } from './passageFixes';
import { quoteOfTarget, quotePath } from './passages';
import type { Rule } from './rule';

export const passageOrphaned: Rule = {
  code: 'orphaned',
  severity: 'warning',
  description: 'Every quoted passage is still in its source.',
  *check(file) {
    const { source, targets } = file;
    if (source === undefined) return;
    for (const target of targets) {
      if (target.anchoring.kind !== 'orphaned') continue;
      yield {
        message: `${quoteOfTarget(target)} is no longer found in the source.`,
        at: quotePath(target),
        place: nearestPlace(source, target, targets),
        fixes: () => [...sameWordsFixes(file, target), ...deletion(file, target)],
      };
    }
  },
};
