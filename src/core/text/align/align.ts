/** From two texts as tokens to which is which: common order, moved blocks, and the gaps between. */
import { Alignment } from './alignment';
import { alignBetween, alignGap } from './gaps';
import { heaviestChain, uniqueRuns, type Region, type Run } from './runs';
import { slideCuts } from './slide';
import type { Tokens } from './tokens';

/** Tokens that must stand once in both texts together to tie these. */
const ROW = 4;
/** Tokens of a moved block at least, with its gaps. */
const LEAST_BLOCK = 6;
/** Tokens between two rows of one moved block at most, on either side. */
const WIDEST_GAP = 40;
const PASSES = 3;

/**
 * Aligns whole texts, or what is known of the old one: then `places` has for each token where it was.
 * Time is that of a few passes over both, whatever they hold: where long parts
 * of them only repeat themselves, these stay unaligned.
 */
export function align(old: Tokens, now: Tokens, places?: Int32Array): Alignment {
  const alignment = new Alignment(old, now, places);
  const rest = alignment.isWhole ? alignment.trim(alignment.all) : alignment.all;
  alignment.solid.fill(1, 0, rest.oldFrom);
  alignment.solid.fill(1, rest.oldTo);
  const runs = uniqueRuns(alignment.freeOld, alignment.freeNew, rest, ROW);
  const chain = heaviestChain(runs);
  for (const run of chain) {
    alignment.claim(run);
    alignment.solid.fill(1, run.old, run.old + run.length);
  }
  moveBlocks(alignment, rest, runs);
  alignBetween(alignment, rest, chain);
  for (let pass = 1; pass < PASSES; pass += 1) {
    if (!moveBlocks(alignment, rest)) break;
  }
  slideCuts(alignment);
  return alignment;
}

/** Claims rows that left the common order, with what lies between those that moved together. */
function moveBlocks(
  alignment: Alignment,
  region: Region,
  runs: readonly Run[] = uniqueRuns(alignment.freeOld, alignment.freeNew, region, ROW),
): boolean {
  const blocks = blocksOf(runs.flatMap((run) => freeParts(alignment, run)));
  for (const block of blocks) claimBlock(alignment, region, block);
  return blocks.length > 0;
}

/** The parts of a run that nothing has claimed. */
function freeParts(alignment: Alignment, { old, now, length }: Run): readonly Run[] {
  const parts: Run[] = [];
  for (let index = 0; index < length;) {
    let size = 0;
    while (index + size < length && alignment.fits(old + index + size, now + index + size)) {
      size += 1;
    }
    if (size > 0) parts.push({ old: old + index, now: now + index, length: size });
    index += size + 1;
  }
  return parts;
}

function blocksOf(runs: readonly Run[]): readonly (readonly Run[])[] {
  const blocks: Run[][] = [];
  for (const run of runs) {
    const block = blocks.at(-1);
    const last = block?.at(-1);
    const olds = last === undefined ? -1 : run.old - last.old - last.length;
    const news = last === undefined ? -1 : run.now - last.now - last.length;
    if (olds >= 0 && news >= 0 && olds <= WIDEST_GAP && news <= WIDEST_GAP) block?.push(run);
    else blocks.push([run]);
  }
  return blocks;
}

function claimBlock(alignment: Alignment, region: Region, block: readonly Run[]): void {
  const [first] = block;
  const last = block.at(-1);
  if (first === undefined || last === undefined) return;
  let { old: oldFrom, now: newFrom } = first;
  while (
    oldFrom > region.oldFrom &&
    newFrom > region.newFrom &&
    alignment.fits(oldFrom - 1, newFrom - 1)
  ) {
    oldFrom -= 1;
    newFrom -= 1;
  }
  let oldTo = last.old + last.length;
  let newTo = last.now + last.length;
  while (oldTo < region.oldTo && newTo < region.newTo && alignment.fits(oldTo, newTo)) {
    oldTo += 1;
    newTo += 1;
  }
  const size = block.reduce((sum, run) => sum + run.length, 0);
  const grown = size + (first.old - oldFrom) + (oldTo - last.old - last.length);
  if (grown < LEAST_BLOCK) return;
  alignment.claim({ old: oldFrom, now: newFrom, length: first.old - oldFrom });
  const tail = last.old + last.length;
  alignment.claim({ old: tail, now: last.now + last.length, length: oldTo - tail });
  for (const run of block) alignment.claim(run);
  for (const [index, run] of block.entries()) {
    const next = block[index + 1];
    if (next === undefined) break;
    const from = { oldFrom: run.old + run.length, newFrom: run.now + run.length };
    alignGap(alignment, { ...from, oldTo: next.old, newTo: next.now });
  }
}
