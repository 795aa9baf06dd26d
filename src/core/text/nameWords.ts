/** The words of a stretch of text as `nameAt` sees them: compounds whole, possessives set apart. */
import { HYPHENATED_ENDINGS, PREFIXES, RELATION_NOUNS } from './nameLists';
import type { Span } from './span';

type Shape = 'capital' | 'lower' | 'ordinal' | 'measure' | 'number' | 'uncased';

/** One word; offsets are UTF-16 in the whole text. */
export interface Word extends Span {
  /** Without a possessive ending. */
  readonly text: string;
  readonly lower: string;
  readonly shape: Shape;
  /** Where the word ends with its possessive ending. */
  readonly outerEnd: number;
  readonly possessive: boolean;
  /** An initial or an abbreviation whose full stop ends no sentence. */
  readonly dotted: boolean;
}

/** Byte order marks, joiners and the like, which segmenting leaves on the word before them. */
const INVISIBLE_END = /\p{Cf}+$/u;
const WORD_CHARACTER = /[\p{L}\p{N}\p{M}]/u;
const HYPHEN = /^[-‐‑]$/;
const POSSESSIVE = /['’ʼ]s$|(?<=\p{Lu})['’ʼ]S$/u;
const ACRONYM_WITH_DOTS = /^\p{L}(?:\.\p{L})+$/u;
const ABBREVIATION =
  /^(?:\p{Lu}|St|Mt|Ft|Jr|Sr|Dr|Mr|Mrs|Ms|Prof|Gen|Sen|Rep|Gov|Lt|Col|Maj|Capt|Sgt|Adm|Rev|Hon)$/u;
const CAPITAL =
  /^(?:\p{Lu}|\p{Lt}|\p{Ll}{1,2}\p{Lu}|(?:al|el|ar|as|ad|an|ash|at|az|ul|d|l)[-‐‑'’]\p{Lu})/u;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Making one takes longer than a line: for many lines make it once. */
export function wordSegmenter(): Intl.Segmenter {
  return new Intl.Segmenter('und', { granularity: 'word' });
}

/** The words of `text` between `from` and `to`, a line or so, in order. */
export function wordsOf(
  text: string,
  from: number,
  to: number,
  segmenter = wordSegmenter(),
): readonly Word[] {
  const pieces = piecesOf(text, from, to, segmenter);
  const words: Word[] = [];
  for (let index = 0; index < pieces.length;) {
    const count = compoundLength(text, pieces, index);
    const first = pieces[index];
    const last = pieces[index + count - 1];
    if (first !== undefined && last !== undefined) words.push(wordOf(text, first.start, last.end));
    index += count;
  }
  return words;
}

function piecesOf(
  text: string,
  from: number,
  to: number,
  segmenter: Intl.Segmenter,
): readonly Span[] {
  const pieces: Span[] = [];
  for (const { segment, index, isWordLike } of segmenter.segment(text.slice(from, to))) {
    if (isWordLike !== true) continue;
    const start = from + index + Math.max(0, segment.search(WORD_CHARACTER));
    const end = from + index + segment.replace(INVISIBLE_END, '').length;
    if (start < end) pieces.push({ start, end });
  }
  return pieces;
}

/** How many pieces from `index` on are one word: `12-point`, `Jean-Luc`, `AT&T`. */
function compoundLength(text: string, pieces: readonly Span[], index: number): number {
  let count = 1;
  while (joinsNext(text, pieces, index + count - 1)) count += 1;
  const names = pieces
    .slice(index, index + count)
    .map((piece) => text.slice(piece.start, piece.end));
  if (count === 1 || !names.every((name) => CAPITAL.test(name))) return count;
  const last = pieces[index + count - 1];
  const next = pieces[index + count];
  if (last === undefined || next === undefined || next.start !== last.end + 1) return count;
  return RELATION_NOUNS.has(text.slice(next.start, next.end)) ? 1 : count;
}

function joinsNext(text: string, pieces: readonly Span[], index: number): boolean {
  const left = pieces[index];
  const right = pieces[index + 1];
  if (left === undefined || right === undefined || right.start !== left.end + 1) return false;
  const between = text.charAt(left.end);
  const leftText = text.slice(left.start, left.end);
  const rightText = text.slice(right.start, right.end);
  if (between === '&') return CAPITAL.test(leftText) && CAPITAL.test(rightText);
  if (!HYPHEN.test(between) || UNSPACED.test(leftText + rightText)) return false;
  if (PREFIXES.has(leftText.toLowerCase()) && CAPITAL.test(rightText)) return false;
  return !(CAPITAL.test(leftText) && HYPHENATED_ENDINGS.test(rightText));
}

function wordOf(text: string, start: number, outerEnd: number): Word {
  const whole = text.slice(start, outerEnd);
  const ending = POSSESSIVE.exec(whole);
  const possessive = ending !== null && ending.index > 0;
  const stop = !possessive && text.charAt(outerEnd) === '.';
  const acronym = stop && ACRONYM_WITH_DOTS.test(whole);
  const bare = possessive ? whole.slice(0, ending.index).replace(INVISIBLE_END, '') : whole;
  const name = acronym ? `${bare}.` : bare;
  return {
    start,
    end: start + name.length,
    text: name,
    lower: name.toLowerCase().replace(/['’ʼ]/g, '’'),
    shape: shapeOf(name),
    outerEnd: acronym ? outerEnd + 1 : outerEnd,
    possessive,
    dotted: stop && ABBREVIATION.test(whole),
  };
}

function shapeOf(word: string): Shape {
  if (/^\p{N}/u.test(word)) {
    if (/^\d[\d.,]*[-‐‑]\p{L}/u.test(word)) return 'measure';
    return /^\d+(?:st|nd|rd|th)$/i.test(word) ? 'ordinal' : 'number';
  }
  if (CAPITAL.test(word)) return 'capital';
  return /^\p{Ll}/u.test(word) ? 'lower' : 'uncased';
}

/** Whether nothing but a space, or the full stop of an abbreviation and a space, lies between neighbours. */
export function adjoin(text: string, left: Word, right: Word): boolean {
  if (left.possessive) return false;
  const gap = text.slice(left.end, right.start);
  return /^[ \u00A0\u202F]$/.test(gap) || gap === ' & ' || (left.dotted && gap === '. ');
}

/** Whether the word opens a sentence, a line or a quotation. */
export function opensSentence(text: string, word: Word): boolean {
  const before = text.slice(Math.max(0, word.start - 8), word.start);
  return /(?:^|[\n\r.!?…:;]['"”’)\]]*\s+|[\n\r])[\s"“‘«'([—–\-•*>]*$|["“‘«]$/u.test(
    word.start > 8 ? before : `\n${before}`,
  );
}
