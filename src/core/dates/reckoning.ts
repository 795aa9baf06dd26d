/** Reckoning from the date of a text: the last month, the Wednesday before, the 24th. All values are EDTF. */
import { addDays, addMonths, daysInMonth, weekdayOf, type Day } from './calendar';
import { checkEdtf } from './edtf';

/** The date of a text, as far as it is known; months count from 1. */
export interface Reference {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
}

/** -1 for the one before, 0 for this one, 1 for the one after; `near` when the text does not say. */
export type Step = -1 | 0 | 1 | 'near';

/** How far ahead a month without a year is still one to come; further ones lie behind. */
const MONTHS_AHEAD = 3;

/** The first date in an EDTF value that begins with one; `undefined` when there is none. */
export function referenceOf(value: string): Reference | undefined {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T.*|[?~%])?$/.exec(value);
  if (match === null || !checkEdtf(value).ok) return undefined;
  const [, year, month, day] = match;
  if (month === undefined || Number(month) > 12) return { year: Number(year) };
  return {
    year: Number(year),
    month: Number(month),
    ...(day === undefined ? {} : { day: Number(day) }),
  };
}

export function isoYear(year: number): string {
  return String(year).padStart(4, '0');
}

export function isoMonth(year: number, month: number): string {
  return `${isoYear(year)}-${String(month).padStart(2, '0')}`;
}

export function isoDay({ year, month, day }: Day): string {
  return `${isoMonth(year, month)}-${String(day).padStart(2, '0')}`;
}

export function dayFrom(at: Reference, days: number): string | undefined {
  const from = fullDay(at);
  return from === undefined ? undefined : isoDay(addDays(from, days));
}

export function monthFrom(at: Reference, months: number): string | undefined {
  if (at.month === undefined) return undefined;
  const { year, month } = addMonths({ year: at.year, month: at.month }, months);
  return isoMonth(year, month);
}

/** The whole week, Monday to Sunday, as an interval. */
export function weekFrom(at: Reference, weeks: number): string | undefined {
  const from = fullDay(at);
  if (from === undefined) return undefined;
  const monday = addDays(from, weeks * 7 - weekdayOf(from));
  return `${isoDay(monday)}/${isoDay(addDays(monday, 6))}`;
}

/**
 * The day of that name, 0 for Monday. Near: the latest on or before the date of the text. The one before
 * and the one after are never the day of the text itself; this one is in the same week.
 */
export function weekdayNear(at: Reference, weekday: number, step: Step): string | undefined {
  const from = fullDay(at);
  if (from === undefined) return undefined;
  const ahead = weekday - weekdayOf(from);
  switch (step) {
    case 'near':
      return isoDay(addDays(from, ahead > 0 ? ahead - 7 : ahead));
    case -1:
      return isoDay(addDays(from, ahead >= 0 ? ahead - 7 : ahead));
    case 0:
      return isoDay(addDays(from, ahead));
    case 1:
      return isoDay(addDays(from, ahead <= 0 ? ahead + 7 : ahead));
  }
}

/**
 * The year of a month without one. Near: the latest such month, or one to come within three months of the
 * same year. The one before and the one after are never the month of the text itself; this one is in the
 * same year.
 */
export function yearOfMonth(at: Reference, month: number, step: Step): number | undefined {
  if (step === 0) return at.year;
  if (at.month === undefined) return step === 'near' ? at.year : undefined;
  switch (step) {
    case 'near':
      return month - at.month > MONTHS_AHEAD ? at.year - 1 : at.year;
    case -1:
      return month >= at.month ? at.year - 1 : at.year;
    case 1:
      return month <= at.month ? at.year + 1 : at.year;
  }
}

/** The latest day with this number in its month, on or before the date of the text. */
export function dayOfMonth(at: Reference, day: number): string | undefined {
  if (at.month === undefined || day < 1 || day > 31) return undefined;
  let { year, month } = { year: at.year, month: at.month };
  if (at.day !== undefined && day > at.day) ({ year, month } = addMonths({ year, month }, -1));
  if (day > daysInMonth(year, month)) ({ year, month } = addMonths({ year, month }, -1));
  return isoDay({ year, month, day });
}

function fullDay({ year, month, day }: Reference): Day | undefined {
  return month === undefined || day === undefined ? undefined : { year, month, day };
}
