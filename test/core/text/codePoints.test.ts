/** Code points and UTF-16 code units. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { CodePoints, splitsPair } from '../../../src/core/text/codePoints';
import { text } from '../arbitraries';

describe('code points', () => {
  it('are the code units of a text without astral characters', () => {
    const points = new CodePoints('Володимир e\u0301');
    assert.equal(points.length, 12);
    assert.equal(points.toUtf16(7), 7);
    assert.equal(points.fromUtf16(7), 7);
  });

  it('count an astral character once', () => {
    const points = new CodePoints('a😀b😀c');
    assert.equal(points.length, 5);
    assert.deepEqual(
      [0, 1, 2, 3, 4, 5].map((index) => points.toUtf16(index)),
      [0, 1, 3, 4, 6, 7],
    );
    assert.deepEqual(
      [0, 1, 3, 4, 6, 7].map((offset) => points.fromUtf16(offset)),
      [0, 1, 2, 3, 4, 5],
    );
  });

  it('map the inside of a surrogate pair to the start of the pair', () => {
    const points = new CodePoints('a😀😀b');
    assert.equal(points.fromUtf16(2), 1);
    assert.equal(points.fromUtf16(4), 2);
  });

  it('count the two regional indicators of a flag, and each lone surrogate, as one', () => {
    assert.equal(new CodePoints('🇨🇳').length, 2);
    assert.equal(new CodePoints('\uD800').length, 1);
    assert.equal(new CodePoints('\uDC00\uD800').length, 2);
    assert.equal(new CodePoints('\uD800😀').length, 2);
  });

  it('clamp what is outside the text', () => {
    const points = new CodePoints('😀');
    assert.equal(points.toUtf16(-1), 0);
    assert.equal(points.toUtf16(9), 2);
    assert.equal(points.fromUtf16(-1), 0);
    assert.equal(points.fromUtf16(9), 1);
    assert.equal(points.toUtf16(Number.NaN), 0);
    assert.equal(points.fromUtf16(Number.POSITIVE_INFINITY), 1);
  });

  it('agree with the iteration of the string, both ways', () => {
    fc.assert(
      fc.property(text(), (decoded) => {
        const points = new CodePoints(decoded);
        let offset = 0;
        let index = 0;
        for (const point of decoded) {
          assert.equal(points.toUtf16(index), offset);
          assert.equal(points.fromUtf16(offset), index);
          assert.equal(points.fromUtf16(offset + point.length - 1), index);
          assert.equal(splitsPair(decoded, offset), false);
          assert.equal(splitsPair(decoded, offset + 1), point.length === 2);
          offset += point.length;
          index += 1;
        }
        assert.equal(points.length, index);
      }),
      { numRuns: 10_000 },
    );
  });
});
