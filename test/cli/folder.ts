/** A workspace folder that lives as long as its test, and the command line run in it. */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestContext } from 'node:test';
import { run } from '../../src/cli/run';

export interface Ran {
  readonly status: number;
  readonly output: string;
  /** The lines on standard error. */
  readonly complaints: readonly string[];
}

export interface Folder {
  readonly path: string;
  readonly run: (args: string, input?: string) => Promise<Ran>;
  readonly write: (file: string, content: string | Uint8Array) => Promise<void>;
  readonly read: (file: string) => Promise<string>;
  /** Every file and its content as Latin-1, so that all bytes count. */
  readonly everything: () => Promise<Readonly<Record<string, string>>>;
}

type Contents = Readonly<Record<string, string | Uint8Array>>;

export async function folderWith(test: TestContext, files: Contents = {}): Promise<Folder> {
  const folder = await mkdtemp(path.join(tmpdir(), 'source-annotator-'));
  test.after(() => rm(folder, { recursive: true, force: true }));
  const write = async (file: string, content: string | Uint8Array): Promise<void> => {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), content);
  };
  for (const [file, content] of Object.entries(files)) await write(file, content);
  return {
    path: folder,
    write,
    read: (file) => readFile(path.join(folder, file), 'utf8'),
    run: (args, input = '') =>
      runIn(
        folder,
        args.split(' ').filter((arg) => arg !== ''),
        input,
      ),
    everything: () => contentsOf(folder),
  };
}

/** Runs `source-annotator` in this process. */
export async function runIn(folder: string, args: readonly string[], input = ''): Promise<Ran> {
  let output = '';
  const complaints: string[] = [];
  const status = await run(args, {
    currentFolder: folder,
    version: '1.2.3',
    documentation: 'file:///product/docs/',
    program: { node: process.execPath, script: '/product/dist/cli.js' },
    readInput: () => Promise.resolve(input),
    write: (text) => {
      output += text;
    },
    complain: (message) => complaints.push(message),
  });
  return { status, output, complaints };
}

async function contentsOf(folder: string): Promise<Readonly<Record<string, string>>> {
  const contents: [string, string][] = [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    const file = path.join(entry.parentPath, entry.name);
    const name = path.relative(folder, file);
    if (entry.isFile()) contents.push([name, await readFile(file, 'latin1')]);
    if (entry.isDirectory()) contents.push([`${name}/`, '']);
  }
  return Object.fromEntries(contents.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Runs `task` with no right to write or read what only the owner may, even when tests run as root. */
export async function withoutRights<T>(task: () => Promise<T>): Promise<T> {
  if (process.getuid?.() !== 0 || process.seteuid === undefined) return task();
  process.seteuid(65_534);
  try {
    return await task();
  } finally {
    process.seteuid(0);
  }
}

/** Operations as the lines of an input. */
export function jsonLines(...operations: readonly object[]): string {
  return operations.map((operation) => `${JSON.stringify(operation)}\n`).join('');
}
