/** A change of a thread done again on a thread to which others have said something since. */
import { isList, type FieldValue } from '../storage/emit';
import { isSame } from './isSame';

/**
 * What turned `base` into `goal`, done to `now`; each is the fields of comments, or absent without any.
 * `undefined` is no thread, and `conflict` that a comment is not there as it was.
 */
export function mergeThread(
  base: FieldValue | undefined,
  goal: FieldValue | undefined,
  now: FieldValue | undefined,
): readonly FieldValue[] | undefined | 'conflict' {
  const [old, wanted, present] = [itemsOf(base), itemsOf(goal), itemsOf(now)];
  const most = Math.min(old.length, wanted.length);
  let head = 0;
  while (head < most && isSame(old[head], wanted[head])) head++;
  let tail = 0;
  while (tail < most - head && isSame(old.at(-1 - tail), wanted.at(-1 - tail))) tail++;
  const gone = old.slice(head, old.length - tail);
  const come = wanted.slice(head, wanted.length - tail);
  const at = gone.length === 0 ? placeBehind(old[head - 1], present) : placeOf(gone, present);
  if (at === undefined) return 'conflict';
  const merged = present.toSpliced(at, gone.length, ...come);
  return merged.length === 0 ? undefined : merged;
}

/** At the end where what it followed is gone. */
function placeBehind(before: FieldValue | undefined, items: readonly FieldValue[]): number {
  if (before === undefined) return 0;
  const at = items.findLastIndex((each) => isSame(each, before));
  return at === -1 ? items.length : at + 1;
}

function placeOf(run: readonly FieldValue[], items: readonly FieldValue[]): number | undefined {
  for (let at = items.length - run.length; at >= 0; at--) {
    if (run.every((each, index) => isSame(each, items[at + index]))) return at;
  }
  return undefined;
}

function itemsOf(value: FieldValue | undefined): readonly FieldValue[] {
  return typeof value === 'object' && isList(value) ? value : [];
}
