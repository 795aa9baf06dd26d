/** From a passage of a text to the selectors that find it again; `anchor` is the way back. */
import type { Target } from '../model/annotation';
import { splitsPair } from './codePoints';
import { cutAfter, cutBefore } from './cut';
import { clamp } from './search';
import type { SourceText } from './sourceText';
import type { Span } from './span';

/** Code points of context on each side at most. */
const CONTEXT = 32;

/**
 * The target that quotes `span` with its context. `prefix + exact + suffix` is a literal passage of
 * the text; the context is at most 32 code points on each side, cut at the edge of a word (see
 * `cutBefore`). `start` and `end` are code points.
 *
 * A span is taken inside the text, and one that begins or ends within a surrogate pair is widened to
 * the whole character; an empty one within a pair moves before it.
 */
export function describe(source: SourceText, span: Span): Target {
  const { start, end } = wholeCharacters(source.text, span);
  return {
    exact: source.text.slice(start, end),
    prefix: source.text.slice(cutBefore(source.text, start, CONTEXT), start),
    suffix: source.text.slice(end, cutAfter(source.text, end, CONTEXT)),
    start: source.codePoints.fromUtf16(start),
    end: source.codePoints.fromUtf16(end),
  };
}

function wholeCharacters(text: string, span: Span): Span {
  const start = clamp(span.start, 0, text.length);
  const end = clamp(span.end, start, text.length);
  const from = splitsPair(text, start) ? start - 1 : start;
  if (start === end) return { start: from, end: from };
  return { start: from, end: splitsPair(text, end) ? end + 1 : end };
}
