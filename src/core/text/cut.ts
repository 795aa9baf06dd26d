/** Where the context before and after a passage ends: at the edge of a word, if it can. */
import { splitsPair } from './codePoints';
import { graphemeEdges } from './graphemes';

const WORD = /[\p{L}\p{N}\p{M}_]/u;
const JOINER = /['’‘\-‐‑.@/]/;
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]/u;
const CONTENT = /[\p{L}\p{N}\p{S}]/u;
const POOR_START = /[\s,;:.!?)\]}»”’…–—、。，！？；：）】」』]/;
const POOR_END = /[\s([{«“‘¿¡–—（【「『]/;

/**
 * The offset at which the context before `offset` begins: at most `most` code points earlier, at the
 * edge of a word, and at a word rather than at a comma; inside a word only if that word alone is
 * longer than `most`. Scripts without spaces may be cut between any two characters. Never inside a
 * grapheme cluster. 0 when the text begins within reach.
 */
export function cutBefore(text: string, offset: number, most: number): number {
  const low = back(text, offset, most);
  if (low === 0) return 0;
  const edges = graphemeEdges(text, low, offset);
  const contentEnd = lastContent(text, low, offset);
  for (const edge of edges) {
    if (edge >= contentEnd) break;
    if (isWordEdge(text, edge) && !POOR_START.test(text.charAt(edge))) return edge;
  }
  return edges[0] ?? offset;
}

/** The offset at which the context after `offset` ends; the mirror image of `cutBefore`. */
export function cutAfter(text: string, offset: number, most: number): number {
  const high = forward(text, offset, most);
  if (high === text.length) return high;
  const edges = graphemeEdges(text, offset, high);
  const contentStart = firstContent(text, offset, high);
  for (let index = edges.length - 1; index >= 0; index -= 1) {
    const edge = edges[index] ?? offset;
    if (edge <= contentStart) break;
    if (isWordEdge(text, edge) && !POOR_END.test(text.charAt(edge - 1))) return edge;
  }
  return edges.at(-1) ?? offset;
}

/** Whether a reader would see a word end or begin at `offset`. Hyphens and apostrophes inside a word do not end it. */
export function isWordEdge(text: string, offset: number): boolean {
  const before = charBefore(text, offset);
  const after = charAt(text, offset);
  if (before === '' || after === '') return true;
  if (WORD.test(before) && WORD.test(after)) return UNSPACED.test(before) || UNSPACED.test(after);
  if (JOINER.test(after) && WORD.test(before)) {
    return !WORD.test(charAt(text, offset + after.length));
  }
  if (JOINER.test(before) && WORD.test(after)) {
    return !WORD.test(charBefore(text, offset - before.length));
  }
  return true;
}

function back(text: string, offset: number, codePoints: number): number {
  let at = offset;
  for (let count = 0; count < codePoints && at > 0; count += 1) {
    at -= splitsPair(text, at - 1) ? 2 : 1;
  }
  return at;
}

function forward(text: string, offset: number, codePoints: number): number {
  let at = offset;
  for (let count = 0; count < codePoints && at < text.length; count += 1) {
    at += splitsPair(text, at + 1) ? 2 : 1;
  }
  return at;
}

/** The end of the last character of `[from, to)` that says something; `from` when none does. */
function lastContent(text: string, from: number, to: number): number {
  for (let at = to; at > from;) {
    const char = charBefore(text, at);
    if (CONTENT.test(char)) return at;
    at -= char.length;
  }
  return from;
}

/** The start of the first character of `[from, to)` that says something; `to` when none does. */
function firstContent(text: string, from: number, to: number): number {
  for (let at = from; at < to;) {
    const char = charAt(text, at);
    if (CONTENT.test(char)) return at;
    at += char.length;
  }
  return to;
}

function charAt(text: string, offset: number): string {
  return splitsPair(text, offset + 1) ? text.slice(offset, offset + 2) : text.charAt(offset);
}

function charBefore(text: string, offset: number): string {
  if (offset <= 0) return '';
  return splitsPair(text, offset - 1) ? text.slice(offset - 2, offset) : text.charAt(offset - 1);
}
