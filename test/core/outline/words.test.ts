import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { count, dotted, oneLine, sentence, shorten, spaced } from '../../../src/core/outline/words';

describe('the words of nodes and cards', () => {
  it('count in the singular and the plural', () => {
    assert.equal(count(0, 'mention'), '0 mentions');
    assert.equal(count(1, 'mention'), '1 mention');
    assert.equal(count(2, 'entity', 'entities'), '2 entities');
    assert.equal(count(1, 'entity', 'entities'), '1 entity');
  });

  it('put every kind of white space on one line', () => {
    assert.equal(oneLine('  a\r\n\tb\u00a0\u2028c\u3000 '), 'a b c');
    assert.equal(oneLine(' \n '), '');
  });

  it('say only the parts that say something', () => {
    const parts = ['Date', undefined, '', 'planned'];
    assert.equal(dotted(parts), 'Date · planned');
    assert.equal(sentence(parts), 'Date, planned');
    assert.equal(dotted([undefined, '']), '');
  });

  it('spell an id as words', () => {
    assert.equal(spaced('third-party'), 'third party');
    assert.equal(spaced('on_behalf--of'), 'on behalf of');
  });
});

describe('shortened text', () => {
  const cases: readonly (readonly [string, number, string])[] = [
    ['one two', 7, 'one two'],
    ['one two three four', 9, 'one two…'],
    ['  one\n two ', 7, 'one two'],
    ['Supercalifragilistic', 5, 'Super…'],
    ['😀😀😀😀', 2, '😀😀…'],
    ['', 5, ''],
  ];
  for (const [text, most, expected] of cases) {
    it(`is ${JSON.stringify(expected)} for ${JSON.stringify(text)} in ${String(most)}`, () => {
      assert.equal(shorten(text, most), expected);
    });
  }

  it('is a beginning of the text that is never longer than allowed, nor half a character', () => {
    const words = fc.string({ unit: fc.constantFrom('a', 'é', '😀', ' ', '\n', '习', '-', '.') });
    fc.assert(
      fc.property(words, fc.integer({ min: 1, max: 12 }), (text, most) => {
        const short = shorten(text, most);
        const kept = short.endsWith('…') ? short.slice(0, -1) : short;
        assert.ok(oneLine(text).startsWith(kept));
        assert.ok(Array.from(kept).length <= most);
        assert.doesNotMatch(kept, /\p{Surrogate}/u);
      }),
      { numRuns: 10_000 },
    );
  });
});
