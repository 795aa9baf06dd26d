/** The merge of core, record by record, and what there is to do when it cannot. */
import { readConflicted } from '../../core/review/conflicted/sides';
import { mergeFiles } from '../../core/review/merge/mergeFiles';
import type { MergeInput, Merged } from '../../core/review/merged';

export type RecordMerge = Extract<Merged, { kind: 'merged' }>;

/** In words behind “a version of it”, why it cannot be merged so. Never throws: git would lose a side. */
export function mergeByRecord(input: MergeInput): RecordMerge | string {
  try {
    return mergeOnBases(input);
  } catch (error) {
    return `cannot be merged by records (${error instanceof Error ? error.message : String(error)})`;
  }
}

/**
 * Where branches were merged into each other, git merges their several common versions first, and
 * what conflicts there has markers in the base. Such a base stands for two: what comes out is what both
 * give, or the one of them that asks.
 */
function mergeOnBases(input: MergeInput): RecordMerge | string {
  const merges = basesOf(input.base).map((base) => mergeFiles({ ...input, base }));
  const readable = merges.filter((merge) => merge.kind === 'merged');
  const [first, second] = readable;
  if (first === undefined || readable.length < merges.length) return 'is no file of the format';
  if (second === undefined || first.text === second.text) return first;
  const asks = readable.toSorted((a, b) => b.conflicts.length - a.conflicts.length)[0];
  return asks === undefined || asks.conflicts.length === 0 ? 'has two common versions' : asks;
}

function basesOf(base: string | undefined): readonly (string | undefined)[] {
  const versions = base === undefined ? undefined : readConflicted(base);
  return versions === undefined ? [base] : [versions.ours, versions.theirs];
}
