/** The name git gives to the content of a file. */
import { sha1 } from '@noble/hashes/legacy.js';
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';

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
