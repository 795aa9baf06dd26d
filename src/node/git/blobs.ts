/** Reads objects from git: one process for many, nothing written. */
import { runGit, type GitOptions } from './run';

/** Larger texts never reach an editor either. */
const LARGEST_BLOB = 50 * 1024 * 1024;
const OBJECT_ID = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
const NEWLINE = 0x0a;

export type BlobReading =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  /** It has more than 50 MB. */
  | { readonly kind: 'too-large' };

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
  const texts = new Map<string, string>();
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  for (const [id, reading] of await readBlobBytes(folder, ids, { git })) {
    if (reading.kind === 'bytes') texts.set(id, decoder.decode(reading.bytes));
  }
  return texts;
}

/** The same as bytes; what the repository does not have is left out. */
export async function readBlobBytes(
  folder: string,
  ids: Iterable<string>,
  options: GitOptions = {},
): Promise<ReadonlyMap<string, BlobReading>> {
  const wanted = [...new Set(ids)].filter((id) => OBJECT_ID.test(id));
  const found = new Map<string, BlobReading>();
  if (wanted.length === 0) return found;
  const reader = new BatchReader((id, reading) => found.set(id, reading));
  await runGit(folder, ['cat-file', '--batch', '--buffer'], {
    ...options,
    input: wanted.map((id) => `${id}\n`).join(''),
    onOutput: (piece) => reader.read(piece),
  });
  return found;
}

/**
 * Takes the output of `git cat-file --batch` apart, chunk by chunk: `<id> <type> <size>`, a line
 * break, as many bytes, a line break; or `<id> missing` and a line break.
 */
class BatchReader {
  readonly #found: (id: string, reading: BlobReading) => void;
  #header: Buffer = Buffer.alloc(0);
  #object:
    | {
        readonly id: string;
        readonly isBlob: boolean;
        readonly bytes: Buffer | undefined;
        readonly size: number;
      }
    | undefined;
  #read = 0;

  constructor(found: (id: string, reading: BlobReading) => void) {
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
      const isBlob = type === 'blob';
      const bytes = isBlob && size <= LARGEST_BLOB ? Buffer.alloc(size) : undefined;
      this.#object = { id, isBlob, size, bytes };
      this.#read = 0;
    }
    return chunk.subarray(end + 1);
  }

  /** The bytes and the line break behind them. */
  #readObject(chunk: Buffer): Buffer {
    const object = this.#object;
    if (object === undefined) return chunk;
    const { id, isBlob, bytes, size } = object;
    const taken = Math.min(chunk.length, size + 1 - this.#read);
    if (bytes !== undefined) {
      chunk.copy(bytes, this.#read, 0, Math.min(taken, size - this.#read));
    }
    this.#read += taken;
    if (this.#read === size + 1) {
      if (bytes !== undefined) this.#found(id, { kind: 'bytes', bytes });
      else if (isBlob) this.#found(id, { kind: 'too-large' });
      this.#object = undefined;
    }
    return chunk.subarray(taken);
  }
}
