import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { dayOf, weekdayOf } from '../../../src/core/dates/calendar';
import { checkEdtf, edtfBounds } from '../../../src/core/dates/edtf';
import { suggestDate } from '../../../src/core/dates/relative';
import { anyText, edtfValue } from './edtf-values';

const RUNS = { numRuns: 10_000 };

type Row = readonly [expression: string, reference: string | undefined, value: string | undefined];

/** Thursday, 25 July 2024. */
const JULY = '2024-07-25';
/** Wednesday, 26 April 2023. */
const APRIL = '2023-04-26';
/** Saturday, 18 May 2024. */
const MAY = '2024-05-18';

function cases(title: string, rows: readonly Row[]): void {
  describe(title, () => {
    for (const [expression, reference, value] of rows) {
      it(`“${expression}” from ${reference ?? 'nowhere'} is ${value ?? 'open'}`, () => {
        assert.equal(suggestDate(expression, reference), value);
      });
    }
  });
}

cases('months', [
  ['last month', JULY, '2024-06'],
  ['last month', '2024-01', '2023-12'],
  ['next month', MAY, '2024-06'],
  ['this November', JULY, '2024-11'],
  ['last September', MAY, '2023-09'],
  ['last May', MAY, '2023-05'],
  ['next May', MAY, '2025-05'],
  ['in March', APRIL, '2023-03'],
  ['January', APRIL, '2023-01'],
  ['April', APRIL, '2023-04'],
  ['June', MAY, '2024-06'],
  ['October', MAY, '2023-10'],
  ['April last year', MAY, '2023-04'],
  ['in April of last year', MAY, '2023-04'],
  ['last year in April', MAY, '2023-04'],
  ['February 2022', undefined, '2022-02'],
  ['Feb. 2022', undefined, '2022-02'],
  ['Sept. 2022', undefined, '2022-09'],
  ['the beginning of March 2023', undefined, '2023-03'],
  ['late last month', '2024-03-31', '2024-02'],
  ['three months ago', '2024-02-10', '2023-11'],
]);

cases('days', [
  ['on the 24th', JULY, '2024-07-24'],
  ['the 13th', JULY, '2024-07-13'],
  ['the 25th', JULY, '2024-07-25'],
  ['the 30th', JULY, '2024-06-30'],
  ['the 31st', '2024-07-05', '2024-05-31'],
  ['the 30th', '2024-03-05', '2024-01-30'],
  ['the 15th', '2024-07', '2024-07-15'],
  ['the 45th', JULY, undefined],
  ['24', JULY, undefined],
  ['today', JULY, '2024-07-25'],
  ['yesterday', '2024-03-01', '2024-02-29'],
  ['last night', MAY, '2024-05-17'],
  ['this morning', MAY, '2024-05-18'],
  ['tomorrow', '2024-12-31', '2025-01-01'],
  ['two days ago', MAY, '2024-05-16'],
  ['10 days from now', MAY, '2024-05-28'],
  ['three weeks ago', MAY, '2024-04-27~'],
  ['two days later', JULY, undefined],
]);

cases('weekdays', [
  ['Wednesday', APRIL, '2023-04-26'],
  ['on Wednesday', '2023-04-27', '2023-04-26'],
  ['Friday', MAY, '2024-05-17'],
  ['Friday morning (local time)', MAY, '2024-05-17'],
  ['late Friday', MAY, '2024-05-17'],
  ['last Saturday', MAY, '2024-05-11'],
  ['next Saturday', MAY, '2024-05-25'],
  ['this Sunday', MAY, '2024-05-19'],
  ['Sunday', MAY, '2024-05-12'],
  ['this week', JULY, '2024-07-22/2024-07-28'],
  ['earlier this week', JULY, '2024-07-22/2024-07-28'],
  ['last week', '2024-01-02', '2023-12-25/2023-12-31'],
]);

cases('years and parts of years', [
  ['2022', undefined, '2022'],
  ['in 2022', undefined, '2022'],
  ['last year', '2024', '2023'],
  ['earlier this year', APRIL, '2023'],
  ['next year', APRIL, '2024'],
  ['mid-2022', undefined, '2022'],
  ['a year ago', MAY, '2023'],
  ['ten years ago', MAY, '2014'],
  ['two decades ago', MAY, '2004~'],
  ['the 1990s', undefined, '199X'],
  ['summer of 2023', undefined, '2023-22'],
  ['the fall of 2021', undefined, '2021-23'],
  ['spring last year', MAY, '2023-21'],
  ['this summer', MAY, '2024-22'],
  ['the first quarter of 2024', undefined, '2024-33'],
  ['Q3 2024', undefined, '2024-35'],
]);

cases('whole dates', [
  ['April 26, 2023', undefined, '2023-04-26'],
  ['26 April 2023', undefined, '2023-04-26'],
  ['the 26th of April 2023', undefined, '2023-04-26'],
  ['Wednesday, April 26, 2023', undefined, '2023-04-26'],
  ['April 26', '2023-05-01', '2023-04-26'],
  ['May 25', MAY, '2024-05-25'],
  ['Sept. 3', MAY, '2023-09-03'],
  ['18.05.2024', undefined, '2024-05-18'],
  ['14:48 18.05.2024', undefined, '2024-05-18T14:48:00'],
  ['18.05.2024, 9:05', undefined, '2024-05-18T09:05:00'],
  ['2024.07.25', undefined, '2024-07-25'],
  ['13/2/2024', undefined, '2024-02-13'],
  ['2/13/2024', undefined, '2024-02-13'],
  ['5/5/2024', undefined, '2024-05-05'],
  ['1/2/2024', undefined, undefined],
  ['February 30, 2024', undefined, undefined],
  ['30.02.2024', undefined, undefined],
  ['2024-05-18', undefined, '2024-05-18'],
  ['2024-05~', undefined, '2024-05~'],
]);

cases('qualified dates', [
  ['about 2022', undefined, '2022~'],
  ['around April 2023', undefined, '2023-04~'],
  ['since February 2022', undefined, '2022-02/..'],
  ['since February', APRIL, '2023-02/..'],
  ['until the end of 2025', undefined, '../2025'],
  ['since this week', JULY, undefined],
]);

cases('what stays open', [
  ['', JULY, undefined],
  ['soon', JULY, undefined],
  ['20', JULY, undefined],
  ['the war', JULY, undefined],
  ['last month', undefined, undefined],
  ['last month', '2024', undefined],
  ['the 24th', '2024', undefined],
  ['Wednesday', '2023-04', undefined],
  ['Wednesday', 'yesterday', undefined],
  ['last month', '2024-02-30', undefined],
  ['last month', '2024-21', undefined],
]);

describe('the reference', () => {
  it('may have a time, and may be uncertain or approximate', () => {
    assert.equal(suggestDate('yesterday', '2024-05-18T14:48:00'), '2024-05-17');
    assert.equal(suggestDate('last month', '2024-05~'), '2024-04');
  });

  it('is not needed for a date that says all itself', () => {
    assert.equal(suggestDate('April 26, 2023', 'no date'), '2023-04-26');
  });
});

describe('the expression', () => {
  it('may have capitals, quotes, brackets, long dashes and line breaks', () => {
    for (const written of [
      'LAST MONTH',
      '“last month”',
      '(last month)',
      'last\n  month',
      'last month,',
    ]) {
      assert.equal(suggestDate(written, JULY), '2024-06', written);
    }
    assert.equal(suggestDate('mid–July', JULY), '2024-07');
  });
});

describe('the laws of suggested dates', () => {
  const words = fc
    .array(
      fc.constantFrom(
        ...'last next this the in on of about since early year month week Friday May 24th 31st 2024 30 a two ago days quarter first summer 12.13.2024 , q4'.split(
          ' ',
        ),
      ),
      { maxLength: 5 },
    )
    .map((some) => some.join(' '));
  const expression = fc.oneof(words, anyText);
  const reference = fc.oneof(fc.constant(undefined), edtfValue, anyText);
  const day = fc
    .integer({ min: 0, max: 30_000 })
    .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));

  it('whatever is suggested is valid, and nothing throws', () => {
    fc.assert(
      fc.property(expression, reference, (text, at) => {
        const value = suggestDate(text, at);
        if (value !== undefined) assert.ok(checkEdtf(value).ok, value);
      }),
      RUNS,
    );
  });

  it('a weekday is that day, at most six days back', () => {
    fc.assert(
      fc.property(day, (at) => {
        const min = edtfBounds(suggestDate('Wednesday', at) ?? '')?.min ?? 0;
        const days = (Date.parse(at) - min) / 86_400_000;
        assert.ok(days >= 0 && days < 7);
        assert.equal(weekdayOf(dayOf(min)), 2);
      }),
      RUNS,
    );
  });

  it('a day of the month has that number and does not lie ahead', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 4, max: 20 }), (at, number) => {
        const value = suggestDate(`the ${number}th`, at) ?? '';
        assert.equal(Number(value.slice(-2)), number);
        assert.ok(value <= at);
      }),
      RUNS,
    );
  });

  it('a date written out is found again', () => {
    fc.assert(
      fc.property(day, (at) => {
        const date = new Date(at);
        const format = (locale: string): string =>
          date.toLocaleDateString(locale, { dateStyle: 'long', timeZone: 'UTC' });
        assert.equal(suggestDate(format('en-US'), undefined), at);
        assert.equal(suggestDate(format('en-GB'), undefined), at);
      }),
      { numRuns: 1000 },
    );
  });
});
