/** Why a value is not EDTF, in words that say what to write instead. */
import { daysInMonth, MONTHS } from './calendar';
import { MAX_LENGTH, readEdtf } from './parts';

type Complaint = (match: RegExpExecArray) => string | undefined;

/** A value that looks like the pattern gets the advice beside it; the first that has one wins. */
const COMPLAINTS: readonly (readonly [RegExp, Complaint])[] = [
  [/^\s*$/, () => 'Write a date such as 2024-04-26, 2024-04 or 2024.'],
  [/^\s|\s$/, () => 'Leave out the spaces before and after the date.'],
  [
    /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/,
    ([, first = '', second = '', year = '']) => yearFirst(year, second, first),
  ],
  [
    /^(\d{4})[./](\d{1,2})[./](\d{1,2})$/,
    ([, year = '', month = '', day = '']) => yearFirst(year, month, day),
  ],
  [
    /^(\d{4})(\d\d)(\d\d)$/,
    ([, year = '', month = '', day = '']) => plainly(isoOf(year, month, day)),
  ],
  [
    /^(\d{4})[-‐‑‒–—−](\d{1,2})(?:[-‐‑‒–—−](\d{1,2}))?$/,
    ([value, year = '', month = '', day]) => calendarComplaint(value, year, month, day),
  ],
  [
    /^(\d{4})-?Q([1-4])$/i,
    ([, year = '', quarter = '']) => `Write a quarter as ${year}-${32 + Number(quarter)}.`,
  ],
  [
    /^(\d{4})-?H([12])$/i,
    ([, year = '', half = '']) => `Write a half-year as ${year}-${39 + Number(half)}.`,
  ],
  [
    /^\d{4}-?W\d{1,2}/i,
    () => 'Write a week by its first and last day, such as 2024-04-22/2024-04-28.',
  ],
  [/^\d{5,}$/, ([value]) => `Write a year of more than four digits as Y${value}.`],
  [/^\d{3}0s$/, ([value]) => `Write a decade as ${value.slice(0, 3)}X.`],
  [/^[^/]*\/[^/]*$/, ([value]) => intervalComplaint(value)],
  [
    /^\d{4}.*T/,
    () => 'Write a time as 2024-04-26T14:30:00, with Z or an offset such as +02:00 where known.',
  ],
];

const EXAMPLES = 'such as 2024-04-26, 2024-04, 2024~ (about 2024) or 2024-04/2024-06';
const SHOWN = 40;

/** One or two sentences about a value that is not EDTF. */
export function complaintOf(value: string): string {
  if (value.length > MAX_LENGTH) return `This is too long for a date. Write one ${EXAMPLES}.`;
  for (const [pattern, complaint] of COMPLAINTS) {
    const match = pattern.exec(value);
    const message = match === null ? undefined : complaint(match);
    if (message !== undefined) return message;
  }
  const shown = value.length > SHOWN ? `${value.slice(0, SHOWN)}…` : value;
  return `“${shown}” is not a date in EDTF. Write one ${EXAMPLES}.`;
}

/** Advice for a date with its parts in another order or form, when they name a day that exists. */
function yearFirst(year: string, month: string, day: string): string | undefined {
  const readings = [isoOf(year, month, day), isoOf(year, day, month)];
  const days = new Set(readings.filter((iso) => iso !== undefined));
  return days.size === 0
    ? undefined
    : `Write the year first and use dashes: ${[...days].join(' or ')}.`;
}

function plainly(iso: string | undefined): string | undefined {
  return iso === undefined ? undefined : `Use two digits and plain dashes: ${iso}.`;
}

function isoOf(year: string, month: string, day: string): string | undefined {
  const exists = Number(day) >= 1 && Number(day) <= daysInMonth(Number(year), Number(month));
  return exists ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : undefined;
}

function intervalComplaint(value: string): string {
  if (readEdtf(value) !== undefined) {
    return 'The interval ends before it starts. Write the earlier date first.';
  }
  const wrong = value
    .split('/')
    .find((end) => end !== '' && end !== '..' && readEdtf(end) === undefined);
  if (wrong !== undefined) return complaintOf(wrong);
  return 'Write an interval with its first and last date, such as 2024-04/2024-06, or 2022/.. for an open end.';
}

function calendarComplaint(
  value: string,
  year: string,
  month: string,
  day: string | undefined,
): string | undefined {
  const name = MONTHS[Number(month) - 1];
  if (name === undefined) {
    return `There is no month ${month}. Months are 01 to 12; write ${year} when the month is not known.`;
  }
  const mm = month.padStart(2, '0');
  const days = daysInMonth(Number(year), Number(month));
  if (day !== undefined && (Number(day) < 1 || Number(day) > days)) {
    return `${name} ${year} has days 01 to ${days}. Write ${year}-${mm} when the day is not known.`;
  }
  const iso = day === undefined ? `${year}-${mm}` : `${year}-${mm}-${day.padStart(2, '0')}`;
  return iso === value ? undefined : plainly(iso);
}
