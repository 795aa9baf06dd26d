/** Putting the merge driver, the text conversion and the hook into a repository, and taking them out. */
import path from 'node:path';
import type { GitFailure } from '../git/failure';
import { missingWorkTree, openRepository, type Repository } from '../git/repository';
import { withWorkspaces, workspacesIn } from './attributes';
import { hasHook, removeHook, writeHook, type HookOutcome } from './hook';
import type { Program } from './program';
import { removeSettings, settingsFor, writeSettings } from './settings';
import { readText, writeText } from './texts';

export interface InstallOptions {
  readonly program: Program;
  readonly hook: boolean;
  /** In `.gitattributes` at the top of the work tree, which can be committed, instead of the git folder. */
  readonly isShared: boolean;
  readonly git?: string;
}

export type SetupFailure =
  GitFailure | { readonly kind: 'unwritten'; readonly path: string; readonly error: unknown };

export type SetupOutcome =
  | {
      readonly ok: true;
      readonly repository: Repository;
      /** Absolute paths of what was written; nothing when all was as it is to be. */
      readonly written: readonly string[];
      readonly hook: HookOutcome | undefined;
    }
  | { readonly ok: false; readonly failure: SetupFailure };

/** For the repository around `folder`, which has the annotations. A second time changes nothing. */
export async function install(
  folder: string,
  { program, hook, isShared, git = 'git' }: InstallOptions,
): Promise<SetupOutcome> {
  const opened = await openWorkTree(folder, git);
  if (!opened.ok) return opened;
  const { repository } = opened;
  const files = attributesFiles(repository);
  const own = repository.prefix.replace(/\/$/, '');
  const [shared, local] = await Promise.all([knownIn(files.shared), knownIn(files.local)]);
  const target = isShared || shared.includes(own) ? files.shared : files.local;
  const workspaces = [...new Set([...shared, ...local, own])].sort();
  const written: string[] = [];
  const known = target === files.shared ? shared : local;
  const done = await mark(target, [...new Set([...known, own])]);
  if (!done.ok) return done;
  if (done.isChanged) written.push(target);
  if (target === files.shared && local.includes(own)) {
    const moved = await mark(
      files.local,
      local.filter((each) => each !== own),
    );
    if (!moved.ok) return moved;
    written.push(files.local);
  }
  const settings = await writeSettings(repository, settingsFor(program, workspaces));
  if (typeof settings !== 'boolean') return { ok: false, failure: settings };
  if (settings) written.push(path.join(repository.commonDir, 'config'));
  const isWanted = hook || (await hasHook(repository));
  const outcome = isWanted ? await writeHook(repository, program, workspaces) : undefined;
  if (outcome?.kind === 'written') written.push(outcome.path);
  return { ok: true, repository, written, hook: outcome };
}

/** Takes out what `install` wrote for this folder, and with the last folder all of it. */
export async function uninstall(
  folder: string,
  { program, git = 'git' }: { readonly program: Program; readonly git?: string },
): Promise<SetupOutcome> {
  const opened = await openWorkTree(folder, git);
  if (!opened.ok) return opened;
  const { repository } = opened;
  const own = repository.prefix.replace(/\/$/, '');
  const written: string[] = [];
  const others = new Set<string>();
  for (const file of Object.values(attributesFiles(repository))) {
    const rest = (await knownIn(file)).filter((each) => each !== own);
    for (const each of rest) others.add(each);
    const done = await mark(file, rest);
    if (!done.ok) return done;
    if (done.isChanged) written.push(file);
  }
  const isLast = others.size === 0;
  const settings = isLast
    ? await removeSettings(repository)
    : await writeSettings(repository, settingsFor(program, [...others].sort()));
  if (typeof settings !== 'boolean') return { ok: false, failure: settings };
  if (settings) written.push(path.join(repository.commonDir, 'config'));
  const hook =
    !isLast && (await hasHook(repository))
      ? await writeHook(repository, program, [...others].sort())
      : await removeHook(repository);
  if (hook.kind === 'removed' || hook.kind === 'written') written.push(hook.path);
  return { ok: true, repository, written, hook };
}

async function openWorkTree(
  folder: string,
  git: string,
): Promise<{ ok: true; repository: Repository } | { ok: false; failure: GitFailure }> {
  const opened = await openRepository(folder, git);
  if (!opened.ok) return opened;
  if (missingWorkTree(opened.repository) === undefined) return opened;
  const message = `${folder} is in a repository without a work tree (a bare one, or the git folder itself). Install in a clone that has files checked out.`;
  return { ok: false, failure: { kind: 'no-work-tree', message } };
}

function attributesFiles({ root, folder, commonDir }: Repository): {
  readonly shared: string;
  readonly local: string;
} {
  return {
    shared: path.join(root ?? folder, '.gitattributes'),
    local: path.join(commonDir, 'info', 'attributes'),
  };
}

async function knownIn(file: string): Promise<readonly string[]> {
  return workspacesIn((await readText(file).catch(() => undefined)) ?? '');
}

/** A file that has nothing else goes with the last folder. */
async function mark(
  file: string,
  workspaces: readonly string[],
): Promise<
  | { ok: true; isChanged: boolean }
  | { ok: false; failure: { kind: 'unwritten'; path: string; error: unknown } }
> {
  try {
    const before = await readText(file);
    const text = withWorkspaces(before ?? '', workspaces);
    const after = text === '' && before !== '' ? undefined : text;
    if (before === after) return { ok: true, isChanged: false };
    await writeText(file, before, after);
    return { ok: true, isChanged: true };
  } catch (error) {
    return { ok: false, failure: { kind: 'unwritten', path: file, error } };
  }
}
