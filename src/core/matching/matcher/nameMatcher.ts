/** Finds the names and aliases of the project in a text. */
import type { Span } from '../../text/span';
import { Beginnings } from './beginnings';
import { LongestFirst } from './candidates';
import { casingOf } from './casing';
import { Characters, type MatchOptions } from './characters';
import { ComposedText } from './composed';
import { Edges } from './edges';
import { inflectedKeyOf, isSearchable, keyOf } from './keys';
import { type KeyedName, Owners } from './owners';
import { koreanParticles } from './particles';
import { Scanner, type Scanned } from './scanner';
import { ENDINGS } from './slavic';
import { Trie } from './trie';

/** A name or alias of an entity. Several names may have one text, and several ids one name. */
export interface Name {
  readonly text: string;
  /** The id of the entity. */
  readonly id: string;
  /** BCP 47 tag. */
  readonly language?: string;
}

export interface NameHit extends Span {
  /** Distinct, in the order in which the names were given. */
  readonly ids: readonly string[];
  /** `inflected`: with a Korean particle after it, or another Slavic ending; less sure. */
  readonly form: 'exact' | 'inflected';
}

/**
 * Looks for all names at once. A value: after a change of the names make a new one.
 *
 * A name is found as a whole word, by the script of its first and last character: letters of an alphabet need
 * something else beside them, Hangul too but for a particle after it, Han and kana need nothing. Case does
 * not matter, but see `casingOf`; neither do accents, the kind of quotes and dashes, or how characters are put
 * together. A space of a name is any run of spaces with at most one line break, a hyphen, or a soft hyphen; a
 * line may break after a hyphen. Soft hyphens and other invisible characters inside a word are not there. A
 * possessive `’s` is not part of what is found. All of a name is literal.
 */
export class NameMatcher {
  /** Names that are never looked for, because they are not searchable. */
  readonly ignored: readonly Name[];
  readonly #owners: Owners;
  readonly #scanned: Scanned;

  constructor(names: Iterable<Name>, options: MatchOptions = {}) {
    const characters = new Characters(options);
    const ignored: Name[] = [];
    const keyed: KeyedName[] = [];
    for (const name of names) {
      const key = isSearchable(name.text) ? keyOf(characters, name.text) : '';
      if (key === '') {
        ignored.push(name);
        continue;
      }
      const casing = options.matchCase === true ? 'any' : casingOf(name.text);
      keyed.push({ key, id: name.id, casing, isInflected: false });
      const other = inflectedKeyOf(characters, name.text, name.language);
      if (other !== undefined) keyed.push({ key: other, id: name.id, casing, isInflected: true });
    }
    this.ignored = ignored;
    this.#owners = new Owners(keyed);
    const trie = new Trie(this.#owners.keys);
    this.#scanned = {
      trie,
      characters,
      beginnings: new Beginnings(trie, characters),
      edges: new Edges(characters, koreanParticles()),
      endings: ENDINGS.map((each) => new Set(each.map((ending) => keyOf(characters, ending)))),
      isMeant: (key, text, start, end) => this.#owners.isMeant(key, text, start, end),
    };
  }

  /**
   * In the order of the text, none overlapping another: of those that overlap the longest, of equally long ones
   * the first. With `within` only those inside of it, but whole words of the whole text.
   */
  hits(text: string, within: Span = { start: 0, end: text.length }): readonly NameHit[] {
    const hits: NameHit[] = [];
    const chosen = new LongestFirst((first, same) => {
      hits.push(this.#owners.hit(text, first, same));
    });
    const plain = new Scanner(this.#scanned, text, within, (each) => {
      chosen.add(each);
    });
    if (plain.scan(false)) {
      chosen.flush();
      return hits;
    }
    return this.#hitsComposed(text, within);
  }

  /** As `hits`, for a text with characters that have to be put together first. */
  #hitsComposed(text: string, within: Span): readonly NameHit[] {
    const hits: NameHit[] = [];
    const chosen = new LongestFirst((first, same) => {
      hits.push(this.#owners.hit(text, first, same));
    });
    const composed = new ComposedText(text);
    const place = { start: composed.composed(within.start), end: composed.composed(within.end) };
    const scanner = new Scanner(this.#scanned, composed.text, place, ({ start, end, ...each }) => {
      const span = { start: composed.original(start), end: composed.original(end) };
      if (span.end <= within.end) chosen.add({ ...span, ...each });
    });
    scanner.scan(true);
    chosen.flush();
    return hits;
  }
}
