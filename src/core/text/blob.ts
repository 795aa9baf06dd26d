/** The name git gives to the content of a file. */
import { sha1 } from '@noble/hashes/legacy.js';
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';

const BYTES_IN_STEP = 1 << 19;

/**
 * The git blob id of `text` written as UTF-8: SHA-1 of `blob <bytes>\0` and the bytes
 * (https://git-scm.com/book/en/v2/Git-Internals-Git-Objects), as 40 hexadecimal digits. Lone
 * surrogates are written as U+FFFD.
 */
export function blobId(text: string): string {
  const content = utf8ToBytes(text);
  const header = utf8ToBytes(`blob ${content.length}\0`);
  return bytesToHex(sha1(concatBytes(header, content)));
}

/** The same in steps, for hosts that must not be held up by a long text. */
export function* blobIdStepwise(text: string): Generator<undefined, string> {
  if (text.length <= BYTES_IN_STEP) return blobId(text);
  const content = utf8ToBytes(text);
  const hash = sha1.create().update(utf8ToBytes(`blob ${content.length}\0`));
  for (let from = 0; from < content.length; from += BYTES_IN_STEP) {
    yield;
    hash.update(content.subarray(from, from + BYTES_IN_STEP));
  }
  return bytesToHex(hash.digest());
}
