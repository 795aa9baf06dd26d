/** From the path of a change to the file that is written: through links, never out of the workspace. */
import { lstat, mkdir, realpath } from 'node:fs/promises';
import path from 'node:path';
import { isSafePath } from '../core/storage/paths';
import { codeOf } from './owner';

/**
 * Absolute and without links; absent when the path leaves the folder, by its words or by a link.
 * Makes the folders that are missing and adds them to `madeFolders`. `root` is without links.
 */
export async function targetOf(
  root: string,
  file: string,
  madeFolders: string[],
): Promise<string | undefined> {
  if (!isSafePath(file)) return undefined;
  const target = path.join(root, file);
  const parent = path.dirname(target);
  const existing = await realpathIfThere(target);
  if (existing !== undefined) return isInside(root, existing) ? existing : undefined;
  if (!isInside(root, await realpath(await nearestFolder(parent)))) return undefined;
  const made = await mkdir(parent, { recursive: true });
  if (made !== undefined) {
    for (let at = parent; at.length >= made.length; at = path.dirname(at)) madeFolders.push(at);
  }
  const real = path.join(await realpath(parent), path.basename(target));
  return isInside(root, real) ? real : undefined;
}

/** Whether `real` is `root` or below it; both without links. */
export function isInside(root: string, real: string): boolean {
  return real === root || real.startsWith(root.endsWith(path.sep) ? root : root + path.sep);
}

async function realpathIfThere(file: string): Promise<string | undefined> {
  return realpath(file).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  });
}

async function nearestFolder(folder: string): Promise<string> {
  for (let at = folder; ; at = path.dirname(at)) {
    const exists = await lstat(at).then(
      () => true,
      (error: unknown) => {
        if (codeOf(error) === 'ENOENT') return false;
        throw error;
      },
    );
    if (exists || at === path.dirname(at)) return at;
  }
}
