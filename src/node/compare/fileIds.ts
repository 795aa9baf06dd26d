/** The blob ids of files on disk, as git would name them. */
import { createHash } from 'node:crypto';
import { lstat } from 'node:fs/promises';
import path from 'node:path';
import { readFiles } from '../folder';

export interface FileId {
  readonly id: string;
  /** With CRLF as LF, where it has CRLF: what git keeps of a file whose line breaks it converts. */
  readonly lf?: string;
}

/** What a host may keep from one comparison to the next, so that only changed files are read again. */
export type KnownFiles = Map<string, { readonly state: string; readonly fileId: FileId }>;

const AT_ONCE = 64;
/** A file that was written just now may be written again without its times telling. */
const SETTLED_MS = 2_000;
const CRLF = Buffer.from('\r\n');

/** By path; what is not there, no file or not to be read is left out. */
export async function fileIds(
  folder: string,
  paths: readonly string[],
  hash: 'sha1' | 'sha256',
  known: KnownFiles = new Map(),
): Promise<ReadonlyMap<string, FileId>> {
  const found = new Map<string, FileId>();
  for (let from = 0; from < paths.length; from += AT_ONCE) {
    const batch = paths.slice(from, from + AT_ONCE);
    const states = await Promise.all(batch.map((file) => stateOf(path.join(folder, file))));
    const unknown: string[] = [];
    batch.forEach((file, index) => {
      const state = states[index];
      const before = known.get(file);
      if (state === undefined) known.delete(file);
      else if (before?.state === state.words) found.set(file, before.fileId);
      else unknown.push(file);
    });
    for (const reading of await readFiles(folder, unknown)) {
      if (reading.kind === 'unreadable') continue;
      const fileId = idsOf(reading.bytes, hash);
      found.set(reading.path, fileId);
      const state = states[batch.indexOf(reading.path)];
      if (state?.isSettled === true) known.set(reading.path, { state: state.words, fileId });
      else known.delete(reading.path);
    }
  }
  return found;
}

/** A link is none of the files that are compared. */
async function stateOf(file: string): Promise<{ words: string; isSettled: boolean } | undefined> {
  const stats = await lstat(file, { bigint: true }).catch(() => undefined);
  if (stats?.isFile() !== true) return undefined;
  const { size, mtimeNs, ctimeNs, ino } = stats;
  const isSettled = Date.now() - Number(mtimeNs / 1_000_000n) > SETTLED_MS;
  return { words: [size, mtimeNs, ctimeNs, ino].join(' '), isSettled };
}

function idsOf(bytes: Uint8Array, hash: string): FileId {
  const id = idOf(bytes, hash);
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!content.includes(CRLF)) return { id };
  return {
    id,
    lf: idOf(Buffer.from(content.toString('latin1').replaceAll('\r\n', '\n'), 'latin1'), hash),
  };
}

function idOf(bytes: Uint8Array, hash: string): string {
  return createHash(hash).update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}
