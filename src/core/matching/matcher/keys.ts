/** Names as the units that they are looked for by. */
import { type Characters, NOTHING } from './characters';
import { composedText } from './composed';
import { inflected, mayInflect } from './slavic';

/** A unit of a key below this number stands for the endings of the paradigm with that number, less one. */
export const FIRST_LETTER = 0x20;

const SURROGATE = /\p{Surrogate}/u;
const PICTURE = /(?![©®™‼⁉])[\p{Extended_Pictographic}\p{Regional_Indicator}]/u;
const LETTER = /[\p{L}\p{N}]/gu;
const HAN = /\p{Script=Han}/u;
const SYMBOL = /(?![©®™])\p{S}/u;
const BEGINS_WITH_MARK = /^[\s\p{Cf}\p{Cc}]*\p{M}/u;
const WORDS = /([\p{L}\p{M}]+)/u;

/**
 * Whether a name can be looked for in a text: it has two letters or digits, a Han sign, a picture, or one letter
 * with a symbol (`C++`). One letter, or nothing but punctuation, is everywhere and means nothing.
 */
export function isSearchable(name: string): boolean {
  if (SURROGATE.test(name) || BEGINS_WITH_MARK.test(name)) return false;
  if (HAN.test(name) || PICTURE.test(name)) return true;
  const letters = name.match(LETTER)?.length ?? 0;
  return letters > 1 || (letters === 1 && SYMBOL.test(name));
}

/** What a name is compared as: one unit for each character, one space between words. */
export function keyOf(characters: Characters, name: string): string {
  return squeezed(folded(characters, name.normalize('NFC')));
}

/**
 * The key of a name in its other forms: each word that changes its ending is its stem and the unit of its
 * paradigm. `undefined` when no word does.
 */
export function inflectedKeyOf(
  characters: Characters,
  name: string,
  language?: string,
): string | undefined {
  if (!mayInflect(name, language)) return undefined;
  const parts = name
    .normalize('NFC')
    .replaceAll(/\p{Cf}/gu, '')
    .split(WORDS);
  const others = parts.map((part) => inflected(part, language));
  if (others.every((other) => other === undefined)) return undefined;
  const keys = parts.map((part, index) => {
    const other = others[index];
    if (other === undefined) return folded(characters, part);
    return folded(characters, other.stem) + String.fromCharCode(other.paradigm + 1);
  });
  return squeezed(keys.join(''));
}

function folded(characters: Characters, text: string): string {
  let units = '';
  const composed = composedText(text);
  for (let at = 0; at < composed.length; at += 1) {
    const unit = characters.fold(composed.charCodeAt(at));
    if (unit !== NOTHING) units += String.fromCharCode(unit);
  }
  return units;
}

function squeezed(key: string): string {
  return key.replaceAll(/ {2,}/g, ' ').replaceAll(/^ | $/g, '');
}
