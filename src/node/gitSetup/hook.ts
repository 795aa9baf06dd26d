/** The hook that runs before a commit: ours as a whole, or not ours at all. */
import { chmod, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Repository } from '../git/repository';
import { isInside } from '../targets';
import { hookLine, isThere, type Program } from './program';
import { hooksPath } from './settings';
import { readText, writeText } from './texts';

const OURS =
  '# Written by “source-annotator git install --hook”; “source-annotator git uninstall” removes it.';
const EXECUTABLE = 0o755;

export type HookOutcome =
  | { readonly kind: 'written' | 'unchanged' | 'removed' | 'absent'; readonly path: string }
  /** There is another one, which stays as it is: `line` is what to add to it. */
  | { readonly kind: 'kept'; readonly path: string; readonly line: string }
  /** The folder of the hooks serves other repositories, too. */
  | { readonly kind: 'shared'; readonly path: string; readonly line: string }
  | { readonly kind: 'failed'; readonly path: string; readonly error: unknown };

export async function writeHook(
  repository: Repository,
  program: Program,
  workspaces: readonly string[],
): Promise<HookOutcome> {
  const file = await hookFile(repository);
  const lines = workspaces.map((folder) => hookLine(program, folder));
  if (file.isShared) return { kind: 'shared', path: file.path, line: lines.join('\n') };
  try {
    const now = await readText(file.path);
    if (now !== undefined && !now.includes(OURS)) {
      const isThereAlready = lines.every((line) => now.includes(line));
      if (isThereAlready) return { kind: 'unchanged', path: file.path };
      return { kind: 'kept', path: file.path, line: lines.join('\n') };
    }
    const text = hookText(program, lines);
    if (now === text) return { kind: 'unchanged', path: file.path };
    await writeText(file.path, now, text);
    await chmod(file.path, EXECUTABLE);
    return { kind: 'written', path: file.path };
  } catch (error) {
    return { kind: 'failed', path: file.path, error };
  }
}

/** Whether the hook is there and is ours. */
export async function hasHook(repository: Repository): Promise<boolean> {
  const file = await hookFile(repository);
  const now = await readText(file.path).catch(() => undefined);
  return !file.isShared && now?.includes(OURS) === true;
}

export async function removeHook(repository: Repository): Promise<HookOutcome> {
  const file = await hookFile(repository);
  try {
    const now = await readText(file.path);
    if (file.isShared || now?.includes(OURS) !== true) return { kind: 'absent', path: file.path };
    await rm(file.path);
    return { kind: 'removed', path: file.path };
  } catch (error) {
    return { kind: 'failed', path: file.path, error };
  }
}

/** A relative path starts where the hook runs, at the top of the work tree. */
async function hookFile(
  repository: Repository,
): Promise<{ readonly path: string; readonly isShared: boolean }> {
  const { root = repository.folder, commonDir } = repository;
  const said = await hooksPath(repository);
  const folder = said === undefined ? path.join(commonDir, 'hooks') : path.resolve(root, said);
  const isShared = ![root, commonDir].some((own) => isInside(own, folder));
  return { path: path.join(folder, 'pre-commit'), isShared };
}

function hookText(program: Program, lines: readonly string[]): string {
  return [
    '#!/bin/sh',
    OURS,
    '# It checks what is staged. “git commit --no-verify” commits without.',
    `if ${isThere(program)}; then`,
    ...lines.map((line) => `  ${line}`),
    'else',
    '  echo "source-annotator is not where this hook looks for it: nothing was checked." >&2',
    'fi',
    '',
  ].join('\n');
}
