/** What a revision, the index and the work tree hold: the paths below the workspace folder. */
import path from 'node:path';
import type { GitFailure } from './failure';
import { inRepository, missingWorkTree, type Repository } from './repository';
import { fieldsOf } from './run';

/** By path, POSIX and relative to the workspace folder: the id of the blob. Links are left out. */
export type BlobIds = ReadonlyMap<string, string>;

interface ListedTree {
  readonly blobs: BlobIds;
  /** Paths of submodules, with the commits that they are at. */
  readonly submodules: ReadonlyMap<string, string>;
}

export type TreeListing =
  | { readonly ok: true; readonly tree: ListedTree }
  | { readonly ok: false; readonly failure: GitFailure };

/** `treeish` is the id of a commit or tree. A revision that does not have the folder is empty. */
export async function listRevisionTree(
  repository: Repository,
  treeish: string,
): Promise<TreeListing> {
  const listed = await inRepository(repository, ['ls-tree', '-r', '-z', treeish]);
  if (!listed.ok) return listed;
  const blobs = new Map<string, string>();
  const submodules = new Map<string, string>();
  for (const field of fieldsOf(listed.stdout)) {
    const [, mode, id, file] = /^(\d+) \w+ ([0-9a-f]+)\t([^]*)$/.exec(field) ?? [];
    if (id !== undefined && file !== undefined) put(mode, id, file, blobs, submodules);
  }
  return { ok: true, tree: { blobs, submodules } };
}

interface ListedIndex extends ListedTree {
  /** Paths that a merge left unresolved: the blob is that of our side. */
  readonly unmerged: ReadonlySet<string>;
  /** Paths that a sparse checkout leaves out of the work tree. */
  readonly skipped: ReadonlySet<string>;
}

export type IndexListing =
  | { readonly ok: true; readonly index: ListedIndex }
  | { readonly ok: false; readonly failure: GitFailure };

/** The index of the repository; in a hook of this repository, the one that is about to be committed. */
export async function listIndex(repository: Repository): Promise<IndexListing> {
  const failure = missingWorkTree(repository);
  if (failure !== undefined) return { ok: false, failure };
  const args = ['ls-files', '--stage', '-t', '-z'];
  const listed = await inRepository(repository, args, { env: hookIndex(repository) });
  if (!listed.ok) return listed;
  const blobs = new Map<string, string>();
  const submodules = new Map<string, string>();
  const unmerged = new Set<string>();
  const skipped = new Set<string>();
  for (const field of fieldsOf(listed.stdout)) {
    const [, tag, mode, id, stage, file] =
      /^(\S) (\d+) ([0-9a-f]+) ([0-3])\t([^]*)$/.exec(field) ?? [];
    if (id === undefined || file === undefined) continue;
    if (stage !== '0') unmerged.add(file);
    if (tag === 'S') skipped.add(file);
    if (stage === '0' || stage === '2') put(mode, id, file, blobs, submodules);
  }
  return { ok: true, index: { blobs, submodules, unmerged, skipped } };
}

export type UntrackedListing =
  | { readonly ok: true; readonly paths: readonly string[] }
  | { readonly ok: false; readonly failure: GitFailure };

/** The files of the work tree that git neither keeps nor ignores. */
export async function listUntracked(repository: Repository): Promise<UntrackedListing> {
  const failure = missingWorkTree(repository);
  if (failure !== undefined) return { ok: false, failure };
  const args = ['ls-files', '--others', '--exclude-standard', '-z'];
  const listed = await inRepository(repository, args, { env: hookIndex(repository) });
  if (!listed.ok) return listed;
  // A repository inside this one has a slash at its end.
  return { ok: true, paths: fieldsOf(listed.stdout).filter((file) => !file.endsWith('/')) };
}

function put(
  mode: string | undefined,
  id: string,
  file: string,
  blobs: Map<string, string>,
  submodules: Map<string, string>,
): void {
  if (mode === '160000') submodules.set(file, id);
  else if (mode === '100644' || mode === '100755' || mode === '100664') blobs.set(file, id);
}

/** `git commit -a` and `git commit PATH` make another index than the repository's for their hooks. */
function hookIndex({ root, gitDir }: Repository): Readonly<Record<string, string>> {
  const given = process.env['GIT_INDEX_FILE'];
  if (given === undefined || given === '' || root === undefined) return {};
  const index = path.resolve(root, given);
  return path.dirname(index) === gitDir ? { GIT_INDEX_FILE: index } : {};
}
