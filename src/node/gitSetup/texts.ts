/** Small files of a repository, which are no files of a workspace: read, and replaced in one step. */
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { writeFiles } from '../files';
import { codeOf } from '../owner';

/** Absent where there is no such file; rejects for other failures. */
export async function readText(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** `before` is what was read; absent for a new file, whose folder is made. Without `after` the file goes. */
export async function writeText(
  file: string,
  before: string | undefined,
  after: string | undefined,
): Promise<void> {
  const folder = path.dirname(file);
  await mkdir(folder, { recursive: true });
  const written = await writeFiles(folder, [{ path: path.basename(file), before, after }]);
  if (written.ok) return;
  const { refusal } = written;
  throw refusal.kind === 'failed' ? refusal.error : new Error(REASONS[refusal.kind]);
}

const REASONS = {
  changed: 'another program changed it at the same moment',
  encoding: 'it is not UTF-8',
  busy: 'another program is writing it',
  outside: 'it is a link to another folder',
} as const;
