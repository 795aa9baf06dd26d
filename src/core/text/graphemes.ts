/** Where a text may be cut without cutting what a reader sees as one character. */
import { splitsPair } from './codePoints';

/** Units that begin a new grapheme cluster after any unit of this same class. */
const PLAIN = [
  '\\n -\\u02FF\\u0370-\\u0482\\u048A-\\u0530\\u2010-\\u2027\\u2030-\\u205E',
  '\\u3000-\\u3029\\u3041-\\u3096\\u30A0-\\u30FF\\u4E00-\\u9FFF\\uAC00-\\uD7A3\\uFF01-\\uFF60',
].join('');
const ALL_PLAIN = new RegExp(`^[${PLAIN}]*$`);
const LAST_PLAIN = new RegExp(`[${PLAIN}](?=[^${PLAIN}]*$)`);

/** How far back a cluster may begin before it is cut all the same, in code units. */
const LOOK_BACK = 64;
const LOOK_AHEAD = 16;

/**
 * The offsets in `[from, to]` that lie between grapheme clusters
 * (https://unicode.org/reports/tr29/), ascending. Meant for short ranges: `Intl.Segmenter` takes
 * quadratic time on some engines. A cluster of more than 64 code units before `from` may be cut.
 */
export function graphemeEdges(text: string, from: number, to: number): readonly number[] {
  if (ALL_PLAIN.test(text.slice(Math.max(0, from - 1), to + 1))) return everyOffset(from, to);
  const start = clusterStart(text, from);
  const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
  const edges: number[] = [];
  for (const { index } of segmenter.segment(text.slice(start, to + LOOK_AHEAD))) {
    if (start + index >= from && start + index <= to) edges.push(start + index);
  }
  if (to === text.length) edges.push(to);
  return edges;
}

/** An offset at or before `offset` from which segmenting finds the true clusters. */
function clusterStart(text: string, offset: number): number {
  const floor = Math.max(0, offset - LOOK_BACK);
  const plain = LAST_PLAIN.exec(text.slice(floor, offset));
  if (plain !== null) return floor + plain.index;
  const start = splitsPair(text, floor) ? floor - 1 : floor;
  return regionalIndicatorsBefore(text, start) % 2 === 1 ? start - 2 : start;
}

/** Flags are pairs of these; which two belong together is decided by the start of the row. */
function regionalIndicatorsBefore(text: string, offset: number): number {
  let count = 0;
  for (let at = offset - 2; at >= 0 && isRegionalIndicator(text, at); at -= 2) count += 1;
  return count;
}

function isRegionalIndicator(text: string, offset: number): boolean {
  const codePoint = text.codePointAt(offset) ?? 0;
  return codePoint >= 0x1f1e6 && codePoint <= 0x1f1ff;
}

function everyOffset(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
