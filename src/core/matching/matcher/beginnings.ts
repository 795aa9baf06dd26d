/** How names begin: nearly all words of a text are passed over by this alone. */
import type { Characters } from './characters';
import { DEAD, ROOT, type Trie } from './trie';

/** In `actions`: the kind of the character; whether a name begins so; whether one is nothing else. */
export const KIND = 0x07;
const BEGINS = 0x08;
export const WHOLE = 0x10;
export const UNKNOWN_ACTION = 0xff;

const NO_PAIR = 0;
/** Slots for each pair, at least: most questions are answered by the first slot being empty. */
const SPARSE = 4;
const LOW_BITS = 31;

export class Beginnings {
  /** What to do at each UTF-16 code unit, or `UNKNOWN_ACTION`: for loops that cannot wait for `action`. */
  readonly actions = new Uint8Array(0x10000).fill(UNKNOWN_ACTION);
  /** Which third units follow, by the low five bits of all three: a bit that is not set is certain. */
  readonly #thirds = new Uint32Array((LOW_BITS + 1) ** 2);
  readonly #characters: Characters;
  readonly #trie: Trie;
  /** A table with open addressing: the two units of a pair in one number, and the place after them. */
  readonly #pairs: Int32Array;
  readonly #places: Int32Array;
  readonly #mask: number;

  constructor(trie: Trie, characters: Characters) {
    this.#trie = trie;
    this.#characters = characters;
    const found: (readonly [pair: number, place: number])[] = [];
    for (const [first, after] of trie.edgesOf(ROOT)) {
      for (const [second, place] of trie.edgesOf(after)) {
        found.push([pairOf(first, second), place]);
        for (const [third] of trie.edgesOf(place)) {
          const row = rowOf(first, second);
          this.#thirds[row] = (this.#thirds[row] ?? 0) | (1 << third);
        }
      }
    }
    let size = 16;
    while (size < found.length * SPARSE) size *= 2;
    this.#mask = size - 1;
    this.#pairs = new Int32Array(size);
    this.#places = new Int32Array(size);
    for (const [pair, place] of found) {
      let slot = slotOf(pair) & this.#mask;
      while (this.#pairs[slot] !== NO_PAIR) slot = (slot + 1) & this.#mask;
      this.#pairs[slot] = pair;
      this.#places[slot] = place;
    }
  }

  action(code: number): number {
    const action = this.actions[code] ?? 0;
    if (action !== UNKNOWN_ACTION) return action;
    const kind = this.#characters.kind(code);
    const place = this.#trie.after(ROOT, this.#characters.fold(code));
    const isWhole = place !== DEAD && this.#trie.keyAt(place) >= 0;
    const known = kind | (place === DEAD ? 0 : BEGINS) | (isWhole ? WHOLE : 0);
    this.actions[code] = known;
    return known;
  }

  /** Whether a name may begin with these three units; `false` is certain. */
  mayBegin(first: number, second: number, third: number): boolean {
    return (((this.#thirds[rowOf(first, second)] ?? 0) >>> third) & 1) === 1;
  }

  /** The place after both units, or `DEAD`. */
  after(first: number, second: number): number {
    const pair = pairOf(first, second);
    for (let slot = slotOf(pair) & this.#mask; ; slot = (slot + 1) & this.#mask) {
      const other = this.#pairs[slot];
      if (other === pair) return this.#places[slot] ?? DEAD;
      if (other === NO_PAIR) return DEAD;
    }
  }
}

function pairOf(first: number, second: number): number {
  return (first << 16) | second;
}

function slotOf(pair: number): number {
  return Math.imul(pair, 0x9e3779b1) >>> 13;
}

function rowOf(first: number, second: number): number {
  return ((first & LOW_BITS) << 5) | (second & LOW_BITS);
}
