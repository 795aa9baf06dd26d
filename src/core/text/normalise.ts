/** The one form of a text that offsets, hashes and quotes refer to. */

const BYTE_ORDER_MARK = '\uFEFF';

/** More replacement characters than this share of the sample, and the bytes were no text. */
const REPLACEMENT_SHARE = 0.1;
const SAMPLE = 65_536;

/**
 * `decoded` without one leading byte order mark and with every CRLF and lone CR turned into LF.
 * Nothing else changes: no Unicode normalisation, no trimming. Normalising twice may drop a second
 * byte order mark; normalise decoded text once.
 */
export function normalise(decoded: string): string {
  const text = decoded.startsWith(BYTE_ORDER_MARK) ? decoded.slice(1) : decoded;
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/**
 * Whether `decoded` comes from bytes that are no text: it holds a NUL, or more than a tenth of its
 * first 65,536 code units are U+FFFD, which decoders write for bytes they cannot read.
 */
export function isBinary(decoded: string): boolean {
  if (decoded.includes('\0')) return true;
  const sample = decoded.slice(0, SAMPLE);
  const replaced = sample.match(/\uFFFD/g)?.length ?? 0;
  return replaced > sample.length * REPLACEMENT_SHARE;
}
