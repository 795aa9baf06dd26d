/**
 * One writer at a time for each file, across processes and hosts: a lock file beside the target,
 * made exclusively. It stands there rather than in a folder of the system so that every program that
 * can see the file sees the lock, on shared disks and in containers too; and it is there for
 * milliseconds, under a name that is no annotation file's. What a killed process leaves is broken.
 */
import { randomBytes } from 'node:crypto';
import { link, open, rename, rm, stat, unlink, type FileHandle } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { breakingFor, lockFor, temporaryFor } from './beside';
import { codeOf, isGone, thisOwner, type Owner } from './owner';

/** Nobody needs a lock so long: its owner is taken for dead, whatever host it is on. */
const STALE_MS = 10_000;
/** Where files cannot be linked, a process may be killed between making its lock and signing it. */
const UNSIGNED_STALE_MS = 1_000;
/** What file systems without links say. */
const LINKLESS: ReadonlySet<string> = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS']);
/** Longer than any lock that can be broken. */
const LONGEST_WAIT_MS = 15_000;
const SHORTEST_PAUSE_MS = 1;
const LONGEST_PAUSE_MS = 40;

export interface Lock {
  /** Whether nobody has broken the lock meanwhile. */
  readonly isHeld: () => Promise<boolean>;
  readonly release: () => Promise<void>;
}

export type Locking =
  | { readonly ok: true; readonly lock: Lock }
  /** Somebody else holds the lock all the time; absent when it does not say who. */
  | { readonly ok: false; readonly owner: Owner | undefined };

interface Signature extends Owner {
  /** ISO 8601, for people. */
  readonly since: string;
  readonly token: string;
}

/** A lock file as it was found. */
interface Seen {
  /** Of this lock and no other, in characters of file names. */
  readonly key: string;
  readonly kind: 'signed' | 'unsigned' | 'foreign';
  readonly owner: Signature | undefined;
  readonly ageMs: number;
}

/**
 * Waits its turn for `target`, an absolute path without links whose folder exists. Rejects when no
 * file can be made beside it.
 */
export async function lockFile(target: string, waitMs = LONGEST_WAIT_MS): Promise<Locking> {
  const here = await thisOwner();
  const file = lockFor(target);
  const start = performance.now();
  let last: { key: string; since: number } | undefined;
  for (let attempt = 0; ; attempt++) {
    const handle = await create(file, here);
    if (handle !== undefined) return { ok: true, lock: held(file, handle) };
    const seen = await inspect(file);
    const now = performance.now();
    if (seen !== undefined) {
      if (last?.key !== seen.key) last = { key: seen.key, since: now };
      // Clocks of hosts differ; what was watched for so long is old by any of them.
      if (isStale({ ...seen, ageMs: Math.max(seen.ageMs, now - last.since) }, here)) {
        await breakLock(file, seen, here);
        continue;
      }
    }
    if (now - start > waitMs) return { ok: false, owner: seen?.owner };
    await delay(pauseOf(attempt));
  }
}

/** Breaks the lock `file` when it is one of ours and nobody can be behind it any more. */
export async function breakIfStale(file: string, here: Owner): Promise<void> {
  const seen = await inspect(file);
  if (seen !== undefined && isStale(seen, here)) await breakLock(file, seen, here);
}

/** Twice as long each time, and by chance, so that two who wait do not meet for ever. */
function pauseOf(attempt: number): number {
  const longest = Math.min(LONGEST_PAUSE_MS, SHORTEST_PAUSE_MS * 2 ** Math.min(attempt, 10));
  return longest * (0.5 + Math.random());
}

/** The lock file, open; absent when the lock is there already. */
async function create(file: string, here: Owner): Promise<FileHandle | undefined> {
  const token = randomBytes(8).toString('hex');
  const signature: Signature = { ...here, since: new Date().toISOString(), token };
  const text = `${JSON.stringify(signature)}\n`;
  const draft = temporaryFor(file, here);
  const handle = await open(draft, 'wx');
  try {
    await handle.write(text);
    // Linked rather than made in place, it is never there without its signature.
    await link(draft, file);
    return handle;
  } catch (error) {
    await handle.close();
    if (isThere(error)) return undefined;
    if (LINKLESS.has(codeOf(error))) return await createInPlace(file, text);
    throw error;
  } finally {
    await unlink(draft);
  }
}

async function createInPlace(file: string, text: string): Promise<FileHandle | undefined> {
  const handle = await open(file, 'wx').catch((error: unknown) => {
    if (isThere(error)) return undefined;
    throw error;
  });
  await handle?.write(text);
  return handle;
}

/** On Windows a file that is just being deleted gives no permission. */
function isThere(error: unknown): boolean {
  const code = codeOf(error);
  return code === 'EEXIST' || (process.platform === 'win32' && code === 'EPERM');
}

/** As long as the file is open, no other lock can have its inode. */
function held(file: string, handle: FileHandle): Lock {
  const isHeld = async (): Promise<boolean> => {
    const stats = await Promise.all([handle.stat(), stat(file)]).catch(() => undefined);
    return stats !== undefined && stats[0].ino === stats[1].ino;
  };
  return {
    isHeld,
    release: async () => {
      try {
        if (await isHeld()) await unlink(file);
      } finally {
        await handle.close();
      }
    },
  };
}

async function inspect(file: string): Promise<Seen | undefined> {
  const handle = await open(file).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  });
  if (handle === undefined) return undefined;
  try {
    const { mtimeMs, ino } = await handle.stat();
    const text = await handle.readFile('utf8');
    const owner = readSignature(text);
    const ageMs = Date.now() - mtimeMs;
    if (owner !== undefined) return { key: owner.token, kind: 'signed', owner, ageMs };
    const kind = text === '' || text.startsWith('{"pid":') ? 'unsigned' : 'foreign';
    return { key: `${ino}`, kind, owner, ageMs };
  } finally {
    await handle.close();
  }
}

function readSignature(text: string): Signature | undefined {
  if (!text.endsWith('}\n')) return undefined;
  try {
    const { pid, host, since, token } = JSON.parse(text) as Partial<Record<string, unknown>>;
    if (typeof pid !== 'number' || typeof host !== 'string' || typeof since !== 'string') {
      return undefined;
    }
    return typeof token === 'string' && /^[0-9a-f]{16}$/.test(token)
      ? { pid, host, since, token }
      : undefined;
  } catch {
    return undefined;
  }
}

function isStale({ kind, owner, ageMs }: Seen, here: Owner): boolean {
  if (kind === 'foreign') return false;
  if (owner === undefined) return ageMs > UNSIGNED_STALE_MS;
  return ageMs > STALE_MS || isGone(owner, here);
}

/**
 * Takes the lock away, unless it is another one by now. One process at a time has the right to break
 * a certain lock, so that nobody who comes late breaks the next one.
 */
async function breakLock(file: string, { key }: Seen, here: Owner): Promise<void> {
  const right = breakingFor(file, key);
  const handle = await create(right, here);
  if (handle === undefined) {
    await breakIfStale(right, here);
    return;
  }
  try {
    if ((await inspect(file))?.key !== key) return;
    const away = temporaryFor(file, here);
    await rename(file, away);
    // An owner that was only slow may have released it just now, and another one have come.
    if ((await inspect(away))?.key !== key) await link(away, file).catch(() => undefined);
    await rm(away, { force: true });
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  } finally {
    await held(right, handle).release();
  }
}
