/** Whose names the keys are. */
import { type Casing, fits } from './casing';
import type { Candidate } from './candidates';
import type { NameHit } from './nameMatcher';

/** One name as it is looked for. */
export interface KeyedName {
  readonly key: string;
  readonly id: string;
  readonly casing: Casing;
  readonly isInflected: boolean;
}

export class Owners {
  /** In the order of their units, each once; a key is known by its place here. */
  readonly keys: readonly string[];
  /** Which names each key has, in the order given. */
  readonly #names: readonly (readonly number[])[];
  readonly #ids: readonly string[];
  readonly #casings: readonly Casing[];
  /** By key: whether it is one of inflected forms, and whether the case of the text matters. */
  readonly #isInflected: Uint8Array;
  readonly #isCased: Uint8Array;
  /** By key, where the case does not matter: made once. */
  readonly #allIds: (readonly string[] | undefined)[];

  constructor(names: readonly KeyedName[]) {
    const byKey = new Map<string, number[]>();
    for (const [number, { key }] of names.entries()) {
      const others = byKey.get(key);
      if (others === undefined) byKey.set(key, [number]);
      else others.push(number);
    }
    this.keys = [...byKey.keys()].sort();
    this.#names = this.keys.map((key) => byKey.get(key) ?? []);
    this.#ids = names.map(({ id }) => id);
    this.#casings = names.map(({ casing }) => casing);
    const isAny = (test: (name: KeyedName | undefined) => boolean): Uint8Array =>
      Uint8Array.from(this.#names, (all) => (all.some((each) => test(names[each])) ? 1 : 0));
    this.#isInflected = isAny((name) => name?.isInflected === true);
    this.#isCased = isAny((name) => name?.casing !== 'any');
    this.#allIds = Array.from(this.keys, () => undefined);
  }

  /** Whether the text writes one of the names of the key in a case in which it is meant. */
  isMeant(key: number, text: string, start: number, end: number): boolean {
    if (this.#isCased[key] === 0) return true;
    const words = text.slice(start, end);
    return this.#names[key]?.some((each) => fits(this.#casings[each] ?? 'any', words)) === true;
  }

  /** What stands at a place where one key does, or several: then those that stand there exactly count. */
  hit(text: string, first: Candidate, same: readonly Candidate[] = [first]): NameHit {
    const { start, end } = first;
    const exact = same.filter((each) => this.#isExact(each));
    const form = exact.length > 0 ? 'exact' : 'inflected';
    const counted = exact.length > 0 ? exact : same;
    if (counted.length === 1)
      return { start, end, form, ids: this.#idsOf(text, counted[0] ?? first) };
    return {
      start,
      end,
      form,
      ids: this.#idsFor(counted.flatMap((each) => this.#meant(text, each))),
    };
  }

  #isExact({ key, isJoined }: Candidate): boolean {
    return !isJoined && this.#isInflected[key] === 0;
  }

  #idsOf(text: string, candidate: Candidate): readonly string[] {
    const { key } = candidate;
    const known = this.#allIds[key];
    if (known !== undefined) return known;
    const ids = this.#idsFor(this.#meant(text, candidate));
    if (this.#isCased[key] === 0 || this.#names[key]?.length === 1) this.#allIds[key] = ids;
    return ids;
  }

  #idsFor(numbers: readonly number[]): readonly string[] {
    const sorted = [...numbers].sort((a, b) => a - b);
    return [...new Set(sorted.map((number) => this.#ids[number] ?? ''))];
  }

  #meant(text: string, { key, start, end }: Candidate): readonly number[] {
    const words = text.slice(start, end);
    const all = this.#names[key] ?? [];
    return all.filter((number) => fits(this.#casings[number] ?? 'any', words));
  }
}
