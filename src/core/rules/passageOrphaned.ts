/** Quotes that nothing in the source speaks for any more. */
import { quoteOfTarget, quotePath } from './passages';
import type { Rule } from './rule';

export const passageOrphaned: Rule = {
  code: 'orphaned',
  severity: 'warning',
  description: 'Every quoted passage is still in its source.',
  *check({ targets }) {
    for (const target of targets) {
      if (target.anchoring.kind !== 'orphaned') continue;
      const message = `${quoteOfTarget(target)} is no longer found in the source.`;
      yield { message, at: quotePath(target) };
    }
  },
};
