/**
 * EDTF strings taken apart (Library of Congress, Extended Date/Time Format, levels 0 to 2,
 * https://www.loc.gov/standards/datetime/). The package `edtf` says what belongs to the format; the
 * parts are read from the string itself, because the package gives wrong ends for lists, seasons and
 * unspecified digits, takes 29 February of any year for a day, and rewrites time zones.
 */
import { parse } from 'edtf';
import { daysInMonth, isLeap } from './calendar';

/** `?` uncertain, `~` approximate, `%` both, of the whole; `part` when only of a part. */
export type Qualifier = '' | '?' | '~' | '%' | 'part';

/** A year, month, day or time; digits may be `X` for unspecified. */
export interface DateParts {
  readonly kind: 'date';
  /** Four digits or `X`, with a `-` before it for years before 0. */
  readonly year: string;
  readonly month?: string;
  readonly day?: string;
  /** As written: `14:30`, `14:30:00`, `14:30:00.5`. */
  readonly time?: string;
  /** `Z`, or hours and perhaps minutes from UTC; absent for a local time. */
  readonly zone?: string;
  readonly qualifier: Qualifier;
}

/** A season, quarter, four months or half of a year: codes 21 to 41. */
interface SeasonParts {
  readonly kind: 'season';
  readonly year: number;
  readonly code: number;
}

/** Whole years, written long (`Y170000002`) or with significant digits (`1950S2`). */
interface YearParts {
  readonly kind: 'years';
  readonly first: number;
  readonly last: number;
}

export type Moment = DateParts | SeasonParts | YearParts;

/** From here to there; `open` has no end, of an `unknown` one nothing is said. */
export interface IntervalParts {
  readonly kind: 'interval';
  readonly start: Moment | 'open' | 'unknown';
  readonly end: Moment | 'open' | 'unknown';
}

/** One (`[…]`) or all (`{…}`) of several moments or stretches; an absent end of a stretch is open. */
export interface SetParts {
  readonly kind: 'set';
  readonly all: boolean;
  readonly members: readonly { readonly first?: Moment; readonly last?: Moment }[];
}

export type EdtfParts = Moment | IntervalParts | SetParts;

/** Longer values are taken for something else: the grammar is slow on them. */
export const MAX_LENGTH = 200;

const COMMON = /^\d{4}(?:-\d\d(?:-\d\d)?)?[?~%]?$/;
const DATE = /^(-?[\dX]{4})(?:-([\dX]{2})(?:-([\dX]{2}))?)?$/;
const TIMED = /^(-?\d{4})-(\d\d)-(\d\d)T([\d:.]+)(Z|[-+−][\d:]+)?$/;
const SEASON = /^(-?\d{4})-(2[1-9]|3\d|4[01])$/;
const SHORT_YEAR = /^-?(?:\d{2}|\d{3})$/;
const LONG_YEAR = /^Y?(-?\d+)(?:E(\d+))?(?:S(\d+))?$/;
const QUALIFIERS = /[?~%]/g;

/** The parts of an EDTF value; `undefined` when it is not one or names a day that never was. */
export function readEdtf(value: string): EdtfParts | undefined {
  if (value.length > MAX_LENGTH) return undefined;
  const parts = partsOf(value);
  if (parts === undefined || !momentsOf(parts).every(exists)) return undefined;
  return COMMON.test(value) || isGrammatical(value) ? parts : undefined;
}

/** The moments of a value in the order in which they are written. */
function momentsOf(parts: EdtfParts): readonly Moment[] {
  switch (parts.kind) {
    case 'interval':
      return [parts.start, parts.end].filter((end) => typeof end !== 'string');
    case 'set':
      return parts.members
        .flatMap(({ first, last }) => (first === last ? [first] : [first, last]))
        .filter((moment) => moment !== undefined);
    default:
      return [parts];
  }
}

/** Whether the digits of `pattern` are those of `number`, `X` standing for any. */
export function matches(pattern: string, number: number): boolean {
  const digits = String(Math.abs(number)).padStart(pattern.length, '0');
  if (digits.length !== pattern.length) return false;
  for (let at = 0; at < pattern.length; at++) {
    if (pattern[at] !== 'X' && pattern[at] !== digits[at]) return false;
  }
  return true;
}

function isGrammatical(value: string): boolean {
  try {
    parse(value);
    return true;
  } catch {
    return false;
  }
}

function partsOf(value: string): EdtfParts | undefined {
  const slash = value.indexOf('/');
  if (slash >= 0) {
    const start = endOf(value.slice(0, slash));
    const end = endOf(value.slice(slash + 1));
    return start === undefined || end === undefined ? undefined : { kind: 'interval', start, end };
  }
  const set = /^(?:\[(.*)\]|\{(.*)\})$/.exec(value);
  if (set === null) return momentOf(value);
  const members = (set[1] ?? set[2] ?? '').split(',').map((member) => memberOf(member.trim()));
  if (!members.every((member) => member !== undefined)) return undefined;
  return { kind: 'set', all: value.startsWith('{'), members };
}

function endOf(text: string): Moment | 'open' | 'unknown' | undefined {
  if (text === '') return 'unknown';
  return text === '..' ? 'open' : momentOf(text);
}

function memberOf(text: string): SetParts['members'][number] | undefined {
  const dots = text.indexOf('..');
  if (dots < 0) {
    const moment = momentOf(text);
    return moment === undefined ? undefined : { first: moment, last: moment };
  }
  const [from, to] = [text.slice(0, dots), text.slice(dots + 2)];
  const first = momentOf(from);
  const last = momentOf(to);
  if ((from !== '' && first === undefined) || (to !== '' && last === undefined)) return undefined;
  return { ...(first === undefined ? {} : { first }), ...(last === undefined ? {} : { last }) };
}

function momentOf(text: string): Moment | undefined {
  const bare = text.replaceAll(QUALIFIERS, '');
  return dateOf(text, bare) ?? seasonOf(bare) ?? yearsOf(bare);
}

function dateOf(text: string, bare: string): DateParts | undefined {
  const qualifier = qualifierOf(text, bare);
  if (SHORT_YEAR.test(bare)) {
    return { kind: 'date', year: bare.padEnd(bare.startsWith('-') ? 5 : 4, 'X'), qualifier };
  }
  const match = DATE.exec(bare) ?? TIMED.exec(bare);
  if (match === null || SEASON.test(bare)) return undefined;
  const [, year = '', month, day, time, zone] = match;
  return {
    kind: 'date',
    year,
    ...(month === undefined ? {} : { month }),
    ...(day === undefined ? {} : { day }),
    ...(time === undefined ? {} : { time }),
    ...(zone === undefined ? {} : { zone }),
    qualifier,
  };
}

function qualifierOf(text: string, bare: string): Qualifier {
  if (text === bare) return '';
  const last = text.at(-1);
  const whole = text.length === bare.length + 1 && (last === '?' || last === '~' || last === '%');
  return whole ? last : 'part';
}

function seasonOf(bare: string): SeasonParts | undefined {
  const match = SEASON.exec(bare);
  return match === null
    ? undefined
    : { kind: 'season', year: Number(match[1]), code: Number(match[2]) };
}

function yearsOf(bare: string): YearParts | undefined {
  const match = LONG_YEAR.exec(bare);
  if (match === null) return undefined;
  const [, base = '', exponent = '0', significant] = match;
  const year = Number(base) * 10 ** Number(exponent);
  if (significant === undefined) return { kind: 'years', first: year, last: year };
  const step = 10 ** Math.max(0, String(Math.abs(year)).length - Number(significant));
  const first = Math.floor(year / step) * step;
  return { kind: 'years', first, last: first + step - 1 };
}

/** Whether some day fits the pattern: not for 30 February, nor for 29 February 2023. */
function exists(moment: Moment): boolean {
  if (moment.kind !== 'date' || moment.month === undefined) return true;
  const { month, day } = moment;
  const year = moment.year.includes('X') || isLeap(Number(moment.year)) ? 2000 : 2001;
  return Array.from({ length: 12 }, (_, at) => at + 1).some(
    (number) =>
      matches(month, number) &&
      (day === undefined ||
        Array.from({ length: daysInMonth(year, number) }, (_, at) => at + 1).some((candidate) =>
          matches(day, candidate),
        )),
  );
}
