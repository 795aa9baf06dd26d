/** Edits as data. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { applyEdits, type TextEdit } from '../../../src/core/text/edits';
import { text } from '../arbitraries';
import { invertEdits } from './living/invertEdits';

const editsOf = (length: number): fc.Arbitrary<readonly TextEdit[]> =>
  fc.array(fc.tuple(fc.nat(length), fc.nat(length), text()), { maxLength: 4 }).map((drawn) => {
    const edges = drawn.flatMap(([a, b]) => [a, b]).sort((a, b) => a - b);
    return drawn.map(([, , newText], index) => ({
      start: edges[2 * index] ?? 0,
      end: edges[2 * index + 1] ?? 0,
      newText,
    }));
  });

describe('edits', () => {
  it('replace, insert and delete', () => {
    const edits = [
      { start: 0, end: 2, newText: 'She' },
      { start: 3, end: 3, newText: 'never ' },
      { start: 6, end: 11, newText: '' },
    ];
    assert.equal(applyEdits('He met Anna.', edits), 'She never met.');
  });

  it('keep the order of insertions at one place', () => {
    const edits = [
      { start: 1, end: 1, newText: 'x' },
      { start: 1, end: 1, newText: 'y' },
    ];
    assert.equal(applyEdits('ab', edits), 'axyb');
  });

  it('that overlap or leave the text are refused', () => {
    const [first, second] = [
      { start: 0, end: 2, newText: '' },
      { start: 1, end: 3, newText: '' },
    ];
    assert.throws(() => applyEdits('abc', [first, second]), RangeError);
    assert.throws(() => applyEdits('abc', [{ start: 2, end: 4, newText: '' }]), RangeError);
    assert.throws(() => applyEdits('abc', [{ start: 2, end: 1, newText: '' }]), RangeError);
  });

  it('are taken back by their inverse', () => {
    const textWithEdits = text().chain((value) =>
      fc.tuple(fc.constant(value), editsOf(value.length)),
    );
    fc.assert(
      fc.property(textWithEdits, ([value, edits]) => {
        const changed = applyEdits(value, edits);
        assert.equal(applyEdits(changed, invertEdits(value, edits)), value);
      }),
      { numRuns: 10_000 },
    );
  });
});
