/** A text as words and signs, each a number that is equal for what reads the same in both texts. */
import type { Span } from '../span';

/**
 * The words and signs of a text in their order; whitespace is in none of them. A run of letters,
 * digits and marks is one token; a character of a script without spaces, a sign or a symbol is one by
 * itself; runs of dashes and of full stops are one.
 */
export interface Tokens {
  readonly text: string;
  /** Equal for tokens that are equal after folding; -1 for a break, which equals nothing. */
  readonly ids: Int32Array;
  /** UTF-16 offsets, `ends` exclusive. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** The id of a place between two tokens where text is missing that nobody knows. */
export const BREAK = -1;

const SPACE = 1;
const WORD = 2;
const SINGLE = 3;
const DASH = 4;
const DOT = 5;
const PAIR = 6;

const IS_SPACE = /[\s\u200B\u00AD\u0085]/u;
const IS_WORD = /[\p{L}\p{N}\p{M}_]/u;
const IS_DASH = /[-‐‑‒–—―−]/u;
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const DOUBLE_QUOTES = /["“”„‟«»〝〞]/u;
const SINGLE_QUOTES = /['‘’‚‛‹›`´′]/u;

/** Gives equal tokens equal numbers. One is shared by the texts that are compared. */
export class Vocabulary {
  readonly #classes = new Uint8Array(0x10000);
  /** The numbers of what tokens fold to. */
  readonly #folded = new Map<string, number>();
  /** Open addressing by the hash of the token as it is written: entry + 1, or 0. */
  #slots = new Int32Array(1 << 12);
  readonly #written: string[] = [];
  readonly #numbers: number[] = [];

  /** How many different tokens there are. */
  get size(): number {
    return this.#folded.size;
  }

  /** The tokens of `text`, or of these ranges of it, with a break between each two. */
  tokens(text: string, ranges: readonly Span[] = [{ start: 0, end: text.length }]): Tokens {
    const most = ranges.reduce((sum, { start, end }) => sum + end - start + 1, 0);
    const ids = new Int32Array(most);
    const starts = new Int32Array(most);
    const ends = new Int32Array(most);
    let count = 0;
    const add = (id: number, start: number, end: number): void => {
      ids[count] = id;
      starts[count] = start;
      ends[count] = end;
      count += 1;
    };
    for (const [index, range] of ranges.entries()) {
      if (index > 0) add(BREAK, range.start, range.start);
      for (let at = range.start; at < range.end;) {
        const kind = this.#classAt(text, at);
        const end = Math.min(this.#tokenEnd(text, at, kind), range.end);
        if (kind !== SPACE) add(this.#number(text, at, end), at, end);
        at = end;
      }
    }
    return {
      text,
      ids: ids.slice(0, count),
      starts: starts.slice(0, count),
      ends: ends.slice(0, count),
    };
  }

  #tokenEnd(text: string, start: number, kind: number): number {
    if (kind === PAIR) return start + 2;
    let end = start + 1;
    if (kind !== WORD && kind !== DASH && kind !== DOT) return end;
    while (end < text.length && this.#classAt(text, end) === kind) end += 1;
    return end;
  }

  #classAt(text: string, at: number): number {
    const unit = text.charCodeAt(at);
    const known = this.#classes[unit] ?? 0;
    if (known !== 0 && known !== PAIR) return known;
    if (known === PAIR) return isLow(text.charCodeAt(at + 1)) ? PAIR : SINGLE;
    const kind = unit >= 0xd800 && unit <= 0xdbff ? PAIR : classOf(text.charAt(at));
    this.#classes[unit] = kind;
    return this.#classAt(text, at);
  }

  #number(text: string, start: number, end: number): number {
    const mask = this.#slots.length - 1;
    let slot = hashOf(text, start, end) & mask;
    for (;;) {
      const entry = (this.#slots[slot] ?? 0) - 1;
      if (entry < 0) break;
      const written = this.#written[entry] ?? '';
      if (written.length === end - start && text.startsWith(written, start)) {
        return this.#numbers[entry] ?? BREAK;
      }
      slot = (slot + 1) & mask;
    }
    const number = this.#add(text.slice(start, end));
    this.#slots[slot] = this.#written.length;
    if (this.#written.length * 2 > this.#slots.length) this.#grow();
    return number;
  }

  #add(written: string): number {
    const folded = fold(written);
    const number = this.#folded.get(folded) ?? this.#folded.size;
    this.#folded.set(folded, number);
    this.#written.push(written);
    this.#numbers.push(number);
    return number;
  }

  #grow(): void {
    const slots = new Int32Array(this.#slots.length * 4);
    const mask = slots.length - 1;
    this.#written.forEach((written, entry) => {
      let slot = hashOf(written, 0, written.length) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = entry + 1;
    });
    this.#slots = slots;
  }
}

/** Whether two passages have the same words and signs, however these are spaced and encoded. */
export function sameWords(a: string, b: string): boolean {
  if (a === b) return true;
  const vocabulary = new Vocabulary();
  const one = vocabulary.tokens(a).ids;
  const two = vocabulary.tokens(b).ids;
  return one.length === two.length && one.every((id, index) => id === two[index]);
}

/** The index of the first token that ends after `offset`; the number of tokens when none does. */
export function tokenAfter(tokens: Tokens, offset: number): number {
  let low = 0;
  let high = tokens.ends.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((tokens.ends[middle] ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

function fold(written: string): string {
  if (written.length === 1) {
    if (DOUBLE_QUOTES.test(written)) return '"';
    if (SINGLE_QUOTES.test(written)) return "'";
  }
  if (IS_DASH.test(written.charAt(0))) return '-';
  if (written === '…') return '...';
  return written.normalize('NFC');
}

function classOf(char: string): number {
  if (IS_SPACE.test(char)) return SPACE;
  if (UNSPACED.test(char)) return SINGLE;
  if (IS_WORD.test(char)) return WORD;
  if (IS_DASH.test(char)) return DASH;
  return char === '.' ? DOT : SINGLE;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

function hashOf(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash ^ (hash >>> 15);
}
