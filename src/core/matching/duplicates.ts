/** Pairs of entities that may be one: candidates for merging, with why. */
import type { Entity } from '../model/records';
import { foldName, spacedWords } from './fold';
import { asciiWords, likeness, skeletonOf } from './spelling';

/** Two records that may be one. The pair is in the order of their ids. */
export interface Duplicate {
  readonly kind: 'entity' | 'event';
  readonly ids: readonly [string, string];
  /** From 0 to 1; only for ranking. */
  readonly score: number;
  /** Why, in words: `Both are called “Kyiv”`. */
  readonly reason: string;
}

/** Of the names that share one trait no more than these are compared: it says little. */
const MOST_ALIKE = 60;
/** What a pair of different types is worth of one of the same type; only the same name counts there. */
const OTHER_TYPE = 0.5;
/** Names with fewer consonants, or more, are not compared by them. */
const SHORTEST_SKELETON = 2;
const LONGEST_SKELETON = 60;
/** Of the letters of a name, as much must be in a name that it contains. */
const LEAST_CONTAINED = 0.5;
const SURNAME_TYPE = 'person';
const LINKING = new Set('of the and for in on de la le du des der die das und'.split(' '));

interface Name {
  readonly text: string;
  readonly key: string;
  readonly words: readonly string[];
}

interface Named {
  readonly entity: Entity;
  /** The name first, then the aliases; none that has no letter. */
  readonly names: readonly Name[];
}

/**
 * Pairs of entities that stand for themselves and that nobody has said to be two (`distinctFrom`), the
 * likeliest first. Records that link to different things of one knowledge base are two.
 */
export function duplicateEntities(entities: Iterable<Entity>): readonly Duplicate[] {
  const all = [...entities].filter(({ mergedInto }) => mergedInto === undefined).map(named);
  const found = new Pairs();
  byLink(all, found);
  bySameName(all, found);
  byInitials(all, found);
  bySpelling(all, found);
  byPart(all, found);
  return found.ranked();
}

function named(entity: Entity): Named {
  const texts = [entity.name, ...entity.aliases.map(({ text }) => text)];
  const names = texts.map((text) => ({ text, key: foldName(text), words: asciiWords(text) }));
  return { entity, names: names.filter(({ key }) => /[\p{L}\p{N}]/u.test(key)) };
}

/** The best reason of each pair. */
class Pairs {
  readonly #pairs = new Map<string, Duplicate>();

  add(a: Entity, b: Entity, score: number, reason: string): void {
    if (a.id === b.id || areSaidToBeTwo(a, b) || linkElsewhere(a, b)) return;
    const ids = a.id < b.id ? ([a.id, b.id] as const) : ([b.id, a.id] as const);
    const key = ids.join(' ');
    const known = this.#pairs.get(key);
    if (known !== undefined && known.score >= score) return;
    this.#pairs.set(key, { kind: 'entity', ids, score, reason });
  }

  ranked(): readonly Duplicate[] {
    return [...this.#pairs.values()].sort(byScore);
  }
}

/** The likeliest first, then by ids. */
export function byScore(a: Duplicate, b: Duplicate): number {
  if (a.score !== b.score) return b.score - a.score;
  return a.ids.join(' ') < b.ids.join(' ') ? -1 : 1;
}

/** Whether somebody decided that two records are not one. */
export function areSaidToBeTwo(
  a: { readonly id: string; readonly distinctFrom?: readonly string[] },
  b: { readonly id: string; readonly distinctFrom?: readonly string[] },
): boolean {
  return a.distinctFrom?.includes(b.id) === true || b.distinctFrom?.includes(a.id) === true;
}

function linkElsewhere(a: Entity, b: Entity): boolean {
  return Object.entries(a.links).some(
    ([key, id]) => Object.hasOwn(b.links, key) && b.links[key] !== id,
  );
}

function byLink(all: readonly Named[], found: Pairs): void {
  const blocks = new Blocks<Named>();
  for (const each of all) {
    for (const [key, id] of Object.entries(each.entity.links)) blocks.add(`${key} ${id}`, each);
  }
  blocks.eachPair((a, b, key) => {
    const base = key.slice(0, key.indexOf(' '));
    found.add(a.entity, b.entity, 1, `Both link to the same on ${base}`);
  });
}

function bySameName(all: readonly Named[], found: Pairs): void {
  const folded = new Blocks<readonly [Named, Name]>();
  const ascii = new Blocks<readonly [Named, Name]>();
  for (const each of all) {
    for (const name of each.names) {
      folded.add(name.key, [each, name]);
      if (name.words.join('').length > 1) ascii.add(name.words.join(' '), [each, name]);
    }
  }
  const typed = (a: Entity, b: Entity, score: number): number =>
    a.type === b.type ? score : score * OTHER_TYPE;
  folded.eachPair(([a, one], [b, other]) => {
    const names = one === a.names[0] && other === b.names[0];
    const score = typed(a.entity, b.entity, names ? 0.98 : 0.95);
    found.add(a.entity, b.entity, score, `Both are called “${one.text}”`);
  });
  ascii.eachPair(([a, one], [b, other]) => {
    if (one.key === other.key) return;
    const reason = `“${one.text}” and “${other.text}” are written alike in Latin letters`;
    found.add(a.entity, b.entity, typed(a.entity, b.entity, 0.9), reason);
  });
}

/** `V. Putin` and `Vladimir Putin`, `UN` and `United Nations`. */
function byInitials(all: readonly Named[], found: Pairs): void {
  const blocks = new Blocks<readonly [Named, Name]>();
  for (const each of all) {
    for (const name of each.names) {
      const { words } = name;
      const last = words.at(-1);
      if (words.length > 1 && last !== undefined && last.length > 1) {
        blocks.add(`${each.entity.type} ${last} ${words[0]?.[0] ?? ''}`, [each, name]);
      }
      const letters = acronymOf(name);
      if (letters !== undefined) blocks.add(`${each.entity.type} ${letters}`, [each, name]);
    }
  }
  blocks.eachPair(([a, one], [b, other]) => {
    const reason = `“${one.text}” may stand for “${other.text}”`;
    const back = `“${other.text}” may stand for “${one.text}”`;
    if (isShortOf(one, other)) found.add(a.entity, b.entity, 0.8, reason);
    else if (isShortOf(other, one)) found.add(a.entity, b.entity, 0.8, back);
  });
}

/** Of a name of capitals the letters, of one of several words their initials. */
function acronymOf({ text, words }: Name): string | undefined {
  const capitals = text.replaceAll('.', '');
  if (/^\p{Lu}{2,6}$/u.test(capitals)) return words.join('');
  const telling = words.filter((word) => !LINKING.has(word));
  return telling.length > 1 ? telling.map((word) => word[0] ?? '').join('') : undefined;
}

function isShortOf(short: Name, long: Name): boolean {
  const [a, b] = [short.words, long.words];
  if (/^(?:\p{Lu}\.?){2,6}$/u.test(short.text) && b.length > 1) {
    return acronymOf(long) === a.join('');
  }
  if (a.length !== b.length || a.length < 2 || a.join(' ') === b.join(' ')) return false;
  const isInitial = (word: string, at: number): boolean =>
    word === b[at] || (word.length === 1 && b[at]?.startsWith(word) === true);
  return a.every(isInitial) && a.at(-1) === b.at(-1);
}

/** `Zelensky` and `Zelenskyy`, `Kiev` and `Kyiv`, and names with one letter wrong. */
function bySpelling(all: readonly Named[], found: Pairs): void {
  const blocks = new Blocks<readonly [Named, Name]>();
  for (const each of all) {
    for (const name of each.names) {
      const skeleton = name.words.map(skeletonOf).join(' ');
      if (skeleton.length < SHORTEST_SKELETON || skeleton.length > LONGEST_SKELETON) continue;
      for (const key of new Set([skeleton, ...withoutOne(skeleton)])) {
        blocks.add(`${each.entity.type} ${key}`, [each, name]);
      }
    }
  }
  blocks.eachPair(([a, one], [b, other]) => {
    if (a === b || one.words.join(' ') === other.words.join(' ')) return;
    const like = likeness(one.words, other.words);
    if (like === 0) return;
    const reason = `“${one.text}” and “${other.text}” are spelled alike`;
    found.add(a.entity, b.entity, 0.4 + 0.4 * like, reason);
  });
}

/** For names of which one consonant was lost, changed or added. */
function withoutOne(skeleton: string): readonly string[] {
  if (skeleton.length < 4) return [];
  return Array.from(
    { length: skeleton.length },
    (_, at) => skeleton.slice(0, at) + skeleton.slice(at + 1),
  );
}

/** A surname alone where only one has it, or a name that is most of one other. */
function byPart(all: readonly Named[], found: Pairs): void {
  const longer = new Map<string, Named[]>();
  for (const each of all) {
    const words = each.names[0]?.words ?? [];
    const parts = new Set<string>();
    for (let length = 1; length < words.length && length < 4; length++) {
      parts.add(words.slice(0, length).join(' '));
      parts.add(words.slice(-length).join(' '));
    }
    for (const part of parts) {
      const key = `${each.entity.type} ${part}`;
      longer.set(key, [...(longer.get(key) ?? []).slice(0, 2), each]);
    }
  }
  for (const each of all) {
    const [name] = each.names;
    if (name === undefined || name.words.join('').length < 2) continue;
    const [only, ...others] = longer.get(`${each.entity.type} ${name.words.join(' ')}`) ?? [];
    if (only === undefined || others.length > 0 || only === each) continue;
    const whole = only.names[0]?.text ?? '';
    const isSurname = each.entity.type === SURNAME_TYPE && name.words.length === 1;
    const hasFullName = each.names.some(({ words }) => words.length > 1);
    if (isSurname && !hasFullName) {
      const reason = `“${name.text}” is part of “${whole}”, and of no other name of that type`;
      found.add(each.entity, only.entity, 0.6, reason);
      continue;
    }
    const share = name.words.join('').length / (only.names[0]?.words.join('').length ?? 1);
    if (isSurname || share < LEAST_CONTAINED || spacedWords(name.key) === '') continue;
    found.add(each.entity, only.entity, 0.3 + 0.2 * share, `“${whole}” contains “${name.text}”`);
  }
}

/** Things that have a trait in common, which are the only ones that are compared. */
class Blocks<T> {
  readonly #blocks = new Map<string, T[]>();

  add(key: string, item: T): void {
    const block = this.#blocks.get(key);
    if (block === undefined) this.#blocks.set(key, [item]);
    else if (block.length < MOST_ALIKE) block.push(item);
  }

  eachPair(visit: (a: T, b: T, key: string) => void): void {
    for (const [key, block] of this.#blocks) {
      for (const [index, a] of block.entries()) {
        for (const b of block.slice(index + 1)) visit(a, b, key);
      }
    }
  }
}
