/** The sides of a comparison: a revision, the index, the work tree, or a folder, seen alike. */
import path from 'node:path';
import { isSkippedFolder } from '../../core/schema/sources';
import { fileIds, type FileId, type KnownFiles } from './fileIds';
import { listFiles, readFiles, reasonOf, type FileReading } from '../folder';
import { readBlobBytes } from '../git/blobs';
import type { GitFailure } from '../git/failure';
import { throughPointer } from '../git/lfs';
import type { Repository } from '../git/repository';
import { resolveRevision, shortId } from '../git/revisions';
import { listIndex, listRevisionTree, listUntracked, type BlobIds } from '../git/trees';

export type Side =
  | { readonly kind: 'revision'; readonly name: string }
  | { readonly kind: 'index' }
  | { readonly kind: 'worktree' }
  /** Absolute path of a folder that need not be in a repository. */
  | { readonly kind: 'folder'; readonly path: string };

/** The files of one side. Paths are POSIX and relative to the workspace folder. */
export interface Tree {
  readonly kind: Side['kind'];
  /** As people call it, e.g. `main`, `1a2b3c4`, `working tree`. */
  readonly label: string;
  /** Whole id, of a revision. */
  readonly commit?: string;
  readonly paths: ReadonlySet<string>;
  readonly submodules: ReadonlyMap<string, string>;
  /** What a person has to know of it. */
  readonly notes: readonly string[];
  readonly ids: (paths: readonly string[]) => Promise<ReadonlyMap<string, FileId>>;
  /** In the order of `paths`. */
  readonly read: (paths: readonly string[]) => Promise<readonly FileReading[]>;
}

export type OpenedTree =
  { readonly ok: true; readonly tree: Tree } | { readonly ok: false; readonly failure: GitFailure };

export interface SideOptions {
  readonly known?: KnownFiles;
}

/** `repository` is the one around the workspace folder; a folder needs none. */
export async function openTree(
  side: Exclude<Side, { kind: 'folder' }>,
  repository: Repository,
  options: SideOptions = {},
): Promise<OpenedTree> {
  switch (side.kind) {
    case 'revision':
      return revisionTree(repository, side.name);
    case 'index':
      return indexTree(repository);
    case 'worktree':
      return workTree(repository, options);
  }
}

async function revisionTree(repository: Repository, name: string): Promise<OpenedTree> {
  const resolved = await resolveRevision(repository, name);
  if (!resolved.ok) return resolved;
  const { id, commit } = resolved.revision;
  const listed = await listRevisionTree(repository, id);
  if (!listed.ok) return listed;
  const { blobs, submodules } = listed.tree;
  const common = ofBlobs(repository, blobs);
  const label = /^[0-9a-f]{8,}$/.test(name) ? shortId(name) : name;
  return {
    ok: true,
    tree: {
      ...{ kind: 'revision', label, submodules, notes: [] },
      ...(commit === undefined ? {} : { commit }),
      ...common,
    },
  };
}

async function indexTree(repository: Repository): Promise<OpenedTree> {
  const listed = await listIndex(repository);
  if (!listed.ok) return listed;
  const { blobs, submodules, unmerged } = listed.index;
  const notes = [...unmerged].map(
    (file) => `${file} is not merged yet: of the index, our side is compared.`,
  );
  const common = ofBlobs(repository, blobs);
  return { ok: true, tree: { kind: 'index', label: 'index', submodules, notes, ...common } };
}

/** What git keeps and is there, and what is new; not what is ignored. */
async function workTree(repository: Repository, options: SideOptions): Promise<OpenedTree> {
  const [listed, untracked] = await Promise.all([listIndex(repository), listUntracked(repository)]);
  if (!listed.ok) return listed;
  if (!untracked.ok) return untracked;
  const { blobs, unmerged, skipped } = listed.index;
  // What a sparse checkout leaves out is in the index alone.
  const left = ofBlobs(repository, new Map([...blobs].filter(([file]) => skipped.has(file))));
  const onDisk = [...blobs.keys(), ...unmerged, ...untracked.paths].filter(
    (file) => !left.paths.has(file),
  );
  const { folder, hash } = repository;
  return {
    ok: true,
    tree: {
      ...{ kind: 'worktree', label: 'working tree', submodules: new Map(), notes: [] },
      paths: new Set([...kept(onDisk), ...left.paths]),
      ids: async (paths) => {
        const there = paths.filter((file) => !left.paths.has(file));
        const found = await fileIds(folder, there, hash, options.known);
        return new Map([...found, ...(await left.ids(paths))]);
      },
      read: async (paths) => {
        const there = paths.filter((file) => !left.paths.has(file));
        const readings = [
          ...(await readFiles(folder, there)),
          ...(await left.read(paths.filter((file) => left.paths.has(file)))),
        ];
        return inOrder(paths, new Map(readings.map((reading) => [reading.path, reading])));
      },
    },
  };
}

/** A folder as it is on disk, without dependencies and git's own. */
export async function folderTree(
  folder: string,
  hash: 'sha1' | 'sha256' = 'sha1',
): Promise<OpenedTree> {
  try {
    const { paths, unreadable } = await listFiles(folder);
    const notes = unreadable.map((each) => `${each.path} cannot be read: ${each.message}.`);
    return {
      ok: true,
      tree: {
        ...{ kind: 'folder', label: path.basename(folder), submodules: new Map(), notes },
        paths: new Set(paths),
        ids: (wanted) => fileIds(folder, wanted, hash),
        read: (wanted) => readFiles(folder, wanted),
      },
    };
  } catch (error) {
    const message = `Cannot read the folder ${folder}: ${reasonOf(error)}.`;
    return { ok: false, failure: { kind: 'no-folder', message } };
  }
}

function ofBlobs(repository: Repository, blobs: BlobIds): Pick<Tree, 'paths' | 'ids' | 'read'> {
  const { folder, git, disarming } = repository;
  return {
    paths: new Set(kept([...blobs.keys()])),
    ids: (paths) => {
      const found = paths.flatMap((file) => {
        const id = blobs.get(file);
        return id === undefined ? [] : [[file, { id }] as const];
      });
      return Promise.resolve(new Map(found));
    },
    read: async (paths) => {
      const ids = paths.flatMap((file) => blobs.get(file) ?? []);
      const objects = await readBlobBytes(folder, ids, { git, settings: disarming });
      return Promise.all(
        paths.map(async (file): Promise<FileReading> => {
          const id = blobs.get(file);
          const object = id === undefined ? undefined : objects.get(id);
          if (object === undefined) {
            return id === undefined
              ? gone(file)
              : { ...unreadable(file, NOT_IN_CLONE), reason: 'missing' };
          }
          const found = await throughPointer(repository, object);
          if (found === undefined) return unreadable(file, NOT_IN_LFS);
          return found.kind === 'bytes'
            ? { kind: 'bytes', path: file, bytes: found.bytes }
            : unreadable(file, 'it is larger than 50 MB');
        }),
      );
    },
  };
}

const NOT_IN_LFS = 'its text is in Git LFS, and was not fetched';
const NOT_IN_CLONE = 'this clone does not have its text';

function kept(paths: readonly string[]): readonly string[] {
  return paths.filter((file) => !file.split('/').some(isSkippedFolder));
}

function inOrder(
  paths: readonly string[],
  readings: ReadonlyMap<string, FileReading>,
): readonly FileReading[] {
  return paths.map((file) => readings.get(file) ?? gone(file));
}

function gone(file: string): FileReading {
  return { ...unreadable(file, 'it is not there'), reason: 'gone' };
}

function unreadable(file: string, message: string): FileReading & { kind: 'unreadable' } {
  return { kind: 'unreadable', path: file, message };
}
