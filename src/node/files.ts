/** Writing several files as one: all of them are replaced, or none is. The only way in which files are written. */
import { mkdir, open, realpath, rename, rm, rmdir, stat, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import type { FileChange } from '../core/operations/draft';
import { inSafeOrder } from '../core/operations/order';
import type { Refusal, Written } from '../core/operations/written';
import { temporaryFor } from './beside';
import { removeLitter } from './litter';
import { lockFile, type Lock } from './lock';
import { codeOf, thisOwner } from './owner';
import { targetOf } from './targets';

interface Step {
  readonly change: FileChange;
  /** Absolute, without links. */
  readonly target: string;
  /** The new text, written beside the target; absent for a file that goes. */
  readonly temporary: string | undefined;
}

const WRITES_AT_ONCE = 8;

/** Files that no other writer replaces until they are released. */
export class HeldFiles {
  readonly #locks = new Map<string, Lock>();

  /** In the order of the paths, the same for every writer: so none waits for another in a circle. */
  async add(steps: readonly Step[]): Promise<void> {
    const sorted = [...steps].sort((a, b) => (a.target < b.target ? -1 : 1));
    for (const { change, target } of sorted) {
      if (this.#locks.has(target)) continue;
      const locking = await reached(change, lockFile(target));
      if (!locking.ok) throw new Stopped({ kind: 'busy', path: change.path, owner: locking.owner });
      this.#locks.set(target, locking.lock);
    }
  }

  /** A writer that slept long has lost its locks, and what it checked may have changed since. */
  async expectHeld({ change, target }: Step): Promise<void> {
    const isHeld = await reached(
      change,
      this.#locks.get(target)?.isHeld() ?? Promise.resolve(false),
    );
    if (!isHeld) throw new Stopped({ kind: 'changed', path: change.path });
  }

  async release(): Promise<void> {
    const locks = [...this.#locks.values()];
    this.#locks.clear();
    await Promise.all(locks.map((lock) => lock.release().catch(() => undefined)));
  }
}

export type Holding =
  | { readonly ok: true; readonly held: HeldFiles }
  | { readonly ok: false; readonly refusal: Refusal };

/** Waits its turn for the files; whoever holds them reads, decides and writes undisturbed. */
export async function holdFiles(folder: string, paths: readonly string[]): Promise<Holding> {
  const steps: Step[] = [];
  const held = new HeldFiles();
  const changes = paths.map((file) => ({ path: file, before: undefined, after: undefined }));
  try {
    await findTargets(folder, changes, steps, []);
    await held.add(steps);
    return { ok: true, held };
  } catch (error) {
    await held.release();
    if (!(error instanceof Stopped)) throw error;
    return { ok: false, refusal: error.refusal };
  }
}

/**
 * Writes every new text to a temporary file beside its target, locks the targets that are not in
 * `held`, checks that each is still what `before` says (absent: not there), and renames them, records
 * before the files that refer to them. When anything fails the files are as they were, and nothing is
 * left behind. What was locked here is released here.
 */
export async function writeFiles(
  folder: string,
  changes: readonly FileChange[],
  held?: HeldFiles,
): Promise<Written> {
  const steps: Step[] = [];
  const madeFolders: string[] = [];
  const done: Step[] = [];
  const locks = held ?? new HeldFiles();
  const release = (): Promise<void> => (held === undefined ? locks.release() : Promise.resolve());
  try {
    await findTargets(folder, inSafeOrder(changes), steps, madeFolders);
    await prepare(steps);
    await locks.add(steps);
    for (const step of steps) await reached(step.change, expectUnchanged(step));
    for (const step of steps) await locks.expectHeld(step);
    for (const step of steps) {
      await reached(step.change, replace(step));
      done.push(step);
    }
    await release();
    return { ok: true };
  } catch (error) {
    const kept = await takeBack(done);
    await release();
    await cleanUp(steps, madeFolders);
    if (!(error instanceof Stopped)) throw error;
    const { refusal } = error;
    return { ok: false, refusal: refusal.kind === 'failed' ? { ...refusal, kept } : refusal };
  }
}

/** Ends the writing; everything is taken back. */
class Stopped extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.kind);
    this.refusal = refusal;
  }
}

/** The result, with the path of the change in what may go wrong. */
async function reached<T>({ path: file }: FileChange, result: Promise<T>): Promise<T> {
  try {
    return await result;
  } catch (error) {
    if (error instanceof Stopped) throw error;
    throw new Stopped({ kind: 'failed', path: file, error, kept: [] });
  }
}

/** Adds a step for each change, and to `madeFolders` what had to be made for it. */
async function findTargets(
  folder: string,
  changes: readonly FileChange[],
  steps: Step[],
  madeFolders: string[],
): Promise<void> {
  const [first] = changes;
  if (first === undefined) return;
  const here = await thisOwner();
  const root = await reached(first, realpath(folder));
  for (const change of changes) {
    const target = await reached(change, targetOf(root, change.path, madeFolders));
    // Two links to one file cannot both be followed.
    if (target === undefined || steps.some((step) => step.target === target)) {
      throw new Stopped({ kind: 'outside', path: change.path });
    }
    const temporary = change.after === undefined ? undefined : temporaryFor(target, here);
    steps.push({ change, target, temporary });
  }
}

/** Writes the temporary files, and meanwhile tidies the folders. */
async function prepare(steps: readonly Step[]): Promise<void> {
  const folders = new Set(steps.map(({ target }) => path.dirname(target)));
  const tidied = Promise.all([...folders].map((folder) => removeLitter(folder)));
  try {
    for (let from = 0; from < steps.length; from += WRITES_AT_ONCE) {
      const batch = steps.slice(from, from + WRITES_AT_ONCE);
      const written = await Promise.allSettled(
        batch.map((step) => reached(step.change, writeNew(step))),
      );
      const failed = written.find((result) => result.status === 'rejected');
      if (failed !== undefined) throw failed.reason as Error;
    }
  } finally {
    await tidied;
  }
}

async function writeNew({ change, target, temporary }: Step): Promise<void> {
  if (temporary === undefined || change.after === undefined) return;
  const old = await stat(target).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  });
  await writeTemporary(temporary, change.after, old);
}

/** With the mode of the file that it will replace, and its owner where that is allowed. */
async function writeTemporary(
  file: string,
  text: string,
  old: { readonly mode: number; readonly uid: number; readonly gid: number } | undefined,
): Promise<void> {
  const mode = old === undefined ? undefined : old.mode & 0o777;
  const handle = await open(file, 'wx', mode);
  try {
    await writeWhole(handle, Buffer.from(text, 'utf8'));
    if (old !== undefined && mode !== undefined) {
      const own = await handle.stat();
      if (own.uid !== old.uid || own.gid !== old.gid) {
        await handle.chown(old.uid, old.gid).catch(() => undefined);
      }
      if ((own.mode & 0o777) !== mode) await handle.chmod(mode);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Byte by byte. Opened for writing: a file that is read-only says no, though its folder would not. */
async function expectUnchanged({ change, target }: Step): Promise<void> {
  const { path: file, before } = change;
  const now = await open(target, 'r+').then(
    async (handle) => {
      try {
        return await readWhole(handle);
      } finally {
        await handle.close();
      }
    },
    (error: unknown) => {
      if (codeOf(error) === 'ENOENT') return undefined;
      throw error;
    },
  );
  if (now === undefined && before === undefined) return;
  if (now === undefined || before === undefined) throw new Stopped({ kind: 'changed', path: file });
  if (Buffer.from(before, 'utf8').equals(now)) return;
  const isSameText = new TextDecoder('utf-8', { ignoreBOM: true }).decode(now) === before;
  throw new Stopped({ kind: isSameText ? 'encoding' : 'changed', path: file });
}

/** In one piece: Node's own convenience takes turns of half a megabyte, and each waits its turn. */
async function readWhole(handle: FileHandle): Promise<Buffer> {
  const { size } = await handle.stat();
  const bytes = Buffer.allocUnsafe(size + 1);
  const { bytesRead } = await handle.read(bytes, 0, bytes.length, 0);
  // It may have grown or shrunk meanwhile, or come in parts.
  return bytesRead === size ? bytes.subarray(0, size) : handle.readFile();
}

async function writeWhole(handle: FileHandle, bytes: Buffer): Promise<void> {
  for (let from = 0; from < bytes.length;) {
    from += (await handle.write(bytes, from, bytes.length - from, from)).bytesWritten;
  }
}

async function replace({ target, temporary }: Step): Promise<void> {
  await (temporary === undefined ? rm(target) : rename(temporary, target));
}

/** Puts back what was replaced; the paths that could not be put back. */
async function takeBack(done: readonly Step[]): Promise<readonly string[]> {
  const kept: string[] = [];
  const here = await thisOwner();
  for (const { change, target } of done.toReversed()) {
    try {
      if (change.before === undefined) {
        await rm(target);
      } else {
        const temporary = temporaryFor(target, here);
        const now = await stat(target).catch(() => undefined);
        await mkdir(path.dirname(target), { recursive: true });
        await writeTemporary(temporary, change.before, now);
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
