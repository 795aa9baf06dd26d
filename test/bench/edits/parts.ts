/** The sentences, words and paragraphs of a text, for edits to take hold of. */
import type { Span } from '../../../src/core/text/span';

/** With the space that follows it inside its paragraph. */
export interface Sentence {
  readonly span: Span;
  readonly words: Span;
}

const SENTENCE = /[^\s](?:[^\n]*?[.!?]["”’')\]]*(?=\s)|[^\n]*)[ \t]*/g;

/** Of running text only: lines shorter than 40 characters are headings and boilerplate. */
export function sentencesOf(text: string): readonly Sentence[] {
  const found: Sentence[] = [];
  for (const { index, 0: sentence } of text.matchAll(SENTENCE)) {
    const words = sentence.trimEnd();
    if (words.length < 40) continue;
    const start = index;
    found.push({
      span: { start, end: start + sentence.length },
      words: { start, end: start + words.length },
    });
  }
  return found;
}

/** What stands between blank lines, without these. */
export function paragraphsOf(text: string): readonly Span[] {
  const found: Span[] = [];
  for (const { index, 0: paragraph } of text.matchAll(/\S(?:[^\n]|\n(?!\s*\n))*/g)) {
    found.push({ start: index, end: index + paragraph.trimEnd().length });
  }
  return found;
}

export function linesOf(text: string): readonly Span[] {
  const found: Span[] = [];
  for (const { index, 0: line } of text.matchAll(/[^\n]+/g)) {
    found.push({ start: index, end: index + line.length });
  }
  return found;
}

/** Words with a capital that are not the first of a sentence, as mentions mostly are. */
export function namesOf(text: string): readonly Span[] {
  const found: Span[] = [];
  for (const { index, 0: name } of text.matchAll(
    /(?<=[\p{L},] )\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)*/gu,
  )) {
    found.push({ start: index, end: index + name.length });
  }
  return found;
}

export function wordsOf(text: string): readonly Span[] {
  const found: Span[] = [];
  for (const { index, 0: word } of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    found.push({ start: index, end: index + word.length });
  }
  return found;
}
