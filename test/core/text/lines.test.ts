/** Lines and columns. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { LineIndex } from '../../../src/core/text/lines';
import { text } from '../arbitraries';

describe('the lines of a text', () => {
  it('end at LF, CRLF and CR', () => {
    const lines = new LineIndex('one\ntwo\r\nthree\rfour');
    assert.equal(lines.lineCount, 4);
    assert.deepEqual(lines.lineSpan(0), { start: 0, end: 3 });
    assert.deepEqual(lines.lineSpan(1), { start: 4, end: 7 });
    assert.deepEqual(lines.lineSpan(2), { start: 9, end: 14 });
    assert.deepEqual(lines.lineSpan(3), { start: 15, end: 19 });
  });

  it('are one for an empty text, and a last empty one after a final line break', () => {
    assert.equal(new LineIndex('').lineCount, 1);
    assert.deepEqual(new LineIndex('').positionAt(0), { line: 0, character: 0 });
    const lines = new LineIndex('a\n');
    assert.equal(lines.lineCount, 2);
    assert.deepEqual(lines.positionAt(2), { line: 1, character: 0 });
    assert.deepEqual(lines.lineSpan(1), { start: 2, end: 2 });
  });

  it('count characters in UTF-16 code units', () => {
    assert.deepEqual(new LineIndex('a\n😀b').positionAt(4), { line: 1, character: 2 });
  });

  it('put an offset before a line break on the line that it ends', () => {
    const lines = new LineIndex('ab\r\ncd');
    assert.deepEqual(lines.positionAt(2), { line: 0, character: 2 });
    assert.deepEqual(lines.positionAt(3), { line: 0, character: 2 });
    assert.deepEqual(lines.positionAt(4), { line: 1, character: 0 });
  });

  it('clamp offsets outside the text', () => {
    const lines = new LineIndex('ab\ncd');
    assert.deepEqual(lines.positionAt(-1), { line: 0, character: 0 });
    assert.deepEqual(lines.positionAt(99), { line: 1, character: 2 });
    assert.deepEqual(lines.positionAt(Number.NaN), { line: 0, character: 0 });
  });

  it('clamp positions outside the text', () => {
    const lines = new LineIndex('ab\ncd');
    assert.equal(lines.offsetAt({ line: 0, character: 99 }), 2);
    assert.equal(lines.offsetAt({ line: 0, character: -1 }), 0);
    assert.equal(lines.offsetAt({ line: -1, character: 1 }), 0);
    assert.equal(lines.offsetAt({ line: 9, character: 0 }), 5);
    assert.deepEqual(lines.lineSpan(9), { start: 3, end: 5 });
    assert.deepEqual(lines.lineSpan(-9), { start: 0, end: 2 });
  });

  it('lead back to the same offset from every position', () => {
    fc.assert(
      fc.property(text(), fc.nat(), (decoded, at) => {
        const lines = new LineIndex(decoded);
        const offset = at % (decoded.length + 1);
        const betweenPair = decoded.slice(offset - 1, offset + 1) === '\r\n' && offset > 0;
        const back = lines.offsetAt(lines.positionAt(offset));
        assert.equal(back, betweenPair ? offset - 1 : offset);
      }),
      { numRuns: 10_000 },
    );
  });

  it('cover the text: the spans and the breaks between them, and no break in a span', () => {
    fc.assert(
      fc.property(text(), (decoded) => {
        const lines = new LineIndex(decoded);
        let from = 0;
        for (let line = 0; line < lines.lineCount; line += 1) {
          const { start, end } = lines.lineSpan(line);
          assert.match(decoded.slice(from, start), line === 0 ? /^$/ : /^(\r\n|\r|\n)$/);
          assert.doesNotMatch(decoded.slice(start, end), /[\r\n]/);
          from = end;
        }
        assert.equal(from, decoded.length);
      }),
      { numRuns: 2_000 },
    );
  });
});
