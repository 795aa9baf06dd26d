import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { foldName, spacedWords } from '../../../src/core/matching/fold';

describe('names that are the same', () => {
  const pairs: readonly (readonly [string, string])[] = [
    ['Xi Jinping', 'XI JINPING'],
    ['Zelensky', 'Zelensky’s'],
    ['the Russians', 'the Russians’'],
    ['Ukraine', "Ukraine's"],
    ['São Tomé', 'Sao Tome'],
    ['Ångström', 'A\u030angstro\u0308m'],
    ['Łódź', 'Lodz'],
    ['Straße', 'STRASSE'],
    ['Æthelred', 'aethelred'],
    ['İstanbul', 'Istanbul'],
    ['O’Brien', "O'Brien"],
    ['“Friendship”', '"Friendship"'],
    ['12–point', '12-point'],
    ['Wang\u00a0 Yi', 'Wang Yi'],
    [' Wang\n\tYi ', 'Wang Yi'],
    ['Donald\u00adTrump', 'DonaldTrump'],
    ['Ｋｙｉｖ', 'Kyiv'],
    ['ΟΔΟΣ', 'οδος'],
    ['ﷲ', 'الله'],
    ['مُحَمَّد', 'محمد'],
    ['젤렌스키', '젤렌스키'.normalize('NFD')],
  ];
  for (const [a, b] of pairs) {
    it(`${JSON.stringify(a)} and ${JSON.stringify(b)}`, () => {
      assert.equal(foldName(a), foldName(b));
    });
  }
});

describe('names that stay different', () => {
  const pairs: readonly (readonly [string, string])[] = [
    ['Xi Jinping', 'Xijinping'],
    ['China', 'Chinas'],
    ['ガ', 'カ'],
    ['राम', 'रम'],
    ['A-B', 'AB'],
    ['Россия', 'Rossiya'],
  ];
  for (const [a, b] of pairs) {
    it(`${a} and ${b}`, () => {
      assert.notEqual(foldName(a), foldName(b));
    });
  }
});

describe('the words of a key', () => {
  it('are its runs of letters and digits, with a space around each', () => {
    assert.equal(spacedWords('xi jinping'), ' xi jinping ');
    assert.equal(spacedWords("12-point 'peace' plan"), ' 12 point peace plan ');
    assert.equal(spacedWords('राहुल गांधी'), ' राहुल गांधी ');
  });

  it('are none in a key of signs', () => {
    assert.equal(spacedWords(''), '');
    assert.equal(spacedWords('- …'), '');
  });
});

describe('the laws of folding', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.string({
      unit: fc.constantFrom('a', 's', "'", '’', ' ', '-', 'É', 'ς', 'İ', '\u0301', '\u3099'),
    }),
  );

  it('the key of a key is the key', () => {
    fc.assert(
      fc.property(text, (name) => {
        const key = foldName(name);
        assert.equal(foldName(key), key);
      }),
      { numRuns: 20_000 },
    );
  });

  it('the form of Unicode makes no difference', () => {
    fc.assert(
      fc.property(text, (name) => {
        assert.equal(foldName(name.normalize('NFD')), foldName(name.normalize('NFC')));
      }),
      { numRuns: 10_000 },
    );
  });

  it('space around a name makes no difference', () => {
    fc.assert(
      fc.property(text, (name) => {
        assert.equal(foldName(` ${name}\n`), foldName(name));
      }),
      { numRuns: 10_000 },
    );
  });
});
