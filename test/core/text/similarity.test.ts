/** Edit distance as a share. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  bestStart,
  commonPrefix,
  commonSuffix,
  similarity,
} from '../../../src/core/text/similarity';

describe('similarity', () => {
  it('is one minus the share of letters to change', () => {
    assert.equal(similarity('Kiev', 'Kyiv'), 0.5);
    assert.equal(similarity('Zelensky', 'Zelenskyy'), 1 - 1 / 9);
    assert.equal(similarity('Anna', 'Anna'), 1);
    assert.equal(similarity('', ''), 1);
    assert.equal(similarity('abc', ''), 0);
  });

  it('does not overrate texts too long to compare', () => {
    const long = 'x'.repeat(2_000);
    assert.equal(similarity(`a${long}b`, `a${'y'.repeat(2_000)}b`), 1 - 2_000 / 2_002);
  });

  it('is symmetric and between 0 and 1', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), fc.string({ maxLength: 30 }), (a, b) => {
        const score = similarity(a, b);
        assert.ok(score >= 0 && score <= 1);
        assert.equal(score, similarity(b, a));
        assert.equal(score === 1, a === b);
      }),
      { numRuns: 2_000 },
    );
  });

  it('finds where a passage that begins here ends', () => {
    assert.deepEqual(bestStart('Zelensky', 'Zelenskyy said'), { length: 8, score: 1 });
    assert.deepEqual(bestStart('Wang Yi', 'Wang Li, too'), { length: 7, score: 1 - 1 / 7 });
    assert.equal(bestStart('Anna', '').length, 0);
  });

  it('counts what two texts begin and end with', () => {
    assert.equal(commonPrefix('Kyiv', 'Kyrgyz'), 2);
    assert.equal(commonSuffix('Kyiv', 'Lviv'), 2);
    assert.equal(commonPrefix('', 'a'), 0);
    assert.equal(commonSuffix('aa', 'a'), 1);
  });
});
