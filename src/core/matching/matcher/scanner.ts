/** Goes over a text once and finds every place where a key stands as a whole name. */
import type { Span } from '../../text/span';
import { type Beginnings, KIND, UNKNOWN_ACTION, WHOLE } from './beginnings';
import type { Candidate } from './candidates';
import {
  type Characters,
  COMPOSING,
  HANGUL,
  HYPHEN,
  NOTHING,
  SKIPPED,
  SOFT_HYPHEN,
  SPACE,
  UNKNOWN_FOLD,
  WORD,
  DROPPED,
  MARK,
} from './characters';
import type { Edges } from './edges';
import { gapAt } from './gaps';
import { FIRST_LETTER } from './keys';
import { LONGEST_ENDING } from './slavic';
import { DEAD, ROOT, type Trie } from './trie';

/** What is looked for. */
export interface Scanned {
  readonly trie: Trie;
  readonly beginnings: Beginnings;
  readonly characters: Characters;
  readonly edges: Edges;
  /** The endings of each paradigm, folded. */
  readonly endings: readonly ReadonlySet<string>[];
  /** Whether the text writes a key there in a case in which it is meant. */
  readonly isMeant: (key: number, text: string, start: number, end: number) => boolean;
}

/** Where a name may go on as well; it may not end in the gap that it has come through. */
interface Way {
  readonly place: number;
  readonly at: number;
  readonly mayEnd: boolean;
}

/** One text and the part of it that is looked at. */
export class Scanner {
  readonly #scanned: Scanned;
  readonly #text: string;
  readonly #within: Span;
  readonly #take: (candidate: Candidate) => void;
  readonly #ways: Way[] = [];

  /** `take` gets what is found, in the order of starts. */
  constructor(scanned: Scanned, text: string, within: Span, take: (candidate: Candidate) => void) {
    this.#scanned = scanned;
    this.#text = text;
    this.#within = within;
    this.#take = take;
  }

  /** `false`, and not done, at a character that has to be put together first; `isComposed` when that has been done. */
  scan(isComposed: boolean): boolean {
    const { beginnings, edges } = this.#scanned;
    const { actions } = beginnings;
    const text = this.#text;
    const { start, end } = this.#within;
    let before = edges.kindBefore(text, start);
    for (let at = start; at < end; at += 1) {
      const code = text.charCodeAt(at);
      let action = actions[code] ?? 0;
      if (action === UNKNOWN_ACTION) action = beginnings.action(code);
      const kind = action & KIND;
      if (kind === WORD) {
        if (before !== WORD && action !== WORD) this.#beginWord(at, code, action);
        do at += 1;
        while (
          // What is not known yet is no `WORD` in these bits.
          at < end &&
          ((actions[text.charCodeAt(at)] ?? 0) & KIND) === WORD
        );
        at -= 1;
        before = WORD;
      } else if (kind <= HANGUL) {
        if (action !== kind && (kind !== HANGUL || before !== HANGUL))
          this.#begin(at, code, action);
        before = kind;
      } else if (kind === COMPOSING && !isComposed) return false;
    }
    return true;
  }

  /** With three letters that no name begins with there is nothing to look up. */
  #beginWord(at: number, code: number, action: number): void {
    const { beginnings, characters } = this.#scanned;
    const { actions } = beginnings;
    const { folds } = characters;
    if (at + 2 < this.#text.length) {
      const second = this.#text.charCodeAt(at + 1);
      const third = this.#text.charCodeAt(at + 2);
      const areLetters =
        ((actions[second] ?? 0) & KIND) === WORD && ((actions[third] ?? 0) & KIND) === WORD;
      if (
        areLetters &&
        !beginnings.mayBegin(folds[code] ?? 0, folds[second] ?? 0, folds[third] ?? 0)
      ) {
        return;
      }
    }
    this.#begin(at, code, action);
  }

  #begin(at: number, code: number, action: number): void {
    const { beginnings, characters } = this.#scanned;
    if ((action & WHOLE) === 0 && at + 1 < this.#text.length) {
      const first = characters.fold(code);
      const second = characters.fold(this.#text.charCodeAt(at + 1));
      const place = beginnings.after(first, second);
      if (second !== NOTHING && second !== SPACE && second !== HYPHEN && first !== HYPHEN) {
        if (place !== DEAD) this.#follow(place, at, at + 2);
        return;
      }
      const isNone = place === DEAD && beginnings.after(first, SPACE) === DEAD;
      if (isNone && second !== NOTHING && first !== HYPHEN) return;
    }
    this.#follow(ROOT, at, at);
  }

  /** All names that begin at `start` and have come to `place` in the tree, up to `at` in the text. */
  #follow(place: number, start: number, at: number): void {
    this.#walk(place, start, at, true);
    for (let way = this.#ways.pop(); way !== undefined; way = this.#ways.pop()) {
      this.#walk(way.place, start, way.at, way.mayEnd);
    }
  }

  /** The straight way; others that branch off from it are kept for later. */
  #walk(from: number, start: number, begin: number, mayEndThere: boolean): void {
    const { trie, characters } = this.#scanned;
    const { folds } = characters;
    const text = this.#text;
    let place = from;
    let at = begin;
    let mayEnd = mayEndThere;
    while (place !== DEAD) {
      if (mayEnd) {
        const key = trie.keyAt(place);
        if (key >= 0) this.#end(key, start, at);
        const least = trie.leastAfter(place);
        if (least < FIRST_LETTER) {
          if (least === NOTHING) return;
          this.#inflect(place, at);
        }
      }
      if (at >= text.length) return;
      mayEnd = true;
      const code = text.charCodeAt(at);
      let unit = folds[code] ?? NOTHING;
      if (unit === UNKNOWN_FOLD) unit = characters.fold(code);
      if (unit === SPACE) {
        const { end, breaks } = gapAt(characters, text, at);
        if (breaks > 1) return;
        at = end;
        place = trie.after(place, SPACE);
      } else if (unit === NOTHING) {
        // Of several in a row the first: the way from there goes past the others.
        if (code === SOFT_HYPHEN && text.charCodeAt(at - 1) !== SOFT_HYPHEN) {
          this.#branch(trie.after(place, SPACE), at + 1, false);
        }
        at += 1;
        mayEnd = false;
      } else {
        if (unit === HYPHEN) this.#branchAtHyphen(place, at);
        at += 1;
        place = trie.after(place, unit);
      }
    }
  }

  #branch(place: number, at: number, mayEnd: boolean): void {
    if (place !== DEAD) this.#ways.push({ place, at, mayEnd });
  }

  /** A hyphen may be the space of a name, and a line break after it is nothing. */
  #branchAtHyphen(place: number, at: number): void {
    const { trie, characters } = this.#scanned;
    const spaced = trie.after(place, SPACE);
    this.#branch(spaced, at + 1, false);
    const { end, breaks } = gapAt(characters, this.#text, at + 1);
    if (breaks !== 1) return;
    this.#branch(spaced, end, false);
    this.#branch(trie.after(place, HYPHEN), end, false);
  }

  /** Other endings of the word that has come to `place`, which has to end after them. */
  #inflect(place: number, from: number): void {
    const { trie, characters, endings } = this.#scanned;
    let end = from;
    let ending = '';
    for (let at = from; at < this.#text.length; at += 1) {
      const code = this.#text.charCodeAt(at);
      const kind = characters.kind(code);
      if (kind !== WORD && kind !== MARK && kind !== DROPPED && kind !== SKIPPED) break;
      const unit = characters.fold(code);
      if (unit === NOTHING) continue;
      if (ending.length === LONGEST_ENDING) return;
      ending += String.fromCharCode(unit);
      end = at + 1;
    }
    for (const [paradigm, after] of trie.edgesOf(place)) {
      if (paradigm >= FIRST_LETTER) return;
      if (endings[paradigm - 1]?.has(ending) === true) this.#branch(after, end, true);
    }
  }

  #end(key: number, start: number, at: number): void {
    const { edges, isMeant } = this.#scanned;
    const text = this.#text;
    const end = edges.withAccents(text, at);
    if (end > this.#within.end) return;
    const how = edges.endsAt(text, start, end);
    if (how === 'no' || !isMeant(key, text, start, end)) return;
    this.#take({ start, end, key, isJoined: how === 'joined' });
  }
}
