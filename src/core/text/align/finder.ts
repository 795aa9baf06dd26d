/** Looks strings up in one text for many targets, within bounds whatever the text is. */

/** Places beyond these, on either side of where they are looked for, are not told. */
const MOST_PLACES = 250;
/** Code units read before only what is near is looked at. */
const BUDGET = 150_000_000;
/** What counts as near, on either side. */
const WINDOW = 20_000;

export class Finder {
  readonly #text: string;
  #left = BUDGET;
  #near = 0;
  #known = new Map<string, readonly number[]>();
  #isComplete = true;

  constructor(text: string) {
    this.#text = text;
  }

  /** Whether all lookups since `lookNear` gave all places there are. */
  get isComplete(): boolean {
    return this.#isComplete;
  }

  /** Begins the lookups for a target that is expected around `offset`. */
  lookNear(offset: number): void {
    this.#near = offset;
    this.#known = new Map();
    this.#isComplete = true;
  }

  /** The offsets of `needle`, overlapping ones too, ascending; the nearest ones where there are very many. */
  readonly find = (needle: string): readonly number[] => {
    const known = this.#known.get(needle);
    if (known !== undefined) return known;
    const places = needle === '' ? [] : this.#places(needle);
    this.#known.set(needle, places);
    return places;
  };

  #places(needle: string): readonly number[] {
    if (this.#left > 0) {
      this.#left -= this.#text.length;
      return this.#around(this.#text, needle, this.#near);
    }
    this.#isComplete = false;
    const from = Math.max(0, this.#near - WINDOW);
    const window = this.#text.slice(from, this.#near + WINDOW);
    return this.#around(window, needle, this.#near - from).map((at) => at + from);
  }

  #around(text: string, needle: string, near: number): readonly number[] {
    const before: number[] = [];
    for (let at = near; at > 0 && before.length <= MOST_PLACES;) {
      at = text.lastIndexOf(needle, at - 1);
      if (at < 0) break;
      before.push(at);
    }
    const after: number[] = [];
    let at = text.indexOf(needle, near);
    while (at >= 0 && after.length <= MOST_PLACES) {
      after.push(at);
      at = text.indexOf(needle, at + 1);
    }
    if (before.length > MOST_PLACES || after.length > MOST_PLACES) this.#isComplete = false;
    return [...before.reverse(), ...after];
  }
}
