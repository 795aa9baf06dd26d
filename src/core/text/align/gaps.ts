/** What lies between two places that are known in both texts: finer and finer until nothing is left. */
import { similarity } from '../similarity';
import type { Alignment } from './alignment';
import { heaviestChain, uniqueRuns, type Region } from './runs';

/** Cells of the table for one gap. Larger gaps are left unaligned where nothing in them stands once. */
const MOST_CELLS = 40_000;
/** Cells up to which words are compared by their letters too. */
const MOST_LETTER_CELLS = 4_000;
const DEEPEST = 12;
const SIZES = [4, 2, 1] as const;
/** What a row of tokens gains over the same tokens apart. */
const TOGETHER = 3;
const ALIKE = 0.6;

/**
 * Aligns the region in order: equal tokens at its edges, rows that stand once in both sides of it,
 * what is between these, and the best common order of what is left.
 */
export function alignGap(alignment: Alignment, region: Region, depth = 0): void {
  const rest = alignment.trim(region);
  const olds = rest.oldTo - rest.oldFrom;
  const news = rest.newTo - rest.newFrom;
  if (!hasFree(alignment.freeOld, rest.oldFrom, rest.oldTo)) return;
  if (!hasFree(alignment.freeNew, rest.newFrom, rest.newTo)) return;
  if (olds * news <= MOST_CELLS) {
    alignSmall(alignment, rest);
    return;
  }
  if (depth >= DEEPEST) return;
  for (const size of SIZES) {
    const runs = uniqueRuns(alignment.freeOld, alignment.freeNew, rest, size);
    if (runs.length === 0) continue;
    alignBetween(alignment, rest, heaviestChain(runs), depth + 1);
    return;
  }
}

function hasFree(ids: Int32Array, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if ((ids[at] ?? -1) >= 0) return true;
  return false;
}

/** Claims the chain and aligns what is before, between and after its runs. */
export function alignBetween(
  alignment: Alignment,
  region: Region,
  chain: ReturnType<typeof heaviestChain>,
  depth = 0,
): void {
  for (const run of chain) alignment.claim(run);
  let { oldFrom, newFrom } = region;
  for (const { old, now, length } of chain) {
    alignGap(alignment, { oldFrom, oldTo: old, newFrom, newTo: now }, depth);
    oldFrom = old + length;
    newFrom = now + length;
  }
  alignGap(alignment, { oldFrom, oldTo: region.oldTo, newFrom, newTo: region.newTo }, depth);
}

/** The heaviest common order of the two sides, rows before scattered tokens, by a table of all pairs. */
function alignSmall(alignment: Alignment, region: Region): void {
  const { oldFrom, newFrom } = region;
  const olds = region.oldTo - oldFrom;
  const news = region.newTo - newFrom;
  const width = news + 1;
  const best = new Float32Array((olds + 1) * width);
  const matched = new Float32Array((olds + 1) * width);
  const weigh = weigher(alignment, olds * news <= MOST_LETTER_CELLS);
  for (let row = 1; row <= olds; row += 1) {
    for (let column = 1; column <= news; column += 1) {
      const cell = row * width + column;
      const diagonal = cell - width - 1;
      const weight = weigh(oldFrom + row - 1, newFrom + column - 1);
      if (weight > 0) {
        const row2 = matched[diagonal] ?? 0;
        const joined = row2 > 0 ? row2 + TOGETHER : 0;
        matched[cell] = weight + Math.max(best[diagonal] ?? 0, joined);
      }
      best[cell] = Math.max(best[cell - 1] ?? 0, best[cell - width] ?? 0, matched[cell] ?? 0);
    }
  }
  let row = olds;
  let column = news;
  let isJoined = false;
  while (row > 0 && column > 0) {
    const cell = row * width + column;
    const here = matched[cell] ?? 0;
    if (here > 0 && (isJoined || here >= (best[cell] ?? 0))) {
      claimPair(alignment, oldFrom + row - 1, newFrom + column - 1);
      const diagonal = cell - width - 1;
      const before = matched[diagonal] ?? 0;
      isJoined = before > 0 && before + TOGETHER >= (best[diagonal] ?? 0);
      row -= 1;
      column -= 1;
    } else if ((best[cell - 1] ?? 0) >= (best[cell - width] ?? 0)) column -= 1;
    else row -= 1;
  }
}

function claimPair(alignment: Alignment, old: number, now: number): void {
  if (alignment.fits(old, now)) alignment.claim({ old, now, length: 1 });
  else alignment.changed[old] = now;
}

/** What it is worth to take two tokens for one: letters, with a little for a changed word. */
function weigher(alignment: Alignment, byLetters: boolean): (old: number, now: number) => number {
  const { old, now } = alignment;
  const known = new Map<number, number>();
  return (one, two) => {
    const a = alignment.freeOld[one] ?? -1;
    const b = alignment.freeNew[two] ?? -1;
    if (a < 0 || b < 0) return 0;
    const length = (old.ends[one] ?? 0) - (old.starts[one] ?? 0);
    if (a === b) return 1 + Math.min(length, 8);
    if (!byLetters || length < 2) return 0;
    const key = a * 0x4000000 + b;
    const before = known.get(key);
    if (before !== undefined) return before;
    const written = old.text.slice(old.starts[one], old.ends[one]);
    const other = now.text.slice(now.starts[two], now.ends[two]);
    const score = mayBeAlike(written, other) ? similarity(written, other) : 0;
    const weight = score >= ALIKE ? score * Math.min(length, 8) * 0.5 : 0;
    known.set(key, weight);
    return weight;
  };
}

function mayBeAlike(a: string, b: string): boolean {
  if (a.length > 2 * b.length || b.length > 2 * a.length || a.length > 64) return false;
  return a.charAt(0).toLowerCase() === b.charAt(0).toLowerCase() || a.slice(-2) === b.slice(-2);
}
