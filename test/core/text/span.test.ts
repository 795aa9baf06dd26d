/** How spans relate. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compareSpans, contains, joined, overlaps, touches } from '../../../src/core/text/span';

const span = (start: number, end: number): { start: number; end: number } => ({ start, end });

describe('spans', () => {
  it('are joined where they overlap or touch, in document order', () => {
    assert.deepEqual(joined([span(8, 9), span(2, 4), span(4, 5), span(3, 4)]), [
      span(2, 5),
      span(8, 9),
    ]);
    assert.deepEqual(joined([]), []);
  });

  it('are touched at both edges and inside', () => {
    assert.deepEqual(
      [1, 2, 3, 4, 5].map((offset) => touches(span(2, 4), offset)),
      [false, true, true, true, false],
    );
    assert.equal(touches(span(0, 0), 0), true);
  });

  it('overlap when they share a character, not when they meet', () => {
    assert.equal(overlaps(span(0, 2), span(1, 3)), true);
    assert.equal(overlaps(span(0, 2), span(2, 3)), false);
    assert.equal(overlaps(span(2, 3), span(0, 2)), false);
  });

  it('contain themselves and what lies in them', () => {
    assert.equal(contains(span(0, 3), span(0, 3)), true);
    assert.equal(contains(span(0, 3), span(1, 2)), true);
    assert.equal(contains(span(1, 2), span(0, 3)), false);
  });

  it('are ordered by start, the longer first', () => {
    const sorted = [span(4, 5), span(0, 2), span(0, 9)].sort(compareSpans);
    assert.deepEqual(sorted, [span(0, 9), span(0, 2), span(4, 5)]);
  });
});
