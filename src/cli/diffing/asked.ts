/** From the words of the command line to the two sides that are compared. */
import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Side } from '../../node/compare/sides';
import { openRepository, type Repository } from '../../node/git/repository';
import { mergeBase, resolveRevision } from '../../node/git/revisions';

interface Asked {
  readonly before: Side;
  readonly after: Side;
  /** How the older side is called, where that is not its name: the merge base of two revisions. */
  readonly beforeName?: string;
}

export type AskedFor =
  { readonly ok: true; readonly asked: Asked } | { readonly ok: false; readonly message: string };

export interface Flags {
  readonly staged: boolean;
  readonly folders: boolean;
}

const HEAD: Side = { kind: 'revision', name: 'HEAD' };

/** `folder` is the workspace folder; other folders are named as seen from it. */
export async function askedSides(
  folder: string,
  args: readonly string[],
  { staged, folders }: Flags,
): Promise<AskedFor> {
  if (staged && folders) return refused('--staged and --folders do not go together.');
  const [first, second, unexpected] = args;
  if (unexpected !== undefined) return refused(`diff takes no “${unexpected}”.`);
  if (folders) return foldersOf(folder, first, second);
  if (first === undefined) return sides(HEAD, staged ? { kind: 'index' } : { kind: 'worktree' });
  const range = /^(.*?)(\.{2,3})(.*)$/.exec(first);
  if (range !== null && !/^\.{1,2}(?:[\\/]|$)/.test(first)) {
    if (staged || second !== undefined) {
      return refused(`“${first}” names both sides: nothing goes with it.`);
    }
    const [, from = '', dots, to = ''] = range;
    return ofRange(folder, from === '' ? 'HEAD' : from, to === '' ? 'HEAD' : to, dots === '...');
  }
  const before: Side = { kind: 'revision', name: first };
  if (second === undefined) {
    return sides(before, staged ? { kind: 'index' } : { kind: 'worktree' });
  }
  if (staged) return refused('--staged compares with the index: name one revision, or none.');
  if (await areFolders(folder, first, second)) return foldersOf(folder, first, second);
  return sides(before, { kind: 'revision', name: second });
}

async function ofRange(
  folder: string,
  from: string,
  to: string,
  isFromMergeBase: boolean,
): Promise<AskedFor> {
  const after: Side = { kind: 'revision', name: to };
  if (!isFromMergeBase) return sides({ kind: 'revision', name: from }, after);
  const opened = await openRepository(folder);
  if (!opened.ok) return refused(opened.failure.message);
  const base = await mergeBase(opened.repository, from, to);
  if (!base.ok) return refused(base.failure.message);
  const before: Side = { kind: 'revision', name: base.revision.id };
  return { ok: true, asked: { before, after, beforeName: `merge base of ${from} and ${to}` } };
}

async function foldersOf(
  folder: string,
  first: string | undefined,
  second: string | undefined,
): Promise<AskedFor> {
  if (first === undefined || second === undefined) return refused('--folders takes two folders.');
  for (const name of [first, second]) {
    if (!(await isFolder(folder, name))) return refused(`There is no folder “${name}”.`);
  }
  const [before, after] = [first, second].map((name) => path.resolve(folder, name));
  if (before === undefined || after === undefined) return refused('--folders takes two folders.');
  return sides({ kind: 'folder', path: before }, { kind: 'folder', path: after });
}

/** What is the name of a revision, too, is meant as that. */
async function areFolders(folder: string, ...names: readonly string[]): Promise<boolean> {
  for (const name of names) if (!(await isFolder(folder, name))) return false;
  const opened = await openRepository(folder);
  return !opened.ok || !(await areRevisions(opened.repository, names));
}

async function areRevisions(repository: Repository, names: readonly string[]): Promise<boolean> {
  for (const name of names) if ((await resolveRevision(repository, name)).ok) return true;
  return false;
}

async function isFolder(folder: string, name: string): Promise<boolean> {
  const found = await stat(path.resolve(folder, name)).catch(() => undefined);
  return found?.isDirectory() === true;
}

function sides(before: Side, after: Side): AskedFor {
  return { ok: true, asked: { before, after } };
}

function refused(message: string): AskedFor {
  return { ok: false, message };
}
