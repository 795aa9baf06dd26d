/** Which runs of capitalised words are names: by where they stand, and by the rest of the text. */
import { foldName } from '../matching/fold';
import { DEMONYMS, HEAD_NOUNS, TITLE_MODIFIERS } from '../text/nameLists';
import type { Word } from '../text/nameWords';
import type { Span } from '../text/span';
import { allSteps } from '../text/steps';
import {
  BARE_RELATIONS,
  isOrdinary,
  isSubjectBefore,
  isTitleWord,
  ORDINARY_ENDINGS,
} from './ordinaryWords';
import { runsIn, type Run } from './runs';

const RUNS_IN_STEP = 64;

/** A passage that is written like a name. */
export interface FoundName extends Span {
  /** Nothing but the rest of the text, or the word after it, speaks for it. */
  readonly weak: boolean;
}

/** The names of a text without asking what is known of it, in order, none overlapping another. */
export function unknownNamesIn(text: string, within: Span): readonly FoundName[] {
  return allSteps(unknownNamesStepwise(text, within));
}

/** The same in steps, for hosts that must not be held up by a long text. */
export function* unknownNamesStepwise(
  text: string,
  within: Span,
): Generator<undefined, readonly FoundName[]> {
  const evidence = new Evidence(text);
  const runs: Run[] = [];
  for (const run of runsIn(text, within)) {
    runs.push(run);
    evidence.note(run);
    if (runs.length % RUNS_IN_STEP === 0) yield;
  }
  const names: FoundName[] = [];
  for (const [index, run] of runs.entries()) {
    names.push(...evidence.namesOf(run));
    if (index % RUNS_IN_STEP === 0) yield;
  }
  return names;
}

/** The words that a text has in lower case somewhere, so that they need not be names. */
export function lowerWordsOf(text: string): ReadonlySet<string> {
  return new Set(text.match(/(?<![\p{L}\p{N}’'])\p{Ll}[\p{L}\p{M}]+/gu) ?? []);
}

/** What the lines that are no headlines say of the words of a text. */
class Evidence {
  readonly #text: string;
  readonly #lower: ReadonlySet<string>;
  /** Keys of runs that are names wherever they stand. */
  readonly #names = new Set<string>();
  /** Words of names of several words. */
  readonly #parts = new Set<string>();

  constructor(text: string) {
    this.#text = text;
    this.#lower = lowerWordsOf(text);
  }

  /** Every run is to be noted before names are asked for. */
  note(run: Run): void {
    if (run.headline || !this.#isName(run)) return;
    const { words } = this.#shortened(run);
    this.#names.add(this.#key(words));
    if (words.length > 1) for (const word of words) this.#parts.add(word.text);
  }

  namesOf(run: Run): readonly FoundName[] {
    if (this.#text.charAt(run.start) === '@')
      return [{ start: run.start, end: run.end, weak: false }];
    if (run.headline) return this.#inHeadline(run);
    const strong = this.#isName(run);
    if (!strong && !this.#isConfirmed(run)) return [];
    const { words } = this.#shortened(run);
    const weak = !strong || (run.opens && words.length === 1);
    return [{ ...spanOf(words), weak }];
  }

  /** Whether a run is a name by itself. */
  #isName(run: Run): boolean {
    const { words } = run;
    const [first] = words;
    if (first === undefined) return false;
    if (first.shape === 'measure') return true;
    if (words.every((word) => isOrdinary(word))) return false;
    if (words.every((word) => isTitleWord(word))) return false;
    return words.length === 1 ? this.#isWordName(run, first) : this.#isPhraseName(run);
  }

  #isWordName(run: Run, word: Word): boolean {
    if (word.shape === 'ordinal' || HEAD_NOUNS.has(word.lower)) return false;
    if (ROMAN_OR_LETTER.test(word.text)) return false;
    if (isAcronym(word)) return true;
    if (this.#lower.has(word.lower) || TITLE_MODIFIERS.has(word.lower)) return false;
    if (!run.opens) return true;
    if (ORDINARY_ENDINGS.test(word.lower)) return false;
    return word.possessive || isSubjectBefore(run.after?.lower);
  }

  #isPhraseName({ words, opens, after, before }: Run): boolean {
    const last = words.at(-1);
    if (last !== undefined && HEAD_NOUNS.has(last.lower)) return !opens || after !== undefined;
    const ordinary = words.filter((word) => isOrdinary(word) || this.#lower.has(word.lower));
    if (ordinary.length === words.length) return false;
    // A line of its own that is no sentence.
    const alone = opens && after === undefined && before === undefined;
    return !alone || ordinary.length === 0;
  }

  /** Whether a word that opens a sentence is a name elsewhere. */
  #isConfirmed({ words }: Run): boolean {
    const [only, second] = words;
    if (only === undefined) return false;
    if (second !== undefined) return this.#names.has(this.#key(words));
    return this.#names.has(this.#key(words)) || this.#isPart(only);
  }

  #isPart(word: Word): boolean {
    return this.#parts.has(word.text) && !isOrdinary(word) && !this.#lower.has(word.lower);
  }

  /** "Ukraine War" is about Ukraine when that is a name, or nothing but "War" is against it. */
  #shortened(run: Run): { readonly words: readonly Word[] } {
    const { words } = run;
    const last = words.at(-1);
    if (words.length !== 2 || last === undefined || !BARE_RELATIONS.has(last.lower)) return run;
    const [first] = words;
    if (first === undefined || !this.#names.has(this.#key([first]))) return run;
    return DEMONYMS.has(first.lower) ? run : { words: [first] };
  }

  /** The longest parts that are names in other lines, and those of another script. */
  #inHeadline({ words }: Run): readonly FoundName[] {
    const found: FoundName[] = [];
    for (let at = 0; at < words.length;) {
      const length = this.#longestFrom(words, at);
      if (length > 0) found.push({ ...spanOf(words.slice(at, at + length)), weak: true });
      at += Math.max(1, length);
    }
    return found;
  }

  #longestFrom(words: readonly Word[], at: number): number {
    for (let length = words.length - at; length > 0; length -= 1) {
      const part = words.slice(at, at + length);
      const [only] = part;
      if (this.#names.has(this.#key(part)) || this.#isInstitution(part)) return length;
      if (length === 1 && only !== undefined && this.#isPart(only)) return 1;
      if (length > 1 && part.every(({ text }) => NOT_LATIN.test(text))) return length;
    }
    return 0;
  }

  /** "2nd Peace Conference", "Yonhap News": what ends in the noun of an institution, and is no phrase. */
  #isInstitution(words: readonly Word[]): boolean {
    const [first, ...more] = words;
    const last = more.pop();
    if (first === undefined || last === undefined) return false;
    if (!HEAD_NOUNS.has(last.lower) || BARE_RELATIONS.has(last.lower)) return false;
    if (first.shape === 'ordinal' || DEMONYMS.has(first.lower)) return true;
    return [first, ...more].every((word) => !isOrdinary(word) && !this.#lower.has(word.lower));
  }

  #key(words: readonly Word[]): string {
    const { start, end } = spanOf(words);
    return foldName(this.#text.slice(start, end));
  }
}

const ROMAN_OR_LETTER = /^(?:\p{L}|[IVXLC]{1,6})$/u;
const NOT_LATIN = /^[^\p{Script=Latin}]+$/u;

function spanOf(words: readonly Word[]): Span {
  return { start: words[0]?.start ?? 0, end: words.at(-1)?.end ?? 0 };
}

function isAcronym({ text }: Word): boolean {
  return /^(?:\p{Lu}[\p{Lu}\d&.-]+|(?:\p{Lu}\.){2,})$/u.test(text);
}
