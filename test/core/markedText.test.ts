/** The notation of the tests itself. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { caretText, markedSpan, markedText } from './markedText';

describe('marked text', () => {
  it('is the text without brackets, and the spans that they enclosed', () => {
    assert.deepEqual(markedText('He met [[Anna]].'), {
      text: 'He met Anna.',
      spans: [{ start: 7, end: 11 }],
    });
  });

  it('takes nested and empty marks in the order in which they open', () => {
    assert.deepEqual(markedText('[[a [[b]] ]]c[[]]').spans, [
      { start: 0, end: 4 },
      { start: 2, end: 3 },
      { start: 5, end: 5 },
    ]);
  });

  it('refuses marks that do not match', () => {
    assert.throws(() => markedText('a ]]'));
    assert.throws(() => markedText('[[a'));
    assert.throws(() => markedSpan('[[a]] [[b]]'));
    assert.throws(() => caretText('none'));
  });

  it('reads a caret', () => {
    assert.deepEqual(caretText('An|na'), { text: 'Anna', caret: 2 });
  });
});
