/** Names that are spelled differently and sound alike, as transliterations of one name do. */
import anyAscii from 'any-ascii';

/** The words of a name in ASCII, lower case: accents and other scripts as `any-ascii` writes them. */
export function asciiWords(name: string): readonly string[] {
  const ascii = anyAscii(name.normalize('NFKC')).toLowerCase().replaceAll(/['`"]/g, '');
  return ascii.match(/[a-z0-9]+/g) ?? [];
}

/** What differs between spellings of one sound: `Kiev` and `Kyiv`, `Zelensky` and `Zelenskiy`. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/ph/g, 'f'],
  [/tsch|tch|ch|sch|sh|zh|ts|tz|cz/g, 's'],
  [/kh|gh|ck|[cq]/g, 'k'],
  [/x/g, 'ks'],
  [/w/g, 'v'],
  [/[zj]/g, 's'],
  [/d(?=t)/g, ''],
  [/[aeiouyh]/g, ''],
  [/(.)\1+/g, '$1'],
];

/** The consonants of a word, those that sound alike as one; what starts with a vowel keeps that there is one. */
export function skeletonOf(word: string): string {
  if (/[0-9]/.test(word)) return word;
  const sounds = SOUNDS.reduce((each, [pattern, by]) => each.replaceAll(pattern, by), word);
  if (sounds === '') return word;
  return /^[aeiouy]/.test(word) ? `a${sounds}` : sounds;
}

/** A word may differ by this share of its letters, all words together by the other. */
const WORD_SHARE = 0.3;
const NAME_SHARE = 0.2;

/** How alike two names of as many words are, 0 to 1; 0 when any two of their words are too far apart. */
export function likeness(one: readonly string[], other: readonly string[]): number {
  if (one.length !== other.length || one.length === 0) return 0;
  let distance = 0;
  let length = 0;
  for (const [index, word] of one.entries()) {
    const its = other[index] ?? '';
    if (word === its) {
      length += word.length;
      continue;
    }
    if (/[0-9]/.test(word + its)) return 0;
    const longest = Math.max(word.length, its.length);
    const apart = distanceOf(plainSound(word), plainSound(its));
    if (apart >= WORD_SHARE * longest) return 0;
    distance += apart;
    length += longest;
  }
  const share = distance / length;
  return share > NAME_SHARE ? 0 : 1 - share;
}

/** Letters that are two, or one of two for the same. */
function plainSound(word: string): string {
  return word
    .replaceAll('x', 'ks')
    .replaceAll('ph', 'f')
    .replaceAll('ck', 'k')
    .replaceAll('w', 'v');
}

const FRONT = new Set('eiyj');
const BACK = new Set('aou');

/** Edits between two words; those that only change a vowel, or double a letter, count less. */
function distanceOf(a: string, b: string): number {
  let before = rowOf(b);
  for (let i = 1; i <= a.length; i++) {
    const row = [(before[0] ?? 0) + gapCost(a, i - 1)];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (before[j - 1] ?? 0) + swapCost(a[i - 1] ?? '', b[j - 1] ?? '');
      const removed = (before[j] ?? 0) + gapCost(a, i - 1);
      const added = (row[j - 1] ?? 0) + gapCost(b, j - 1);
      row.push(Math.min(replaced, removed, added));
    }
    before = row;
  }
  return before[b.length] ?? 0;
}

function rowOf(word: string): number[] {
  const row = [0];
  for (let at = 0; at < word.length; at++) row.push((row[at] ?? 0) + gapCost(word, at));
  return row;
}

function swapCost(a: string, b: string): number {
  if (a === b) return 0;
  if (FRONT.has(a) && FRONT.has(b)) return 0.4;
  if (BACK.has(a) && BACK.has(b)) return 0.6;
  return (FRONT.has(a) || BACK.has(a)) && (FRONT.has(b) || BACK.has(b)) ? 0.9 : 1;
}

/** Of a letter that the other word lacks. */
function gapCost(word: string, at: number): number {
  const letter = word[at] ?? '';
  if (letter === word[at - 1] || letter === 'h') return 0.3;
  if (FRONT.has(letter)) return FRONT.has(word[at - 1] ?? '') ? 0.3 : 0.7;
  return BACK.has(letter) ? 0.8 : 1.2;
}
