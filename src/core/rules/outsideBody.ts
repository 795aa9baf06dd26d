/** Annotations in what a source says is no part of the document: menus, comments, lists of links. */
import { Spans } from '../suggestions/spans';
import { declaredBody, shiftsOf } from '../text/bodyParts';
import { certainSpans } from '../text/certainty';
import { deletion } from './passageFixes';
import { quoteOfTarget, quotePath } from './passages';
import type { Rule } from './rule';

export const outsideBody: Rule = {
  code: 'outside-body',
  severity: 'information',
  description:
    'Every annotation has something of the document, where the source says what that is.',
  *check(file) {
    const { metadata, source, targets } = file;
    if (source === undefined) return;
    const shifts = targets.flatMap(({ annotation, anchorings, index }) =>
      index === 0 ? shiftsOf(source, annotation, anchorings) : [],
    );
    const declared = declaredBody(source, metadata, shifts);
    if (declared === undefined) return;
    const body = new Spans(declared);
    for (const target of targets) {
      const spans = certainSpans(target.anchorings);
      if (target.index > 0 || spans.length < target.anchorings.length) continue;
      if (spans.some((span) => body.overlap(span))) continue;
      yield {
        message: `${quoteOfTarget(target)} stands outside of what the source says is the document (“body”).`,
        at: quotePath(target),
        fixes: () => deletion(file, target),
      };
    }
  },
};
