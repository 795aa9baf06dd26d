/** The repository around a folder: where it is, and what is checked out. */
import path from 'node:path';
import { noWorkTree, type GitFailure } from './failure';
import { fieldsOf, runGit, type GitOptions, type GitResult, type Setting } from './run';

type Head =
  /** `name` without `refs/heads/`. */
  | { readonly kind: 'branch'; readonly name: string; readonly commit: string }
  | { readonly kind: 'detached'; readonly commit: string }
  /** A branch without a commit. */
  | { readonly kind: 'unborn'; readonly name: string };

export interface Repository {
  /** Absolute: the workspace folder, which may be any folder of the work tree. */
  readonly folder: string;
  /** The program. */
  readonly git: string;
  /** Absolute path of the work tree, symbolic links resolved; absent where there is none. */
  readonly root: string | undefined;
  /** Of the folder below the root: POSIX, empty or with a slash at its end. */
  readonly prefix: string;
  /** Absolute. In a linked work tree the two differ. */
  readonly gitDir: string;
  readonly commonDir: string;
  readonly head: Head;
  readonly isShallow: boolean;
  /** The hash that object ids are made with. */
  readonly hash: 'sha1' | 'sha256';
  /** Settings without which git would run programs that the repository names. */
  readonly disarming: readonly Setting[];
}

export type Opened =
  | { readonly ok: true; readonly repository: Repository }
  | { readonly ok: false; readonly failure: GitFailure };

/** Opens the repository around `folder`; `git` is the program. Nothing is locked or kept open. */
export async function openRepository(folder: string, git = 'git'): Promise<Opened> {
  const [about, root, branch, commit, filters] = await Promise.all([
    readFlags(folder, git),
    runGit(folder, ['rev-parse', '--show-toplevel'], { git }),
    runGit(folder, ['symbolic-ref', '--quiet', 'HEAD'], { git, answers: [1] }),
    runGit(folder, ['rev-parse', '--verify', '--quiet', 'HEAD^{commit}'], { git, answers: [1] }),
    runGit(folder, ['config', '--null', '--name-only', '--get-regexp', String.raw`^filter\.`], {
      git,
      answers: [1],
    }),
  ]);
  if (!about.ok) return about;
  const [isShallow, isInside, hash, prefix = '', gitDir = '', commonDir = ''] = about.lines;
  const repository: Repository = {
    folder: path.resolve(folder),
    git,
    root: isInside === 'true' && root.ok ? path.resolve(lineOf(root)) : undefined,
    prefix,
    gitDir: path.resolve(folder, gitDir),
    commonDir: path.resolve(folder, commonDir),
    head: headOf(lineOf(branch), lineOf(commit)),
    isShallow: isShallow === 'true',
    hash: hash === 'sha256' ? 'sha256' : 'sha1',
    disarming: filters.ok ? disarming(fieldsOf(filters.stdout)) : [],
  };
  return { ok: true, repository };
}

const FLAGS = [
  ...['--is-shallow-repository', '--is-inside-work-tree', '--show-object-format', '--show-prefix'],
  ...['--absolute-git-dir', '--git-common-dir'],
];

type Flags =
  | { readonly ok: true; readonly lines: readonly string[] }
  | { readonly ok: false; readonly failure: GitFailure };

/** Asked in one go; one by one where a folder has a line break in its name. */
async function readFlags(folder: string, git: string): Promise<Flags> {
  const all = await runGit(folder, ['rev-parse', ...FLAGS], { git });
  if (!all.ok) return all;
  const lines = lineOf(all).split('\n');
  if (lines.length === FLAGS.length) return { ok: true, lines };
  const each = FLAGS.map((flag) => runGit(folder, ['rev-parse', flag], { git }));
  return { ok: true, lines: (await Promise.all(each)).map(lineOf) };
}

/** Runs git in the repository, its filters disarmed. */
export function inRepository(
  repository: Repository,
  args: readonly string[],
  options: GitOptions = {},
): Promise<GitResult> {
  const { folder, git, disarming } = repository;
  const settings = [...disarming, ...(options.settings ?? [])];
  return runGit(folder, args, { ...options, git, settings });
}

/** Why the work tree cannot be read; absent when it can. */
export function missingWorkTree({ root }: Repository): GitFailure | undefined {
  return root === undefined ? noWorkTree() : undefined;
}

/** What git wrote without the line break at its end; empty when it failed. */
export function lineOf(result: GitResult): string {
  return result.ok ? result.stdout.toString('utf8').replace(/\r?\n$/, '') : '';
}

function headOf(branch: string, commit: string): Head {
  const name = branch.replace(/^refs\/heads\//, '');
  if (commit === '') return { kind: 'unborn', name };
  return name === '' ? { kind: 'detached', commit } : { kind: 'branch', name, commit };
}

/** An empty command is none; without `required`, its absence is no failure. */
function disarming(names: readonly string[]): readonly Setting[] {
  const filters = new Set(names.map((name) => name.slice(0, name.lastIndexOf('.'))));
  return [...filters].flatMap((filter): readonly Setting[] => [
    [`${filter}.clean`, ''],
    [`${filter}.smudge`, ''],
    [`${filter}.process`, ''],
    [`${filter}.required`, 'false'],
  ]);
}
