/**
 * Where words begin and end for somebody who moves the edge of a passage: runs of letters and digits,
 * cut at hyphens, without a possessive ending; each character of scripts without spaces, and each emoji
 * or symbol, is a word of its own. Offsets are UTF-16, between grapheme clusters.
 */
import { graphemeEdges } from './graphemes';

const WORD = /[\p{L}\p{N}\p{M}_]/u;
const LETTER = /[\p{L}\p{M}]/u;
const DIGIT = /\p{N}/u;
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]/u;
/** What a grapheme cluster has in it that says something. */
const CONTENT = /[\p{L}\p{N}\p{S}_]/u;
const APOSTROPHE = /^['’ʼ]$/;
/** Between letters they end no word, as in `U.S` or `l’État`; between digits the first two do not. */
const IN_NUMBERS = /^[.,]$/;
const IN_NAMES = /^[.'’ʼ]$/;
const POSSESSIVE = /^['’ʼ][sS](?!['’ʼ.]?[\p{L}\p{N}\p{M}_])/u;

/** Characters that are looked at together. */
const REACH = 64;

/** The next place between two characters, in a direction; absent at the end of the text. */
export function nextCharacter(text: string, offset: number, to: 1 | -1): number | undefined {
  return nextWhere(text, offset, to, () => true);
}

export function nextWordStart(text: string, offset: number, to: 1 | -1): number | undefined {
  return nextWhere(text, offset, to, isWordStart);
}

export function nextWordEnd(text: string, offset: number, to: 1 | -1): number | undefined {
  return nextWhere(text, offset, to, isWordEnd);
}

/** Of an offset between two grapheme clusters. */
export function isWordStart(text: string, offset: number): boolean {
  const after = clusterFrom(text, offset);
  return CONTENT.test(after) && !goesOn(text, offset);
}

/** Of an offset between two grapheme clusters. */
export function isWordEnd(text: string, offset: number): boolean {
  const before = clusterBefore(text, offset);
  if (!CONTENT.test(before) || goesOn(text, offset)) return isPossessiveAt(text, offset);
  return !isPossessiveAt(text, offset - before.length - 1);
}

/** Whether the same word stands on both sides. */
function goesOn(text: string, offset: number): boolean {
  const before = charBefore(text, offset);
  const after = charAt(text, offset);
  if (WORD.test(before) && WORD.test(after)) {
    return !UNSPACED.test(before) && !UNSPACED.test(after);
  }
  if (WORD.test(before)) {
    return joins(before, after, charAt(text, offset + after.length));
  }
  return WORD.test(after) && joins(charBefore(text, offset - before.length), before, after);
}

function joins(left: string, mark: string, right: string): boolean {
  if (IN_NUMBERS.test(mark) && DIGIT.test(left) && DIGIT.test(right)) return true;
  return IN_NAMES.test(mark) && LETTER.test(left) && LETTER.test(right);
}

function isPossessiveAt(text: string, offset: number): boolean {
  return (
    APOSTROPHE.test(charAt(text, offset)) &&
    LETTER.test(charBefore(text, offset)) &&
    POSSESSIVE.test(text.slice(offset, offset + 5))
  );
}

/** The nearest place between two characters that is such a one. */
function nextWhere(
  text: string,
  offset: number,
  to: 1 | -1,
  isWanted: (text: string, offset: number) => boolean,
): number | undefined {
  for (let at = offset; to === 1 ? at < text.length : at > 0;) {
    const far = at + to * REACH;
    const from = to === 1 ? at + 1 : Math.max(0, far);
    const until = to === 1 ? Math.min(text.length, far) : at - 1;
    const edges = graphemeEdges(text, from, until);
    for (const edge of to === 1 ? edges : edges.toReversed()) {
      if (isWanted(text, edge)) return edge;
    }
    at = to === 1 ? until : from;
  }
  return undefined;
}

function clusterFrom(text: string, offset: number): string {
  const end = Math.min(text.length, offset + REACH);
  const [next] = graphemeEdges(text, Math.min(offset + 1, end), end);
  return text.slice(offset, next ?? end);
}

function clusterBefore(text: string, offset: number): string {
  const start = Math.max(0, offset - REACH);
  const before = graphemeEdges(text, start, Math.max(start, offset - 1)).at(-1);
  return text.slice(before ?? start, offset);
}

function charAt(text: string, offset: number): string {
  const code = text.codePointAt(offset);
  return code === undefined ? '' : String.fromCodePoint(code);
}

function charBefore(text: string, offset: number): string {
  if (offset <= 0) return '';
  const isPair = offset > 1 && (text.codePointAt(offset - 2) ?? 0) > 0xffff;
  return isPair ? text.slice(offset - 2, offset) : text.charAt(offset - 1);
}
