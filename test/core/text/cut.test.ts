/** Where context is cut. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { cutAfter, cutBefore, isWordEdge } from '../../../src/core/text/cut';
import { graphemeEdges } from '../../../src/core/text/graphemes';
import { text } from '../arbitraries';
import { caretText } from '../markedText';

function before(marked: string, most: number): string {
  const { text: value, caret } = caretText(marked);
  return value.slice(cutBefore(value, caret, most), caret);
}

function after(marked: string, most: number): string {
  const { text: value, caret } = caretText(marked);
  return value.slice(caret, cutAfter(value, caret, most));
}

describe('the context before a passage', () => {
  const cases: readonly [what: string, marked: string, most: number, expected: string][] = [
    ['begins with the text when that is near', 'He met |Anna', 8, 'He met '],
    ['begins at a word', 'the Chinese leader Xi met |Anna', 13, 'Xi met '],
    ['keeps a word that just fits', 'leader Xi met |Anna', 7, 'Xi met '],
    ['begins with no comma', 'Kuleba, a friend, met |Anna', 7, 'met '],
    ['begins with an opening quotation mark', 'he said “I met |Anna', 8, '“I met '],
    ['does not begin within a hyphenated word', 'a full-scale war in |Anna', 14, 'war in '],
    ['does not begin at a possessive', 'see Ukraine’s war in |Anna', 10, 'war in '],
    ['cuts a word that is too long', 'x internationalisation|Anna', 8, 'lisation'],
    ['cuts one before a space too', 'x internationalisation |Anna', 8, 'isation '],
    ['cuts Chinese between any two characters', '乌克兰总统泽连斯基|说', 4, '泽连斯基'],
    ['keeps spaces when there is nothing else', `x${' '.repeat(9)}|Anna`, 4, '    '],
    ['crosses line breaks', 'It ended.\n\n|Anna', 8, 'ended.\n\n'],
    ['counts code points', 'x 😀😀😀|Anna', 3, '😀😀😀'],
    ['does not cut a combining mark off', 'x e\u0301e\u0301e\u0301|Anna', 5, 'e\u0301e\u0301'],
    ['does not cut a family apart', 'x 👩‍👩‍👧👩‍👩‍👧|Anna', 8, '👩‍👩‍👧'],
    ['keeps flags together from the start of the row', `${'🇨🇳'.repeat(60)}|Anna`, 5, '🇨🇳🇨🇳'],
    ['is empty rather than part of a character', `a${'\u0301'.repeat(9)}|Anna`, 4, ''],
  ];
  for (const [what, marked, most, expected] of cases) {
    it(what, () => {
      assert.equal(before(marked, most), expected);
    });
  }
});

describe('the context after a passage', () => {
  const cases: readonly [what: string, marked: string, most: number, expected: string][] = [
    ['ends with the text when that is near', 'Anna| came', 8, ' came'],
    ['ends at a word', 'Anna| came yesterday evening', 12, ' came'],
    ['keeps a word that just fits', 'Anna| came late', 5, ' came'],
    ['keeps the comma after its last word', 'Anna| came, of course', 7, ' came,'],
    ['ends with no opening bracket', 'Anna| came (yesterday)', 9, ' came'],
    ['does not end before a possessive', 'Anna| saw Ukraine’s war', 12, ' saw'],
    ['cuts a word that is too long', 'Anna|internationalisation x', 8, 'internat'],
    ['cuts Chinese between any two characters', '乌克兰|总统泽连斯基说', 4, '总统泽连'],
    ['counts code points', 'Anna|😀😀😀 x', 3, '😀😀😀'],
    ['does not cut a combining mark off', 'Anna|e\u0301e\u0301e\u0301 x', 5, 'e\u0301e\u0301'],
    ['keeps a flag together', 'Anna|🇨🇳🇺🇦 x', 3, '🇨🇳'],
  ];
  for (const [what, marked, most, expected] of cases) {
    it(what, () => {
      assert.equal(after(marked, most), expected);
    });
  }
});

describe('cutting any text', () => {
  const drawn = fc.tuple(text(), fc.nat(), fc.integer({ min: 0, max: 40 }));

  it('leaves at most what was asked for, and cuts no grapheme cluster at the outer end', () => {
    const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
    fc.assert(
      fc.property(drawn, ([value, at, most]) => {
        const edges = new Set([value.length]);
        for (const { index } of graphemes.segment(value)) edges.add(index);
        const offsets = [...edges];
        const offset = offsets[at % offsets.length] ?? 0;
        const from = cutBefore(value, offset, most);
        const to = cutAfter(value, offset, most);
        assert.ok(from <= offset && edges.has(from), `from ${from}`);
        assert.ok(to >= offset && edges.has(to), `to ${to}`);
        assert.ok(Array.from(value.slice(from, offset)).length <= most);
        assert.ok(Array.from(value.slice(offset, to)).length <= most);
      }),
      { numRuns: 10_000 },
    );
  });

  it('finds the edges of grapheme clusters as the whole text gives them', () => {
    const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
    fc.assert(
      fc.property(text(), fc.nat(), fc.nat(40), (value, at, length) => {
        const from = at % (value.length + 1);
        const to = Math.min(value.length, from + length);
        const expected = [...graphemes.segment(value)].map(({ index }) => index);
        if (value !== '') expected.push(value.length);
        else expected.push(0);
        assert.deepEqual(
          graphemeEdges(value, from, to),
          [...new Set(expected)].filter((edge) => edge >= from && edge <= to),
        );
      }),
      { numRuns: 5_000 },
    );
  });
});

describe('an edge of a word', () => {
  const edges: readonly [marked: string, expected: boolean][] = [
    ['|Anna', true],
    ['Anna|', true],
    ['An|na', false],
    ['Anna|, too', true],
    ['12|-point', false],
    ['12-|point', false],
    ['O|’Brien', false],
    ['“|Anna”', true],
    ['Anna|”', true],
    ['U|.S.', false],
    ['one|…two', true],
    ['泽连|斯基', true],
    ['젤렌|스키', false],
    ['Xi|习', true],
    ['a |  b', true],
    ['e|\u0301', false],
  ];
  for (const [marked, expected] of edges) {
    it(`is ${expected ? '' : 'not '}at ${marked}`, () => {
      const { text: value, caret } = caretText(marked);
      assert.equal(isWordEdge(value, caret), expected);
    });
  }
});
