/** Quotes whose words were changed in the source. */
import { quoteOfTarget, quotePath, wordsAt } from './passages';
import type { Rule } from './rule';

export const passageSimilar: Rule = {
  code: 'similar',
  severity: 'warning',
  description: 'Every quoted passage still has the same words in its source.',
  *check({ targets, source }) {
    if (source === undefined) return;
    for (const target of targets) {
      if (target.anchoring.kind !== 'similar') continue;
      const now = wordsAt(source, target.anchoring.span);
      const message = `${quoteOfTarget(target)} was changed in the source; it may be ${now} now.`;
      yield { message, at: quotePath(target) };
    }
  },
};
