/** Names in lines where nearly every word is capitalised: there the rest of the text decides. */
import { isHead, standsAlone, type Line } from './nameBoundaries';
import { DEMONYMS, FUNCTION_WORDS } from './nameLists';
import type { WordRange } from './properName';

const LONGEST = 200;
const FEWEST_WORDS = 4;
const SHORTEST_COUNTED = 3;
const EVIDENCE_REACH = 100_000;
const MOST_LOOKED_AT = 50;

/** Whether `line`, without its line break, is set in title case: only its function words are in lower case. */
export function isHeadline(line: string): boolean {
  if (line.length > LONGEST || /[.!?…]['"”’)\]]*\s*$/.test(line)) return false;
  const words = line.match(/[\p{L}\p{M}]+/gu) ?? [];
  const counted = words.filter((word) => word.length >= SHORTEST_COUNTED);
  return (
    words.length >= FEWEST_WORDS &&
    counted.length >= FEWEST_WORDS - 1 &&
    counted.some((word) => /^\p{Lu}/u.test(word)) &&
    counted.every((word) => /^\p{Lu}/u.test(word) || FUNCTION_WORDS.has(word))
  );
}

/**
 * The part of `range`, which holds the word at `index`, that is a name by the evidence of the other
 * lines: the longest that stands there in the same case, else the longest of several words that
 * stands there in lower case, else the words around the caret that stand in no other line.
 */
export function nameInHeadline(line: Line, range: WordRange, index: number): WordRange {
  if (range.first === range.last || isInstitution(line, range)) return range;
  const parts = partsAround(range, index);
  const named = parts.find((part) => standsElsewhere(line, phrase(line, part)));
  if (named !== undefined) return withOrdinal(line, range, named);
  const described = parts.find(
    (part) => part.last > part.first && standsElsewhere(line, phrase(line, part).toLowerCase()),
  );
  if (described !== undefined) return withOrdinal(line, range, described);
  const unknown = (at: number): boolean => {
    const word = line.words[at];
    return word !== undefined && !standsElsewhere(line, word.text);
  };
  let { first, last } = { first: index, last: index };
  while (first > range.first && unknown(first - 1)) first -= 1;
  while (last < range.last && unknown(last + 1)) last += 1;
  return { first, last };
}

/** "Mexican Congress": a nationality and the noun of an institution are one name in any line. */
function isInstitution(line: Line, range: WordRange): boolean {
  const first = line.words[range.first];
  return first !== undefined && DEMONYMS.has(first.lower) && isHead(line.words[range.last]);
}

/** Every part of `range` that holds `index`, the longest first. */
function partsAround(range: WordRange, index: number): readonly WordRange[] {
  const parts: WordRange[] = [];
  for (let { first } = range; first <= index; first += 1) {
    for (let { last } = range; last >= index; last -= 1) parts.push({ first, last });
  }
  return parts.sort((a, b) => b.last - b.first - (a.last - a.first));
}

function withOrdinal(line: Line, range: WordRange, part: WordRange): WordRange {
  const first = part.first - 1;
  return first >= range.first && line.words[first]?.shape === 'ordinal' ? { ...part, first } : part;
}

function phrase(line: Line, part: WordRange): string {
  return line.text.slice(line.words[part.first]?.start, line.words[part.last]?.end);
}

/** Whether `words` stand as whole words in a line around that is no headline. */
function standsElsewhere(line: Line, words: string): boolean {
  const offset = line.words[0]?.start ?? 0;
  const near = line.text.slice(Math.max(0, offset - EVIDENCE_REACH), offset + EVIDENCE_REACH);
  let at = near.indexOf(words);
  for (let count = 0; at >= 0 && count < MOST_LOOKED_AT; count += 1) {
    if (standsAlone(near, at, at + words.length) && !isHeadline(lineAround(near, at))) return true;
    at = near.indexOf(words, at + 1);
  }
  return false;
}

/** The line that `offset` is in; of a line too long to be a headline only as much as shows that. */
export function lineAround(text: string, offset: number): string {
  const before = text.slice(Math.max(0, offset - LONGEST), offset);
  const after = text.slice(offset, offset + LONGEST);
  return (/[^\n\r]*$/.exec(before)?.[0] ?? '') + (/^[^\n\r]*/.exec(after)?.[0] ?? '');
}
