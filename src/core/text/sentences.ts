/** The sentence and the paragraph around a place in a text. */
import type { Span } from './span';

const BLANK_LINE = /\n[^\S\n]*\n/g;
/** A line break inside a sentence: the next line goes on in lower case. */
const GOES_ON = /^[^\S\n]*\p{Ll}/u;
const OPENING = '["\'“‘„«‹([「『（【]*';
const CLOSING = '["\'”’»›)\\]」』）】]*';
const SENTENCE_END = new RegExp(
  `(?<![.!?…])[.!?…]+${CLOSING}\\s+(?=${OPENING}[\\p{Lu}\\p{Lt}\\p{Lo}\\p{N}@])|[。！？]+${CLOSING}\\s*`,
  'gu',
);
/** How far back an abbreviation is looked for, in code units. */
const LONGEST_WORD = 100;
const LAST_WORD = /[\p{L}\p{N}.]+$/u;
const INITIALS = /^(?:\p{L}\.)*\p{Lu}$/u;
const ABBREVIATIONS = new Set(
  `mr mrs ms dr prof st mt ft gen sen rep gov lt col maj capt sgt adm rev hon jr sr vs no etc al
   e.g i.e p.m a.m`.split(/\s+/),
);

/** The lines between two blank lines that `offset` lies in or touches, without the space around them. */
export function paragraphAt(text: string, offset: number): Span {
  let start = 0;
  let end = text.length;
  for (const { index, 0: found } of text.matchAll(BLANK_LINE)) {
    if (index + found.length <= offset) start = index + found.length;
    if (index >= offset) {
      end = index;
      break;
    }
  }
  return trimmed(text, { start, end: Math.max(start, end) });
}

/**
 * The sentence that `offset` (UTF-16) lies in or touches, with its final mark and quotation marks; of two
 * that meet there the later. `undefined` on a blank line. A line break ends a sentence unless the
 * next line goes on in lower case, so headlines and hard-wrapped paragraphs both work. Abbreviations
 * and initials end none; it is a proposal that a person can correct by selecting.
 */
export function sentenceAt(text: string, offset: number): Span | undefined {
  const block = linesAround(text, offset);
  for (const sentence of sentencesOf(text, block)) {
    if (sentence.end > offset || sentence.end === block.end) return nonEmpty(text, sentence);
  }
  return undefined;
}

/** The sentences that begin in `within`, as `sentenceAt` has them, in order. */
export function* sentencesIn(text: string, within: Span): Generator<Span> {
  let at = within.start;
  while (at < within.end) {
    const block = linesAround(text, at);
    for (const sentence of sentencesOf(text, block)) {
      const inner = nonEmpty(text, sentence);
      if (inner !== undefined && inner.start >= within.start && inner.start < within.end) {
        yield inner;
      }
    }
    at = block.end + 1;
  }
}

/** The sentences of a block of lines, one after the other without gaps; the last may be empty. */
function* sentencesOf(text: string, block: Span): Generator<Span> {
  let start = block.start;
  for (const match of text.slice(block.start, block.end).matchAll(SENTENCE_END)) {
    const mark = block.start + match.index;
    const before = text.slice(Math.max(block.start, mark - LONGEST_WORD), mark);
    if (match[0].startsWith('.') && isAbbreviation(before)) continue;
    const end = mark + match[0].length;
    yield { start, end };
    start = end;
  }
  yield { start, end: block.end };
}

/** The sentence at `offset` as a passage to annotate: without a full stop at its end. */
export function sentencePassageAt(text: string, offset: number): Span | undefined {
  const sentence = sentenceAt(text, offset);
  if (sentence === undefined || !/[^.][.。]$/.test(text.slice(sentence.start, sentence.end))) {
    return sentence;
  }
  const end = sentence.end - 1;
  const keepsStop = text.charAt(end) === '.' && isAbbreviation(text.slice(sentence.start, end));
  return keepsStop ? sentence : { start: sentence.start, end };
}

/** From the start of the sentence at `span.start` to the end of the one at `span.end`. */
export function sentencesAround(text: string, span: Span): Span {
  const first = sentenceAt(text, span.start) ?? span;
  const last = sentenceAt(text, Math.max(span.start, span.end - 1)) ?? span;
  return { start: Math.min(first.start, span.start), end: Math.max(last.end, span.end) };
}

/** Without the white space at both ends; empty at its start when there is nothing else. */
export function trimmed(text: string, { start, end }: Span): Span {
  const inside = text.slice(start, end);
  const from = start + (inside.length - inside.trimStart().length);
  return { start: from, end: Math.max(from, start + inside.trimEnd().length) };
}

function nonEmpty(text: string, span: Span): Span | undefined {
  const inner = trimmed(text, span);
  return inner.end > inner.start ? inner : undefined;
}

function linesAround(text: string, offset: number): Span {
  let start = text.lastIndexOf('\n', offset - 1) + 1;
  while (start > 0 && GOES_ON.test(text.slice(start, start + 20)) && !endsBlank(text, start - 1)) {
    start = text.lastIndexOf('\n', start - 2) + 1;
  }
  let end = lineEnd(text, offset);
  while (end < text.length && GOES_ON.test(text.slice(end + 1, end + 21))) {
    end = lineEnd(text, end + 1);
  }
  return { start, end };
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** Whether the line that ends at `end` has nothing on it. */
function endsBlank(text: string, end: number): boolean {
  return text.slice(text.lastIndexOf('\n', end - 1) + 1, end).trim() === '';
}

function isAbbreviation(before: string): boolean {
  const word = LAST_WORD.exec(before)?.[0] ?? '';
  return INITIALS.test(word) || ABBREVIATIONS.has(word.toLowerCase());
}
