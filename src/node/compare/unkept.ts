/** Files beside those that git keeps: ignored ones, and those of submodules. They are the same on all sides. */
import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { isSafePath } from '../../core/storage/paths';
import { readFiles } from '../folder';
import type { Repository } from '../git/repository';
import { listIndex, listUntracked } from '../git/trees';
import { isInside } from '../targets';
import { readTexts } from './texts';

/** Those of `paths` that git does not keep and would not add either. */
export async function unkeptAmong(
  repository: Repository,
  paths: readonly string[],
): Promise<readonly string[]> {
  const [listed, untracked] = await Promise.all([listIndex(repository), listUntracked(repository)]);
  if (!listed.ok || !untracked.ok) return [];
  const { blobs, unmerged } = listed.index;
  const added = new Set(untracked.paths);
  return paths.filter((file) => !blobs.has(file) && !unmerged.has(file) && !added.has(file));
}

/** The texts of those of `paths` that git does not keep, from the disk; the others are left out. */
export async function readUnkept(
  repository: Repository,
  paths: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const safe = await unkeptAmong(repository, paths.filter(isSafePath));
  const root = await realpath(repository.folder).catch(() => undefined);
  if (root === undefined) return new Map();
  const inside: string[] = [];
  for (const file of safe) {
    const real = await realpath(path.join(root, file)).catch(() => undefined);
    if (real !== undefined && isInside(root, real)) inside.push(file);
  }
  const read = readTexts(
    { paths: new Set(inside), read: (wanted) => readFiles(root, wanted) },
    inside,
  );
  return (await read).texts;
}
