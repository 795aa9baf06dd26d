/** The files of a workspace folder: finding and reading them. */
import { open, readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { isSkippedFolder } from '../core/schema/sources';
import { fileKind } from '../core/storage/paths';
import { readPatiently } from '../core/storage/patience';
import { codeOf } from './owner';
import { isInside } from './targets';

/** Larger files never reach an editor either. */
const LARGEST_FILE = 50 * 1024 * 1024;

const READ_AT_ONCE = 64;

export interface Listing {
  /** Files, POSIX and relative to the folder, sorted. */
  readonly paths: readonly string[];
  /** Folders that could not be read, and why. */
  readonly unreadable: readonly Unreadable[];
}

export interface Unreadable {
  readonly path: string;
  readonly message: string;
}

/**
 * Every file under `folder`, without dependencies and the git folder. Links are followed where they
 * stay inside the folder, and no folder is looked into twice. Rejects when `folder` itself cannot be read.
 */
export async function listFiles(folder: string): Promise<Listing> {
  const root = await realpath(folder);
  const paths: string[] = [];
  const unreadable: Unreadable[] = [];
  const seen = new Set<string>();
  const queue = [{ path: '', real: root }];
  const links: string[] = [];
  for (;;) {
    const next = queue.shift() ?? (await firstInside(root, links, paths));
    if (next === undefined) break;
    if (seen.has(next.real)) continue;
    seen.add(next.real);
    const entries = await readdir(next.real, { withFileTypes: true }).catch((error: unknown) => {
      if (next.path === '') throw error;
      unreadable.push({ path: next.path, message: reasonOf(error) });
      return [];
    });
    for (const entry of entries) {
      const at = next.path === '' ? entry.name : `${next.path}/${entry.name}`;
      if (entry.isSymbolicLink()) links.push(at);
      else if (entry.isFile()) paths.push(at);
      else if (entry.isDirectory() && !isSkippedFolder(entry.name)) {
        queue.push({ path: at, real: path.join(next.real, entry.name) });
      }
    }
  }
  return { paths: paths.sort(), unreadable };
}

/** Takes links from the list: files are added to `paths`, the first folder is the result. */
async function firstInside(
  root: string,
  links: string[],
  paths: string[],
): Promise<{ path: string; real: string } | undefined> {
  for (let link = links.shift(); link !== undefined; link = links.shift()) {
    const real = await realpath(path.join(root, link)).catch(() => undefined);
    if (real === undefined || !isInside(root, real)) continue;
    if (real.slice(root.length).split(path.sep).some(isSkippedFolder)) continue;
    const kind = await stat(real).catch(() => undefined);
    if (kind?.isFile() === true) paths.push(link);
    if (kind?.isDirectory() === true) return { path: link, real };
  }
  return undefined;
}

export type FileReading =
  | { readonly kind: 'bytes'; readonly path: string; readonly bytes: Uint8Array }
  | {
      readonly kind: 'unreadable';
      readonly path: string;
      readonly message: string;
      /** `gone`: there is none. `missing`: git knows it, and this clone was made without it. */
      readonly reason?: 'gone' | 'missing';
    };

/** Reads files in the order of `paths`, at most 64 at once. */
export async function readFiles(
  folder: string,
  paths: readonly string[],
): Promise<readonly FileReading[]> {
  const readings: FileReading[] = [];
  for (let from = 0; from < paths.length; from += READ_AT_ONCE) {
    const batch = paths.slice(from, from + READ_AT_ONCE);
    readings.push(...(await Promise.all(batch.map((each) => readOne(folder, each)))));
  }
  return readings;
}

function readOne(folder: string, file: string): Promise<FileReading> {
  const read = (): Promise<FileReading> => readNow(folder, file);
  if (fileKind(file) === undefined) return read();
  const isEmpty = (reading: FileReading): boolean =>
    reading.kind === 'bytes' && reading.bytes.length === 0;
  return readPatiently(read, isEmpty, setTimeout);
}

async function readNow(folder: string, file: string): Promise<FileReading> {
  try {
    const handle = await open(path.join(folder, file));
    try {
      const { size } = await handle.stat();
      if (size > LARGEST_FILE) {
        return { kind: 'unreadable', path: file, message: 'it is larger than 50 MB' };
      }
      return { kind: 'bytes', path: file, bytes: await handle.readFile() };
    } finally {
      await handle.close();
    }
  } catch (error) {
    const unreadable = { kind: 'unreadable', path: file, message: reasonOf(error) } as const;
    return codeOf(error) === 'ENOENT' ? { ...unreadable, reason: 'gone' } : unreadable;
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'a part of its path is a file, not a folder',
  EISDIR: 'it is a folder, not a file',
  ENOSPC: 'the disk is full',
  EMFILE: 'too many files are open',
};

/** Why the system refused something, in words. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? String(error.code) : '';
  return REASONS[code] ?? error.message;
}
