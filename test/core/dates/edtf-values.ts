/** EDTF values for the laws of the tests: every feature of levels 0 to 2, made of its parts. */
import fc from 'fast-check';
import { daysInMonth } from '../../../src/core/dates/calendar';

const digits = (value: number, length: number): string => String(value).padStart(length, '0');

const year = fc.integer({ min: 0, max: 9999 });
const month = fc.integer({ min: 1, max: 12 });

/** `2024`, `2024-04`, `2024-04-26`. */
export const calendarDate: fc.Arbitrary<string> = fc
  .tuple(year, month, fc.integer({ min: 1, max: 31 }), fc.constantFrom(1, 2, 3))
  .map(([y, m, d, precision]) =>
    [digits(y, 4), digits(m, 2), digits(Math.min(d, daysInMonth(y, m)), 2)]
      .slice(0, precision)
      .join('-'),
  );

const clock = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hours, minutes]) => `${digits(hours, 2)}:${digits(minutes, 2)}`);

const dateTime = fc
  .tuple(calendarDate, clock, fc.constantFrom('', 'Z', '+02:00', '-11:30'))
  .map(
    ([date, time, zone]) => `${date}${'-01'.repeat(3 - date.split('-').length)}T${time}:30${zone}`,
  );

const qualified = fc
  .tuple(calendarDate, fc.constantFrom('?', '~', '%'))
  .map(([date, qualifier]) => date + qualifier);

const partlyQualified = fc
  .tuple(year, month, fc.constantFrom('?', '~', '%'))
  .map(([y, m, qualifier]) => `${digits(y, 4)}-${qualifier}${digits(m, 2)}-11`);

const unspecified = fc.oneof(
  year.map((y) => `${digits(y, 4).slice(0, 3)}X`),
  year.map((y) => `${digits(y, 4).slice(0, 2)}XX`),
  year.map((y) => `${digits(y, 4)}-XX`),
  fc.tuple(year, month).map(([y, m]) => `${digits(y, 4)}-${digits(m, 2)}-XX`),
  year.map((y) => `${digits(y, 4)}-XX-XX`),
);

const season = fc
  .tuple(year, fc.integer({ min: 21, max: 41 }))
  .map(([y, code]) => `${digits(y, 4)}-${code}`);

const longYear = fc.oneof(
  fc.integer({ min: 10_000, max: 900_000_000 }).map((y) => `Y${y}`),
  fc.integer({ min: 10_000, max: 900_000_000 }).map((y) => `Y-${y}`),
  year.map((y) => `${digits(y, 4)}S2`),
  fc.integer({ min: 1, max: 9 }).map((exponent) => `Y17E${exponent}`),
);

const interval = fc.oneof(
  fc.tuple(calendarDate, calendarDate).map((ends) => ends.sort().join('/')),
  calendarDate.map((date) => `${date}/..`),
  calendarDate.map((date) => `../${date}`),
  calendarDate.map((date) => `${date}/`),
  calendarDate.map((date) => `/${date}`),
);

const set = fc
  .tuple(
    fc.array(calendarDate, { minLength: 1, maxLength: 4 }),
    fc.constantFrom('[]', '{}'),
    fc.constantFrom('', '..'),
  )
  .map(([members, brackets, open]) => {
    const [left = '', right = ''] = brackets;
    return `${left}${members.join(',')}${open}${right}`;
  });

/** Any valid EDTF value. */
export const edtfValue: fc.Arbitrary<string> = fc.oneof(
  calendarDate,
  dateTime,
  qualified,
  partlyQualified,
  unspecified,
  season,
  longYear,
  interval,
  set,
);

/** Text that may look like EDTF: what an analyst might type, and what nobody would. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...Array.from('0123456789-/.?~%XYZTES[]{},: +')) }),
  fc
    .tuple(edtfValue, fc.nat(30), fc.constantFrom(...Array.from('0-/X?. T')))
    .map(([value, at, letter]) => {
      const place = at % (value.length + 1);
      return value.slice(0, place) + letter + value.slice(place + 1);
    }),
);
