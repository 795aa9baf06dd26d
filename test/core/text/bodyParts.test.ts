import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { declaredBody, outsideOf, shiftedBody } from '../../../src/core/text/bodyParts';
import { SourceText } from '../../../src/core/text/sourceText';

const spans = fc.array(
  fc
    .tuple(fc.nat(60), fc.nat(60))
    .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) })),
  { maxLength: 6 },
);

describe('what lies outside of spans', () => {
  it('is what stands before, between and behind them', () => {
    assert.deepEqual(
      outsideOf(
        [
          { start: 6, end: 8 },
          { start: 2, end: 4 },
          { start: 3, end: 5 },
        ],
        10,
      ),
      [
        { start: 0, end: 2 },
        { start: 5, end: 6 },
        { start: 8, end: 10 },
      ],
    );
    assert.deepEqual(outsideOf([], 3), [{ start: 0, end: 3 }]);
    assert.deepEqual(outsideOf([{ start: 0, end: 3 }], 3), []);
  });

  it('has exactly the places that no span has, also when spans reach beyond the text', () => {
    fc.assert(
      fc.property(spans, fc.nat(50), (inside, length) => {
        const outside = outsideOf(inside, length);
        for (let place = 0; place < length; place += 1) {
          const isInside = inside.some(({ start, end }) => start <= place && place < end);
          const isOutside = outside.some(({ start, end }) => start <= place && place < end);
          assert.notEqual(isInside, isOutside);
        }
        assert.ok(outside.every(({ start, end }) => start < end && end <= length));
      }),
    );
  });
});

describe('the body that a source declares', () => {
  const text = SourceText.of('😀 Menu. The report.');
  const body = [[8, 19]] as const;

  it('is where it says, in UTF-16', () => {
    assert.deepEqual(declaredBody(text, { blob: text.blob, body }, []), [{ start: 9, end: 20 }]);
    assert.deepEqual(declaredBody(text, { body }, []), [{ start: 9, end: 20 }]);
  });

  it('is all of the source when none is declared', () => {
    assert.equal(declaredBody(text, { body: [] }, []), undefined);
    assert.equal(declaredBody(text, undefined, []), undefined);
  });

  it('goes with the passages nearest to its ends when the text is another one', () => {
    const shifts = [
      { was: 6, now: 10 },
      { was: 15, now: 17 },
    ];
    const old = { blob: '0'.repeat(40), body: [[4, 14]] as const };
    assert.deepEqual(declaredBody(text, old, shifts), [{ start: 9, end: 17 }]);
    assert.deepEqual(shiftedBody(old.body, []), old.body);
  });

  it('never begins before the text, nor ends before it begins', () => {
    const shifts = [
      { was: 2, now: 0 },
      { was: 9, now: 0 },
    ];
    assert.deepEqual(shiftedBody([[1, 8]], shifts), [[0, 0]]);
  });
});
