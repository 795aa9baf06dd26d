/** The time expressions that news articles use, and what each means seen from the date of the text. */
import { daysInMonth, MONTHS, WEEKDAYS } from './calendar';
import {
  dayFrom,
  dayOfMonth,
  isoDay,
  isoMonth,
  isoYear,
  monthFrom,
  weekdayNear,
  weekFrom,
  yearOfMonth,
  type Reference,
  type Step,
} from './reckoning';
import { OTHER_DATES, otherMonth } from './otherLanguages';
import { seasonCodeOf } from './seasons';

type Groups = Readonly<Record<string, string | undefined>>;

interface ExpressionRule {
  /** Matches the whole expression, in lower case. */
  readonly pattern: RegExp;
  /** EDTF, or `undefined` when the groups, or what is known of the reference, do not make a date. */
  readonly value: (groups: Groups, at: Reference | undefined) => string | undefined;
}

const MONTH_NAMES: readonly string[] = MONTHS.map((name) => name.toLowerCase());
const WEEKDAY_NAMES: readonly string[] = WEEKDAYS.map((name) => name.toLowerCase());
const ORDINALS: readonly string[] = ['first', 'second', 'third', 'fourth'];
const NUMBERS: readonly string[] =
  'one two three four five six seven eight nine ten eleven twelve'.split(' ');

const SHORT_MONTHS = MONTH_NAMES.map((name) => `${name.slice(0, 3)}(?:${name.slice(3)})?`);
const MONTH = `(?<month>${SHORT_MONTHS.join('|')}|sept)\\.?`;
const WEEKDAY = `(?<weekday>${WEEKDAY_NAMES.join('|')})`;
const NUMBER = '(?<day>\\d{1,2})';
const DAY = `${NUMBER}(?:st|nd|rd|th)?`;
const YEAR = '(?<year>\\d{4})';
const SEASON = '(?<season>spring|summer|autumn|fall|winter)';
const WHICH = '(?<which>last|previous|past|this|current|next|coming|following)';
const COUNT = `(?<count>an?|\\d{1,3}|${NUMBERS.join('|')})`;
const CLOCK = '(?<hour>\\d{1,2}):(?<minute>\\d{2})';

/** The first rule whose pattern fits decides. */
export const EXPRESSION_RULES: readonly ExpressionRule[] = [
  relative('today|tonight|this (?:morning|afternoon|evening)', (at) => dayFrom(at, 0)),
  relative('yesterday|last night', (at) => dayFrom(at, -1)),
  relative('tomorrow', (at) => dayFrom(at, 1)),

  rule(`${YEAR}[-./](?<m>\\d{1,2})[-./]${NUMBER}`, numeric),
  rule(`(?:${CLOCK},? )?${NUMBER}\\.(?<m>\\d{1,2})\\.${YEAR}`, numeric),
  rule(`${NUMBER}\\.(?<m>\\d{1,2})\\.${YEAR},? ${CLOCK}`, numeric),
  rule(`(?<a>\\d{1,2})/(?<b>\\d{1,2})/${YEAR}`, slashed),
  rule(`(?:${WEEKDAY},? )?${MONTH} (?:the )?${DAY}(?:,? ${YEAR})?`, dayAndMonth),
  rule(`(?:${WEEKDAY},? )?${DAY} (?:of )?${MONTH}(?:,? ${YEAR})?`, dayAndMonth),
  relative(`(?:${WEEKDAY},? )?(?:the )?${NUMBER}(?:st|nd|rd|th)`, (at, { day }) =>
    dayOfMonth(at, Number(day)),
  ),

  rule(`${MONTH},? (?:of )?${YEAR}`, ({ month, year }) =>
    isoMonth(Number(year), monthNumber(month)),
  ),
  relative(`${MONTH} (?:of )?${WHICH} year`, monthOfYear),
  relative(`${WHICH} year in ${MONTH}`, monthOfYear),
  relative(`(?:${WHICH} )?${MONTH}`, (at, { month, which }) => {
    const year = yearOfMonth(at, monthNumber(month), stepOf(which));
    return year === undefined ? undefined : isoMonth(year, monthNumber(month));
  }),
  relative(`(?:${WHICH} )?${WEEKDAY}`, (at, { weekday = '', which }) =>
    weekdayNear(at, WEEKDAY_NAMES.indexOf(weekday), stepOf(which)),
  ),

  relative(`${WHICH} week`, (at, { which }) => weekFrom(at, distanceOf(which))),
  relative(`${WHICH} month`, (at, { which }) => monthFrom(at, distanceOf(which))),
  relative(`${WHICH} year`, (at, { which }) => isoYear(at.year + distanceOf(which))),
  relative(`${COUNT} (?<unit>day|week|month|year|decade)s? (?<side>ago|from now)`, distant),

  rule(`${SEASON},? (?:of )?${YEAR}`, ({ season, year }) => isoSeason(Number(year), season)),
  relative(`${SEASON} (?:of )?${WHICH} year`, (at, { season, which }) =>
    isoSeason(at.year + distanceOf(which), season),
  ),
  relative(`this ${SEASON}`, (at, { season }) => isoSeason(at.year, season)),
  rule(
    `(?:(?<nth>${ORDINALS.join('|')}) quarter|q(?<n>[1-4])),? (?:of )?${YEAR}`,
    ({ nth = '', n, year = '' }) => `${year}-${32 + Number(n ?? ORDINALS.indexOf(nth) + 1)}`,
  ),
  rule(YEAR, ({ year }) => year),
  rule('(?<decade>\\d{3})0s', ({ decade = '' }) => `${decade}X`),
  ...OTHER_DATES.map((pattern) => rule(pattern, otherDate)),
];

function rule(pattern: string, value: ExpressionRule['value']): ExpressionRule {
  return { pattern: new RegExp(`^(?:${pattern})$`), value };
}

/** A rule for an expression that means nothing without the date of the text. */
function relative(
  pattern: string,
  value: (at: Reference, groups: Groups) => string | undefined,
): ExpressionRule {
  return rule(pattern, (groups, at) => (at === undefined ? undefined : value(at, groups)));
}

function numeric({ year, m, day, hour, minute }: Groups): string {
  const date = isoDay({ year: Number(year), month: Number(m), day: Number(day) });
  return hour === undefined ? date : `${date}T${hour.padStart(2, '0')}:${minute ?? '00'}:00`;
}

/** Which of the two is the month is known only when the other cannot be one, or both are the same. */
function slashed({ a, b, year }: Groups): string | undefined {
  const [first, second] = [Number(a), Number(b)];
  const exists = (day: number, month: number): boolean =>
    day >= 1 && day <= daysInMonth(Number(year), month);
  const dayFirst = exists(first, second);
  if (dayFirst && exists(second, first) && first !== second) return undefined;
  const [day, month] = dayFirst ? [first, second] : [second, first];
  return isoDay({ year: Number(year), month, day });
}

function dayAndMonth({ month, day, year }: Groups, at: Reference | undefined): string | undefined {
  const number = monthNumber(month);
  const near = at === undefined ? undefined : yearOfMonth(at, number, 'near');
  const known = year === undefined ? near : Number(year);
  return known === undefined ? undefined : isoDay({ year: known, month: number, day: Number(day) });
}

/** With the year of the text where the expression gives none. */
function otherDate(groups: Groups, at: Reference | undefined): string | undefined {
  const { year, month, m, day } = groups;
  const number = month === undefined ? Number(m) : otherMonth(month);
  if (number === undefined || Number.isNaN(number)) return year;
  const near = at === undefined ? undefined : yearOfMonth(at, number, 'near');
  const known = year === undefined ? near : Number(year);
  if (known === undefined) return undefined;
  if (day === undefined) return isoMonth(known, number);
  return isoDay({ year: known, month: number, day: Number(day) });
}

function monthOfYear(at: Reference, { month, which }: Groups): string {
  return isoMonth(at.year + distanceOf(which), monthNumber(month));
}

function distant(at: Reference, { count = '', unit, side }: Groups): string | undefined {
  const word = NUMBERS.indexOf(count) + 1;
  const number = count.startsWith('a') ? 1 : word > 0 ? word : Number(count);
  const distance = side === 'ago' ? -number : number;
  switch (unit) {
    case 'day':
      return dayFrom(at, distance);
    case 'week': {
      const day = dayFrom(at, 7 * distance);
      return day === undefined ? undefined : `${day}~`;
    }
    case 'month':
      return monthFrom(at, distance);
    case 'year':
      return isoYear(at.year + distance);
    default:
      return `${isoYear(at.year + 10 * distance)}~`;
  }
}

function isoSeason(year: number, season = ''): string | undefined {
  const code = seasonCodeOf(season);
  return code === undefined ? undefined : `${isoYear(year)}-${code}`;
}

/** 1 for January, from the first three letters of its name. */
function monthNumber(name = ''): number {
  return MONTH_NAMES.findIndex((month) => month.startsWith(name.slice(0, 3))) + 1;
}

function stepOf(which: string | undefined): Step {
  if (which === undefined) return 'near';
  if (/^(?:last|previous|past)$/.test(which)) return -1;
  return /^(?:this|current)$/.test(which) ? 0 : 1;
}

function distanceOf(which: string | undefined): number {
  const step = stepOf(which);
  return step === 'near' ? 0 : step;
}
