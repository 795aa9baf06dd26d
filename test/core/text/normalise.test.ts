/** Normalisation: what changes, and that nothing else does. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { isBinary, normalise } from '../../../src/core/text/normalise';
import { text } from '../arbitraries';

describe('normalising', () => {
  const cases: readonly [what: string, decoded: string, expected: string][] = [
    ['leaves a plain text alone', 'a\nb', 'a\nb'],
    ['turns CRLF into LF', 'a\r\nb\r\n', 'a\nb\n'],
    ['turns a lone CR into LF', 'a\rb\r', 'a\nb\n'],
    ['turns CR CR LF into two line breaks', 'a\r\r\nb', 'a\n\nb'],
    ['keeps LF CR as two line breaks', 'a\n\rb', 'a\n\nb'],
    ['drops one byte order mark at the start', '\uFEFFa', 'a'],
    ['drops only one', '\uFEFF\uFEFFa', '\uFEFFa'],
    ['keeps a byte order mark elsewhere', 'a\uFEFFb', 'a\uFEFFb'],
    ['composes no characters', 'e\u0301', 'e\u0301'],
    ['keeps other line separators', 'a\u2028b\u0085c', 'a\u2028b\u0085c'],
    ['keeps lone surrogates', '\uD800a\uDC00', '\uD800a\uDC00'],
    ['keeps spaces at the ends', ' a ', ' a '],
    ['takes an empty text', '', ''],
  ];
  for (const [what, decoded, expected] of cases) {
    it(what, () => {
      assert.equal(normalise(decoded), expected);
    });
  }

  it('leaves no CR, and changes nothing but line ends and the byte order mark', () => {
    const bare = (value: string): string => value.replace(/^\uFEFF/, '').replace(/[\r\n]/g, '');
    fc.assert(
      fc.property(text(), (decoded) => {
        const normal = normalise(decoded);
        assert.ok(!normal.includes('\r'));
        assert.equal(normal.replace(/\n/g, ''), bare(decoded));
      }),
      { numRuns: 10_000 },
    );
  });
});

describe('telling text from binary', () => {
  it('takes a NUL for binary', () => {
    assert.equal(isBinary('PK\u0003\0'), true);
  });

  it('takes many replacement characters for binary and a few for a damaged text', () => {
    assert.equal(isBinary('\uFFFD\uFFFDPNG\uFFFD\uFFFD'), true);
    assert.equal(isBinary(`${'A text with one bad letter. '.repeat(3)}\uFFFD`), false);
  });

  it('takes empty texts and every script for text', () => {
    assert.equal(isBinary(''), false);
    assert.equal(isBinary('泽连斯基 젤렌스키 Зеленський 😀\r\n\t'), false);
  });
});
