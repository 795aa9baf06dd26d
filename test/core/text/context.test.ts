/** Passages with their context on one line. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { contextLine } from '../../../src/core/text/context';
import { SourceText } from '../../../src/core/text/sourceText';
import { textWithSpan } from '../arbitraries';
import { markedSpan } from '../markedText';

/** The line as a list would show it, with the quote in brackets. */
function line(marked: string, width?: number): string {
  const { text, span } = markedSpan(marked);
  const { before, quote, after } = contextLine(SourceText.of(text), span, width);
  return `${before}[${quote}]${after}`;
}

const ARTICLE =
  'Dmytro Kuleba, Ukraine’s Foreign Minister, met with [[Wang Yi]], Director of the Office of the Central Commission.';

describe('a passage in a list', () => {
  it('stands whole between context that is cut at words', () => {
    assert.equal(
      line(ARTICLE),
      '…Ukraine’s Foreign Minister, met with [Wang Yi], Director of the Office of the Central…',
    );
    assert.equal(line(ARTICLE, 12), '…met with [Wang Yi], Director…');
  });

  it('has no ellipsis where the text or the paragraph ends', () => {
    assert.equal(line('He met [[Anna]].'), 'He met [Anna].');
    assert.equal(line('Before.\n\nHe met [[Anna]].\n\nAfter.'), 'He met [Anna].');
    assert.equal(line('Before.\n \nHe met [[Anna]].\n\t\nAfter.'), 'He met [Anna].');
  });

  it('has none where the cut falls on the edge of the paragraph', () => {
    assert.equal(
      line('The end.\n\nHe met [[Anna]] today.\n\nMore follows here.', 8),
      'He met [Anna] today.',
    );
  });

  it('is on one line', () => {
    assert.equal(line('He met\n  [[Anna\nSmith]]\ttoday.'), 'He met [Anna Smith] today.');
  });

  it('is cut inside a word only when that word alone is too long, and in Chinese anywhere', () => {
    assert.equal(line('An extraordinarily [[long]] word', 8), '…inarily [long] word');
    assert.equal(
      line('习近平同乌克兰总统[[泽连斯基]]通电话时表示', 4),
      '…克兰总统[泽连斯基]通电话时…',
    );
  });

  it('is one line of text around the whole quote, for every span', () => {
    fc.assert(
      fc.property(textWithSpan(), fc.integer({ min: 0, max: 60 }), ({ source, span }, width) => {
        const { before, quote, after } = contextLine(source, span, width);
        assert.doesNotMatch(before + quote + after, /[\n\r\t]/);
        assert.equal(quote, source.text.slice(span.start, span.end).replace(/\s+/g, ' '));
        for (const side of [before, after]) {
          assert.ok(Array.from(side).length <= width + 1, side);
        }
      }),
      { numRuns: 5_000 },
    );
  });
});
