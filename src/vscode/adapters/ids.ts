/** New annotation ids, from the random source that Node and browsers share. */

const ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyz';
const LENGTH = 6;

/** `a-` and six random characters of `0-9a-z`; about 2.2 thousand million of them. */
export function newAnnotationId(): string {
  const bytes = globalThis.crypto.getRandomValues(new Uint8Array(LENGTH * 2));
  // Two bytes for a character keep the share of each within 0.1 % of the others'.
  let id = 'a-';
  for (let index = 0; index < LENGTH; index++) {
    const number = ((bytes[index * 2] ?? 0) << 8) | (bytes[index * 2 + 1] ?? 0);
    id += ALPHABET.charAt(number % ALPHABET.length);
  }
  return id;
}
