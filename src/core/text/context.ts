/** A passage with what stands around it, on one line, for lists. */
import { cutAfter, cutBefore } from './cut';
import type { SourceText } from './sourceText';
import type { Span } from './span';

const WIDTH = 40;
const ELLIPSIS = '…';
const BLANK_LINE = /\n\s*\n/;
const ENDS_WITH_BLANK_LINE = /\n\s*\n\s*$/;
const STARTS_WITH_BLANK_LINE = /^\s*\n\s*\n/;
const NEAR = 8;

/**
 * The passage and at most `width` code points of its paragraph on each side, cut at the edge of a
 * word with an ellipsis where text was left out. Every run of whitespace is one space, so the three
 * parts joined read as one line; `quote` is never shortened.
 */
export function contextLine(
  source: SourceText,
  span: Span,
  width: number = WIDTH,
): { before: string; quote: string; after: string } {
  const { text } = source;
  return {
    before: before(text, span.start, width),
    quote: oneLine(text.slice(span.start, span.end)),
    after: after(text, span.end, width),
  };
}

function before(text: string, offset: number, width: number): string {
  const from = cutBefore(text, offset, width);
  const parts = text.slice(from, offset).split(BLANK_LINE);
  const line = oneLine(parts.at(-1) ?? '').trimStart();
  const whole =
    parts.length > 1 || from === 0 || ENDS_WITH_BLANK_LINE.test(text.slice(from - NEAR, from));
  return whole ? line : ELLIPSIS + line;
}

function after(text: string, offset: number, width: number): string {
  const to = cutAfter(text, offset, width);
  const parts = text.slice(offset, to).split(BLANK_LINE);
  const line = oneLine(parts[0] ?? '').trimEnd();
  const whole =
    parts.length > 1 ||
    to === text.length ||
    STARTS_WITH_BLANK_LINE.test(text.slice(to, to + NEAR));
  return whole ? line : line + ELLIPSIS;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
