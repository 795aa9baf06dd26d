/** Removes what writers that were killed have left in a folder, and nothing else. */
import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { isLockName, readTemporaryName } from './beside';
import { breakIfStale } from './lock';
import { hostDigits, isGone, thisOwner, type Owner } from './owner';

/** No write takes so long; the process may be on another host, where nobody can ask for it. */
const OLD_MS = 10 * 60_000;

/** Never fails: what cannot be removed is left to the next time. */
export async function removeLitter(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  const candidates = names.filter((name) => name.startsWith('.'));
  if (candidates.length === 0) return;
  const here = await thisOwner();
  for (const name of candidates) {
    const file = path.join(folder, name);
    try {
      if (isLockName(name)) await breakIfStale(file, here);
      else if (await isLeft(file, name, here)) await rm(file, { force: true });
    } catch {
      continue;
    }
  }
}

async function isLeft(file: string, name: string, here: Owner): Promise<boolean> {
  const made = readTemporaryName(name);
  if (made === undefined) return false;
  const isFromHere = made.host === hostDigits(here);
  if (isFromHere && isGone({ pid: made.pid, host: here.host }, here)) return true;
  return Date.now() - (await stat(file)).mtimeMs > OLD_MS;
}
