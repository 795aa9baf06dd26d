/** The runs of capitalised words of a text: the names as `nameAt` finds them, one after the other. */
import { isHeadline } from '../text/headlines';
import { isHead, isPart, type Line } from '../text/nameBoundaries';
import { opensSentence, wordSegmenter, wordsOf, type Word } from '../text/nameWords';
import { nameAt } from '../text/names';
import { properName } from '../text/properName';
import type { Span } from '../text/span';

/** A name or what is written like one. */
export interface Run extends Span {
  /** In a line where nearly every word is capitalised, or every letter. */
  readonly headline: boolean;
  /** Opens a sentence, a line or a quotation, where every word is capitalised. */
  readonly opens: boolean;
  readonly words: readonly Word[];
  /** The words next to it on its line. */
  readonly before: Word | undefined;
  readonly after: Word | undefined;
}

/** Longer stretches without a line break are cut between words. */
const LONGEST_LINE = 1_000;
const LINE = new RegExp(`[^\\n\\r\\u0085\\u2028\\u2029]{1,${LONGEST_LINE}}(?!\\S)|\\S+`, 'gu');
const LOWER = /\p{Ll}/u;
/** A capital, or a measure: lines without are passed over. */
const PROMISING = /[\p{Lu}\p{Lt}]|\d[-‐‑]\p{L}/u;
/** "12-point plan", and nothing like "20-year-old man". */
const POINTS = /^\d+[-‐‑](?:point|step|article|page|nation|country)$/i;

/** The runs in the lines between `start` and `end`, in order, none overlapping another. */
export function* runsIn(text: string, { start, end }: Span): Generator<Run> {
  const segmenter = wordSegmenter();
  for (const match of text.slice(start, end).matchAll(LINE)) {
    const [stretch] = match;
    if (!PROMISING.test(stretch)) continue;
    const from = start + match.index;
    yield* runsOfLine(
      { text, words: wordsOf(text, from, from + stretch.length, segmenter) },
      stretch,
    );
  }
}

function* runsOfLine(line: Line, stretch: string): Generator<Run> {
  const headline = isHeadline(stretch) || !LOWER.test(stretch);
  let next = 0;
  while (next < line.words.length) {
    const [first, last] = rangeFrom(line, next) ?? [next, next - 1];
    if (last >= first) yield runOf(line, first, last, headline);
    next = Math.max(next, last) + 1;
  }
}

/** Indexes of the first and last word of the run that begins with the word at `index`. */
function rangeFrom(line: Line, index: number): readonly [number, number] | undefined {
  const word = line.words[index];
  if (word?.shape === 'measure') return POINTS.test(word.text) ? measured(line, index) : undefined;
  if (!isPart(line, index)) return undefined;
  const range = properName(line, index);
  if (range === undefined) return undefined;
  return [index, endOfFirst(line, index, Math.max(index, range.last))];
}

/** "Eurasia Department | of the Foreign Ministry": two names, of which each stands by itself. */
function endOfFirst(line: Line, first: number, last: number): number {
  for (let at = first + 1; at < last; at += 1) {
    const word = line.words[at];
    if (!isHead(word)) continue;
    const next = line.words.findIndex((_, index) => index > at + 1 && isPart(line, index));
    const isWithin = next > at && next <= last && line.words[at + 1]?.lower === 'of';
    if (isWithin && properName(line, next)?.first === next) return at;
  }
  return last;
}

function measured(line: Line, index: number): readonly [number, number] | undefined {
  const start = line.words[index]?.start ?? 0;
  const end = nameAt(line.text, start)?.end ?? start;
  const last = line.words.findLastIndex((word) => word.start < end);
  return last > index ? [index, last] : undefined;
}

function runOf(line: Line, first: number, last: number, headline: boolean): Run {
  const words = line.words.slice(first, last + 1);
  const [one] = words;
  const at = one?.start ?? 0;
  const start = words.length === 1 && isHandle(line.text, at) ? at - 1 : at;
  const end = words.at(-1)?.end ?? 0;
  const opens = one !== undefined && opensSentence(line.text, one);
  const [before, after] = [line.words[first - 1], line.words[last + 1]];
  return { start, end, headline, opens, words, before, after };
}

/** Whether the word at `start` stands behind an @ that is no part of an address. */
function isHandle(text: string, start: number): boolean {
  return text.charAt(start - 1) === '@' && !/[\p{L}\p{N}.]/u.test(text.charAt(start - 2));
}
