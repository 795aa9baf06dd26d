import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { inLine, lineWithQuote } from '../../../src/core/outline/context';

describe('a passage in its line', () => {
  it('has the words around it, with an ellipsis where the line goes on', () => {
    const text = `One two three four five six. ${'More words follow it here. '.repeat(4)}\nNext.`;
    const start = text.indexOf('five');
    assert.deepEqual(inLine(text, { start, end: start + 4 }), {
      before: '…three four ',
      quote: 'five',
      after: ' six. More words follow it here. More…',
    });
  });

  it('ends at the ends of its line', () => {
    const text = 'First.\nSecond is here.\nThird.';
    const start = text.indexOf('is');
    const { line, quote } = lineWithQuote(text, { start, end: start + 2 });
    assert.equal(line, 'Second is here.');
    assert.equal(line.slice(quote.start, quote.end), 'is');
  });

  it('is all there at the edges of a text that begins with an empty line', () => {
    assert.equal(lineWithQuote('\nA', { start: 0, end: 2 }).line.trim(), 'A');
    assert.equal(lineWithQuote('A\n', { start: 0, end: 1 }).line, 'A');
  });

  it('always holds the quote where it says, on one line', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'B', ' ', '\n', '한', '😀', ','), maxLength: 120 }),
        fc.nat(),
        fc.nat(),
        (text, one, two) => {
          const [start = 0, end = 0] = [one % (text.length + 1), two % (text.length + 1)].sort(
            (a, b) => a - b,
          );
          const { line, quote } = lineWithQuote(text, { start, end });
          assert.ok(!line.includes('\n'));
          assert.equal(line.slice(quote.start, quote.end), inLine(text, { start, end }).quote);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
