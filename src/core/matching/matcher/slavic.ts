/** How Slavic names change their endings: a stem, and the endings that may follow it. */

interface Paradigm {
  /** How words of this kind end in a list of names. */
  readonly from: RegExp;
  /** How much of the word is not its stem, in letters. */
  readonly cut: number;
  /** Every ending that may follow the stem, that of the list included. */
  readonly endings: string;
}

/** The first that fits. For names in Ukrainian, Russian, Bulgarian and other languages in Cyrillic. */
const CYRILLIC: readonly Paradigm[] = [
  {
    from: /(?:ий|ій|ый|ой)$/,
    cut: 2,
    endings:
      'ий ій ый ой ого его ього ому ему ьому им ім ым ом ем ия ию ием ии ія ію ієм ієві ії ият',
  },
  { from: /(?:ые|ие)$/, cut: 2, endings: 'ые ие ых их ым им ыми ими' },
  { from: /(?:ая|яя)$/, cut: 2, endings: 'ая яя ой ей ую юю ою ею' },
  { from: /[ая]$/, cut: 1, endings: 'а я ы и і ї е є у ю ой ою ей єй ею єю ій ої ом о' },
  { from: /о$/, cut: 1, endings: 'о а у ом ові і и е' },
  { from: /е$/, cut: 1, endings: 'е я ю ем і и' },
  { from: /й$/, cut: 1, endings: 'й я ю ем єм ём еві єві е є и ї' },
  { from: /ь$/, cut: 1, endings: 'ь я ю ем ём еві ом у е и і ью' },
  { from: /[ыи]$/, cut: 1, endings: 'ы и ов ев ів їв ей ам ям ами ями ах ях' },
  { from: /і$/, cut: 1, endings: 'і их им ими ів ам ами ах' },
  {
    from: /[бвгґджзклмнпрстфхцчшщѓќљњћђџ]$/,
    cut: 0,
    endings: ' а у ом ем ым им ім е і и ові еві ът',
  },
];

/** For names that are said to be in one of `LATIN_LANGUAGES`. */
const LATIN: readonly Paradigm[] = [
  {
    from: /(?:[kdg]i|y|ý|í)$/,
    cut: 1,
    endings: 'i y ý í ego iego ého ího oga og emu iemu ému ímu om ome im ym ým ím em',
  },
  { from: /a$/, cut: 1, endings: 'a y i ie e u ę ą o ou ě ové om oj ji ej' },
  {
    from: /o$/,
    cut: 1,
    endings: 'o a u om em owi ovi ie i ę ą',
  },
  {
    from: /[bcćčdďđfghjklłmnńňprřsśštťvwzźżž]$/,
    cut: 0,
    endings: ' a u owi ovi em iem om ie e ě i y ů ów ové',
  },
];

const LATIN_LANGUAGES: ReadonlySet<string> = new Set(['pl', 'cs', 'sk', 'hr', 'bs', 'sl', 'sr']);
const CYRILLIC_LETTER = /\p{Script=Cyrillic}/u;
const CYRILLIC_WORD = /^\p{Script=Cyrillic}+$/u;
const LATIN_WORD = /^\p{Script=Latin}+$/u;
/** Shorter stems are too often stems of other words. */
const SHORTEST_STEM = 3;

/** Longest ending, in letters. */
export const LONGEST_ENDING = 5;

/** A word as it is looked for in its other forms: its stem, and which `ENDINGS` may follow. */
export interface Inflected {
  readonly stem: string;
  readonly paradigm: number;
}

/** The endings of every paradigm, by its number. */
export const ENDINGS: readonly (readonly string[])[] = [...CYRILLIC, ...LATIN].map(({ endings }) =>
  endings.split(' '),
);

/** Whether a name has words that change; `false` is certain. */
export function mayInflect(name: string, language?: string): boolean {
  return CYRILLIC_LETTER.test(name) || isLatinLanguage(language);
}

/**
 * `undefined` for words that are not inflected: of other scripts and languages, abbreviations, short ones.
 * `language` is a BCP 47 tag; words in Cyrillic need none.
 */
export function inflected(word: string, language?: string): Inflected | undefined {
  const lower = word.normalize('NFC').toLowerCase();
  if (word === word.toUpperCase()) return undefined;
  if (CYRILLIC_WORD.test(lower)) return fit(lower, word, CYRILLIC, 0);
  return isLatinLanguage(language) && LATIN_WORD.test(lower)
    ? fit(lower, word, LATIN, CYRILLIC.length)
    : undefined;
}

function isLatinLanguage(language: string | undefined): boolean {
  return LATIN_LANGUAGES.has(language?.split('-')[0]?.toLowerCase() ?? '');
}

function fit(
  lower: string,
  word: string,
  paradigms: readonly Paradigm[],
  first: number,
): Inflected | undefined {
  const index = paradigms.findIndex(({ from }) => from.test(lower));
  const cut = paradigms[index]?.cut;
  if (cut === undefined || lower.length - cut < SHORTEST_STEM) return undefined;
  return { stem: word.normalize('NFC').slice(0, lower.length - cut), paradigm: first + index };
}
