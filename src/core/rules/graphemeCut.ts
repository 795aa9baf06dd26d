/** Passages that begin or end within what a reader sees as one character. */
import { certainSpan } from '../text/certainty';
import { graphemeEdges } from '../text/graphemes';
import type { Span } from '../text/span';
import { placeAnew } from './passageFixes';
import { quoteOfTarget, quotePath, wordsAt } from './passages';
import type { Rule } from './rule';

/** Clusters longer than this are cut, in code units. */
const REACH = 64;

export const graphemeCut: Rule = {
  code: 'grapheme-cut',
  severity: 'warning',
  description: 'Every quoted passage begins and ends between whole characters.',
  *check(file) {
    const { source } = file;
    if (source === undefined) return;
    for (const target of file.targets) {
      const span = certainSpan(target.anchoring);
      if (span === undefined) continue;
      const whole = wholeCharacters(source.text, span);
      if (whole.start === span.start && whole.end === span.end) continue;
      const spans = target.anchorings.flatMap((anchoring, index) => {
        return index === target.index ? whole : (certainSpan(anchoring) ?? []);
      });
      yield {
        message: `${quoteOfTarget(target)} begins or ends within a character; whole it is ${wordsAt(source, whole)}.`,
        at: quotePath(target),
        place: whole,
        fixes: () =>
          spans.length < target.anchorings.length
            ? []
            : placeAnew(file, target, spans, `Widen to ${wordsAt(source, whole)}`),
      };
    }
  },
};

function wholeCharacters(text: string, { start, end }: Span): Span {
  return {
    start: isEdge(text, start)
      ? start
      : (graphemeEdges(text, Math.max(0, start - REACH), start).at(-1) ?? start),
    end: isEdge(text, end)
      ? end
      : (graphemeEdges(text, end, Math.min(text.length, end + REACH))[0] ?? end),
  };
}

function isEdge(text: string, offset: number): boolean {
  return offset <= 0 || offset >= text.length || graphemeEdges(text, offset, offset).length > 0;
}
