import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { daysInMonth } from '../../../src/core/dates/calendar';
import {
  dayFrom,
  dayOfMonth,
  isoDay,
  isoMonth,
  monthFrom,
  referenceOf,
  weekdayNear,
  weekFrom,
  yearOfMonth,
  type Reference,
  type Step,
} from '../../../src/core/dates/reckoning';

const RUNS = { numRuns: 10_000 };

const day = fc
  .tuple(
    fc.integer({ min: 1000, max: 3000 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 31 }),
  )
  .map(([year, month, number]) => ({
    year,
    month,
    day: Math.min(number, daysInMonth(year, month)),
  }));

const month = fc.integer({ min: 1, max: 12 });

describe('the date of a text', () => {
  const table: readonly (readonly [string, Reference | undefined])[] = [
    ['2024', { year: 2024 }],
    ['2024-07', { year: 2024, month: 7 }],
    ['2024-07-25', { year: 2024, month: 7, day: 25 }],
    ['2024-07-25T10:00:00Z', { year: 2024, month: 7, day: 25 }],
    ['2024-07~', { year: 2024, month: 7 }],
    ['2024-21', { year: 2024 }],
    ['2024-02-30', undefined],
    ['2024/2025', undefined],
    ['202X', undefined],
    ['', undefined],
  ];
  for (const [value, reference] of table) {
    it(`is ${reference === undefined ? 'unknown' : JSON.stringify(reference)} for “${value}”`, () => {
      assert.deepEqual(referenceOf(value), reference);
    });
  }
});

describe('reckoning from the date of a text', () => {
  it('needs a day for days and weeks, and a month for months', () => {
    const [year, yearAndMonth] = [{ year: 2024 }, { year: 2024, month: 7 }];
    assert.equal(dayFrom(yearAndMonth, 1), undefined);
    assert.equal(weekFrom(yearAndMonth, 0), undefined);
    assert.equal(weekdayNear(yearAndMonth, 0, 'near'), undefined);
    assert.equal(monthFrom(year, 1), undefined);
    assert.equal(dayOfMonth(year, 1), undefined);
    assert.equal(yearOfMonth(year, 3, -1), undefined);
    assert.equal(yearOfMonth(year, 3, 'near'), 2024);
  });

  it('takes a month that is near ahead for one to come, and a far one for the last', () => {
    const may = { year: 2024, month: 5 };
    const years = [1, 5, 8, 9, 12].map((number) => yearOfMonth(may, number, 'near'));
    assert.deepEqual(years, [2024, 2024, 2024, 2023, 2023]);
  });

  it('has a week from Monday to Sunday around every day', () => {
    fc.assert(
      fc.property(day, (at) => {
        const [monday = '', sunday = ''] = weekFrom(at, 0)?.split('/') ?? [];
        assert.ok(monday <= isoDay(at) && isoDay(at) <= sunday);
        assert.equal(Date.parse(sunday) - Date.parse(monday), 6 * 86_400_000);
        assert.equal(new Date(monday).getUTCDay(), 1);
      }),
      RUNS,
    );
  });

  it('finds the weekday before, in and after, each within a week', () => {
    const within: readonly (readonly [Step, number, number])[] = [
      ['near', -6, 0],
      [-1, -7, -1],
      [0, -6, 6],
      [1, 1, 7],
    ];
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 6 }), (at, weekday) => {
        for (const [step, least, most] of within) {
          const found = weekdayNear(at, weekday, step) ?? '';
          const days = (Date.parse(found) - Date.parse(isoDay(at))) / 86_400_000;
          assert.ok(days >= least && days <= most, `${step}: ${days}`);
          assert.equal((new Date(found).getUTCDay() + 6) % 7, weekday);
        }
      }),
      RUNS,
    );
  });

  it('finds the month before and after, each within a year and never the same', () => {
    fc.assert(
      fc.property(day, month, (at, number) => {
        const here = at.year * 12 + at.month;
        const distance = (step: Step): number =>
          (yearOfMonth(at, number, step) ?? 0) * 12 + number - here;
        assert.ok(distance(-1) >= -12 && distance(-1) <= -1);
        assert.ok(distance(1) >= 1 && distance(1) <= 12);
        assert.ok(distance('near') >= -11 && distance('near') <= 3);
        assert.equal(yearOfMonth(at, number, 0), at.year);
      }),
      RUNS,
    );
  });

  it('finds the latest day with a number, which exists and does not lie ahead', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 31 }), (at, number) => {
        const found = dayOfMonth(at, number) ?? '';
        assert.ok(found <= isoDay(at));
        assert.equal(new Date(found).getUTCDate(), number);
        assert.ok(Date.parse(isoDay(at)) - Date.parse(found) <= 62 * 86_400_000);
      }),
      RUNS,
    );
  });

  it('writes years with four digits', () => {
    assert.equal(isoMonth(44, 3), '0044-03');
    assert.equal(isoDay({ year: 44, month: 3, day: 5 }), '0044-03-05');
  });
});
