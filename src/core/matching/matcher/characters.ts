/** What the matcher sees in a character: what it is compared as, and what it does to words. */

export interface MatchOptions {
  /** Whether `putin` and `Putin` differ. Off unless set. */
  readonly matchCase?: boolean;
  /** Whether `Łódź` and `Lodz` differ. Off unless set. */
  readonly matchAccents?: boolean;
}

/** Punctuation, symbols, spaces: no part of a word. */
export const OTHER = 0;
/** Letters and digits of alphabets, which are one word when they stand side by side. */
export const WORD = 1;
/** Letters of scripts without spaces between words: every one may begin or end a name. */
export const FREE = 2;
export const HANGUL = 3;
/** Goes with what stands before it: vowel signs, the second half of a surrogate pair. */
export const MARK = 4;
/** Not there: soft hyphens, joiners, direction marks. */
export const SKIPPED = 5;
/** An accent that is not compared, but belongs to the letter before it. */
export const DROPPED = 6;
/** Makes one character with what stands before it, which has to be put together first. */
export const COMPOSING = 7;

export const SPACE = 0x20;
export const HYPHEN = 0x2d;
export const SOFT_HYPHEN = 0xad;
/** What invisible and dropped characters are compared as: nothing. */
export const NOTHING = 0;

/** In the tables: not filled yet. */
const UNKNOWN_KIND = 0xff;
export const UNKNOWN_FOLD = 0xffff;
const PAGE = 0x40;

/** Signs and syllables that are all alike. */
const [FIRST_HAN, LAST_HAN] = [0x4e00, 0x9fff];
const [FIRST_SYLLABLE, LAST_SYLLABLE] = [0xac00, 0xd7a3];
const [FIRST_SURROGATE, LAST_SURROGATE] = [0xd800, 0xdfff];

/** Whitespace, and the space of no width, but not the mark of byte order. */
const WHITE = /(?!\ufeff)[\s\u0085\u200b]/;
const INVISIBLE = /[\p{Cf}\p{Cc}\u034f]/u;
const VARIANT = /\p{Variation_Selector}/u;
const SINGLE_QUOTES = /[\u0060\u00b4\u02b9\u02bb-\u02bd\u2018-\u201b\u2032\uff07]/;
const DOUBLE_QUOTES = /[\u00ab\u00bb\u201c-\u201f\u301d-\u301f\uff02]/;
const DASHES = /[\u2010-\u2013\u2212\ufe63\uff0d]/;

/** Accents, Hebrew points and Arabic vowel signs; not the voicing marks of kana, nor Indic vowels. */
const ACCENT =
  /(?!\p{Script_Extensions=Hiragana})(?=\p{Mn})[\p{Script=Inherited}\p{Script=Hebrew}\p{Script=Arabic}]/u;
/** Letters with a stroke, which Unicode does not decompose. */
const PLAIN: Readonly<Record<string, string>> = { ø: 'o', ł: 'l', đ: 'd', ð: 'd', ħ: 'h', ı: 'i' };

const FREE_LETTERS =
  /(?=[\p{L}\p{N}])[\p{Script=Han}\p{Script=Bopomofo}\p{Script_Extensions=Hiragana}\p{Script_Extensions=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const HANGUL_LETTERS = /(?=\p{L})\p{Script=Hangul}/u;
const ALPHABETIC = /[\p{L}\p{N}\p{Pc}]/u;

/** The vowels and last consonants of Hangul syllables in parts. */
const JAMO_AFTER = /[\u1161-\u1175\u11a8-\u11c2]/;

/**
 * Tables over all UTF-16 code units, filled by pages when they are asked for. Each unit is compared as one unit;
 * characters outside the Basic Multilingual Plane as they are.
 */
export class Characters {
  /** What each unit is compared as, or `UNKNOWN_FOLD`: for loops that cannot wait for `fold`. */
  readonly folds = new Uint16Array(0x10000).fill(UNKNOWN_FOLD);
  /** Likewise for `kind`, or `UNKNOWN_KIND`. */
  readonly kinds = new Uint8Array(0x10000).fill(UNKNOWN_KIND);
  readonly #options: MatchOptions;

  constructor(options: MatchOptions = {}) {
    this.#options = options;
  }

  /** The unit that `code` is compared as. */
  fold(code: number): number {
    const folded = this.folds[code] ?? NOTHING;
    return folded === UNKNOWN_FOLD ? this.#filled(this.folds, code) : folded;
  }

  kind(code: number): number {
    const kind = this.kinds[code] ?? OTHER;
    return kind === UNKNOWN_KIND ? this.#filled(this.kinds, code) : kind;
  }

  #filled(table: Uint16Array | Uint8Array, code: number): number {
    this.#fill(code);
    return table[code] ?? NOTHING;
  }

  #fill(code: number): void {
    const first = code - (code % PAGE);
    for (let each = first; each < first + PAGE; each += 1) {
      const kind = this.#kindOf(each);
      this.kinds[each] = kind;
      this.folds[each] = kind === SKIPPED || kind === DROPPED ? NOTHING : this.#foldOf(each);
    }
  }

  #kindOf(code: number): number {
    if (code >= FIRST_HAN && code <= LAST_HAN) return FREE;
    if (code >= FIRST_SYLLABLE && code <= LAST_SYLLABLE) return HANGUL;
    if (code >= FIRST_SURROGATE && code <= LAST_SURROGATE) return kindOfSurrogate(code);
    const text = String.fromCharCode(code);
    if (WHITE.test(text)) return OTHER;
    if (INVISIBLE.test(text)) return SKIPPED;
    if (VARIANT.test(text)) return DROPPED;
    if (JAMO_AFTER.test(text)) return COMPOSING;
    if (/\p{M}/u.test(text)) {
      if (this.#options.matchAccents !== true && ACCENT.test(text)) return DROPPED;
      return COMPOSING_MARKS.test(text) ? COMPOSING : MARK;
    }
    if (FREE_LETTERS.test(text)) return FREE;
    if (HANGUL_LETTERS.test(text)) return HANGUL;
    return ALPHABETIC.test(text) ? WORD : OTHER;
  }

  #foldOf(code: number): number {
    if (
      (code >= FIRST_HAN && code <= LAST_HAN) ||
      (code >= FIRST_SYLLABLE && code <= LAST_SURROGATE)
    ) {
      return code;
    }
    const text = String.fromCharCode(code);
    if (WHITE.test(text)) return SPACE;
    if (SINGLE_QUOTES.test(text)) return 0x27;
    if (DOUBLE_QUOTES.test(text)) return 0x22;
    if (DASHES.test(text)) return HYPHEN;
    const cased = this.#cased(single(text.normalize('NFKC'), text));
    const plain = this.#options.matchAccents === true ? cased : this.#cased(withoutAccents(cased));
    const folded = plain.charCodeAt(0);
    return folded === UNKNOWN_FOLD ? NOTHING : folded;
  }

  #cased(letter: string): string {
    if (this.#options.matchCase === true) return letter;
    const lower = letter.toLowerCase().charAt(0);
    return lower === 'ς' ? 'σ' : lower;
  }
}

/** Marks that Unicode joins with a letter before them into one character. */
const COMPOSING_MARKS =
  /[\u0300-\u034e\u0350-\u036f\u0591-\u05c7\u0653-\u0655\u093c\u09bc\u09be\u09d7\u0a3c\u0b3c\u0b3e\u0b56\u0b57\u0bbe\u0bd7\u0c56\u0cc2\u0cd5\u0cd6\u0d3e\u0d57\u0dca\u0dcf\u0ddf\u0f71-\u0f80\u0fb5\u0fb7\u102e\u1b35\u3099\u309a]/;

function single(text: string, otherwise: string): string {
  return text.length === 1 ? text : otherwise;
}

function withoutAccents(letter: string): string {
  const stroked = PLAIN[letter.toLowerCase()];
  if (stroked !== undefined)
    return letter === letter.toLowerCase() ? stroked : stroked.toUpperCase();
  const [base = letter, ...marks] = letter.normalize('NFD');
  return marks.length > 0 && marks.every((mark) => ACCENT.test(mark)) ? base : letter;
}

function kindOfSurrogate(code: number): number {
  if (code >= 0xdc00 || code === 0xdb40) return MARK;
  if (code >= 0xd840 && code <= 0xd88f) return FREE;
  const isPicture = code >= 0xd83c && code <= 0xd83e;
  return isPicture || code > 0xd88f ? OTHER : WORD;
}
