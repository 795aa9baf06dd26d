/**
 * Names that are spelled much like others: in another transliteration or script, as initials, as a
 * handle, as a flag.
 */
import anyAscii from 'any-ascii';
import { foldName } from '../matching/fold';
import type { Entity } from '../model/records';
import { similarity } from '../text/similarity';
import { partsOf } from './personNames';

/** Shorter single words are like too many others. */
const SHORTEST_WORD = 6;
/** How alike, as letters of the Latin alphabet, names with the same consonants must be. */
const ALIKE = 0.65;

interface Spelling {
  readonly id: string;
  readonly ascii: string;
}

const LONGEST_NAME = 80;
const ACRONYM = /^(?:\p{Lu}\.?){2,6}$/u;
const HANDLE = /^@[\p{L}\p{N}_.]+$/u;
const FLAG = /^\p{RI}{2}$/u;
const FIRST_INDICATOR = 0x1f1e6;
const LETTER_A = 65;
/** Shorter parts of a handle are in too many others. */
const SHORTEST_IN_HANDLE = 5;

export class SimilarNames {
  readonly #bySkeleton = new Map<string, Spelling[]>();
  /** By initials, and by acronym without its full stops. */
  readonly #byInitials = new Map<string, Set<string>>();
  /** Entities that have an acronym among their names. */
  readonly #acronymous = new Set<string>();
  readonly #byKey = new Map<string, Set<string>>();

  /** The initials of persons say too little. */
  constructor(entities: Iterable<Entity>, isPerson: (entity: Entity) => boolean) {
    for (const entity of entities) {
      const { id, name, aliases } = entity;
      for (const text of [name, ...aliases.map((alias) => alias.text)]) {
        const initials = initialsOf(text);
        if (initials !== undefined && !isPerson(entity)) addTo(this.#byInitials, initials, id);
        if (ACRONYM.test(text)) this.#acronymous.add(id);
        addTo(this.#byKey, foldName(text), id);
        for (const part of partsOf(text)) addTo(this.#byKey, foldName(part.text), id);
        const spelling = spellingOf(text);
        if (spelling === undefined) continue;
        const { skeleton, ascii } = spelling;
        const known = this.#bySkeleton.get(skeleton);
        if (known === undefined) this.#bySkeleton.set(skeleton, [{ id, ascii }]);
        else known.push({ id, ascii });
      }
    }
  }

  /** Ids, each once, the most alike first; none for short single words. */
  to(words: string): readonly string[] {
    if (FLAG.test(words)) return [...(this.#byKey.get(foldName(regionOf(words))) ?? [])];
    if (HANDLE.test(words)) {
      return words.length > LONGEST_NAME ? [] : this.#inHandle(foldName(words.slice(1)));
    }
    const initials = initialsOf(words);
    const same = initials === undefined ? undefined : this.#withInitials(words, initials);
    return [...new Set([...(same ?? []), ...this.#spelledLike(words)])];
  }

  /** Acronyms of a phrase, phrases and acronyms of an acronym. */
  #withInitials(words: string, initials: string): readonly string[] {
    const ids = this.#byInitials.get(initials) ?? [];
    return ACRONYM.test(words) ? [...ids] : [...ids].filter((id) => this.#acronymous.has(id));
  }

  #inHandle(handle: string): readonly string[] {
    for (let length = handle.length; length >= SHORTEST_IN_HANDLE; length -= 1) {
      const found =
        this.#byKey.get(handle.slice(0, length)) ?? this.#byKey.get(handle.slice(-length));
      if (found !== undefined) return [...found];
    }
    return [];
  }

  #spelledLike(words: string): readonly string[] {
    const spelling = spellingOf(words);
    if (spelling === undefined) return [];
    const scores = new Map<string, number>();
    for (const { id, ascii } of this.#bySkeleton.get(spelling.skeleton) ?? []) {
      const score = similarity(ascii, spelling.ascii);
      if (score >= ALIKE) scores.set(id, Math.max(score, scores.get(id) ?? 0));
    }
    return [...scores].sort((a, b) => b[1] - a[1]).map(([id]) => id);
  }
}

function addTo(map: Map<string, Set<string>>, key: string, id: string): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, new Set([id]));
  else known.add(id);
}

/** "us" for "U.S.", "US" and "United States"; `undefined` for single words. */
function initialsOf(name: string): string | undefined {
  if (ACRONYM.test(name)) return name.replaceAll('.', '').toLowerCase();
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? [];
  const capitals = words.filter((word) => /^\p{Lu}\p{Ll}/u.test(word));
  if (capitals.length < 2 || name.length > LONGEST_NAME) return undefined;
  return capitals.map((word) => word.charAt(0).toLowerCase()).join('');
}

/** The English name of the region of a flag. */
function regionOf(flag: string): string {
  const letter = (offset: number): string =>
    String.fromCharCode((flag.codePointAt(offset) ?? 0) - FIRST_INDICATOR + LETTER_A);
  const code = letter(0) + letter(2);
  return new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' }).of(code) ?? code;
}

/** The consonants of each word, those alike as one: where transliterations agree. */
function spellingOf(name: string): (Omit<Spelling, 'id'> & { skeleton: string }) | undefined {
  const words =
    anyAscii(name.normalize('NFKC'))
      .toLowerCase()
      .match(/[a-z]+(?:'[a-z]+)*/g) ?? [];
  const ascii = words.join(' ').replaceAll("'", '');
  if (words.length === 0 || (words.length === 1 && ascii.length < SHORTEST_WORD)) return undefined;
  return { ascii, skeleton: words.map(consonantsOf).join(' ') };
}

function consonantsOf(word: string): string {
  const plain = word
    .replaceAll(/kh|gh/g, 'h')
    .replaceAll(/ph/g, 'f')
    .replaceAll(/ck|q|c(?!h)/g, 'k')
    .replaceAll(/tch|tsch/g, 'ch')
    .replaceAll('w', 'v');
  return (
    plain.slice(0, 1).replace(/[aeiouyj]/, 'a') +
    plain
      .slice(1)
      .replaceAll(/[aeiouyjh']/g, '')
      .replaceAll(/(.)\1+/g, '$1')
  );
}
