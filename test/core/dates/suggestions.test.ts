import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { checkEdtf } from '../../../src/core/dates/edtf';
import { edtfSuggestions } from '../../../src/core/dates/suggestions';

const CASES: Readonly<Record<string, readonly string[]>> = {
  '26.04.2023': ['2023-04-26'],
  '26. 4. 2023': ['2023-04-26'],
  '2023-4-26': ['2023-04-26'],
  '2023/04/26': ['2023-04-26'],
  '20230426': ['2023-04-26'],
  '26/04/2023': ['2023-04-26'],
  '04/05/2023': ['2023-05-04', '2023-04-05'],
  '26 April 2023': ['2023-04-26'],
  'April 26, 2023': ['2023-04-26'],
  'April 2023': ['2023-04'],
  '4/2023': ['2023-04'],
  '2023-4': ['2023-04'],
  ' 2023-04-26': ['2023-04-26'],
  '2023-Q2': ['2023-34'],
  '2023H1': ['2023-40'],
  '1990s': ['199X'],
  '2024/2023': ['2023/2024'],
  'about 2022': ['2022~'],
  soon: [],
  '31.02.2023': [],
  '': [],
};

for (const [written, expected] of Object.entries(CASES)) {
  test(`“${written}” may be ${expected.length === 0 ? 'nothing' : expected.join(' or ')}`, () => {
    assert.deepEqual(edtfSuggestions(written), expected);
  });
}

test('what is relative is reckoned from the date of the source', () => {
  assert.deepEqual(edtfSuggestions('last month', '2024-07-25'), ['2024-06']);
  assert.deepEqual(edtfSuggestions('last month'), []);
});

test('every suggestion is EDTF, and another value', () => {
  const text = fc.stringMatching(/^[0-9 ./\-~XYQHs]{0,12}$/);
  fc.assert(
    fc.property(text, (written) => {
      for (const each of edtfSuggestions(written)) {
        assert.ok(checkEdtf(each).ok);
        assert.notEqual(each, written);
      }
    }),
    { numRuns: 10_000 },
  );
});
