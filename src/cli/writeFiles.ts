/** Writing several files as one: all of them are replaced, or none is. */
import { randomBytes } from 'node:crypto';
import { lstat, mkdir, open, readFile, realpath, rename, rm, rmdir } from 'node:fs/promises';
import path from 'node:path';
import type { FileChange } from '../core/operations/draft';
import { isSafePath } from '../core/storage/paths';
import { isExactly } from './decodeText';
import { isInside, reasonOf } from './folder';

export type Written = { readonly ok: true } | { readonly ok: false; readonly message: string };

interface Step {
  readonly change: FileChange;
  /** Absolute, without links. */
  readonly target: string;
  /** The new text, written beside the target; absent for a file that goes. */
  readonly temporary: string | undefined;
}

/**
 * Checks that each file is still what `before` says (absent: not there), writes every new text to a
 * temporary file beside its target, checks again, and then renames them all. When anything fails the
 * files are as they were, and nothing is left behind.
 */
export async function writeFiles(folder: string, changes: readonly FileChange[]): Promise<Written> {
  const madeFolders: string[] = [];
  const steps: Step[] = [];
  const done: Step[] = [];
  let current = folder;
  try {
    const root = await realpath(folder);
    for (const change of changes) {
      current = change.path;
      const target = await targetOf(root, change.path, madeFolders);
      await expectUnchanged(target, change);
      const temporary = change.after === undefined ? undefined : temporaryName(target);
      steps.push({ change, target, temporary });
      if (temporary !== undefined && change.after !== undefined) {
        await writeTemporary(temporary, change.after, await modeOf(target));
      }
    }
    for (const { change, target } of steps) await expectUnchanged(target, change);
    for (const step of steps) {
      current = step.change.path;
      await replace(step);
      done.push(step);
    }
    return { ok: true };
  } catch (error) {
    const kept = await takeBack(done);
    await cleanUp(steps, madeFolders);
    const outcome =
      kept.length === 0 ? 'Nothing was changed.' : `Changed all the same: ${kept.join(', ')}.`;
    const reason =
      error instanceof Refusal
        ? error.message
        : `${current} cannot be written: ${reasonOf(error)}.`;
    return { ok: false, message: `${reason} ${outcome}` };
  }
}

/** Why a file may not be replaced, in words for the person. */
class Refusal extends Error {}

async function targetOf(root: string, file: string, madeFolders: string[]): Promise<string> {
  if (!isSafePath(file)) throw new Refusal(`The path “${file}” leaves the workspace.`);
  const target = path.join(root, file);
  const parent = path.dirname(target);
  const existing = await nearestFolder(parent);
  if (!isInside(root, await realpath(existing))) {
    throw new Refusal(`${file} is behind a link that leaves the workspace; it is not written.`);
  }
  const made = await mkdir(parent, { recursive: true });
  if (made !== undefined) {
    for (let at = parent; at.length >= made.length; at = path.dirname(at)) madeFolders.push(at);
  }
  const real = await realpath(target).catch(() => path.join(parent, path.basename(target)));
  if (!isInside(root, await realpath(path.dirname(real)))) {
    throw new Refusal(`${file} is a link that leaves the workspace; it is not written.`);
  }
  return real;
}

async function nearestFolder(folder: string): Promise<string> {
  for (let at = folder; ; at = path.dirname(at)) {
    const exists = await lstat(at).then(
      () => true,
      (error: unknown) => (isMissing(error) ? false : Promise.reject(error as Error)),
    );
    if (exists || at === path.dirname(at)) return at;
  }
}

async function expectUnchanged(target: string, change: FileChange): Promise<void> {
  const now = await readFile(target).catch((error: unknown) => {
    if (isMissing(error)) return undefined;
    throw error;
  });
  const { before } = change;
  const unchanged =
    now === undefined ? before === undefined : before !== undefined && isExactly(now, before);
  if (unchanged) {
    if (now !== undefined) await expectWritable(target);
    return;
  }
  const reason = before?.includes('\uFFFD') === true ? ', or is not UTF-8' : '';
  throw new Refusal(`${change.path} was changed by another program since it was read${reason}.`);
}

/** A file that is read-only says no, though its folder would let it be replaced. */
async function expectWritable(target: string): Promise<void> {
  const handle = await open(target, 'r+');
  await handle.close();
}

async function modeOf(target: string): Promise<number | undefined> {
  const file = await lstat(target).catch(() => undefined);
  return file === undefined ? undefined : file.mode & 0o777;
}

function temporaryName(target: string): string {
  const suffix = randomBytes(6).toString('hex');
  return path.join(path.dirname(target), `.${path.basename(target)}.${suffix}.tmp`);
}

async function writeTemporary(file: string, text: string, mode: number | undefined): Promise<void> {
  const handle = await open(file, 'wx', mode);
  try {
    await handle.writeFile(text, 'utf8');
    if (mode !== undefined) await handle.chmod(mode);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function replace({ target, temporary }: Step): Promise<void> {
  await (temporary === undefined ? rm(target) : rename(temporary, target));
}

/** Puts back what was replaced; the paths that could not be put back. */
async function takeBack(done: readonly Step[]): Promise<readonly string[]> {
  const kept: string[] = [];
  for (const { change, target } of done.toReversed()) {
    try {
      if (change.before === undefined) {
        await rm(target);
      } else {
        const temporary = temporaryName(target);
        await writeTemporary(temporary, change.before, await modeOf(target));
        await rename(temporary, target);
      }
    } catch {
      kept.push(change.path);
    }
  }
  return kept;
}

async function cleanUp(steps: readonly Step[], madeFolders: readonly string[]): Promise<void> {
  for (const { temporary } of steps) {
    if (temporary !== undefined) await rm(temporary, { force: true }).catch(() => undefined);
  }
  const deepestFirst = [...madeFolders].sort((a, b) => b.length - a.length);
  for (const folder of deepestFirst) await rmdir(folder).catch(() => undefined);
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
