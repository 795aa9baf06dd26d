/** Sorted numbers. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { clamp, countBelow } from '../../../src/core/text/search';

describe('counting below a value', () => {
  it('counts none, some and all', () => {
    assert.deepEqual(
      [0, 1, 2, 5, 9].map((value) => countBelow([1, 1, 4, 5], value)),
      [0, 0, 2, 3, 4],
    );
    assert.equal(countBelow([], 1), 0);
  });

  it('agrees with looking at every number', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -9, max: 9 })), fc.integer(), (numbers, value) => {
        const sorted = numbers.sort((a, b) => a - b);
        const below = sorted.filter((number) => number < value % 10);
        assert.equal(countBelow(sorted, value % 10), below.length);
      }),
    );
  });
});

describe('clamping', () => {
  it('gives a whole number within both ends for every number', () => {
    assert.equal(clamp(3.7, 0, 9), 3);
    assert.equal(clamp(-1, 0, 9), 0);
    assert.equal(clamp(10, 0, 9), 9);
    assert.equal(clamp(Number.NaN, 2, 9), 2);
    assert.equal(clamp(Number.POSITIVE_INFINITY, 0, 9), 9);
  });
});
