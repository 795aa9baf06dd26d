/** Reads a changed annotation file again from what was read before: only the records that changed. */
import {
  hasId,
  readBlocks,
  readRest,
  rejectedIn,
  sectionStart,
  type Block,
  type Sections,
} from './sections';
import { spacesAt } from './scan';

const CHUNK = 1 << 15;
/** Compared one by one below this many characters. */
const SHORT = 32;
/** More ids than this are looked up in a set. */
const MANY = 8;

/**
 * What `cutSections` would give for `text`. Absent when the change is not confined to some records, or to the lines above or below them.
 */
export function rereadSections(old: Sections, text: string): Sections | undefined {
  const start = commonStart(old.text, text);
  const tail = commonEnd(old.text, text, start);
  const end = old.text.length - tail;
  const shift = text.length - old.text.length;
  if (start === end && shift === 0) return old;
  if (start >= old.first && end <= old.to) return rereadBlocks(old, text, { start, end });
  if (end < old.from) return rereadRest(old, text, shift, shift);
  return start > old.to ? rereadRest(old, text, 0, 0) : undefined;
}

function rereadRest(
  old: Sections,
  text: string,
  above: number,
  shift: number,
): Sections | undefined {
  const from = old.from + above;
  const to = old.to + shift;
  if (sectionStart(text) !== from) return undefined;
  const rest = readRest(text, from, to);
  if (rest === undefined) return undefined;
  const rejected = rejectedIn(rest);
  return { ...old, text, from, first: old.first + above, to, rest, rejected };
}

/** `change` is what became different, in the old text. */
function rereadBlocks(
  old: Sections,
  text: string,
  change: { readonly start: number; readonly end: number },
): Sections | undefined {
  const shift = text.length - old.text.length;
  const range = touched(old, change.start, change.end);
  const to = range.to + shift;
  const region = ownCopy(text.slice(range.from, to));
  if (to < text.length && !region.endsWith('\n')) return undefined;
  if (region !== '' && !startsRecord(region)) return undefined;
  const read = readBlocks(region, 0);
  if (read?.to !== region.length) return undefined;
  const before = old.blocks.slice(0, range.first);
  const after = old.blocks.slice(range.last);
  if (before.length + read.blocks.length + after.length === 0) return undefined;
  const replaced = old.blocks.slice(range.first, range.last);
  if (repeatsId(read.blocks, replaced, [before, after])) return undefined;
  const blocks = before.concat(read.blocks, after);
  const areSound = (each: readonly Block[]): boolean => each.every((block) => block.isSound);
  const isSound = areSound(old.isSound ? read.blocks : blocks);
  return { ...old, text, blocks, to: old.to + shift, isSound };
}

/** The blocks that the change lies in or touches: `[first, last)`, on `[from, to)` of the old text. */
function touched(
  { first: top, blocks }: Sections,
  start: number,
  end: number,
): { first: number; last: number; from: number; to: number } {
  let at = top;
  let first = 0;
  let block = blocks[0];
  while (block !== undefined && at + block.length < start) {
    at += block.length;
    block = blocks[++first];
  }
  let to = at;
  let last = first;
  while (block !== undefined && to <= end) {
    to += block.length;
    block = blocks[++last];
  }
  return { first, last, from: at, to };
}

function startsRecord(region: string): boolean {
  const code = region.charCodeAt(2);
  return spacesAt(region, 0) === 2 && code !== 10 && code !== 13 && code !== 35;
}

function repeatsId(
  read: readonly Block[],
  replaced: readonly Block[],
  kept: readonly (readonly Block[])[],
): boolean {
  const ids = new Set(read.map(({ id }) => id));
  if (ids.size < read.length) return true;
  for (const { id } of replaced) ids.delete(id);
  if (ids.size > MANY) return kept.some((blocks) => blocks.some(({ id }) => ids.has(id)));
  return [...ids].some((id) => kept.some((blocks) => hasId(blocks, id)));
}

/** The same text in memory of its own: a slice would keep all that it was cut from. */
function ownCopy(text: string): string {
  return ` ${text}`.slice(1);
}

/** How many characters both texts start with. */
function commonStart(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  let same = 0;
  let step = CHUNK;
  while (same < length && step > SHORT) {
    const next = Math.min(same + step, length);
    if (a.slice(same, next) === b.slice(same, next)) same = next;
    else step >>= 1;
  }
  while (same < length && a.charCodeAt(same) === b.charCodeAt(same)) same++;
  return same;
}

/** How many characters both end with, those that both start with left aside. */
function commonEnd(a: string, b: string, start: number): number {
  const length = Math.min(a.length, b.length) - start;
  let same = 0;
  let step = CHUNK;
  while (same < length && step > SHORT) {
    const next = Math.min(same + step, length);
    const isSame =
      a.slice(a.length - next, a.length - same) === b.slice(b.length - next, b.length - same);
    if (isSame) same = next;
    else step >>= 1;
  }
  while (same < length && a.charCodeAt(a.length - 1 - same) === b.charCodeAt(b.length - 1 - same)) {
    same++;
  }
  return same;
}
