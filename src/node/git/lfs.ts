/** Texts that git keeps elsewhere (Git LFS): in its stead stands a pointer, and the text is found by it. */
import { open } from 'node:fs/promises';
import path from 'node:path';
import type { BlobReading } from './blobs';
import type { Repository } from './repository';

/** See https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md. */
const POINTER =
  /^version https:\/\/git-lfs\.github\.com\/spec\/v1\n(?:[^]*\n)?oid sha256:([0-9a-f]{64})\n/;
const LONGEST_POINTER = 1_024;
const LARGEST = 50 * 1024 * 1024;

/** What the pointer in a blob stands for; the blob itself where it is none; absent when it is not there. */
export async function throughPointer(
  { commonDir }: Repository,
  blob: BlobReading,
): Promise<BlobReading | undefined> {
  if (blob.kind !== 'bytes' || blob.bytes.length > LONGEST_POINTER) return blob;
  const [, oid] = POINTER.exec(Buffer.from(blob.bytes).toString('latin1')) ?? [];
  if (oid === undefined) return blob;
  const file = path.join(commonDir, 'lfs', 'objects', oid.slice(0, 2), oid.slice(2, 4), oid);
  const handle = await open(file).catch(() => undefined);
  if (handle === undefined) return undefined;
  try {
    const { size } = await handle.stat();
    return size > LARGEST
      ? { kind: 'too-large' }
      : { kind: 'bytes', bytes: await handle.readFile() };
  } finally {
    await handle.close();
  }
}
