/** Writing the result of a merge, wherever it is to be: the old bytes or the new ones, never a part. */
import { randomBytes } from 'node:crypto';
import { chmod, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Follows a link and keeps the rights of the file. Without `bytes` the file goes. Rejects when it cannot. */
export async function replaceFile(file: string, bytes: Uint8Array | undefined): Promise<void> {
  const target = await realpath(file).catch(() => file);
  if (bytes === undefined) return rm(target, { force: true });
  const now = await stat(target).catch(() => undefined);
  const name = `.${path.basename(target).slice(0, 64)}.${randomBytes(4).toString('hex')}.tmp`;
  const temporary = path.join(path.dirname(target), name);
  try {
    await writeFile(temporary, bytes, { flag: 'wx' });
    if (now !== undefined) await chmod(temporary, now.mode);
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
