import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { EARLIEST, LATEST } from '../../../src/core/dates/bounds';
import { startOfDay } from '../../../src/core/dates/calendar';
import { checkEdtf, compareEdtf, edtfBounds, formatEdtf } from '../../../src/core/dates/edtf';
import { matches } from '../../../src/core/dates/parts';
import { anyText, calendarDate, edtfValue } from './edtf-values';

const RUNS = { numRuns: 10_000 };

function messageFor(value: string): string {
  const check = checkEdtf(value);
  return check.ok ? 'ok' : check.message;
}

/** `2024-04-01 2024-04-30`: the days of the bounds, `…` for none. */
function daysOf(value: string): string {
  const bounds = edtfBounds(value);
  assert.ok(bounds !== undefined, value);
  const { min, max } = bounds;
  const day = (time: number): string =>
    time === EARLIEST || time === LATEST ? '…' : new Date(time).toISOString().slice(0, 10);
  return `${day(min)} ${day(max)}`;
}

describe('checking a date', () => {
  it('accepts what the specification of EDTF gives as examples', () => {
    const examples = [
      ...['1985-04-12', '1985-04', '1985', '1985-04-12T23:20:30', '1985-04-12T23:20:30Z'],
      ...['1985-04-12T23:20:30+04:30', '1964/2008', '2004-06/2006-08', '2004-02-01/2005'],
      ...['Y170000002', 'Y-170000002', '2001-21', '1984?', '2004-06~', '2004-06-11%'],
      ...['201X', '20XX', '2004-XX', '1985-04-XX', '1985-XX-XX', '1985-04-12/..', '1985/'],
      ...['../1985-04-12', '/1985', '-1985', 'Y-17E7', '1950S2', 'Y171010000S3', '2001-34'],
      ...['[1667,1668,1670..1672]', '[..1760-12-03]', '[1760-12..]', '{1667,1668,1670..1672}'],
      ...['2004-06-~01/2004-06-~20', '2004?-06-11', '?2004-06-~11', '156X-12-25', '1XXX-XX'],
    ];
    for (const value of examples) assert.equal(messageFor(value), 'ok', value);
  });

  it('accepts an interval within one day, which the package edtf does not', () => {
    assert.equal(messageFor('2023-04-26/2023-04-26'), 'ok');
  });

  it('refuses days that never were, also where the package edtf takes them', () => {
    for (const value of [
      '2024-02-30',
      '2023-02-29',
      '1900-02-29',
      '2023-02-29/2024',
      '2024-06-31',
    ]) {
      assert.notEqual(messageFor(value), 'ok', value);
    }
    assert.equal(messageFor('2024-02-29'), 'ok');
    assert.equal(messageFor('202X-02-29'), 'ok');
  });

  const refused: readonly (readonly [string, RegExp])[] = [
    ['', /^Write a date such as 2024-04-26, 2024-04 or 2024\.$/],
    ['   ', /^Write a date such as/],
    [' 2024', /spaces/],
    ['NO', /^“NO” is not a date in EDTF\. Write one such as 2024-04-26/],
    ['last month', /“last month” is not a date/],
    ['2024-02-30', /^February 2024 has days 01 to 29\. Write 2024-02 when/],
    ['2023-02-29', /^February 2023 has days 01 to 28/],
    ['2024-02-00', /days 01 to 29/],
    ['2024-13-01', /^There is no month 13\./],
    ['2024-00', /^There is no month 00\./],
    ['18.05.2024', /year first and use dashes: 2024-05-18\.$/],
    ['5/18/2024', /2024-05-18\.$/],
    ['1/2/2024', /2024-02-01 or 2024-01-02\.$/],
    ['2024/05/18', /2024-05-18/],
    ['20240426', /two digits and plain dashes: 2024-04-26\.$/],
    ['2024-4-5', /2024-04-05\.$/],
    ['2024–04', /2024-04\.$/],
    ['2024-Q3', /2024-35\.$/],
    ['2024H2', /2024-41\.$/],
    ['2024-W17', /week by its first and last day/],
    ['1990s', /199X\.$/],
    ['12345', /Y12345\.$/],
    ['2024-04-26T25:00', /^Write a time as/],
    ['2023/2022', /ends before it starts/],
    ['2023-02-29/2024', /^February 2023 has/],
    ['2024/soon', /“soon” is not a date/],
    ['2024-21/2024-22', /interval with its first and last date/],
    ['[2023..2022]', /is not a date in EDTF/],
    ['2'.repeat(5000), /too long/],
  ];
  for (const [value, message] of refused) {
    it(`says of ${JSON.stringify(value.slice(0, 20))} what to write`, () => {
      assert.match(messageFor(value), message);
    });
  }

  it('proposes in its message only dates that it would accept', () => {
    for (const [value] of refused) {
      for (const [date] of messageFor(value).matchAll(/(?<![\d“])\d{4}-[\dX-]+\d(?:\/[\d-]+)?/g)) {
        if (date !== value) assert.equal(messageFor(date), 'ok', `${value}: ${date}`);
      }
    }
  });

  it('never throws, and says something short when it refuses', () => {
    fc.assert(
      fc.property(anyText, (value) => {
        const message = messageFor(value);
        assert.ok(message !== '' && message.length < 200);
      }),
      RUNS,
    );
  });
});

describe('the bounds of a date', () => {
  const table: readonly (readonly [string, string])[] = [
    ['2024', '2024-01-01 2024-12-31'],
    ['2024-02', '2024-02-01 2024-02-29'],
    ['2024-04-26', '2024-04-26 2024-04-26'],
    ['2024~', '2024-01-01 2024-12-31'],
    ['2024-?03-02', '2024-03-02 2024-03-02'],
    ['201X', '2010-01-01 2019-12-31'],
    ['201', '2010-01-01 2019-12-31'],
    ['20', '2000-01-01 2099-12-31'],
    ['2024-XX', '2024-01-01 2024-12-31'],
    ['2023-02-XX', '2023-02-01 2023-02-28'],
    ['2024-1X-15', '2024-10-15 2024-12-15'],
    ['201X-02-29', '2012-02-29 2016-02-29'],
    ['2022/..', '2022-01-01 …'],
    ['../2022', '… 2022-12-31'],
    ['2022/', '2022-01-01 …'],
    ['2022-03/2022-05-07', '2022-03-01 2022-05-07'],
    ['2024-21', '2024-03-01 2024-05-31'],
    ['2024-24', '2024-12-01 2025-02-28'],
    ['2024-30', '2024-12-01 2025-02-28'],
    ['2024-33', '2024-01-01 2024-03-31'],
    ['2024-39', '2024-09-01 2024-12-31'],
    ['2024-41', '2024-07-01 2024-12-31'],
    ['{2022-03-02..2022-03-05}', '2022-03-02 2022-03-05'],
    ['[2022,2020]', '2020-01-01 2022-12-31'],
    ['[..2022]', '… 2022-12-31'],
    ['[2022..]', '2022-01-01 …'],
    ['1950S2', '1900-01-01 1999-12-31'],
  ];
  for (const [value, days] of table) {
    it(`of ${value} are ${days}`, () => {
      assert.equal(daysOf(value), days);
    });
  }

  it('are the minute or the second of a time, in UTC', () => {
    const utc = Date.UTC(2024, 3, 26, 14, 30);
    assert.deepEqual(edtfBounds('2024-04-26T14:30'), { min: utc, max: utc + 59_999 });
    assert.deepEqual(edtfBounds('2024-04-26T14:30:00Z'), { min: utc, max: utc + 999 });
    assert.deepEqual(edtfBounds('2024-04-26T16:30:00+02:00'), { min: utc, max: utc + 999 });
    assert.deepEqual(edtfBounds('2024-04-26T09:00:00-05:30'), { min: utc, max: utc + 999 });
    assert.deepEqual(edtfBounds('2024-04-26T24:00:00')?.min, Date.UTC(2024, 3, 27));
  });

  it('stay within what a JavaScript date can hold', () => {
    assert.deepEqual(edtfBounds('Y170000002'), { min: LATEST, max: LATEST });
    assert.deepEqual(edtfBounds('Y-17E7'), { min: EARLIEST, max: EARLIEST });
    assert.deepEqual(edtfBounds('../..'), { min: EARLIEST, max: LATEST });
  });

  it('reach back before our era', () => {
    assert.equal(edtfBounds('-0044-03-15')?.min, startOfDay(-44, 3, 15));
    assert.deepEqual(edtfBounds('-004X'), {
      min: startOfDay(-49, 1, 1),
      max: startOfDay(-39, 1, 1) - 1,
    });
  });

  it('are those of the days that fit, whatever digits are unspecified', () => {
    const digit = (choices: string): fc.Arbitrary<string> =>
      fc.constantFrom(...Array.from(choices), 'X');
    const pattern = fc.tuple(
      digit('234'),
      digit('01'),
      digit('0123456789'),
      digit('0123'),
      digit('0123456789'),
    );
    fc.assert(
      fc.property(pattern, ([y, m1, m2, d1, d2]) => {
        const bounds = edtfBounds(`202${y}-${m1}${m2}-${d1}${d2}`);
        if (bounds === undefined) return;
        const fitting: number[] = [];
        for (let time = Date.UTC(2020, 0); time < Date.UTC(2030, 0); time += 86_400_000) {
          const date = new Date(time);
          const fits =
            matches(`202${y}`, date.getUTCFullYear()) &&
            matches(m1 + m2, date.getUTCMonth() + 1) &&
            matches(d1 + d2, date.getUTCDate());
          if (fits) fitting.push(time);
        }
        assert.equal(bounds.min, fitting[0]);
        assert.equal(bounds.max, (fitting.at(-1) ?? 0) + 86_399_999);
      }),
      { numRuns: 500 },
    );
  });

  it('exist for every valid value, in order, and make dates', () => {
    fc.assert(
      fc.property(edtfValue, (value) => {
        assert.equal(messageFor(value), 'ok', value);
        const bounds = edtfBounds(value);
        assert.ok(bounds !== undefined && bounds.min <= bounds.max, value);
        new Date(bounds.min).toISOString();
        new Date(bounds.max).toISOString();
      }),
      RUNS,
    );
  });

  it('exist exactly where the check is content', () => {
    fc.assert(
      fc.property(anyText, (value) => {
        assert.equal(edtfBounds(value) !== undefined, checkEdtf(value).ok, value);
      }),
      RUNS,
    );
  });
});

describe('sorting by date', () => {
  function sorted(...values: (string | undefined)[]): (string | undefined)[] {
    return values
      .map((value) => ({ value }))
      .sort((a, b) => compareEdtf(a.value, b.value))
      .map(({ value }) => value);
  }

  it('goes by the start, and puts the wider date first', () => {
    assert.deepEqual(sorted('2023-04-26', '2023-04-01', '2023', '2022-12', '2023-04'), [
      '2022-12',
      '2023',
      '2023-04',
      '2023-04-01',
      '2023-04-26',
    ]);
  });

  it('takes what has no start by its end, and what has no end by its start', () => {
    assert.deepEqual(sorted('2023', '../2022', '2021/..'), ['2021/..', '../2022', '2023']);
  });

  it('puts what has no date, or no readable one, last', () => {
    assert.deepEqual(sorted('soon', '2023', '../..', '2022', ''), [
      '2022',
      '2023',
      'soon',
      '../..',
      '',
    ]);
    assert.equal(compareEdtf(undefined, '2022') > 0, true);
    assert.equal(compareEdtf('2022', undefined) < 0, true);
    assert.equal(compareEdtf(undefined, undefined), 0);
  });

  it('is an order', () => {
    const date = fc.oneof(edtfValue, fc.constantFrom(undefined, 'soon'));
    const sign = (a: string | undefined, b: string | undefined): number =>
      Math.sign(compareEdtf(a, b));
    fc.assert(
      fc.property(date, date, date, (a, b, c) => {
        assert.equal(sign(a, a), 0);
        assert.ok(sign(a, b) === -sign(b, a));
        if (sign(a, b) <= 0 && sign(b, c) <= 0) assert.ok(sign(a, c) <= 0);
      }),
      RUNS,
    );
  });

  it('agrees with the order of plain dates as text', () => {
    const day = calendarDate.filter((date) => date.length === 10);
    fc.assert(
      fc.property(day, day, (a, b) => {
        assert.equal(Math.sign(compareEdtf(a, b)), a < b ? -1 : Number(a > b));
      }),
      RUNS,
    );
  });
});

describe('a date in English', () => {
  const table: readonly (readonly [string, string])[] = [
    ['2023-04-26', '26 April 2023'],
    ['2023-04', 'April 2023'],
    ['2023', '2023'],
    ['2024-04-26T14:30:00', '26 April 2024, 14:30:00'],
    ['2024-04-26T14:30Z', '26 April 2024, 14:30 UTC'],
    ['2024-04-26T14:30:00+02:00', '26 April 2024, 14:30:00 UTC+02:00'],
    ['2022~', 'about 2022'],
    ['2022-04?', 'perhaps April 2022'],
    ['2022%', 'perhaps about 2022'],
    ['2024-?03-02', '2 March 2024 (partly uncertain)'],
    ['2022/..', 'from 2022 on'],
    ['2022-03/', 'from March 2022, end unknown'],
    ['../2022', 'until 2022'],
    ['/2022', 'until 2022, start unknown'],
    ['2022/2023', '2022 to 2023'],
    ['2023-04-24/2023-04-26', '24 to 26 April 2023'],
    ['2023-04-24/2023-05-02', '24 April to 2 May 2023'],
    ['2023-04/2023-06', 'April to June 2023'],
    ['2023-12-30/2024-01-02', '30 December 2023 to 2 January 2024'],
    ['2023-04/2023-06-02', 'April 2023 to 2 June 2023'],
    ['2023-04-26/2023-04-26', '26 April 2023'],
    ['[2022..]', '2022 or later'],
    ['[..2022-04]', 'April 2022 or earlier'],
    ['[2020,2021,2023]', '2020, 2021 or 2023'],
    ['{2020,2022..2023}', '2020 and 2022 to 2023'],
    ['2024-21', 'spring 2024'],
    ['2024-29', 'spring (south) 2024'],
    ['2024-34', 'second quarter of 2024'],
    ['2024-41', 'second half of 2024'],
    ['201X', 'the 2010s'],
    ['201', 'the 2010s'],
    ['19', 'between 1900 and 1999'],
    ['1950S2', 'between 1900 and 1999'],
    ['2024-XX', 'some month of 2024'],
    ['2024-03-XX', 'some day in March 2024'],
    ['2024-XX-XX', 'some day of 2024'],
    ['156X-12-25', '25 December of the 1560s'],
    ['XXXX-12-25', '25 December of some year'],
    ['XXXX', 'some year'],
    ['Y170000002', '170000002'],
    ['-0044-03-15', '15 March 45 BC'],
    ['0000', '1 BC'],
  ];
  for (const [value, words] of table) {
    it(`reads “${words}” for ${value}`, () => {
      assert.equal(formatEdtf(value), words);
    });
  }

  it('stays as written where English has no words, and where it is no date', () => {
    for (const value of ['2024-1X-15', '../..', 'Y4E690S2', '-004X', 'last month', '']) {
      assert.equal(formatEdtf(value), value);
    }
  });

  it('is never empty nor broken for a valid value', () => {
    fc.assert(
      fc.property(edtfValue, (value) => {
        assert.doesNotMatch(formatEdtf(value), /undefined|NaN|Infinity|^$/);
      }),
      RUNS,
    );
  });

  it('leaves any other text alone', () => {
    fc.assert(
      fc.property(anyText, (value) => {
        if (!checkEdtf(value).ok) assert.equal(formatEdtf(value), value);
      }),
      RUNS,
    );
  });
});
