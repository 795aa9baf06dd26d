/** Who wrote what, from the git repository of a folder. Nothing here ever rejects. */
import type * as vscode from 'vscode';
import type { BlamedLine } from '../../core/review/blame';
import { blame } from '../../node/git/blame';
import { inRepository, lineOf, openRepository, type Repository } from '../../node/git/repository';
import { runGit } from '../../node/git/run';

/** Tells commits that are checked out apart; absent where there is no repository. */
export async function checkedOut(
  folder: vscode.Uri,
  git: string | undefined,
): Promise<string | undefined> {
  if (folder.scheme !== 'file') return undefined;
  const answer = await runGit(folder.fsPath, ['rev-parse', '--verify', '--quiet', 'HEAD'], {
    ...(git === undefined ? {} : { git }),
    answers: [1],
  });
  return answer.ok ? lineOf(answer) : undefined;
}

const UNCOMMITTED: BlamedLine = { author: '', time: 0, summary: '' };

/** Each line of a file that has this text now; absent when git cannot say. */
export async function readBlame(
  folder: vscode.Uri,
  path: string,
  text: string,
  git: string | undefined,
): Promise<readonly BlamedLine[] | undefined> {
  if (folder.scheme !== 'file') return undefined;
  const opened = await openRepository(folder.fsPath, git);
  if (!opened.ok) return undefined;
  const { repository } = opened;
  const answer = await blame(repository, path, text);
  if (!('kind' in answer)) return answer;
  return (await isCommitted(repository, path))
    ? undefined
    : text.split('\n').map(() => UNCOMMITTED);
}

async function isCommitted(repository: Repository, path: string): Promise<boolean> {
  if (repository.head.kind === 'unborn') return false;
  const listed = await inRepository(repository, ['ls-tree', '--name-only', 'HEAD', '--', path]);
  return !listed.ok || listed.stdout.length > 0;
}

/** `user.name`, as commits in the folder would have it; absent when nobody said so. */
export async function readUserName(
  folder: vscode.Uri,
  git: string | undefined,
): Promise<string | undefined> {
  if (folder.scheme !== 'file') return undefined;
  const options = git === undefined ? {} : { git };
  const answer = await runGit(folder.fsPath, ['config', '--get', 'user.name'], options);
  const name = lineOf(answer).trim();
  return name === '' ? undefined : name;
}
