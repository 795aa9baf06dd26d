/** Quotes of which it is not certain which occurrence is meant. */
import { candidateFixes, deletion } from './passageFixes';
import { REASONS } from '../operations/reanchorWords';
import { quoteOfTarget, quotePath, wordsAt } from './passages';
import type { Rule } from './rule';

export const passageAmbiguous: Rule = {
  code: 'ambiguous',
  severity: 'warning',
  description: 'Every quoted passage can be told from the other occurrences of its words.',
  *check(file) {
    const { targets, source } = file;
    if (source === undefined) return;
    for (const target of targets) {
      if (target.anchoring.kind !== 'ambiguous') continue;
      const [best, ...others] = target.anchoring.candidates;
      const place =
        best === undefined
          ? ''
          : `; the likeliest is ${wordsAt(source, best.span)}: ${REASONS[best.reason]}`;
      const places = others.length === 0 ? 'is not certain' : 'could be in several places';
      yield {
        message: `Where ${quoteOfTarget(target)} stands in the source now ${places}${place}.`,
        at: quotePath(target),
        ...(best === undefined ? {} : { place: best.span }),
        fixes: () => [...candidateFixes(file, target), ...deletion(file, target)],
      };
    }
  },
};
