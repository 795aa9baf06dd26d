/** Reads old texts from git: one process for many objects, no shell, no network, nothing written. */
import { spawn } from 'node:child_process';

/** Larger texts never reach an editor either. */
const LARGEST_BLOB = 50 * 1024 * 1024;
const TIME_LIMIT_MS = 30_000;
const OBJECT_ID = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
const NEWLINE = 0x0a;

/**
 * The texts of blobs by their ids, decoded as UTF-8, a byte order mark kept. What is no id, what the
 * repository around `folder` does not have, what is no blob and what is larger than 50 MB is left
 * out; without git or a repository the result is empty. Never throws and never asks for anything.
 */
export async function readBlobs(
  folder: string,
  ids: Iterable<string>,
  git = 'git',
): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids)].filter((id) => OBJECT_ID.test(id));
  const texts = new Map<string, string>();
  if (wanted.length === 0) return texts;
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const reader = new BatchReader((id, bytes) => texts.set(id, decoder.decode(bytes)));
  await catFile(git, folder, wanted, (chunk) => reader.read(chunk));
  return texts;
}

/** Resolves when git has ended, however that was. */
function catFile(
  git: string,
  folder: string,
  ids: readonly string[],
  onData: (chunk: Buffer) => void,
): Promise<void> {
  return new Promise((resolve) => {
    // With `-C` instead of a working directory, no program of that folder can be taken for git.
    const args = ['-C', folder, '-c', 'protocol.allow=never', 'cat-file', '--batch', '--buffer'];
    const child = spawn(git, args, {
      env: environment(),
      stdio: ['pipe', 'pipe', 'ignore'],
      signal: AbortSignal.timeout(TIME_LIMIT_MS),
      windowsHide: true,
    });
    child.once('error', () => resolve());
    child.once('close', () => resolve());
    child.stdout.on('data', onData);
    child.stdout.on('error', () => resolve());
    // Git may end before it has read all: without a repository it does.
    child.stdin.on('error', () => undefined);
    child.stdin.end(ids.map((id) => `${id}\n`).join(''));
  });
}

/** Without what a git hook that runs this would say about its own repository. */
function environment(): NodeJS.ProcessEnv {
  const own = new Set(['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_PREFIX']);
  const kept = Object.entries(process.env).filter(([name]) => !own.has(name));
  const quiet = { GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0', GIT_NO_LAZY_FETCH: '1' };
  return { ...Object.fromEntries(kept), ...quiet };
}

/**
 * Takes the output of `git cat-file --batch` apart, chunk by chunk: `<id> <type> <size>`, a line
 * break, as many bytes, a line break; or `<id> missing` and a line break.
 */
class BatchReader {
  readonly #found: (id: string, bytes: Uint8Array) => void;
  #header: Buffer = Buffer.alloc(0);
  #object: { readonly id: string; readonly bytes: Buffer | undefined; size: number } | undefined;
  #read = 0;

  constructor(found: (id: string, bytes: Uint8Array) => void) {
    this.#found = found;
  }

  read(chunk: Buffer): void {
    let rest = chunk;
    while (rest.length > 0) {
      rest = this.#object === undefined ? this.#readHeader(rest) : this.#readObject(rest);
    }
  }

  #readHeader(chunk: Buffer): Buffer {
    const end = chunk.indexOf(NEWLINE);
    const line = chunk.subarray(0, end === -1 ? chunk.length : end);
    this.#header = Buffer.concat([this.#header, line]);
    if (end === -1) return chunk.subarray(chunk.length);
    const [id = '', type, length] = this.#header.toString('latin1').split(' ');
    this.#header = Buffer.alloc(0);
    const size = Number(length);
    if (length !== undefined && Number.isSafeInteger(size)) {
      const isWanted = type === 'blob' && size <= LARGEST_BLOB;
      this.#object = { id, size, bytes: isWanted ? Buffer.alloc(size) : undefined };
      this.#read = 0;
    }
    return chunk.subarray(end + 1);
  }

  /** The bytes and the line break behind them. */
  #readObject(chunk: Buffer): Buffer {
    const object = this.#object;
    if (object === undefined) return chunk;
    const { id, bytes, size } = object;
    const taken = Math.min(chunk.length, size + 1 - this.#read);
    if (bytes !== undefined) {
      chunk.copy(bytes, this.#read, 0, Math.min(taken, size - this.#read));
    }
    this.#read += taken;
    if (this.#read === size + 1) {
      if (bytes !== undefined) this.#found(id, bytes);
      this.#object = undefined;
    }
    return chunk.subarray(taken);
  }
}
