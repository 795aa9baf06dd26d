/** Times that the text itself dates: `two days later`, `the next day`, counted from the time before. */
import { addDays, addMonths } from './calendar';
import { checkEdtf } from './edtf';
import { isoDay, isoMonth, isoYear, referenceOf, type Reference } from './reckoning';

const NUMBERS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const AFTER = new RegExp(
  `^(?<count>a|an|some|\\d{1,3}|${NUMBERS.join('|')}) (?<unit>day|week|month|year)s? ` +
    '(?<side>later|after|afterwards|earlier|before)$',
  'i',
);
const LENGTH = new RegExp(
  `^(?<count>a|an|some|several|few|many|\\d{1,3}|${NUMBERS.join('|')}) (?<unit>hour|day|week|month|year|decade)s?$`,
  'i',
);
const LASTING =
  /\b(?:has|have|had|’s|’ve)\b.*\bfor (?:about |nearly |almost |over |more than |the (?:last|past) )?$/is;
const NEXT =
  /^(?:on |in )?(?:the |that )?(?<which>next|following|previous|same) (?<unit>day|week|month|year)$/i;

/**
 * EDTF for an expression that counts from another time of the text; `from` is the value of that one.
 * `undefined` for other expressions, and when `from` is less precise than the expression needs.
 */
export function valueFrom(expression: string, from: string | undefined): string | undefined {
  if (from === undefined) return undefined;
  const words = expression.replaceAll(/\s+/g, ' ').trim();
  const reference = referenceOf(from);
  if (reference === undefined) return undefined;
  const value = counted(words, reference) ?? neighbour(words, reference);
  return value !== undefined && checkEdtf(value).ok ? value : undefined;
}

/**
 * "has been ongoing for [14 months]": from then to the date of the text. `leading` is what stands before the
 * words in their sentence, a few hundred characters at most; `undefined` for a stretch of time that need not reach to the date of the text.
 */
export function valueSince(
  leading: string,
  words: string,
  published: string | undefined,
): string | undefined {
  const length = LENGTH.exec(words)?.groups;
  if (length === undefined || published === undefined || !LASTING.test(leading)) return undefined;
  const [from = '', to = from] = published.split('/');
  const values = [from, to].map((date) => {
    const at = referenceOf(date);
    const { count = '', unit = '' } = length;
    const steps = numberOf(count.toLowerCase());
    const start = at && distant(at, unit.toLowerCase(), -steps);
    return at === undefined || start === undefined ? undefined : `${start}/${like(start, at)}`;
  });
  const [value, other] = values;
  return value !== undefined && value === other && checkEdtf(value).ok ? value : undefined;
}

/** The date as precisely as `value` says its own. */
function like(value: string, { year, month, day }: Reference): string {
  if (value.length === 4 || month === undefined) return isoYear(year);
  return value.length === 7 || day === undefined
    ? isoMonth(year, month)
    : isoDay({ year, month, day });
}

/** A stretch of time, which is no date: "two weeks", "an hour". */
export function isLength(words: string): boolean {
  return LENGTH.test(words);
}

/** Whether only another time of the text can date the expression. */
export function isCounted(expression: string): boolean {
  const words = expression.replaceAll(/\s+/g, ' ').trim();
  return AFTER.test(words) || /^(?:the |that )?(?:next|following|previous|same) day$/i.test(words);
}

function counted(words: string, at: Reference): string | undefined {
  const { count = '', unit = '', side = '' } = AFTER.exec(words)?.groups ?? {};
  if (count === '' || /^some$/i.test(count)) return undefined;
  const number = numberOf(count.toLowerCase());
  return distant(at, unit.toLowerCase(), /^(?:earlier|before)$/i.test(side) ? -number : number);
}

function numberOf(count: string): number {
  if (count === 'a' || count === 'an') return 1;
  const word = NUMBERS.indexOf(count) + 1;
  return word > 0 ? word : Number(count);
}

function neighbour(words: string, at: Reference): string | undefined {
  const { which = '', unit = '' } = NEXT.exec(words)?.groups ?? {};
  const steps: Readonly<Record<string, number>> = { next: 1, following: 1, previous: -1, same: 0 };
  const step = steps[which.toLowerCase()];
  return step === undefined ? undefined : distant(at, unit.toLowerCase(), step);
}

function distant({ year, month, day }: Reference, unit: string, steps: number): string | undefined {
  switch (unit) {
    case 'day':
    case 'week': {
      if (month === undefined || day === undefined) return undefined;
      return isoDay(addDays({ year, month, day }, unit === 'week' ? 7 * steps : steps));
    }
    case 'month': {
      if (month === undefined) return undefined;
      const then = addMonths({ year, month }, steps);
      return isoMonth(then.year, then.month);
    }
    default:
      return isoYear(year + steps);
  }
}
