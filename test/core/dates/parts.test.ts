import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { matches, readEdtf } from '../../../src/core/dates/parts';
import { seasonCodeOf, yearPartOf } from '../../../src/core/dates/seasons';

describe('taking a date apart', () => {
  it('gives year, month and day as written', () => {
    assert.deepEqual(readEdtf('2024-04-26'), {
      kind: 'date',
      year: '2024',
      month: '04',
      day: '26',
      qualifier: '',
    });
  });

  it('keeps time and zone as written, which the package edtf rewrites', () => {
    assert.deepEqual(readEdtf('2024-04-26T14:30:00+02:00'), {
      kind: 'date',
      year: '2024',
      month: '04',
      day: '26',
      time: '14:30:00',
      zone: '+02:00',
      qualifier: '',
    });
  });

  it('tells a qualifier of the whole from one of a part', () => {
    const qualifiers = ['2022?', '2022-04~', '2022-04-26%', '2022-?04', '?2022', '2022~-04'].map(
      (value) => {
        const parts = readEdtf(value);
        return parts?.kind === 'date' ? parts.qualifier : undefined;
      },
    );
    assert.deepEqual(qualifiers, ['?', '~', '%', 'part', 'part', 'part']);
  });

  it('reads decades and centuries as years with unspecified digits', () => {
    assert.deepEqual(readEdtf('201'), { kind: 'date', year: '201X', qualifier: '' });
    assert.deepEqual(readEdtf('20'), { kind: 'date', year: '20XX', qualifier: '' });
    assert.deepEqual(readEdtf('-01'), { kind: 'date', year: '-01XX', qualifier: '' });
  });

  it('reads seasons by their codes and long years by their numbers', () => {
    assert.deepEqual(readEdtf('2024-21'), { kind: 'season', year: 2024, code: 21 });
    assert.deepEqual(readEdtf('Y17E7'), { kind: 'years', first: 170000000, last: 170000000 });
    assert.deepEqual(readEdtf('1950S2'), { kind: 'years', first: 1900, last: 1999 });
  });

  it('tells an open end of an interval from an unknown one', () => {
    const ends = ['2022/..', '2022/', '../2022', '/2022'].map((value) => {
      const parts = readEdtf(value);
      assert.ok(parts?.kind === 'interval');
      return [parts.start, parts.end].find((end) => typeof end === 'string');
    });
    assert.deepEqual(ends, ['open', 'unknown', 'open', 'unknown']);
  });

  it('tells one of several dates from all of them', () => {
    const year = (value: string): object => ({ kind: 'date', year: value, qualifier: '' });
    assert.deepEqual(readEdtf('[2020..2022]'), {
      kind: 'set',
      all: false,
      members: [{ first: year('2020'), last: year('2022') }],
    });
    assert.deepEqual(readEdtf('{..2020, 2022}'), {
      kind: 'set',
      all: true,
      members: [{ last: year('2020') }, { first: year('2022'), last: year('2022') }],
    });
  });

  it('leaves order to others: an interval may be read backwards', () => {
    assert.equal(readEdtf('2023/2022')?.kind, 'interval');
  });

  it('has no parts for what is not EDTF', () => {
    for (const value of [
      '',
      'soon',
      '2024-02-30',
      '2024-',
      '[2020',
      '[]',
      '2020/2021/2022',
      '//',
    ]) {
      assert.equal(readEdtf(value), undefined, value);
    }
  });

  it('gives up at once on what is too long', () => {
    assert.equal(readEdtf(`[${'2020,'.repeat(1000)}2021]`), undefined);
  });
});

describe('a pattern of digits', () => {
  it('fits the number that it spells, X standing for any digit', () => {
    assert.ok(matches('04', 4));
    assert.ok(matches('0X', 4));
    assert.ok(matches('XX', 12));
    assert.equal(matches('1X', 4), false);
    assert.equal(matches('XX', 123), false);
  });

  it('fits every number with so many digits when it is all X', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9999 }), (number) => {
        assert.ok(matches('XXXX', number));
        assert.ok(matches(String(number).padStart(4, '0'), number));
      }),
    );
  });
});

describe('the parts of a year', () => {
  it('have the codes 21 to 41', () => {
    assert.equal(yearPartOf(20), undefined);
    assert.equal(yearPartOf(42), undefined);
    const words = [21, 24, 25, 32, 33, 36, 37, 39, 40, 41].map((code) => yearPartOf(code)?.words);
    assert.deepEqual(words, [
      'spring',
      'winter',
      'spring (north)',
      'winter (south)',
      'first quarter of',
      'fourth quarter of',
      'first four months of',
      'third four months of',
      'first half of',
      'second half of',
    ]);
  });

  it('make up the year: four seasons, four quarters, three times four months, two halves', () => {
    for (const [first, last] of [
      [21, 24],
      [25, 28],
      [29, 32],
      [33, 36],
      [37, 39],
      [40, 41],
    ] as const) {
      const months = Array.from({ length: last - first + 1 }, (_, at) => yearPartOf(first + at))
        .flatMap((part) =>
          Array.from(
            { length: part?.months ?? 0 },
            (_, at) => (((part?.from ?? 0) + at - 1) % 12) + 1,
          ),
        )
        .sort((a, b) => a - b);
      assert.deepEqual(months, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    }
  });

  it('are found by the name of the season', () => {
    assert.deepEqual(['spring', 'summer', 'autumn', 'fall', 'winter', 'lent'].map(seasonCodeOf), [
      21,
      22,
      23,
      23,
      24,
      undefined,
    ]);
  });
});
