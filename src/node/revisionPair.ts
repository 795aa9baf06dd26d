/** Loads what differs between two sides, as texts that `core/review` compares. */
import type { RevisionPair } from '../core/review/revisions';
import { fileKind } from '../core/storage/paths';
import { differingPaths } from './compare/differing';
import type { KnownFiles } from './compare/fileIds';
import { pairFiles, pathOf } from './compare/pairs';
import { folderTree, openTree, type OpenedTree, type Side, type Tree } from './compare/sides';
import { readTexts } from './compare/texts';
import type { Trees } from './compare/trees';
import { partial, type GitFailure } from './git/failure';
import { openRepository } from './git/repository';
import { readUnkept } from './compare/unkept';

export interface PairOptions {
  /** The program; `git` on the path when absent. */
  readonly git?: string;
  /** Kept by the caller, so that files of the work tree that did not change are not read again. */
  readonly known?: KnownFiles;
}

/** One side, to read more of than what differs. */
export interface LoadedSide {
  readonly kind: Side['kind'];
  /** As people call it, e.g. `main`, `1a2b3c4`, `working tree`. */
  readonly label: string;
  /** Whole id, of a revision. */
  readonly commit?: string;
  readonly has: (path: string) => boolean;
  /**
   * Texts by path, decoded as sources or as files of the format; what is not there is left out. What git
   * does not keep (ignored files, those of submodules) is read from the disk.
   */
  readonly read: (paths: readonly string[]) => Promise<ReadonlyMap<string, string>>;
}

export type LoadedRevisionPair =
  | {
      readonly ok: true;
      readonly pair: RevisionPair;
      readonly before: LoadedSide;
      readonly after: LoadedSide;
      /** What is not or not wholly compared, and why: sentences for a person. */
      readonly notes: readonly string[];
    }
  | { readonly ok: false; readonly failure: GitFailure };

/**
 * `folder` is the workspace folder: absolute, any folder of a work tree; of no use where both sides are
 * folders. Only what differs is read. Never rejects for what git or a disk may refuse.
 */
export async function loadRevisionPair(
  folder: string,
  before: Side,
  after: Side,
  options: PairOptions = {},
): Promise<LoadedRevisionPair> {
  const opened = await openTrees(folder, before, after, options);
  if (!opened.ok) return opened;
  const { trees } = opened;
  const paths = await differingPaths(trees);
  const [own, other] = await Promise.all([
    readTexts(trees.before, paths),
    readTexts(trees.after, paths),
  ]);
  const missing = [...own.missing, ...other.missing];
  if (missing.length > 0) return { ok: false, failure: partial(missing) };
  const spoilt = new Map([...own.spoilt, ...other.spoilt]);
  const ours = without(own.texts, spoilt);
  const theirs = without(other.texts, spoilt);
  const pairs = await pairFiles(trees, ours, theirs);
  return {
    ok: true,
    pair: {
      files: pairs.filter((pair) => fileKind(pathOf(pair)) !== undefined),
      sources: pairs.filter((pair) => fileKind(pathOf(pair)) === undefined),
    },
    before: loadedSide(trees.before, trees),
    after: loadedSide(trees.after, trees),
    notes: [
      ...trees.before.notes,
      ...trees.after.notes,
      ...[...spoilt].map(([path, reason]) => `${path} is not compared: ${reason}.`),
      ...[...new Set([...own.garbled, ...other.garbled])].map(
        (path) => `${path} is not UTF-8: it is compared as far as it can be read.`,
      ),
      ...submoduleNotes(trees),
    ],
  };
}

type OpenedTrees =
  | { readonly ok: true; readonly trees: Trees }
  | { readonly ok: false; readonly failure: GitFailure };

async function openTrees(
  folder: string,
  before: Side,
  after: Side,
  options: PairOptions,
): Promise<OpenedTrees> {
  const isOfGit = before.kind !== 'folder' || after.kind !== 'folder';
  const opened = isOfGit ? await openRepository(folder, options.git) : undefined;
  if (opened?.ok === false) return opened;
  const repository = opened?.repository;
  const open = (side: Side): Promise<OpenedTree> =>
    side.kind === 'folder' || repository === undefined
      ? folderTree(side.kind === 'folder' ? side.path : folder, repository?.hash)
      : openTree(side, repository, options);
  const [one, other] = await Promise.all([open(before), open(after)]);
  if (!one.ok) return one;
  if (!other.ok) return other;
  return { ok: true, trees: { before: one.tree, after: other.tree, repository } };
}

function without(
  texts: ReadonlyMap<string, string>,
  spoilt: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  return new Map([...texts].filter(([path]) => !spoilt.has(path)));
}

function submoduleNotes({ before, after }: Trees): readonly string[] {
  if (before.kind === 'worktree' || after.kind === 'worktree') return [];
  const paths = new Set([...before.submodules.keys(), ...after.submodules.keys()]);
  return [...paths]
    .filter((path) => before.submodules.get(path) !== after.submodules.get(path))
    .map((path) => `${path} is a submodule: what changed in it is not compared here.`);
}

function loadedSide(tree: Tree, { repository }: Trees): LoadedSide {
  const { kind, label, commit } = tree;
  return {
    ...{ kind, label, has: (path) => tree.paths.has(path) },
    ...(commit === undefined ? {} : { commit }),
    read: async (paths) => {
      const { texts } = await readTexts(tree, paths);
      const others = paths.filter((path) => !tree.paths.has(path));
      if (others.length === 0 || repository === undefined || kind === 'folder') return texts;
      return new Map([...texts, ...(await readUnkept(repository, others))]);
    },
  };
}
