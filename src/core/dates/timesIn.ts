/** Finding time expressions in a text, at their full length: those that `suggestDate` can read, and more. */
import { sentenceAt, sentencesIn } from '../text/sentences';
import type { Span } from '../text/span';
import { allSteps } from '../text/steps';
import { MONTHS, WEEKDAYS } from './calendar';
import { checkEdtf } from './edtf';
import { suggestDate } from './relative';
import { isCounted, valueFrom, valueSince } from './sequence';

const LONGEST = 7;
const TOKEN =
  /\p{N}{1,4}[年月日년월일](?:\p{N}{1,2}[月日월일号號])*|\p{N}+(?:[:./-]\p{N}+)+|(?:(?!\p{N}{1,4}[年月日년월일])[\p{L}\p{N}])+/gu;
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
/** What every expression has in it. */
const MAY_BE_TIME = new RegExp(
  `\\p{N}|day|night|morning|noon|evening|hour|week|month|year|decade|tomorrow|spring|summer|autumn|fall|winter|quarter|\\b(?:${MONTHS.map((month) => month.slice(0, 3)).join('|')})`,
  'iu',
);
/** How far back in its sentence it is looked for what says that a time lasted, in code units. */
const REACH = 300;
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
  const stretch = text.slice(start, end);
  if (!MAY_BE_TIME.test(stretch)) return [];
  const tokens = [...stretch.matchAll(TOKEN)].map((match) => ({
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

/** A time expression of a text and what it means there. */
export interface DatedExpression {
  readonly span: Span;
  /** EDTF; absent when neither the date of the text nor the times before it tell. */
  readonly value?: string;
}

/**
 * The time expressions of the sentences that begin in `within`, each read in a text of that date, or
 * counted from the time before it: `two days later`. In order, none overlapping another.
 */
export function datedExpressionsIn(
  text: string,
  within: Span,
  published: string | undefined,
): readonly DatedExpression[] {
  return allSteps(datedExpressionsStepwise(text, within, published));
}

/** The same in steps, for hosts that must not be held up by a long text. */
export function* datedExpressionsStepwise(
  text: string,
  within: Span,
  published: string | undefined,
): Generator<undefined, readonly DatedExpression[]> {
  const found: DatedExpression[] = [];
  let before: string | undefined;
  for (const sentence of sentencesIn(text, within)) {
    for (const span of timeExpressionsIn(text, sentence)) {
      const words = text.slice(span.start, span.end);
      const leading = text.slice(Math.max(sentence.start, span.start - REACH), span.start);
      const value = isCounted(words)
        ? valueFrom(words, before)
        : (valueOfExpression(words, published) ?? valueSince(leading, words, published));
      found.push({ span, ...(value === undefined ? {} : { value }) });
      before = value ?? before;
    }
    yield;
  }
  return found;
}

/** What the words at `span` mean in the text: as `datedExpressionsIn` has them, or else by themselves. */
export function valueInText(
  text: string,
  span: Span,
  published: string | undefined,
): string | undefined {
  const words = text.slice(span.start, span.end);
  const alone = isCounted(words) ? undefined : valueOfExpression(words, published);
  if (alone !== undefined) return alone;
  return datedExpressionsIn(text, { start: 0, end: span.end }, published).findLast(
    (each) => each.span.start === span.start && each.span.end === span.end,
  )?.value;
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
  if (!MAY_BE_TIME.test(words)) return false;
  const isNone = [BARE_NUMBER, BARE_ORDINAL, SHORT_MONTH, ARTICLE_AND_YEAR];
  if (isNone.some((pattern) => pattern.test(words))) return false;
  if (/^\d{4}$/.test(words)) return YEAR.test(words);
  if (checkEdtf(words).ok) return true;
  if (UNDATED.test(words)) return true;
  return !SMALL_CALENDAR_WORD.test(words) && suggestDate(words, SOME_DAY) !== undefined;
}
