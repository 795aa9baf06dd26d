/** A change done again on a text that differs from the one it was made for, outside of the changed part. */
import type { FileChange } from '../operations/draft';
import { commonEnds } from '../text/edits';

/** Absent when the same place was changed in both, or when a file came or went. */
export function changeByText(
  { before, after }: FileChange,
  now: string | undefined,
): string | undefined {
  if (now === undefined || before === undefined || after === undefined) return undefined;
  const own = commonEnds(before, after);
  const theirs = commonEnds(before, now);
  const middle = after.slice(own.prefix, after.length - own.suffix);
  const ownEnd = before.length - own.suffix;
  const shift = now.length - before.length;
  if (ownEnd <= theirs.prefix) return now.slice(0, own.prefix) + middle + now.slice(ownEnd);
  if (own.prefix < before.length - theirs.suffix) return undefined;
  return now.slice(0, own.prefix + shift) + middle + now.slice(ownEnd + shift);
}
