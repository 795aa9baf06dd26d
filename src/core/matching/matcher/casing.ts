/** When a name that is a single word is meant, although the text writes it in another case. */

/**
 * `any`: never asked about. `capital`: the first letter must be a capital. `capitals`: every letter
 * must be.
 */
export type Casing = 'any' | 'capital' | 'capitals';

/** `US`, `WHO`, `IT` are words of their own in another case; `Nato` is `NATO`. */
const LONGEST_ALL_CAPITALS = 3;

/**
 * A name that is one word, capitalised or in capitals, may be an ordinary word in lower case (`West`, `Small`,
 * `AID`), and a short one in capitals also at the start of a sentence (`US`, `WHO`). Names of several words,
 * with digits, signs or a capital inside, and names in lower case are known in any case.
 */
export function casingOf(name: string): Casing {
  if (!ONE_WORD.test(name)) return 'any';
  const [first = '', ...rest] = name.replaceAll(/\p{M}/gu, '');
  if (!/[\p{Lu}\p{Lt}]/u.test(first)) return 'any';
  if (rest.every((letter) => /\p{Lu}/u.test(letter))) {
    return rest.length < LONGEST_ALL_CAPITALS ? 'capitals' : 'capital';
  }
  return rest.every((letter) => !/[\p{Lu}\p{Lt}]/u.test(letter)) ? 'capital' : 'any';
}

/** `words` begin with a letter. */
export function fits(casing: Casing, words: string): boolean {
  if (casing === 'any') return true;
  if (casing === 'capitals') return words.toUpperCase() === words;
  const first = words.charAt(0);
  return first.toLowerCase() !== first;
}

const ONE_WORD = /^[\p{L}\p{M}]+$/u;
