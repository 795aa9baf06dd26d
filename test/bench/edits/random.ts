/** Random numbers that are the same in every run: xorshift over 32 bits. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = Math.imul(seed + 1, 0x9e3779b1) | 1;
    for (let warm = 0; warm < 8; warm += 1) this.#next();
  }

  /** A whole number in `[0, below)`. */
  below(below: number): number {
    return Math.floor((this.#next() / 0x100000000) * below);
  }

  /** True with this probability. */
  chance(probability: number): boolean {
    return this.#next() / 0x100000000 < probability;
  }

  pick<T>(items: readonly T[]): T {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  }

  /** The items in a random order. */
  shuffled<T>(items: readonly T[]): readonly T[] {
    const result = [...items];
    for (let at = result.length - 1; at > 0; at -= 1) {
      const other = this.below(at + 1);
      const [a, b] = [result[at], result[other]];
      if (a !== undefined && b !== undefined) [result[at], result[other]] = [b, a];
    }
    return result;
  }

  /** At most `count` of the items, in a random order. */
  some<T>(items: readonly T[], count: number): readonly T[] {
    return this.shuffled(items).slice(0, count);
  }

  #next(): number {
    let state = this.#state;
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    this.#state = state;
    return state >>> 0;
  }
}
