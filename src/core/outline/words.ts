/** Small pieces of English that nodes and cards share. */
import { cutAfter } from '../text/cut';

/** Code points of a quote in a message. */
const LONGEST_QUOTE = 60;

/** `1 mention`, `3 mentions`. */
export function count(number: number, noun: string, plural = `${noun}s`): string {
  return `${number} ${number === 1 ? noun : plural}`;
}

/** Every run of whitespace as one space. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** On one line and at most `most` code points long, cut at the edge of a word with an ellipsis. */
export function shorten(text: string, most: number): string {
  const line = oneLine(text);
  const end = cutAfter(line, 0, most);
  return end === line.length ? line : `${line.slice(0, end).trimEnd()}…`;
}

/** In quotation marks, on one line, shortened for a message or a list. */
export function quoted(words: string): string {
  return `“${shorten(words, LONGEST_QUOTE)}”`;
}

/** The parts that say something, with dots between. */
export function dotted(parts: readonly (string | undefined)[]): string {
  return present(parts).join(' · ');
}

/** The parts that say something as one plain sentence. */
export function sentence(parts: readonly (string | undefined)[]): string {
  return present(parts).join(', ');
}

/** `third-party` → `third party`. */
export function spaced(id: string): string {
  return id.replaceAll(/[-_]+/g, ' ');
}

function present(parts: readonly (string | undefined)[]): string[] {
  return parts.filter((part) => part !== undefined && part !== '').map(String);
}
