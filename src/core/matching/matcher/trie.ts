/** The keys of all names as a tree in a few arrays: what is common at their beginnings stands once. */

/** In a tail: the number of the key follows in two units. */
const END = 0;
export const DEAD = -1;
export const ROOT = 0;

/** How many edges of a node are looked at one by one, rather than by halves. */
const FEW = 8;

/**
 * A place in the tree is a number: a node from 0 on, or below `DEAD` a place in a tail, which is the rest of
 * a key that no other key shares.
 */
export class Trie {
  /** Where the edges of each node begin; those of the next node follow. */
  readonly #edges: Int32Array;
  /** The unit on each edge, ascending within a node. */
  readonly #units: Uint16Array;
  /** The place that each edge leads to. */
  readonly #targets: Int32Array;
  /** The key that ends at each node, or -1. */
  readonly #keys: Int32Array;
  readonly #tails: Uint16Array;

  /** `keys` are distinct, not empty, in the order of their units, and have no unit `END`. */
  constructor(keys: readonly string[]) {
    const edges: number[] = [];
    const units: number[] = [];
    const targets: number[] = [];
    const ends: number[] = [];
    const tails: number[] = [];
    const ranges: number[] = [0, keys.length, 0];
    for (let at = 0; at < ranges.length; at += 3) {
      const depth = ranges[at + 2] ?? 0;
      const high = ranges[at + 1] ?? 0;
      let low = ranges[at] ?? 0;
      edges.push(units.length);
      const isEnd = keys[low]?.length === depth;
      ends.push(isEnd ? low : -1);
      if (isEnd) low += 1;
      while (low < high) {
        const unit = keys[low]?.charCodeAt(depth) ?? END;
        let next = low + 1;
        while (next < high && keys[next]?.charCodeAt(depth) === unit) next += 1;
        units.push(unit);
        if (next - low === 1) {
          targets.push(tailPlace(tails.length));
          pushTail(tails, keys[low] ?? '', depth + 1, low);
        } else {
          targets.push(ranges.length / 3);
          ranges.push(low, next, depth + 1);
        }
        low = next;
      }
    }
    edges.push(units.length);
    this.#edges = Int32Array.from(edges);
    this.#units = Uint16Array.from(units);
    this.#targets = Int32Array.from(targets);
    this.#keys = Int32Array.from(ends);
    this.#tails = Uint16Array.from(tails);
  }

  /** The place after `unit`, or `DEAD`. */
  after(place: number, unit: number): number {
    if (place < 0) {
      const at = DEAD - 1 - place;
      return this.#tails[at] === unit ? place - 1 : DEAD;
    }
    let low = this.#edges[place] ?? 0;
    let high = this.#edges[place + 1] ?? 0;
    while (high - low > FEW) {
      const middle = (low + high) >> 1;
      if ((this.#units[middle] ?? 0) > unit) high = middle;
      else low = middle;
    }
    for (; low < high; low += 1) {
      if (this.#units[low] === unit) return this.#targets[low] ?? DEAD;
    }
    return DEAD;
  }

  /** The key that ends at the place, or -1. */
  keyAt(place: number): number {
    if (place >= 0) return this.#keys[place] ?? -1;
    const at = DEAD - 1 - place;
    if (this.#tails[at] !== END) return -1;
    return (this.#tails[at + 1] ?? 0) + (this.#tails[at + 2] ?? 0) * 0x10000;
  }

  /** The least unit that may follow; `END` for none. */
  leastAfter(place: number): number {
    if (place < 0) return this.#tails[DEAD - 1 - place] ?? END;
    const first = this.#edges[place] ?? 0;
    return first === this.#edges[place + 1] ? END : (this.#units[first] ?? END);
  }

  *edgesOf(place: number): Generator<readonly [unit: number, place: number]> {
    if (place < 0) {
      const unit = this.leastAfter(place);
      if (unit !== END) yield [unit, this.after(place, unit)];
      return;
    }
    const end = this.#edges[place + 1] ?? 0;
    for (let at = this.#edges[place] ?? 0; at < end; at += 1) {
      yield [this.#units[at] ?? END, this.#targets[at] ?? DEAD];
    }
  }
}

function tailPlace(at: number): number {
  return DEAD - 1 - at;
}

function pushTail(tails: number[], key: string, from: number, number: number): void {
  for (let at = from; at < key.length; at += 1) tails.push(key.charCodeAt(at));
  tails.push(END, number & 0xffff, number >>> 16);
}
