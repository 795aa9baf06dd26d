/** What an editor is known to show. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DrawnSpans } from '../../../../src/core/text/living/drawnSpans';

const SPANS = [
  { start: 10, end: 20 },
  { start: 30, end: 40 },
];

describe('ranges that were sent', () => {
  it('are shown where the text before them moved them', () => {
    const drawn = new DrawnSpans(SPANS);
    assert.ok(drawn.isShowing(SPANS));
    drawn.follow([
      { start: 35, end: 35, newText: 'xy' },
      { start: 25, end: 26, newText: '' },
    ]);
    assert.ok(!drawn.isShowing(SPANS));
    assert.ok(
      drawn.isShowing([
        { start: 10, end: 20 },
        { start: 29, end: 41 },
      ]),
    );
  });

  it('are not known after an edit at their edges', () => {
    for (const edit of [
      { start: 10, end: 10, newText: 'x' },
      { start: 19, end: 21, newText: '' },
      { start: 5, end: 25, newText: 'x' },
    ]) {
      const drawn = new DrawnSpans(SPANS);
      drawn.follow([edit]);
      assert.ok(!drawn.isShowing(SPANS));
      assert.ok(
        !drawn.isShowing([
          { start: 11, end: 21 },
          { start: 31, end: 41 },
        ]),
      );
    }
  });

  it('are others when there are more or fewer', () => {
    assert.ok(!new DrawnSpans(SPANS).isShowing(SPANS.slice(1)));
    assert.ok(!new DrawnSpans([]).isShowing(SPANS));
    assert.ok(new DrawnSpans([]).isShowing([]));
  });
});
