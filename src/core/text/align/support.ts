/** Whether the annotations around a passage have gone where it seems to have gone. */
import type { Alignment } from './alignment';
import type { Range } from './evidence';
import { BREAK, tokenAfter } from './tokens';

/** Characters by which a place may differ from the one predicted. */
const TOLERANCE = 3;
/** And for each so many characters between it and what predicts it one more. */
const DRIFT = 100;
const MOST_DRIFT = 10;
/** Characters that a passage with its context has at least. */
const LOST = 50;
/** Tokens to look around a predicted place, and tokens of context to look for. */
const AROUND = 12;
const CONTEXT = 6;
/** A passage of so many tokens leaves its context behind when it moves: it must stand there itself. */
const LONG_ROW = 4;
/** The share of the context that speaks against another place when it stands where it is expected. */
const STANDS_THERE = 0.6;
/** The same of the passage and its context, among words that nothing else in the old text became. */
const STANDS_FREE = 0.5;

/**
 * `none`: there are no certain neighbours. `agrees`: those before or those after have moved as far.
 * `elsewhere`: they have not, and where they say it should be its context stands. `apart`: they have
 * not, but its context has left that place as well.
 */
export type Support = 'none' | 'agrees' | 'elsewhere' | 'apart';

/** What the neighbours of `range` say of its standing at `offset` in the new text. */
export function supportOf(alignment: Alignment, range: Range, offset: number): Support {
  const before = expectedFrom(alignment, range, -1);
  const after = expectedFrom(alignment, range, 1);
  if (before === undefined && after === undefined) return 'none';
  const isBefore = before !== undefined && agrees(before, offset);
  const isAfter = after !== undefined && agrees(after, offset);
  if (isBefore && isAfter) return 'agrees';
  if (before !== undefined && after !== undefined && isBetween(before, after, offset)) {
    return 'agrees';
  }
  // Where text is missing between the two, that may be the passage, and this another one like it.
  const lost = before === undefined || after === undefined ? 0 : before.offset - after.offset;
  if ((isBefore || isAfter) && lost <= TOLERANCE) return 'agrees';
  const isElsewhere = [before, after].some(
    (expected) => expected !== undefined && contextStandsAt(alignment, range, expected.offset),
  );
  return isElsewhere ? 'elsewhere' : 'apart';
}

/**
 * Whether the place lies between those that the two sides expect, and these are so near to each other
 * or so far apart that the passage can hardly have been deleted between the two.
 */
function isBetween(before: Expected, after: Expected, offset: number): boolean {
  const low = Math.min(before.offset, after.offset) - TOLERANCE;
  const high = Math.max(before.offset, after.offset) + TOLERANCE;
  return offset >= low && offset <= high && before.offset - after.offset < LOST;
}

interface Expected {
  readonly offset: number;
  /** From the neighbour, in characters of the old text. */
  readonly distance: number;
}

/** Where the nearest solid token on one side says that the passage is. */
function expectedFrom(alignment: Alignment, range: Range, step: 1 | -1): Expected | undefined {
  const neighbour = solidNeighbour(alignment, range, step);
  if (neighbour === undefined) return undefined;
  const { places, toNew, now } = alignment;
  const distance = (places[range.from] ?? 0) - (places[neighbour] ?? 0);
  const start = now.starts[toNew[neighbour] ?? 0] ?? 0;
  return { offset: start + distance, distance: Math.abs(distance) };
}

function agrees(expected: Expected, offset: number): boolean {
  const tolerance = TOLERANCE + Math.min(MOST_DRIFT, expected.distance / DRIFT);
  return Math.abs(expected.offset - offset) <= tolerance;
}

/** Where a passage is expected in the new text by the solid token nearest to it; absent without any. */
export function expectedAt(alignment: Alignment, range: Range): number | undefined {
  const before = expectedFrom(alignment, range, -1);
  const after = expectedFrom(alignment, range, 1);
  const isBeforeNearer = (before?.distance ?? Infinity) <= (after?.distance ?? Infinity);
  const nearest = isBeforeNearer ? before : after;
  return nearest && Math.min(Math.max(0, nearest.offset), alignment.now.text.length);
}

/** Of whole texts: whether it stands between what stands before it and after it in the common order. */
export function isInOrder(alignment: Alignment, range: Range, now: number): boolean {
  if (!alignment.isWhole) return false;
  if (alignment.solid[range.from] === 1) return true;
  const before = solidNeighbour(alignment, range, -1);
  const after = solidNeighbour(alignment, range, 1);
  const { toNew } = alignment;
  return (
    (before === undefined || (toNew[before] ?? 0) < now) &&
    (after === undefined || (toNew[after] ?? 0) > now)
  );
}

/** The nearest solid token on one side that is not of the passage's own row. */
function solidNeighbour({ neighbours }: Alignment, range: Range, step: 1 | -1): number | undefined {
  const { rowStart, rowEnd, solidBefore, solidAfter } = neighbours;
  const edge =
    step < 0 ? (rowStart[range.from] ?? 0) - 1 : (rowEnd[range.to - 1] ?? range.to - 1) + 1;
  const found = (step < 0 ? solidBefore : solidAfter)[edge] ?? -1;
  return found < 0 ? undefined : found;
}

/**
 * Whether most of the words before the passage and most of those after it stand around this offset
 * of the new text, outside of the row that the passage was found in.
 */
function contextStandsAt(alignment: Alignment, range: Range, offset: number): boolean {
  const { now, toNew } = alignment;
  const middle = tokenAfter(now, offset);
  const size = range.to - range.from;
  const { rowStart, rowEnd } = alignment.neighbours;
  const first = toNew[rowStart[range.from] ?? 0] ?? -1;
  const last = toNew[rowEnd[range.to - 1] ?? 0] ?? -1;
  const around = new Set<number>();
  const free = new Set<number>();
  const most = Math.min(now.ids.length, middle + size + AROUND);
  for (let at = Math.max(0, middle - AROUND); at < most; at += 1) {
    if (at < first || at > last) around.add(now.ids[at] ?? BREAK);
    if ((alignment.freeNew[at] ?? BREAK) !== BREAK) free.add(now.ids[at] ?? BREAK);
  }
  if (alignment.isWhole) {
    const left = shareOf(alignment, range.from - CONTEXT, 1, free, size + 2 * CONTEXT) ?? 0;
    if (left >= STANDS_FREE) return true;
  }
  if (size >= LONG_ROW) {
    const own = shareOf(alignment, range.from, 1, around, size);
    if (own !== undefined && own < STANDS_THERE) return false;
  }
  const before = shareOf(alignment, range.from - 1, -1, around);
  const after = shareOf(alignment, range.to, 1, around);
  return Math.min(before ?? 1, after ?? 1) >= STANDS_THERE && (before ?? after) !== undefined;
}

/** How much of the context on one side is in the set, by length; absent without context. */
function shareOf(
  { old }: Alignment,
  from: number,
  step: 1 | -1,
  around: ReadonlySet<number>,
  most: number = CONTEXT,
): number | undefined {
  let all = 0;
  let there = 0;
  for (let count = 0; count < most; count += 1) {
    const at = from + step * count;
    const id = old.ids[at];
    if (id === undefined || id === BREAK) break;
    const length = (old.ends[at] ?? 0) - (old.starts[at] ?? 0);
    if (length < 3) continue;
    all += length;
    if (around.has(id)) there += length;
  }
  return all === 0 ? undefined : there / all;
}
