import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Passage } from '../../../src/core/operations/operation';
import { targetOf } from '../../../src/core/operations/passage';
import { SourceText } from '../../../src/core/text/sourceText';

const SOURCE = SourceText.of('\uFEFF😀 Wang met\r\nWang. 王毅 nananas 𝕏');

describe('the target of a passage', () => {
  const found: readonly (readonly [string, Passage, string, number, number])[] = [
    ['counts in code points', { start: 2, end: 6 }, 'Wang', 2, 6],
    ['is one code point where two units stand', { start: 0, end: 1 }, '😀', 0, 1],
    ['may go to the very end', { start: 28, end: 29 }, '𝕏', 28, 29],
    [
      'has one line break where the file has two characters',
      { exact: 'met\nWang' },
      'met\nWang',
      7,
      15,
    ],
    ['is the second of two', { exact: 'Wang', occurrence: 2 }, 'Wang', 11, 15],
    ['is found by words that occur once', { exact: '王毅' }, '王毅', 17, 19],
    ['counts occurrences that overlap', { exact: 'nana', occurrence: 2 }, 'nana', 22, 26],
  ];
  for (const [title, passage, exact, start, end] of found) {
    it(title, () => {
      const result = targetOf(SOURCE, passage);
      assert.ok(result.ok);
      const { target } = result;
      assert.deepEqual([target.exact, target.start, target.end], [exact, start, end]);
    });
  }

  const refused: readonly (readonly [Passage, string])[] = [
    [{ start: 0, end: 30 }, 'passage-not-found'],
    [{ start: -1, end: 1 }, 'passage-not-found'],
    [{ start: 0.5, end: 1 }, 'passage-not-found'],
    [{ start: 0, end: Number.NaN }, 'passage-not-found'],
    [{ start: 29, end: 29 }, 'passage-empty'],
    [{ start: 6, end: 2 }, 'passage-empty'],
    [{ exact: '' }, 'passage-empty'],
    [{ exact: 'wang' }, 'passage-not-found'],
    [{ exact: 'met\r\nWang' }, 'passage-not-found'],
    [{ exact: 'Wang', occurrence: 0 }, 'passage-not-found'],
    [{ exact: 'Wang', occurrence: 3 }, 'passage-not-found'],
    [{ exact: 'nana' }, 'passage-ambiguous'],
  ];
  for (const [passage, code] of refused) {
    it(`is refused with ${code} for ${JSON.stringify(passage)}`, () => {
      const result = targetOf(SOURCE, passage);
      assert.equal(result.ok ? undefined : result.error.code, code);
    });
  }
});
