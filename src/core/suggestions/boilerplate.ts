/** What of a text is the document, and what is of the site around it: navigation, forms, notices, lists of links. */
import type { Span } from '../text/span';
import { joined } from '../text/span';
import { CHROME, DATELINE, END, isBreadcrumb, MORE, ONE_LINE } from './siteWords';

/** A line with something on it, without the white space around it. */
interface Row extends Span {
  readonly text: string;
  /** Sentences: what a document is made of, and sites have little of. */
  readonly prose: boolean;
  /** A blank line stands before it. */
  readonly apart: boolean;
}

/** A line of fewer words is no sentence and no headline. */
const FEWEST_WORDS = 8;
const HEADLINE_WORDS = 4;
/** A sentence of a document, in code units; those of teasers are mostly shorter. */
const LONG_LINE = 120;
/** So many lines in a row that are no sentences are a list of links. */
const LIST = 6;
const SENTENCE = /[.!?…。！？:;,]["'”’»)\]]*$|[.!?。！？]["'”’»)\]]*\s/u;
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu;
const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const ELLIPSIS = /(?:…|\.\.\.)["'”’»)\]]*$/u;
const TITLE_END = /\s+[|–—-]\s+[^|]{2,40}$/u;

/**
 * The ranges of the text that seem to be the document, UTF-16, in order and without the white space at
 * their ends; the whole text when it has no sentences, or nothing but them. A proposal: headlines, by-lines
 * and captions count as document where they stand among sentences.
 */
export function bodyRangesOf(text: string): readonly Span[] {
  const rows = rowsOf(text);
  const firstProse = rows.findIndex(({ prose }) => prose);
  if (firstProse < 0) return rows.length === 0 ? [] : [around(rows)];
  const end = endOf(rows, firstProse);
  const start = startOf(rows, firstProse);
  const left = rows.slice(start, end).flatMap((row, at, all) => {
    if (isTeaser(all, at) || isRemark(row)) return [];
    return [at === 0 ? titleOf(row) : row];
  });
  const datelines = left.map((row, at) => (at < HEADLINE_WORDS ? dateOf(row) : row));
  return grouped(text, datelines);
}

function rowsOf(text: string): readonly Row[] {
  const rows: Row[] = [];
  let previousEnd = 0;
  for (const { 0: line, index } of text.matchAll(/[^\n]+/g)) {
    const inner = line.trim();
    if (inner === '') continue;
    const start = index + line.indexOf(inner);
    const apart = /\n\s*\n/.test(text.slice(previousEnd, start));
    rows.push({ start, end: start + inner.length, text: inner, prose: isProse(inner), apart });
    previousEnd = start + inner.length;
  }
  return rows;
}

function isProse(line: string): boolean {
  return SENTENCE.test(line) && weightOf(line) >= FEWEST_WORDS && !isChrome(line);
}

function isChrome(line: string): boolean {
  return CHROME.test(line) || END.test(line) || MORE.test(line);
}

/** In words; two signs of a script without spaces are one. */
function weightOf(line: string): number {
  const dense = line.match(DENSE)?.length ?? 0;
  return (line.replaceAll(DENSE, ' ').match(WORD)?.length ?? 0) + dense / 2;
}

/** Index after the last row of the document: what follows are forms, notices and lists. */
function endOf(rows: readonly Row[], firstProse: number): number {
  const goOn = continuing(rows);
  let end = rows.length;
  for (let at = firstProse + 1; at < end; at += 1) {
    const isEnd = END.test(rows[at]?.text ?? '') || isListFrom(rows, at);
    if (isEnd && goOn[at] !== true) end = at;
  }
  // A headline over nothing is a link.
  while (end > firstProse + 1 && !isDocument(rows[end - 1], rows[end - 2])) end -= 1;
  return end;
}

/** For each row whether from there on there is more of the document: several sentences, close to one another. */
function continuing(rows: readonly Row[]): readonly boolean[] {
  const goOn: boolean[] = [];
  let prose = 0;
  for (let at = rows.length - 1; at >= 0; at -= 1) {
    const row = rows[at];
    if (row?.prose === true && row.text.length > LONG_LINE) prose += 1;
    goOn[at] = prose >= 3 && prose * 3 >= rows.length - at;
  }
  return goOn;
}

function isListFrom(rows: readonly Row[], at: number): boolean {
  const list = rows.slice(at, at + LIST);
  return list.length === LIST && list.every((row) => !row.prose);
}

/** The last row of a document is a sentence, or goes with the one before it. */
function isDocument(row: Row | undefined, before: Row | undefined): boolean {
  if (row === undefined) return false;
  if (row.prose || (SENTENCE.test(row.text) && !isChrome(row.text) && /[.!?”"。]$/.test(row.text)))
    return true;
  return !row.apart && before?.prose === true && !isChrome(row.text);
}

/** Index of the first row of the document: the headlines directly above its first sentence. */
function startOf(rows: readonly Row[], firstProse: number): number {
  let start = firstProse;
  while (start > 0 && isAbove(rows, start - 1)) start -= 1;
  while (start < firstProse && weightOf(rows[start]?.text ?? '') < HEADLINE_WORDS) start += 1;
  return start;
}

function isAbove(rows: readonly Row[], at: number): boolean {
  const row = rows[at];
  if (row === undefined || isChrome(row.text)) return false;
  return !isBreadcrumb(row.text, rows[at + 1]?.text);
}

/** The lines of a link to another text: a headline, the beginning of a sentence, "see more". */
function isTeaser(rows: readonly Row[], at: number): boolean {
  const [row, one, two] = rows.slice(at, at + 3);
  if (row === undefined) return false;
  if (MORE.test(row.text)) return true;
  const isMore = (next: Row | undefined): boolean => next !== undefined && MORE.test(next.text);
  if (isMore(one) && (ELLIPSIS.test(row.text) || !row.prose)) return true;
  return isMore(two) && !row.prose && one !== undefined && ELLIPSIS.test(one.text);
}

function isRemark({ text }: Row): boolean {
  return ONE_LINE.test(text);
}

/** The first headline without the name of the site behind it. */
function titleOf(row: Row): Row {
  const site = /\s\|\s/.test(row.text) ? TITLE_END.exec(row.text) : null;
  if (row.prose || site === null || weightOf(row.text.slice(0, site.index)) < HEADLINE_WORDS)
    return row;
  return { ...row, end: row.start + site.index, text: row.text.slice(0, site.index) };
}

/** Of "World 14:48 18.05.2024" the date. */
function dateOf(row: Row): Row {
  const date = row.prose ? undefined : DATELINE.exec(row.text)?.groups?.['date'];
  if (date === undefined) return row;
  const start = row.start + row.text.indexOf(date);
  return { ...row, start, end: start + date.length, text: date };
}

/** Rows with nothing but white space between them are one range. */
function grouped(text: string, rows: readonly Row[]): readonly Span[] {
  const spans: Span[] = [];
  for (const { start, end } of rows) {
    const last = spans.at(-1);
    if (last !== undefined && text.slice(last.end, start).trim() === '') {
      spans[spans.length - 1] = { start: last.start, end };
    } else spans.push({ start, end });
  }
  return joined(spans);
}

function around(rows: readonly Row[]): Span {
  return { start: rows[0]?.start ?? 0, end: rows.at(-1)?.end ?? 0 };
}
