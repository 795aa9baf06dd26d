/** Whether a passage calls an entity by a name that its record does not have yet. */
import type { Entity } from '../model/records';
import { foldName } from './fold';

const POSSESSIVE = /(?:['’ʼ]s|(?<=s)['’ʼ])$/iu;

/**
 * The name to offer as an alias: the words on one line, without a possessive ending. `undefined` when the
 * record has it, apart from case, accents and the like, or when nothing is left.
 */
export function newAlias(
  entity: Pick<Entity, 'name' | 'aliases'>,
  words: string,
): string | undefined {
  const alias = nameForm(words);
  const key = foldName(alias);
  const known = [entity.name, ...entity.aliases.map(({ text }) => text)];
  return key === '' || known.some((name) => foldName(name) === key) ? undefined : alias;
}

/** The words of a passage as a name: on one line, without a possessive ending. */
export function nameForm(words: string): string {
  return words.replaceAll(/\s+/g, ' ').trim().replace(POSSESSIVE, '');
}
