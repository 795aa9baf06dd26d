/** The proleptic Gregorian calendar in numbers: months count from 1, times are milliseconds UTC. */

export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** Monday first, as in ISO 8601. */
export const WEEKDAYS = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;

const MS_PER_DAY = 86_400_000;

/**
 * Midnight at the start of a day. A day or month beyond its end runs on into the next; `NaN` for years
 * that a JavaScript date cannot hold (beyond about 271,000).
 */
export function startOfDay(year: number, month: number, day: number): number {
  // Date.UTC would take the years 0 to 99 for 1900 to 1999.
  return new Date(0).setUTCFullYear(year, month - 1, day);
}

/** 28 to 31; 0 for a month that does not exist. */
export function daysInMonth(year: number, month: number): number {
  if (month < 1 || month > 12) return 0;
  if (month === 2) return isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

export function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** The day `days` after `from`, or before it when negative. */
export function addDays(from: Day, days: number): Day {
  return dayOf(startOfDay(from.year, from.month, from.day) + days * MS_PER_DAY);
}

/** The day that contains the time. */
export function dayOf(time: number): Day {
  const date = new Date(time);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** 0 for Monday to 6 for Sunday. */
export function weekdayOf(day: Day): number {
  return (new Date(startOfDay(day.year, day.month, day.day)).getUTCDay() + 6) % 7;
}

/** The month `months` after, or before when negative. */
export function addMonths(
  from: { readonly year: number; readonly month: number },
  months: number,
): { readonly year: number; readonly month: number } {
  const count = from.year * 12 + from.month - 1 + months;
  const month = ((count % 12) + 12) % 12;
  return { year: (count - month) / 12, month: month + 1 };
}
