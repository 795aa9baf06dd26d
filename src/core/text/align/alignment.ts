/** Which token of an old text is which of a new one, as it is found out piece by piece. */
import { neighboursOf, type Neighbours } from './neighbours';
import type { Region, Run } from './runs';
import type { Tokens } from './tokens';

/**
 * Grows by `claim`: a token belongs to one of the other text at most. Tokens that nothing has
 * claimed are free; `freeOld` and `freeNew` have their ids, and -1 for the others.
 */
export class Alignment {
  readonly old: Tokens;
  readonly now: Tokens;
  readonly freeOld: Int32Array;
  readonly freeNew: Int32Array;
  /** Token of the new text for each of the old one; -1 for none. */
  readonly toNew: Int32Array;
  readonly toOld: Int32Array;
  /** Like `toNew`, for tokens whose letters changed. */
  readonly changed: Int32Array;
  /** 1 for tokens that could as well belong to an equal row of tokens next to theirs. */
  readonly doubtful: Uint8Array;

  /** Where each token of the old side was in the old text, in characters. */
  readonly places: Int32Array;
  /** 1 for tokens of rows that stand once in both texts: they show where their neighbours belong. */
  readonly solid: Uint8Array;
  /** Whether the old side is all of the old text. */
  readonly isWhole: boolean;
  #hasSolid: boolean | undefined;
  #neighbours: Neighbours | undefined;

  constructor(old: Tokens, now: Tokens, places?: Int32Array) {
    this.places = places ?? old.starts;
    this.solid = new Uint8Array(old.ids.length);
    this.isWhole = places === undefined;
    this.old = old;
    this.now = now;
    this.freeOld = old.ids.slice();
    this.freeNew = now.ids.slice();
    this.toNew = new Int32Array(old.ids.length).fill(-1);
    this.toOld = new Int32Array(now.ids.length).fill(-1);
    this.changed = new Int32Array(old.ids.length).fill(-1);
    this.doubtful = new Uint8Array(old.ids.length);
  }

  /** Whether there is any solid token. */
  get hasSolid(): boolean {
    return (this.#hasSolid ??= this.solid.includes(1));
  }

  /** What stands beside what, as long as nothing more is claimed after the first time it is asked for. */
  get neighbours(): Neighbours {
    return (this.#neighbours ??= neighboursOf(this.toNew, this.solid));
  }

  /** Both texts as wholes. */
  get all(): Region {
    return { oldFrom: 0, oldTo: this.old.ids.length, newFrom: 0, newTo: this.now.ids.length };
  }

  claim({ old, now, length }: Run): void {
    for (let index = 0; index < length; index += 1) {
      this.toNew[old + index] = now + index;
      this.toOld[now + index] = old + index;
      this.freeOld[old + index] = -1;
      this.freeNew[now + index] = -1;
    }
  }

  /** Takes back what one token was claimed for. */
  release(old: number): void {
    const now = this.toNew[old] ?? -1;
    if (now < 0) return;
    this.toNew[old] = -1;
    this.toOld[now] = -1;
    this.freeOld[old] = this.old.ids[old] ?? -1;
    this.freeNew[now] = this.now.ids[now] ?? -1;
  }

  /** Whether these two are free and read the same. */
  fits(old: number, now: number): boolean {
    const id = this.freeOld[old] ?? -1;
    return id >= 0 && id === this.freeNew[now];
  }

  /** Claims equal tokens from the start of the region and then from its end; gives what is left. */
  trim({ oldFrom, oldTo, newFrom, newTo }: Region): Region {
    let head = 0;
    while (oldFrom + head < oldTo && newFrom + head < newTo) {
      if (!this.fits(oldFrom + head, newFrom + head)) break;
      head += 1;
    }
    this.claim({ old: oldFrom, now: newFrom, length: head });
    let tail = 0;
    while (oldTo - tail > oldFrom + head && newTo - tail > newFrom + head) {
      if (!this.fits(oldTo - tail - 1, newTo - tail - 1)) break;
      tail += 1;
    }
    this.claim({ old: oldTo - tail, now: newTo - tail, length: tail });
    return {
      oldFrom: oldFrom + head,
      oldTo: oldTo - tail,
      newFrom: newFrom + head,
      newTo: newTo - tail,
    };
  }
}
