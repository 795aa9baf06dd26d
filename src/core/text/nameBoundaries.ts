/** Between which neighbouring words a name ends and another, or something else, begins. */
import {
  BEFORE_DATE,
  BEFORE_GENERAL,
  COUNTRY_STARTS,
  DAYS,
  DEMONYMS,
  FUNCTION_WORDS,
  HEAD_NOUNS,
  MONTHS,
  OPENERS,
  POSTED,
  TITLE_MODIFIERS,
  TITLES,
} from './nameLists';
import { adjoin, opensSentence, type Word } from './nameWords';

/** The words around the caret, with the text that they are of. */
export interface Line {
  readonly text: string;
  readonly words: readonly Word[];
}

/** How far around the caret the text is searched for other uses of a word, in code units. */
const EVIDENCE_REACH = 100_000;

/** The word after `index` when only a space lies between. */
export function nextWord(line: Line, index: number): Word | undefined {
  const word = line.words[index];
  const next = line.words[index + 1];
  if (word === undefined || next === undefined) return undefined;
  return adjoin(line.text, word, next) ? next : undefined;
}

/** Whether a name may have the word at `index` as one of its capitalised parts. */
export function isPart(line: Line, index: number): boolean {
  const word = line.words[index];
  return word?.shape === 'capital' || word?.shape === 'ordinal';
}

export function isHead(word: Word | undefined): boolean {
  return word?.shape === 'capital' && HEAD_NOUNS.has(word.lower);
}

/** A capitalised word that stands for itself: "But", "In", a participle that opens the sentence. */
export function isFunctionWord(line: Line, index: number): boolean {
  const word = line.words[index];
  if (word?.shape !== 'capital' || isAcronym(word)) return false;
  if (word.lower === 'the') return opensSentence(line.text, word) || !isPart(line, index + 1);
  if (FUNCTION_WORDS.has(word.lower)) return true;
  if (!OPENERS.has(word.lower) && !/(?:ing|ly|ed)$/.test(word.lower)) return false;
  if (!opensSentence(line.text, word)) return false;
  return OPENERS.has(word.lower) || occursNear(line.text, word.lower, word.start);
}

function isAcronym(word: Word): boolean {
  return word.text.length > 1 && word.text === word.text.toUpperCase();
}

/** Whether `phrase` stands somewhere around `offset` as whole words, in exactly this case. */
function occursNear(text: string, phrase: string, offset: number): boolean {
  const near = text.slice(Math.max(0, offset - EVIDENCE_REACH), offset + EVIDENCE_REACH);
  for (let at = near.indexOf(phrase); at >= 0; at = near.indexOf(phrase, at + 1)) {
    if (standsAlone(near, at, at + phrase.length)) return true;
  }
  return false;
}

/** Whether no letter or digit touches `[start, end)` from outside. */
export function standsAlone(text: string, start: number, end: number): boolean {
  return (
    !/[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, start - 2), start)) &&
    !/^[\p{L}\p{N}]/u.test(text.slice(end, end + 2))
  );
}

/** Whether the word says what the bearer of a name is: "Prime Minister", "Secretary of State". */
export function isTitle(line: Line, index: number): boolean {
  const word = line.words[index];
  if (word?.shape !== 'capital') return false;
  const next = nextWord(line, index);
  if (word.lower === 'general' && isTitleGeneral(line, index, next)) return true;
  if (TITLES.has(word.lower)) return next === undefined || !isHead(next);
  if (word.lower === 'state')
    return line.words[index - 2]?.lower === 'secretary' && follows(line, index, 'of');
  return TITLE_MODIFIERS.has(word.lower) && next !== undefined && isTitle(line, index + 1);
}

function isTitleGeneral(line: Line, index: number, next: Word | undefined): boolean {
  const previous = line.words[index - 1];
  if (previous !== undefined && BEFORE_GENERAL.has(previous.lower)) return true;
  return next?.shape === 'capital' && !isHead(next) && !isFunctionWord(line, index + 1);
}

function follows(line: Line, index: number, lower: string): boolean {
  return line.words[index - 1]?.lower === lower;
}

/** Whether two capitalised words side by side belong to different names. */
export function divides(line: Line, index: number): boolean {
  const left = line.words[index];
  const right = line.words[index + 1];
  if (left === undefined || right === undefined) return true;
  if (right.shape === 'ordinal' || right.lower === 'the') return true;
  if (isFunctionWord(line, index) || isFunctionWord(line, index + 1)) return true;
  if (isTitle(line, index) !== isTitle(line, index + 1)) return true;
  if (DAYS.has(left.lower) || DAYS.has(right.lower)) return true;
  if (MONTHS.has(left.lower) && isDated(line, index)) return true;
  if (DEMONYMS.has(left.lower)) return !headFollows(line, index + 1);
  return endsPosting(line, index);
}

function isDated(line: Line, index: number): boolean {
  const previous = line.words[index - 1];
  return previous !== undefined && BEFORE_DATE.has(previous.lower);
}

/** Whether the capitalised words from `index` on end in the name of an institution. */
function headFollows(line: Line, index: number): boolean {
  for (let at = index; isPart(line, at); at += 1) {
    if (isTitle(line, at) || isFunctionWord(line, at)) return false;
    if (isHead(line.words[at])) return true;
    if (nextWord(line, at) === undefined) return false;
  }
  return false;
}

/** Whether the word ends the country in "ambassador to Switzerland Wang Shihting". */
function endsPosting(line: Line, index: number): boolean {
  const long = COUNTRY_STARTS.has(line.words[index - 1]?.lower ?? '');
  if (!long && COUNTRY_STARTS.has(line.words[index]?.lower ?? '')) return false;
  const start = long ? index - 1 : index;
  return follows(line, start, 'to') && POSTED.has(line.words[start - 2]?.lower ?? '');
}
