/** What counts as a headline in title case. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isHeadline, lineAround } from '../../../src/core/text/headlines';
import { caretText } from '../markedText';

describe('a line in title case', () => {
  const headlines = [
    'Beijing Seeks to Mediate as Xi Talks to Zelensky',
    'China Considers Itself an Impartial Mediator in Ukraine Conflict',
    'US Cautious about Prospects of the Peace Deal',
    "Uncertain if Russia Will Respond to China's Mediation",
  ];
  for (const line of headlines) {
    it(line, () => {
      assert.equal(isHeadline(line), true);
    });
  }
});

describe('a line in sentence case', () => {
  const others = [
    'Xi Jinping sends Chinese peace talks delegation to Ukraine | Ukraine',
    'Azerbaijani President Ilham Aliyev met with the chairman of Energy China',
    'Ukraine’s Zelensky addresses Mexican Congress',
    'Ukrainian President Volodymyr Zelensky, Li Hui and Xi Jinping.',
    'Volodymyr Zelensky',
    '泽连斯基与习近平通电话',
    '',
  ];
  for (const line of others) {
    it(line === '' ? 'an empty one' : line, () => {
      assert.equal(isHeadline(line), false);
    });
  }

  it('is any line too long for a headline', () => {
    assert.equal(isHeadline('Beijing Seeks to Mediate '.repeat(20)), false);
  });
});

describe('the line around an offset', () => {
  it('is without its line breaks', () => {
    for (const marked of ['one\n|two\nthree', 'one\ntw|o\nthree', 'one\r\ntwo|\r\nthree']) {
      const { text, caret } = caretText(marked);
      assert.equal(lineAround(text, caret), 'two');
    }
  });

  it('is cut where the line is too long to be a headline', () => {
    const around = lineAround('x'.repeat(9_000), 4_000);
    assert.ok(around.length > 200 && around.length < 1_000);
  });
});
