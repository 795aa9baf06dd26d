/** Offsets that hold other words than the quote, in the very text that the file was written for. */
import { quoted } from '../outline/words';
import { certainSpan, certainSpans } from '../text/certainty';
import { placeAnew } from './passageFixes';
import { quoteOfTarget, targetPath, wordsAt } from './passages';
import type { Rule } from './rule';

export const quoteDiffers: Rule = {
  code: 'quote-differs',
  severity: 'information',
  description:
    'Where the source is the text that the file names, every quote stands at its offsets.',
  *check(file) {
    const { targets, source, metadata } = file;
    if (source === undefined || file.isUnsaved || metadata?.blob === undefined) return;
    if (metadata.blob !== source.blob) return;
    const { text, codePoints } = source;
    for (const target of targets) {
      const { annotation, index, anchorings } = target;
      const { exact, start, end } = annotation.targets[index] ?? annotation.targets[0];
      const span = certainSpan(target.anchoring);
      // Offsets may be left out, and what is not found for certain is told by another rule.
      if (start === end || span === undefined) continue;
      const there = text.slice(codePoints.toUtf16(start), codePoints.toUtf16(end));
      if (there === exact) continue;
      const spans = certainSpans(anchorings);
      const held = there === '' ? 'nothing' : quoted(there);
      yield {
        message: `The offsets ${start} to ${end} hold ${held}, the quote is ${quoteOfTarget(target)}. The quote counts: ${wordsAt(source, span)}.`,
        at: [...targetPath(target), 'start'],
        place: span,
        fixes: () =>
          spans.length < anchorings.length
            ? []
            : placeAnew(file, target, spans, `Write the offsets of ${wordsAt(source, span)}`),
      };
    }
  },
};
