/** Quotes whose words were changed in the source. */
import { candidateFixes, deletion } from './passageFixes';
import { quoteOfTarget, quotePath, wordsAt } from './passages';
import type { Rule } from './rule';

export const passageSimilar: Rule = {
  code: 'similar',
  severity: 'warning',
  description: 'Every quoted passage still has the same words in its source.',
  *check(file) {
    const { targets, source } = file;
    if (source === undefined) return;
    for (const target of targets) {
      if (target.anchoring.kind !== 'similar') continue;
      const { span } = target.anchoring;
      const now = wordsAt(source, span);
      yield {
        message: `${quoteOfTarget(target)} was changed in the source; it may be ${now} now.`,
        at: quotePath(target),
        place: span,
        fixes: () => [...candidateFixes(file, target), ...deletion(file, target)],
      };
    }
  },
};
