import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  addDays,
  addMonths,
  dayOf,
  daysInMonth,
  isLeap,
  startOfDay,
  weekdayOf,
  type Day,
} from '../../../src/core/dates/calendar';

const anyDay: fc.Arbitrary<Day> = fc
  .integer({ min: -2_000_000, max: 2_000_000 })
  .map((days) => dayOf(days * 86_400_000));

describe('the calendar', () => {
  it('has leap years every four years, but for centuries, but for every fourth', () => {
    assert.deepEqual([2023, 2024, 1900, 2000, 0, -4].map(isLeap), [
      false,
      true,
      false,
      true,
      true,
      true,
    ]);
  });

  it('knows how long months are, and that there is no thirteenth', () => {
    const days = Array.from({ length: 14 }, (_, month) => daysInMonth(2024, month));
    assert.deepEqual(days, [0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31, 0]);
    assert.equal(daysInMonth(2023, 2), 28);
  });

  it('takes the years 0 to 99 as they are', () => {
    assert.equal(new Date(startOfDay(44, 3, 15)).toISOString(), '0044-03-15T00:00:00.000Z');
    assert.equal(new Date(startOfDay(-44, 3, 15)).toISOString(), '-000044-03-15T00:00:00.000Z');
  });

  it('has no time for years beyond those of JavaScript', () => {
    assert.ok(Number.isNaN(startOfDay(300_000, 1, 1)));
  });

  it('counts weekdays from Monday', () => {
    assert.equal(weekdayOf({ year: 2023, month: 4, day: 26 }), 2);
    assert.equal(weekdayOf({ year: 2024, month: 5, day: 19 }), 6);
  });

  it('goes over the ends of months and years', () => {
    assert.deepEqual(addDays({ year: 2024, month: 12, day: 31 }, 1), {
      year: 2025,
      month: 1,
      day: 1,
    });
    assert.deepEqual(addDays({ year: 2024, month: 3, day: 1 }, -1), {
      year: 2024,
      month: 2,
      day: 29,
    });
    assert.deepEqual(addMonths({ year: 2024, month: 1 }, -1), { year: 2023, month: 12 });
    assert.deepEqual(addMonths({ year: 2024, month: 12 }, 13), { year: 2026, month: 1 });
  });

  it('takes back every step', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (day, step) => {
        assert.deepEqual(addDays(addDays(day, step), -step), day);
        const { year, month } = day;
        assert.deepEqual(addMonths(addMonths({ year, month }, step), -step), { year, month });
      }),
      { numRuns: 10_000 },
    );
  });

  it('has a week of seven days everywhere', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        assert.equal(weekdayOf(addDays(day, 7)), weekdayOf(day));
        assert.equal(weekdayOf(addDays(day, 1)), (weekdayOf(day) + 1) % 7);
      }),
      { numRuns: 10_000 },
    );
  });
});
