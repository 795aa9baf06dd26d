/** A passage of a text between the words around it in its line, for lists. */
import { cutAfter, cutBefore } from '../text/cut';
import type { Span } from '../text/span';
import { shorten } from './words';

const LONGEST_QUOTE = 90;
/** Little in front: in a narrow list the passage itself must be seen. */
const CONTEXT_BEFORE = 14;
const CONTEXT_AFTER = 40;

export interface InLine {
  readonly before: string;
  readonly quote: string;
  readonly after: string;
}

/** All on one line; an ellipsis stands where the line of the text goes on. */
export function inLine(text: string, { start, end }: Span): InLine {
  const lineStart = start === 0 ? 0 : text.lastIndexOf('\n', start - 1) + 1;
  const newline = text.indexOf('\n', end);
  const lineEnd = newline === -1 ? text.length : newline;
  const from = Math.max(lineStart, cutBefore(text, start, CONTEXT_BEFORE));
  const to = Math.min(lineEnd, cutAfter(text, end, CONTEXT_AFTER));
  const before = collapse(text.slice(from, start)).trimStart();
  const after = collapse(text.slice(end, to)).trimEnd();
  return {
    before: from === lineStart ? before : `…${before}`,
    quote: shorten(text.slice(start, end), LONGEST_QUOTE),
    after: to === lineEnd ? after : `${after}…`,
  };
}

/** The line of context as one text, and where the passage is in it; UTF-16. */
export function lineWithQuote(
  text: string,
  span: Span,
): { readonly line: string; readonly quote: Span } {
  const { before, quote, after } = inLine(text, span);
  return {
    line: before + quote + after,
    quote: { start: before.length, end: before.length + quote.length },
  };
}

function collapse(text: string): string {
  return text.replace(/\s+/g, ' ');
}
