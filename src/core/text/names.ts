/** The name under the caret. */
import { CodePoints, splitsPair } from './codePoints';
import { isHeadline, lineAround, nameInHeadline } from './headlines';
import type { Line } from './nameBoundaries';
import { FUNCTION_WORDS, VERBS } from './nameLists';
import { adjoin, wordsOf, type Word } from './nameWords';
import { properName } from './properName';
import type { Span } from './span';

/** How much of the line is looked at on each side, in code units: more than a name is long. */
const REACH = 120;
const LINE_BREAK = /[\n\r\u0085\u2028\u2029]/;

/** Most nouns after a measure: "12-point peace plan proposal". */
const MOST_NOUNS = 3;

/** Most signs of a Han run that is taken whole; longer ones are several words. */
const SHORT_HAN = 4;
const LONG_DOTTED = 12;
const LONGEST_RUN = 40;
const HAN = /[\p{Script=Han}々〇]/u;
const HAN_DOTTED = /[\p{Script=Han}々〇·・‧•]/u;
const KATAKANA = /[\p{Script=Katakana}ー・]/u;

/**
 * The whole name at `offset` (UTF-16), which lies in it or touches it: the capitalised words that
 * make it up with their particles, without titles and nationalities in front and without a
 * possessive ending; a phrase like "12-point peace plan"; a short run of Han signs; or else the one
 * word there. `undefined` when no word touches `offset` or it is outside the text. A name never
 * crosses a line break, the end of a sentence, a comma, a quotation mark or a bracket.
 *
 * Works by English word lists and by the case of letters, so it is a proposal that a person can
 * correct by selecting. Names of scripts without capitals are single words.
 */
export function nameAt(text: string, offset: number): Span | undefined {
  if (!(offset >= 0 && offset <= text.length)) return undefined;
  const line: Line = { text, words: wordsOf(text, ...reachAround(text, offset)) };
  const index = wordIndexAt(line.words, offset);
  const word = line.words[index];
  if (word === undefined) return undefined;
  if (word.shape === 'uncased') return uncasedName(text, word, offset);
  const measured = measuredName(line, index);
  if (measured !== undefined) return measured;
  if (word.shape === 'number') return { start: word.start, end: word.end };
  const range = properName(line, index);
  if (range === undefined) return { start: word.start, end: word.end };
  const headline = word.shape === 'capital' && isHeadline(lineAround(text, word.start));
  const { first, last } = headline ? nameInHeadline(line, range, index) : range;
  return { start: line.words[first]?.start ?? word.start, end: line.words[last]?.end ?? word.end };
}

/** The line around `offset`, cut between words where it is long. */
function reachAround(text: string, offset: number): [from: number, to: number] {
  let from = offset;
  while (from > 0 && offset - from < REACH && !LINE_BREAK.test(text.charAt(from - 1))) from -= 1;
  let to = offset;
  while (to < text.length && to - offset < REACH && !LINE_BREAK.test(text.charAt(to))) to += 1;
  if (offset - from === REACH) from += Math.max(0, text.slice(from, offset).search(/\s/));
  if (to - offset === REACH) to = offset + trimmedLength(text.slice(offset, to));
  if (splitsPair(text, from)) from -= 1;
  return [from, splitsPair(text, to) ? to + 1 : to];
}

function trimmedLength(text: string): number {
  const space = text.search(/\s\S*$/);
  return space < 0 ? text.length : space;
}

/** The word that `offset` is in, or else the one that ends there; -1 for none. */
function wordIndexAt(words: readonly Word[], offset: number): number {
  const inside = words.findIndex((word) => word.start <= offset && offset < word.outerEnd);
  return inside >= 0 ? inside : words.findIndex((word) => word.outerEnd === offset);
}

function uncasedName(text: string, word: Word, offset: number): Span {
  const han = runAround(text, word.start, HAN);
  const dotted = runAround(text, word.start, HAN_DOTTED);
  if (dotted.end - dotted.start > han.end - han.start && dotted.end - dotted.start <= LONG_DOTTED) {
    return union(dotted, word);
  }
  if (han.end > han.start && signs(text, han) <= SHORT_HAN) return union(han, word);
  const at = offset < word.end ? Math.max(offset, word.start) : word.start;
  const katakana = runAround(text, at, KATAKANA);
  return katakana.end > katakana.start
    ? union(katakana, word)
    : { start: word.start, end: word.end };
}

/** Both together: a word may end in marks that are of no script. */
function union(a: Span, b: Span): Span {
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) };
}

function signs(text: string, span: Span): number {
  return new CodePoints(text.slice(span.start, span.end)).length;
}

/**
 * The characters of one class around the one at `offset`, some forty on each side at most; empty
 * when that one is of another class.
 */
function runAround(text: string, offset: number, of: RegExp): Span {
  let start = offset;
  let end = offset;
  while (end < text.length && end - offset < LONGEST_RUN && of.test(charAt(text, end))) {
    end += charAt(text, end).length;
  }
  while (end > offset && start > 0 && offset - start < LONGEST_RUN) {
    const before = splitsPair(text, start - 1) ? start - 2 : start - 1;
    if (!of.test(text.slice(before, start))) break;
    start = before;
  }
  return { start, end };
}

function charAt(text: string, offset: number): string {
  return splitsPair(text, offset + 1) ? text.slice(offset, offset + 2) : text.charAt(offset);
}

/** "12-point peace plan", with the caret in any of its words. */
function measuredName(line: Line, index: number): Span | undefined {
  for (let at = index; at >= Math.max(0, index - MOST_NOUNS); at -= 1) {
    const word = line.words[at];
    if (word === undefined) return undefined;
    if (word.shape === 'measure') {
      const last = lastNoun(line, at);
      const end = line.words[last]?.end;
      return end === undefined || last < index ? undefined : { start: word.start, end };
    }
    if (word.shape !== 'lower' && word.shape !== 'capital') return undefined;
  }
  return undefined;
}

function lastNoun(line: Line, measure: number): number {
  let at = measure;
  while (at < measure + MOST_NOUNS && isNounAfter(line, at, at === measure)) at += 1;
  return at;
}

function isNounAfter(line: Line, index: number, first: boolean): boolean {
  const word = line.words[index];
  const next = line.words[index + 1];
  if (word === undefined || next === undefined || !adjoin(line.text, word, next)) return false;
  if (next.shape !== 'lower' && next.shape !== 'capital') return false;
  if (FUNCTION_WORDS.has(next.lower) || VERBS.has(next.lower)) return false;
  return !/(?:ly|ed)$/.test(next.lower) && (first || !next.lower.endsWith('ing'));
}
