/** In which order the files of one change are written, so that ending in the middle breaks no reference. */
import { fileKind, type FileKind } from '../storage/paths';
import type { FileChange } from './draft';

/** What is referred to stands before what refers to it. */
const REFERRED_FIRST: readonly (FileKind | undefined)[] = [
  undefined,
  'schema',
  'entity',
  'event',
  'annotations',
];

/**
 * Records before the files that refer to them, new files of a kind before changed ones, and files
 * that go at the end, those that refer first. Changes of one rank keep their order.
 */
export function inSafeOrder(changes: readonly FileChange[]): readonly FileChange[] {
  return [...changes].sort((a, b) => rankOf(a) - rankOf(b));
}

function rankOf({ path, before, after }: FileChange): number {
  const rank = REFERRED_FIRST.indexOf(fileKind(path));
  const perKind = 2;
  const all = REFERRED_FIRST.length * perKind;
  if (after === undefined) return all + REFERRED_FIRST.length - rank;
  return rank * perKind + (before === undefined ? 0 : 1);
}
