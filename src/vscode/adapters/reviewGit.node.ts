/** What changed in a folder, from its git repository. */
import type * as vscode from 'vscode';
import type { KnownFiles } from '../../node/compare/fileIds';
import { readBlobs } from '../../node/git/blobs';
import { lineOf, inRepository, openRepository, type Repository } from '../../node/git/repository';
import { listRevisions, mainBranch, mergeBase, shortId } from '../../node/git/revisions';
import { stage } from '../../node/git/stage';
import { loadRevisionPair } from '../../node/revisionPair';
import type { Answered, ReadPair, ReviewBase, ReviewFailure, Revisions } from './reviewAnswers';

/** Remembers of files on disk what they are to git, so that only changed ones are read again. */
export class ChangeReader {
  readonly #known: KnownFiles = new Map();

  /** The files on disk against the base; only what differs is read. Never rejects. */
  async read(
    folder: vscode.Uri,
    base: ReviewBase,
    git: string | undefined,
  ): Promise<Answered<ReadPair>> {
    const named = await nameOf(folder, base, git);
    if (!named.ok) return named;
    const { name, label } = named.value;
    const loaded = await loadRevisionPair(
      folder.fsPath,
      { kind: 'revision', name },
      { kind: 'worktree' },
      { known: this.#known, ...(git === undefined ? {} : { git }) },
    );
    if (!loaded.ok) return refused(loaded.failure);
    const { commit } = loaded.before;
    if (commit === undefined) {
      return refused({ kind: 'unknown-revision', message: `“${name}” is no commit.` });
    }
    const short = shortId(commit);
    const words = commit === name && label === name ? short : `${label} (${short})`;
    return { ok: true, value: { pair: loaded.pair, commit, label: words } };
  }
}

/** What can be the base: branches, tags, the latest commits. Never rejects. */
export async function readRevisions(
  folder: vscode.Uri,
  git: string | undefined,
): Promise<Answered<Revisions>> {
  const opened = await repositoryOf(folder, git);
  if (!opened.ok) return opened;
  const repository = opened.value;
  const [main, revisions] = await Promise.all([mainBranch(repository), listRevisions(repository)]);
  return { ok: true, value: { main, revisions } };
}

/** Files of a commit by their paths in the folder; what it does not have is left out. Never rejects. */
export async function readTexts(
  folder: vscode.Uri,
  commit: string,
  paths: readonly string[],
  git: string | undefined,
): Promise<ReadonlyMap<string, string>> {
  const opened = await repositoryOf(folder, git);
  if (!opened.ok) return new Map();
  const repository = opened.value;
  const blobs = await Promise.all(
    paths.map(async (path) => {
      const name = `${commit}:${repository.prefix}${path}`;
      const args = ['rev-parse', '--verify', '--quiet', name];
      return [path, lineOf(await inRepository(repository, args, { answers: [1, 128] }))] as const;
    }),
  );
  const texts = await readBlobs(
    folder.fsPath,
    blobs.map(([, blob]) => blob),
    git,
  );
  return new Map(
    blobs.flatMap(([path, blob]) => {
      const text = texts.get(blob);
      return text === undefined ? [] : [[path, text]];
    }),
  );
}

/** Takes the files, as they are on disk, into the index. Never rejects. */
export async function stageFiles(
  folder: vscode.Uri,
  paths: readonly string[],
  git: string | undefined,
): Promise<Answered<undefined>> {
  const opened = await repositoryOf(folder, git);
  if (!opened.ok) return opened;
  const staged = await stage(opened.value, paths);
  return staged.ok ? { ok: true, value: undefined } : refused(staged.failure);
}

async function repositoryOf(
  folder: vscode.Uri,
  git: string | undefined,
): Promise<Answered<Repository>> {
  if (folder.scheme !== 'file') return refused(NO_DISK);
  const opened = await openRepository(folder.fsPath, git);
  return opened.ok ? { ok: true, value: opened.repository } : refused(opened.failure);
}

/** What git calls a base, and what people call it. */
async function nameOf(
  folder: vscode.Uri,
  base: ReviewBase,
  git: string | undefined,
): Promise<Answered<{ readonly name: string; readonly label: string }>> {
  if (folder.scheme !== 'file') return refused(NO_DISK);
  if (base.kind === 'head') return { ok: true, value: { name: 'HEAD', label: 'HEAD' } };
  if (base.kind === 'revision') return { ok: true, value: { name: base.name, label: base.name } };
  const opened = await repositoryOf(folder, git);
  if (!opened.ok) return opened;
  const main = await mainBranch(opened.value);
  if (main === undefined) {
    const message = 'No main branch was found: choose the base by its name.';
    return refused({ kind: 'unknown-revision', message });
  }
  const found = await mergeBase(opened.value, main, 'HEAD');
  if (!found.ok) return refused(found.failure);
  return { ok: true, value: { name: found.revision.id, label: `merge base with ${main}` } };
}

const NO_DISK = { kind: 'browser', message: 'This folder is on no disk that git can read.' };

/** Git’s “untrusted” is about who owns the repository, not about the workspace. */
function refused({ kind, message }: ReviewFailure): {
  readonly ok: false;
  readonly failure: ReviewFailure;
} {
  return { ok: false, failure: { kind: kind === 'untrusted' ? 'unsafe' : kind, message } };
}
