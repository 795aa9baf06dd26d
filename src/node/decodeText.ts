/** From the bytes of a file to its text. */

/** The text with its byte order mark, if any; bytes that are no UTF-8 become U+FFFD. */
export function decodeUtf8(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

/** Whether writing `text` as UTF-8 gives `bytes` again. */
export function isExactly(bytes: Uint8Array, text: string): boolean {
  return Buffer.from(text, 'utf8').equals(bytes);
}

/** The text of a source: UTF-8, or UTF-16 when its byte order mark says so. */
export function decodeSource(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return decodeUtf8(bytes);
}
