/** The first and the last moment that an EDTF value may mean. */
import { daysInMonth, startOfDay } from './calendar';
import { matches, type DateParts, type EdtfParts, type Moment } from './parts';
import { yearPartOf } from './seasons';

/** Milliseconds UTC, both inclusive. */
export interface Bounds {
  readonly min: number;
  readonly max: number;
}

/** The first and last time that a JavaScript date can hold; they stand for "no bound". */
export const EARLIEST = -8_640_000_000_000_000;
export const LATEST = 8_640_000_000_000_000;

/** Always finite, with `min <= max` for parts that do not run backwards. */
export function boundsOf(parts: EdtfParts): Bounds {
  switch (parts.kind) {
    case 'interval':
      return {
        min: typeof parts.start === 'string' ? EARLIEST : momentBounds(parts.start).min,
        max: typeof parts.end === 'string' ? LATEST : momentBounds(parts.end).max,
      };
    case 'set':
      return {
        min: Math.min(...parts.members.map(({ first }) => boundOf(first, 'min', EARLIEST))),
        max: Math.max(...parts.members.map(({ last }) => boundOf(last, 'max', LATEST))),
      };
    default:
      return momentBounds(parts);
  }
}

/** Whether an interval, or a range of a set, ends before it starts. */
export function runsBackwards(parts: EdtfParts): boolean {
  switch (parts.kind) {
    case 'interval':
      return isBackwards(boundsOf(parts));
    case 'set':
      return parts.members.some(({ first, last }) =>
        isBackwards({
          min: boundOf(first, 'min', EARLIEST),
          max: boundOf(last, 'max', LATEST),
        }),
      );
    default:
      return false;
  }
}

function isBackwards({ min, max }: Bounds): boolean {
  return max < min;
}

function boundOf(moment: Moment | undefined, side: keyof Bounds, none: number): number {
  return moment === undefined ? none : momentBounds(moment)[side];
}

function momentBounds(moment: Moment): Bounds {
  switch (moment.kind) {
    case 'years':
      return untilBefore(startOfDay(moment.first, 1, 1), startOfDay(moment.last + 1, 1, 1), moment);
    case 'season': {
      const { from, months } = yearPartOf(moment.code) ?? { from: 1, months: 12 };
      return untilBefore(
        startOfDay(moment.year, from, 1),
        startOfDay(moment.year, from + months, 1),
        { first: moment.year, last: moment.year },
      );
    }
    case 'date':
      return moment.time === undefined ? dayBounds(moment) : timeBounds(moment, moment.time);
  }
}

/** `[start, end)` as bounds; a side that no JavaScript date can hold becomes the outermost it can. */
function untilBefore(
  start: number,
  end: number,
  years: { readonly first: number; readonly last: number },
): Bounds {
  return {
    min: Number.isNaN(start) ? outermost(years.first) : start,
    max: Number.isNaN(end) ? outermost(years.last) : end - 1,
  };
}

function outermost(year: number): number {
  return year < 0 ? EARLIEST : LATEST;
}

function dayBounds({ year, month, day }: DateParts): Bounds {
  if (month === undefined) {
    const ends = [numberOf(year, '0'), numberOf(year, '9')];
    return {
      min: startOfDay(Math.min(...ends), 1, 1),
      max: startOfDay(Math.max(...ends) + 1, 1, 1) - 1,
    };
  }
  const first = extremeOf(year, month, day, 1);
  const last = extremeOf(year, month, day, -1);
  return { min: first.start, max: last.end };
}

/** The first (`step` 1) or last (`step` -1) day or month that fits the pattern. */
function extremeOf(
  yearPattern: string,
  month: string,
  day: string | undefined,
  step: 1 | -1,
): { readonly start: number; readonly end: number } {
  const ends = [numberOf(yearPattern, '0'), numberOf(yearPattern, '9')].sort((a, b) => a - b);
  const [low = 0, high = 0] = ends;
  const digits = yearPattern.replace('-', '');
  for (const year of inOrder(low, high, step)) {
    if (!matches(digits, year)) continue;
    for (const candidate of inOrder(1, 12, step)) {
      if (!matches(month, candidate)) continue;
      const last = daysInMonth(year, candidate);
      if (day === undefined) {
        return {
          start: startOfDay(year, candidate, 1),
          end: startOfDay(year, candidate, last + 1) - 1,
        };
      }
      for (const date of inOrder(1, last, step)) {
        if (!matches(day, date)) continue;
        return {
          start: startOfDay(year, candidate, date),
          end: startOfDay(year, candidate, date + 1) - 1,
        };
      }
    }
  }
  return { start: startOfDay(low, 1, 1), end: startOfDay(high + 1, 1, 1) - 1 };
}

function* inOrder(low: number, high: number, step: 1 | -1): Generator<number> {
  for (let at = step === 1 ? low : high; at >= low && at <= high; at += step) yield at;
}

function numberOf(pattern: string, digit: string): number {
  return Number(pattern.replaceAll('X', digit));
}

/** As long as the time is precise: a minute or a second. A time without a zone is taken as UTC. */
function timeBounds({ year, month = '1', day = '1', zone }: DateParts, time: string): Bounds {
  const [hours = 0, minutes = 0, seconds] = time.split(':').map(Number);
  const min =
    startOfDay(Number(year), Number(month), Number(day)) +
    ((hours * 60 + minutes - offsetOf(zone)) * 60 + (seconds ?? 0)) * 1000;
  if (seconds === undefined) return { min, max: min + 59_999 };
  return { min, max: Number.isInteger(seconds) ? min + 999 : min };
}

/** Minutes east of UTC. */
function offsetOf(zone: string | undefined): number {
  if (zone === undefined || zone === 'Z') return 0;
  const digits = zone.slice(1).replace(':', '').padEnd(4, '0');
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  return zone.startsWith('+') ? minutes : -minutes;
}
