/** Cuts between two rows of tokens that could lie a little earlier or later: where a writer would cut. */
import type { Alignment } from './alignment';
import { BREAK, type Tokens } from './tokens';

/** Tokens that a cut is moved at most. */
const FARTHEST = 200;

/**
 * Moves each cut, at which what was together is together no more, to the cut between paragraphs,
 * lines or sentences that it can reach without changing what the texts say. Where no reachable cut
 * is better than another, the tokens in question become doubtful.
 */
export function slideCuts(alignment: Alignment): void {
  slideDeletions(alignment);
  slideInsertions(alignment);
  slideMoves(alignment);
  extendRows(alignment);
}

/** Gives tokens that a cut has set free to the rows that they go on with. */
function extendRows(alignment: Alignment): void {
  const { toNew } = alignment;
  const { length } = toNew;
  for (let at = 1; at < length; at += 1) extend(alignment, at, after(toNew[at - 1], 1));
  for (let at = length - 2; at >= 0; at -= 1) extend(alignment, at, after(toNew[at + 1], -1));
}

function after(now: number | undefined, step: 1 | -1): number {
  return now === undefined || now < 0 ? -1 : now + step;
}

function extend(alignment: Alignment, old: number, now: number): void {
  if (now < 0 || (alignment.toNew[old] ?? 0) >= 0) return;
  if (alignment.fits(old, now)) alignment.claim({ old, now, length: 1 });
}

/** Tokens `[from, to)` of one text are missing in the other, where their neighbours adjoin. */
interface Gap {
  readonly from: number;
  readonly to: number;
}

function gapsOf(partners: Int32Array, others: number, ids: Int32Array): readonly Gap[] {
  const gaps: Gap[] = [];
  const count = partners.length;
  for (let from = 0; from < count; from += 1) {
    if ((partners[from] ?? -1) >= 0) continue;
    let to = from + 1;
    let hasBreak = ids[from] === BREAK;
    while (to < count && (partners[to] ?? -1) < 0) {
      hasBreak ||= ids[to] === BREAK;
      to += 1;
    }
    const before = from === 0 ? -1 : (partners[from - 1] ?? -1);
    const after = to === count ? others : (partners[to] ?? -1);
    if (after === before + 1 && !hasBreak) gaps.push({ from, to });
    from = to;
  }
  return gaps;
}

function slideDeletions(alignment: Alignment): void {
  const { toNew, toOld, old, doubtful } = alignment;
  for (const gap of gapsOf(toNew, toOld.length, old.ids)) {
    const { back, forth } = freedom(toNew, old, gap);
    if (back === 0 && forth === 0) continue;
    const { shift, isClear } = bestShift(old, gap, back, forth);
    for (const [source, target] of steps(gap, shift)) {
      const now = toNew[source] ?? -1;
      alignment.release(source);
      alignment.claim({ old: target, now, length: 1 });
    }
    if (!isClear) doubtful.fill(1, gap.from - back, gap.to + forth);
  }
}

function slideInsertions(alignment: Alignment): void {
  const { toNew, toOld, now, doubtful } = alignment;
  for (const gap of gapsOf(toOld, toNew.length, now.ids)) {
    const { back, forth } = freedom(toOld, now, gap);
    if (back === 0 && forth === 0) continue;
    const { shift, isClear } = bestShift(now, gap, back, forth);
    for (const [source, target] of steps(gap, shift)) {
      const old = toOld[source] ?? -1;
      alignment.release(old);
      alignment.claim({ old, now: target, length: 1 });
    }
    if (isClear) continue;
    for (let at = gap.from - back; at < gap.to + forth; at += 1) {
      const old = toOld[at] ?? -1;
      if (old >= 0) doubtful[old] = 1;
    }
  }
}

/** Which token takes over from which, one after the other. */
function steps({ from, to }: Gap, shift: number): readonly (readonly [number, number])[] {
  return Array.from({ length: Math.abs(shift) }, (_, step) =>
    shift < 0 ? [from - step - 1, to - step - 1] : [to + step, from + step],
  );
}

/** How many tokens the gap could lie earlier, and later. */
function freedom(
  partners: Int32Array,
  { ids }: Tokens,
  { from, to }: Gap,
): { readonly back: number; readonly forth: number } {
  let back = 0;
  while (back < FARTHEST && isBeside(partners, from - back - 1, -1, back)) {
    if (ids[from - back - 1] !== ids[to - back - 1]) break;
    back += 1;
  }
  let forth = 0;
  while (forth < FARTHEST && isBeside(partners, to + forth, 1, forth)) {
    if (ids[from + forth] !== ids[to + forth]) break;
    forth += 1;
  }
  return { back, forth };
}

/** Whether the token has a partner, right beside that of the one before it on its way. */
function isBeside(partners: Int32Array, at: number, step: 1 | -1, steps: number): boolean {
  const partner = partners[at] ?? -1;
  return partner >= 0 && (steps === 0 || partner === (partners[at - step] ?? -2) + step);
}

/** Rows that parted: each may have kept some tokens that the other has as well. */
function slideMoves(alignment: Alignment): void {
  const { toNew, toOld, old, now } = alignment;
  for (let at = 1; at < toNew.length; at += 1) {
    const left = toNew[at - 1] ?? -1;
    const right = toNew[at] ?? -1;
    if (left < 0 || right < 0 || right === left + 1) continue;
    let forth = 0;
    while (
      forth < FARTHEST &&
      toNew[at + forth] === right + forth &&
      (toOld[left + 1 + forth] ?? 0) === -1 &&
      old.ids[at + forth] === now.ids[left + 1 + forth]
    ) {
      forth += 1;
    }
    let back = 0;
    while (
      back < FARTHEST &&
      toNew[at - 1 - back] === left - back &&
      (toOld[right - 1 - back] ?? 0) === -1 &&
      old.ids[at - 1 - back] === now.ids[right - 1 - back]
    ) {
      back += 1;
    }
    if (back === 0 && forth === 0) continue;
    const { shift, isClear } = bestShift(old, { from: at, to: at }, back, forth);
    for (let step = 0; step < Math.abs(shift); step += 1) {
      const source = shift < 0 ? at - 1 - step : at + step;
      const target = shift < 0 ? right - 1 - step : left + 1 + step;
      alignment.release(source);
      alignment.claim({ old: source, now: target, length: 1 });
    }
    if (!isClear) alignment.doubtful.fill(1, at - back, at + forth);
  }
}

interface Shift {
  readonly shift: number;
  /** Whether it is better than every other. */
  readonly isClear: boolean;
}

function bestShift(tokens: Tokens, { from, to }: Gap, back: number, forth: number): Shift {
  let best = { shift: 0, score: -1 };
  let isClear = true;
  for (let shift = -back; shift <= forth; shift += 1) {
    const score = cutAt(tokens, from + shift) + cutAt(tokens, to + shift);
    if (score > best.score) {
      best = { shift, score };
      isClear = true;
    } else if (score === best.score) isClear = false;
  }
  return { shift: best.shift, isClear: isClear && best.score > 0 };
}

/** How much a writer would cut before this token rather than elsewhere. */
function cutAt({ text, starts, ends }: Tokens, index: number): number {
  const after = starts[index];
  const before = ends[index - 1];
  if (after === undefined || before === undefined) return 6;
  const between = text.slice(before, after);
  const last = text.charAt(before - 1);
  if (/\n\s*\n/.test(between)) return 6;
  if (between.includes('\n')) return 5;
  if (/[。！？]/.test(last)) return 4;
  if (between === '') return 0;
  if (/[.!?]/.test(last)) return 4;
  if (/[…”"’)]/.test(last)) return 3;
  return /[,;:–—]/.test(last) ? 2 : 1;
}
