/** Finding time expressions in a text, at their full length: those that `suggestDate` can read, and more. */
import { sentenceAt } from '../text/sentences';
import type { Span } from '../text/span';
import { MONTHS, WEEKDAYS } from './calendar';
import { checkEdtf } from './edtf';
import { suggestDate } from './relative';

const LONGEST = 7;
const TOKEN = /\p{N}+(?:[:./-]\p{N}+)+|[\p{L}\p{N}]+/gu;
const BETWEEN = /^[\s,.-]*$/;
/** Words that say how the text uses a time, and are no part of it. */
const PREPOSITIONS = new Set(
  'in on at of by during within since until till before after from about around'.split(' '),
);
const BARE_NUMBER = /^\d{1,3}$/;
const BARE_ORDINAL = /^\d{1,2}(?:st|nd|rd|th)$/i;
const YEAR = /^(?:1\d|20|21)\d\d$/;
/** A given name or an abbreviation at least as often as a month. */
const SHORT_MONTH = /^\p{L}{3}$/u;
const ARTICLE_AND_YEAR = /^the \d{4}$/i;
const SMALL_CALENDAR_WORD = new RegExp(
  `\\b(?:${[...MONTHS, ...WEEKDAYS].map((word) => `${word}|${word.slice(0, 3)}`).join('|')})\\b`.toLowerCase(),
);
/** Expressions that only the text around them can date: `two days later`, `the coming weeks`. */
const UNDATED = new RegExp(
  '^(?:the )?(?:(?:coming|past|last|next|recent|few|several|many|some|an?|\\d{1,3}|one|two|three|four|' +
    'five|six|seven|eight|nine|ten|eleven|twelve) ){1,2}(?:hours?|days?|weeks?|months?|years?|decades?)' +
    '(?: or (?:days|weeks|months|years))?(?: (?:later|earlier|before|after|afterwards))?$',
  'i',
);
/** Any date: without the date of the text it still tells that an expression is one. */
const SOME_DAY = '2000-06-15';

/** The longest time expression that `offset` (UTF-16) lies in or touches; absent when there is none. */
export function timeExpressionAt(text: string, offset: number): Span | undefined {
  const line = sentenceAt(text, offset);
  if (line === undefined) return undefined;
  return timeExpressionsIn(text, line).find(({ start, end }) => start <= offset && offset <= end);
}

/** The time expressions of a stretch of text, in order, none overlapping another. */
export function timeExpressionsIn(text: string, { start, end }: Span): readonly Span[] {
  const tokens = [...text.slice(start, end).matchAll(TOKEN)].map((match) => ({
    start: start + match.index,
    end: start + match.index + match[0].length,
  }));
  const found: Span[] = [];
  for (let at = 0; at < tokens.length;) {
    const length = longestFrom(text, tokens, at);
    const [first, last] = [tokens[at], tokens[at + length - 1]];
    if (first !== undefined && last !== undefined && length > 0) {
      found.push({ start: first.start, end: last.end });
    }
    at += Math.max(1, length);
  }
  return found;
}

/**
 * What an expression means in a text of that date: `suggestDate`, also for a text of which only a span of
 * time is known, when the expression means the same at both of its ends.
 */
export function valueOfExpression(
  expression: string,
  published: string | undefined,
): string | undefined {
  const [from = '', to] = published?.split('/') ?? [];
  if (to === undefined) return suggestDate(expression, published);
  const value = suggestDate(expression, to);
  return value === suggestDate(expression, from) ? value : undefined;
}

/** How many tokens the longest expression has that begins with the token `at`; 0 for none. */
function longestFrom(text: string, tokens: readonly Span[], at: number): number {
  const first = tokens[at];
  if (first === undefined) return 0;
  if (PREPOSITIONS.has(text.slice(first.start, first.end).toLowerCase())) return 0;
  let reach = 1;
  while (reach < LONGEST && adjoins(text, tokens[at + reach - 1], tokens[at + reach])) reach += 1;
  for (let length = reach; length > 0; length -= 1) {
    const last = tokens[at + length - 1];
    if (last !== undefined && isExpression(text.slice(first.start, last.end))) return length;
  }
  return 0;
}

function adjoins(text: string, one: Span | undefined, two: Span | undefined): boolean {
  if (one === undefined || two === undefined) return false;
  return BETWEEN.test(text.slice(one.end, two.start));
}

function isExpression(words: string): boolean {
  const isNone = [BARE_NUMBER, BARE_ORDINAL, SHORT_MONTH, ARTICLE_AND_YEAR];
  if (isNone.some((pattern) => pattern.test(words))) return false;
  if (/^\d{4}$/.test(words)) return YEAR.test(words);
  if (checkEdtf(words).ok) return true;
  if (UNDATED.test(words)) return true;
  return !SMALL_CALENDAR_WORD.test(words) && suggestDate(words, SOME_DAY) !== undefined;
}
