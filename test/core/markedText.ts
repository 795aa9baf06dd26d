/** Texts of tests with their passages marked in the text itself. */
import type { Span } from '../../src/core/text/span';

/**
 * `markedText('He met [[Anna]].')` is the text without the brackets and the spans they enclosed, in
 * the order in which they open. Marks may nest; `[[]]` is an empty span.
 */
export function markedText(marked: string): { text: string; spans: readonly Span[] } {
  const spans: { start: number; end: number }[] = [];
  const open: number[] = [];
  let text = '';
  for (const part of marked.split(/(\[\[|\]\])/)) {
    if (part === '[[') {
      open.push(spans.length);
      spans.push({ start: text.length, end: -1 });
    } else if (part === ']]') {
      const span = spans[open.pop() ?? -1];
      if (span === undefined) throw new Error(`]] without [[ in ${marked}`);
      span.end = text.length;
    } else {
      text += part;
    }
  }
  if (open.length > 0) throw new Error(`[[ without ]] in ${marked}`);
  return { text, spans };
}

/** The only marked span of a text. */
export function markedSpan(marked: string): { text: string; span: Span } {
  const { text, spans } = markedText(marked);
  const [span] = spans;
  if (span === undefined || spans.length > 1) throw new Error(`not one mark in ${marked}`);
  return { text, span };
}

/** A text with one caret, written `|`. */
export function caretText(marked: string): { text: string; caret: number } {
  const caret = marked.indexOf('|');
  if (caret < 0) throw new Error(`no caret in ${marked}`);
  return { text: marked.slice(0, caret) + marked.slice(caret + 1), caret };
}
