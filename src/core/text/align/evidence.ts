/** Whether what still stands around a passage is enough to know it again. */
import type { Alignment } from './alignment';
import { isInOrder, supportOf, type Support } from './support';
import { BREAK } from './tokens';

/** Tokens: `from` inclusive, `to` exclusive. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Enough of one side, in letters and signs. */
const ONE_SIDE = 20;
/** Enough of a side that stands to its far end. */
const WHOLE_SIDE = 12;
/** Letters of a whole context. */
const EVERYTHING = 24;
/**
 * Letters that must have gone together where neighbours do not confirm it: more than one annotation
 * remembers, since the same words with the same context may well stand twice.
 */
const LONG_WAY = 66;
/** Enough when both sides stand in part: of each, and of both together. */
const EACH_SIDE = 3;
const BOTH_SIDES = 12;
/** A passage this long is its own evidence. */
export const LONG_PASSAGE = 24;
const LONG_ROW = 4;
/** How far to look on each side, and how many tokens may differ before the texts agree again. */
const FARTHEST = 64;
const TIGHT = 4;
const AGAIN = 12;
/** How many tokens may have been put in, or have gone, where nothing else changed. */
const WIDE = 80;

interface Side {
  /** Letters and signs that stand right beside the passage. */
  readonly near: number;
  /** These go on to where the known text ends. */
  readonly isWhole: boolean;
  /** After a few others there is more that stands. */
  readonly isResumed: boolean;
}

/** Whether the tokens `range`, found again in a row from `now` on, are certainly the passage meant. */
export function convinces(alignment: Alignment, range: Range, now: number): boolean {
  for (let at = range.from; at < range.to; at += 1) if (alignment.doubtful[at] === 1) return false;
  const size = range.to - range.from;
  const before = sideOf(alignment, range.from, now, -1);
  const after = sideOf(alignment, range.to - 1, now + size - 1, 1);
  const support = isInOrder(alignment, range, now)
    ? 'agrees'
    : supportOf(alignment, range, alignment.now.starts[now] ?? 0);
  if (support === 'elsewhere') return false;
  if (!alignment.isWhole) return convincesAlone(alignment, range, before, after, support);
  if (isEnough(before) || isEnough(after)) return true;
  if (before.near >= EACH_SIDE && after.near >= EACH_SIDE) {
    if (before.near + after.near >= BOTH_SIDES) return true;
  }
  if (before.isResumed && after.isResumed) return true;
  const { starts, ends } = alignment.old;
  const length = (ends[range.to - 1] ?? 0) - (starts[range.from] ?? 0);
  return length >= LONG_PASSAGE && size >= LONG_ROW;
}

/** Of an old text that is known in part only: its neighbours must agree, or have nothing against it. */
function convincesAlone(
  alignment: Alignment,
  range: Range,
  before: Side,
  after: Side,
  support: Support,
): boolean {
  const { starts, ends } = alignment.old;
  const length = (ends[range.to - 1] ?? 0) - (starts[range.from] ?? 0);
  if (support !== 'agrees') {
    const isAll = isEverything(before) || isEverything(after);
    const isLong = before.near + length + after.near >= LONG_WAY;
    return isAll && isLong && isMuch(before) && isMuch(after);
  }
  const isBoth =
    (before.near >= EACH_SIDE &&
      after.near >= EACH_SIDE &&
      before.near + after.near >= BOTH_SIDES) ||
    (before.isResumed && after.isResumed);
  return isBoth || isEnough(before) || isEnough(after) || length >= LONG_PASSAGE;
}

/** As much as one annotation remembers of a side. */
function isEverything({ near, isWhole }: Side): boolean {
  return isWhole || near >= EVERYTHING;
}

function isMuch({ isWhole, isResumed }: Side): boolean {
  return isWhole || isResumed;
}

function isEnough({ near, isWhole }: Side): boolean {
  return near >= ONE_SIDE || (isWhole && near >= WHOLE_SIDE);
}

function sideOf(alignment: Alignment, old: number, now: number, step: 1 | -1): Side {
  const { toNew, old: tokens } = alignment;
  let near = 0;
  let count = 1;
  while (near < FARTHEST && toNew[old + step * count] === now + step * count) {
    near += lengthOf(alignment, old + step * count);
    count += 1;
  }
  const id = tokens.ids[old + step * count];
  const isWhole = id === undefined || id === BREAK;
  return { near, isWhole, isResumed: near >= AGAIN || resumes(alignment, old, now, step, count) };
}

/** Whether both texts go on alike after a few changed tokens, or after a part that only one of them has. */
function resumes(
  { toNew, toOld, old: tokens, now: newTokens }: Alignment,
  old: number,
  now: number,
  step: 1 | -1,
  count: number,
): boolean {
  const start = step * count;
  const beside = toOld[now + start] ?? -1;
  const dropped = beside < 0 ? -1 : (beside - old - start) * step;
  const mostOld = dropped > 0 && dropped <= WIDE ? dropped : TIGHT;
  for (let skip = 0; skip <= mostOld; skip += 1) {
    const at = old + start + step * skip;
    const id = tokens.ids[at];
    if (id === undefined || id === BREAK) return false;
    const place = toNew[at] ?? -1;
    if (place < 0) continue;
    const skipped = (place - now - start) * step;
    if (skipped < 0 || skipped > (skip === 0 ? WIDE : TIGHT)) {
      if (mostOld > TIGHT) continue;
      return false;
    }
    let again = 0;
    for (let more = 0; again < AGAIN; more += step) {
      if (toNew[at + more] !== place + more) break;
      again += (newTokens.ends[place + more] ?? 0) - (newTokens.starts[place + more] ?? 0);
    }
    return again >= AGAIN;
  }
  return false;
}

function lengthOf({ old }: Alignment, at: number): number {
  return (old.ends[at] ?? 0) - (old.starts[at] ?? 0);
}
