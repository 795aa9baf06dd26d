/** The names of all entities prepared for comparison, so that ranking them is only comparing. */
import type { Entity } from '../model/records';
import { foldName, spacedWords } from './fold';

/** A name or alias with what it is compared by. */
export interface PreparedName {
  readonly text: string;
  readonly key: string;
  /** The words of the key with a space before and after each; empty when it has none. */
  readonly words: string;
  /** Whether it is in a script that puts no spaces between words, or joins particles to names. */
  readonly unspaced: boolean;
}

export interface PreparedEntity {
  readonly entity: Entity;
  readonly name: PreparedName;
  readonly aliases: readonly PreparedName[];
  readonly idWords: string;
  readonly typeWords: string;
}

/** Thai, Lao, Burmese, Khmer, kana, Han, Hangul. */
const UNSPACED = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;

/**
 * The entities in alphabetical order of their folded names. Merged records are left out: the record that
 * took their place stands for them. A value: after a change build a new one from the entities and the
 * index there was, which keeps what is prepared for the records that are still the same objects.
 */
export class NameIndex implements Iterable<Entity> {
  readonly prepared: readonly PreparedEntity[];

  constructor(entities: Iterable<Entity>, previous?: NameIndex) {
    const known = new Map(previous?.prepared.map((entry) => [entry.entity, entry]));
    this.prepared = [...entities]
      .filter((entity) => entity.mergedInto === undefined)
      .map((entity) => known.get(entity) ?? prepare(entity))
      .sort(alphabetically);
  }

  *[Symbol.iterator](): Generator<Entity> {
    for (const { entity } of this.prepared) yield entity;
  }
}

export function prepareName(text: string): PreparedName {
  const key = foldName(text);
  return { text, key, words: spacedWords(key), unspaced: UNSPACED.test(key) };
}

function prepare(entity: Entity): PreparedEntity {
  return {
    entity,
    name: prepareName(entity.name),
    aliases: entity.aliases.map((alias) => prepareName(alias.text)),
    idWords: spacedWords(entity.id),
    typeWords: spacedWords(entity.type.toLowerCase()),
  };
}

function alphabetically(a: PreparedEntity, b: PreparedEntity): number {
  if (a.name.key !== b.name.key) return a.name.key < b.name.key ? -1 : 1;
  if (a.entity.id === b.entity.id) return 0;
  return a.entity.id < b.entity.id ? -1 : 1;
}
