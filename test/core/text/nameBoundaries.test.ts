/** Titles, and where one name ends and the next begins. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { divides, isFunctionWord, isTitle, type Line } from '../../../src/core/text/nameBoundaries';
import { wordsOf } from '../../../src/core/text/nameWords';

const lineOf = (text: string): Line => ({ text, words: wordsOf(text, 0, text.length) });

/** The words of which `holds`, as they read. */
function which(text: string, holds: (line: Line, index: number) => boolean): string {
  const line = lineOf(text);
  return line.words
    .filter((_, index) => holds(line, index))
    .map((word) => word.text)
    .join(' ');
}

describe('a title', () => {
  const cases: readonly [text: string, titles: string][] = [
    ['Ukrainian President Volodymyr Zelensky', 'President'],
    ['Deputy Prime Minister Olha Stefanishyna', 'Deputy Prime Minister'],
    ['NATO Secretary General Jens Stoltenberg', 'Secretary General'],
    ['US Secretary of State Antony Blinken', 'Secretary State'],
    ['General Valery Zaluzhny', 'General'],
    ['the UN General Assembly', ''],
    ['the Foreign Ministry', ''],
    ['the Premier League', ''],
    ['the State Department', ''],
    ['First Lady Olena Zelenska', 'First Lady'],
    ['the prime minister', ''],
  ];
  for (const [text, titles] of cases) {
    it(`in “${text}” is ${titles === '' ? 'nothing' : titles}`, () => {
      assert.equal(which(text, isTitle), titles);
    });
  }
});

describe('a function word', () => {
  const cases: readonly [text: string, found: string][] = [
    ['The Global Times', 'The'],
    ['in The Hague', ''],
    ['But Xi met US and WHO staff', 'But'],
    ['Urging Beijing, urging Xi', 'Urging'],
    ['Beijing Foreign Studies', ''],
    ['Two Ukrainian women', 'Two'],
  ];
  for (const [text, found] of cases) {
    it(`in “${text}” is ${found === '' ? 'nothing' : found}`, () => {
      assert.equal(which(text, isFunctionWord), found);
    });
  }
});

describe('neighbours belong', () => {
  const cases: readonly [text: string, index: number, divided: boolean][] = [
    ['Wang Yi', 0, false],
    ['Ukrainian Zelensky', 0, true],
    ['Russian Foreign Ministry', 0, false],
    ['President Xi', 0, true],
    ['Prime Minister', 0, false],
    ['Wednesday Lula', 0, true],
    ['in March Xi', 1, true],
    ['envoy to Switzerland Wang', 2, true],
    ['envoy to Saudi Arabia Li', 2, false],
    ['envoy to Saudi Arabia Li', 3, true],
    ['Xi The', 0, true],
  ];
  for (const [text, index, divided] of cases) {
    it(`${divided ? 'to two names' : 'to one name'} after word ${index + 1} of “${text}”`, () => {
      assert.equal(divides(lineOf(text), index), divided);
    });
  }
});
