/** Names made comparable: what differs only in case, accents, quotes, dashes or spaces has one key. */

/** Accents, Hebrew points and Arabic vowel signs; not the voicing marks of kana, nor Indic vowels. */
const MARKS =
  /(?!\p{Script_Extensions=Hiragana})(?=\p{Mn})[\p{Script=Inherited}\p{Script=Hebrew}\p{Script=Arabic}]/gu;
const INVISIBLE = /[\p{Cf}\p{Variation_Selector}]/gu;
/** The acute as an apostrophe; decomposed it would be a space with a mark. */
const ACUTE = /\u00b4/g;
const SINGLE_QUOTES = /[\u0060\u02b9\u02bb\u02bc\u02bd\u2018\u2019\u201a\u201b\u2032]/g;
const DOUBLE_QUOTES = /[\u00ab\u00bb\u201c-\u201f\u301d-\u301f]/g;
const DASHES = /[\u2010-\u2015\u2212]/g;

/** Letters with a stroke or joined, which Unicode does not decompose. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ς: 'σ',
};
const STROKED = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'g');

/** `’s` after a word, and a lone apostrophe after its plural. */
const POSSESSIVE = /(?:(?<=[\p{L}\p{N}])(?:'s)+'?|(?<=s)')(?![\p{L}\p{N}'])/gu;

/** The usual name, for which little has to be done. */
const PLAIN_WORDS = /^[A-Za-z0-9]+(?: [A-Za-z0-9]+)*$/;
const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/**
 * The key of a name for comparison: lower case, without accents, possessive `’s`, soft hyphens and
 * other invisible characters; compatibility forms, quotes and dashes as their plain ones; single spaces.
 * Not a name to show, and not of the length of the text. Folding a key gives the key.
 */
export function foldName(text: string): string {
  if (PLAIN_WORDS.test(text)) return text.toLowerCase();
  const key = folded(text);
  const bare = key.includes("'") ? key.replaceAll(POSSESSIVE, '') : key;
  return bare.replaceAll(/\s+/g, ' ').trim();
}

/** The words of a key, runs of letters and digits, with a space before and after each: ` xi jinping `. */
export function spacedWords(key: string): string {
  const words = PLAIN_WORDS.test(key) ? key : (key.match(WORD) ?? []).join(' ');
  return words === '' ? '' : ` ${words} `;
}

function folded(text: string): string {
  return text
    .replaceAll(ACUTE, "'")
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(SINGLE_QUOTES, "'")
    .replaceAll(DOUBLE_QUOTES, '"')
    .replaceAll(DASHES, '-')
    .replaceAll(INVISIBLE, '')
    .replaceAll(MARKS, '')
    .replaceAll(STROKED, (letter) => PLAIN[letter] ?? letter)
    .normalize('NFC');
}
