/** Where spans go when their text is edited. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { applyEdits } from '../../../src/core/text/edits';
import { follow } from '../../../src/core/text/follow';
import { markedSpan } from '../markedText';

/** Replaces the first `old` in the marked text and shows what is marked then. */
function after(marked: string, old: string, newText: string, at?: number): string | undefined {
  const { text, span } = markedSpan(marked);
  const start = at ?? text.indexOf(old);
  const edit = { start, end: start + old.length, newText };
  const moved = follow(span, edit);
  const changed = applyEdits(text, [edit]);
  if (moved === undefined) return undefined;
  const { start: from, end: to } = moved;
  return `${changed.slice(0, from)}[[${changed.slice(from, to)}]]${changed.slice(to)}`;
}

describe('a span follows an edit', () => {
  it('before it', () => {
    assert.equal(after('He met [[Anna]].', 'He', 'She'), 'She met [[Anna]].');
    assert.equal(after('He met [[Anna]].', 'He ', ''), 'met [[Anna]].');
  });

  it('after it, without moving', () => {
    assert.equal(after('He met [[Anna]].', '.', ' today.'), 'He met [[Anna]] today.');
  });

  it('typed at its start or end, without stretching', () => {
    assert.equal(after('He met [[Anna]].', '', 'X', 7), 'He met X[[Anna]].');
    assert.equal(after('He met [[Anna]].', '', 'X', 11), 'He met [[Anna]]X.');
  });

  it('typed inside, by stretching', () => {
    assert.equal(after('He met [[Anna]].', '', '-', 9), 'He met [[An-na]].');
    assert.equal(after('He met [[Zelensky]].', 'ky', 'kyy'), 'He met [[Zelenskyy]].');
    assert.equal(after('He met [[Zelensky]].', 'Z', 'z'), 'He met [[zelensky]].');
  });

  it('that deletes a part of it, by shrinking', () => {
    assert.equal(after('He met [[Anna Smith]].', ' Smith', ''), 'He met [[Anna]].');
    assert.equal(after('He met [[Anna Smith]].', 'met Anna ', ''), 'He [[Smith]].');
    assert.equal(after('He met [[Anna Smith]] today.', 'Smith today', ''), 'He met [[Anna ]].');
  });

  it('that replaces a part of it and more, leaving the new text outside', () => {
    assert.equal(after('He met [[Anna Smith]].', 'met Anna', 'saw Eve'), 'He saw Eve[[ Smith]].');
    assert.equal(
      after('He met [[Anna Smith]] today.', 'Smith today', 'too'),
      'He met [[Anna ]]too.',
    );
  });

  it('until nothing of it is left', () => {
    assert.equal(after('He met [[Anna]].', 'Anna', ''), undefined);
    assert.equal(after('He met [[Anna]].', 'Anna', 'Eve'), undefined);
    assert.equal(after('He met [[Anna]].', 'met Anna.', 'left'), undefined);
  });

  it('when it is empty, until a deletion encloses it', () => {
    assert.equal(after('ab[[]]cd', '', 'X', 2), 'abX[[]]cd');
    assert.equal(after('ab[[]]cd', 'ab', ''), '[[]]cd');
    assert.equal(after('ab[[]]cd', 'cd', ''), 'ab[[]]');
    assert.equal(after('ab[[]]cd', 'bc', ''), undefined);
  });

  it('with every character that survives, and with no other', () => {
    const drawn = fc.tuple(fc.nat(20), fc.nat(20), fc.nat(20), fc.nat(20), fc.nat(4));
    fc.assert(
      fc.property(drawn, ([a, b, c, d, length]) => {
        const original = Array.from('abcdefghijklmnopqrst').join('');
        const span = { start: Math.min(a, b), end: Math.max(a, b) };
        const edit = { start: Math.min(c, d), end: Math.max(c, d), newText: '#'.repeat(length) };
        const moved = follow(span, edit);
        const survivors = applyEdits(original, [edit])
          .split('')
          .filter((letter) => original.slice(span.start, span.end).includes(letter));
        if (moved === undefined) {
          assert.deepEqual(survivors, []);
          return;
        }
        const passage = applyEdits(original, [edit]).slice(moved.start, moved.end);
        assert.ok(moved.start <= moved.end);
        assert.equal(passage.replaceAll('#', ''), survivors.join(''));
        const inside = edit.start >= span.start && edit.end <= span.end;
        if (!inside) assert.ok(!passage.includes('#'));
        assert.doesNotMatch(passage, edit.start === edit.end ? /^#|#$/ : /^$(?!)/);
      }),
      { numRuns: 10_000 },
    );
  });
});
