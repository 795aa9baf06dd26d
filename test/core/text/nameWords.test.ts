/** Words as `nameAt` sees them. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { adjoin, opensSentence, wordsOf, type Word } from '../../../src/core/text/nameWords';
import { caretText } from '../markedText';

const words = (text: string): readonly Word[] => wordsOf(text, 0, text.length);
const read = (text: string): readonly string[] => words(text).map((word) => word.text);

describe('the words of a line', () => {
  const cases: readonly [line: string, expected: readonly string[]][] = [
    ['Ukraine’s "peace", they say', ['Ukraine', 'peace', 'they', 'say']],
    ["NATO'S and China's", ['NATO', 'and', 'China']],
    ['O’Brien and d’Estaing', ['O’Brien', 'and', 'd’Estaing']],
    ['the U.S. and the U.S.A.', ['the', 'U.S.', 'and', 'the', 'U.S.A.']],
    ['a 12-point plan', ['a', '12-point', 'plan']],
    ['Jean-Luc in Nagorno‑Karabakh', ['Jean-Luc', 'in', 'Nagorno‑Karabakh']],
    ['Xi-Putin talks', ['Xi', 'Putin', 'talks']],
    ['pro-Russian, Moscow-backed', ['pro', 'Russian', 'Moscow', 'backed']],
    ['AT&T at 30,000', ['AT&T', 'at', '30,000']],
    ['Дар’я з Києва', ['Дар’я', 'з', 'Києва']],
    ['젤렌스키는 말했다', ['젤렌스키는', '말했다']],
    ['Xi\uFEFF \u200D(Li)', ['Xi', 'Li']],
    ['', []],
    [' … “”', []],
  ];
  for (const [line, expected] of cases) {
    it(`are ${JSON.stringify(expected)} in ${JSON.stringify(line)}`, () => {
      assert.deepEqual(read(line), expected);
    });
  }

  it('are given in offsets of the whole text', () => {
    const text = 'He met Wang Yi.';
    const [first] = wordsOf(text, 7, 14);
    assert.deepEqual([first?.start, first?.end], [7, 11]);
  });

  it('have a shape', () => {
    assert.deepEqual(
      words('Xi said al-Assad iPhone 12-point 2nd 2022 泽连斯基')
        .map(({ shape }) => shape)
        .slice(0, 7),
      ['capital', 'lower', 'capital', 'capital', 'measure', 'ordinal', 'number'],
    );
    assert.equal(words('习')[0]?.shape, 'uncased');
  });
});

describe('neighbouring words', () => {
  const cases: readonly [line: string, expected: boolean][] = [
    ['Wang Yi', true],
    ['Wang\u00A0Yi', true],
    ['J. Rowling', true],
    ['St. Petersburg', true],
    ['Johnson & Johnson', true],
    ['Wang  Yi', false],
    ['Wang, Yi', false],
    ['Wang. Yi', false],
    ['Wang\nYi', false],
    ['Wang’s Yi', false],
    ['Wang (Yi', false],
  ];
  for (const [line, expected] of cases) {
    it(`${expected ? 'adjoin' : 'are apart'} in ${JSON.stringify(line)}`, () => {
      const [left, right] = words(line);
      assert.ok(left !== undefined && right !== undefined);
      assert.equal(adjoin(line, left, right), expected);
    });
  }
});

describe('a word', () => {
  const cases: readonly [line: string, expected: boolean][] = [
    ['|Xi met', true],
    ['It ended. |Xi met', true],
    ['It ended.” |Xi met', true],
    ['“|Xi met', true],
    ['he said: |Xi met', true],
    ['Before\n|Xi met', true],
    ['Before\n— |Xi met', true],
    ['then |Xi met', false],
    ['© |The Daily', false],
    ['in Kyiv, |Xi met', false],
  ];
  for (const [line, expected] of cases) {
    it(`${expected ? 'opens' : 'does not open'} a sentence in ${JSON.stringify(line)}`, () => {
      const { text, caret } = caretText(line);
      const word = words(text).find(({ start }) => start === caret);
      assert.ok(word !== undefined);
      assert.equal(opensSentence(text, word), expected);
    });
  }
});
