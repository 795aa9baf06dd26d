import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  timeExpressionAt,
  timeExpressionsIn,
  valueOfExpression,
} from '../../../src/core/dates/timesIn';
import { caretText, markedSpan, markedText } from '../markedText';

describe('the time expressions of a text', () => {
  const cases = [
    'in Switzerland [[last month]]. China',
    'on [[the 24th]], stating',
    'on [[the 13th]] (local time). Two',
    'in [[February 2022]].',
    'a phone call on [[Wednesday]] with Zelensky',
    'within the [[1991]] borders',
    'World [[14:48 18.05.2024]]',
    'was in [[April last year]].',
    '(@ZelenskyyUa) [[April 26, 2023]]',
    'from [[September 3]], or [[2023-04-26]]',
    'since [[February]], which',
    '[[earlier this year]]. During',
    '[[Two days later]], on [[the 15th]], Ukrainian',
    'in [[the coming weeks or months]] following',
    'ongoing for [[14 months]], and',
  ];
  for (const marked of cases) {
    it(`are found in ${marked}`, () => {
      const { text, spans } = markedText(marked);
      assert.deepEqual(timeExpressionsIn(text, { start: 0, end: text.length }), spans);
    });
  }

  it('are no bare numbers, ordinals, names or verbs', () => {
    for (const text of ['the 12-point plan', '20% of it', '2nd Peace Conference', 'Yu Jun, head']) {
      assert.deepEqual(timeExpressionsIn(text, { start: 0, end: text.length }), [], text);
    }
    const verbs = 'they may march on';
    assert.deepEqual(timeExpressionsIn(verbs, { start: 0, end: verbs.length }), []);
  });

  it('are taken whole from any of their words', () => {
    for (const marked of ['on the 2|4th, he', 'on t|he 24th, he', 'on the 24th|, he']) {
      const { text, caret } = caretText(marked);
      const span = timeExpressionAt(text, caret);
      assert.equal(span && text.slice(span.start, span.end), 'the 24th');
    }
  });

  it('are absent where the caret is on something else', () => {
    const { text, caret } = caretText('He sp|oke last month.');
    assert.equal(timeExpressionAt(text, caret), undefined);
  });
});

describe('the value of an expression', () => {
  it('is reckoned from the date of the text', () => {
    assert.equal(valueOfExpression('last month', '2024-07-25'), '2024-06');
  });

  it('needs both ends of a span of time to agree', () => {
    assert.equal(valueOfExpression('last month', '2024-07-24/2024-07-31'), '2024-06');
    assert.equal(valueOfExpression('the 24th', '2024-07-24/2024-07-31'), '2024-07-24');
    assert.equal(valueOfExpression('Wednesday', '2024-07-20/2024-07-31'), undefined);
    assert.equal(valueOfExpression('last month', '2024-07-24/..'), undefined);
  });

  it('does not need the date of the text when it is a whole date', () => {
    assert.equal(valueOfExpression('April 26, 2023', undefined), '2023-04-26');
    assert.equal(valueOfExpression('last month', undefined), undefined);
  });
});

describe('the stretch that is searched', () => {
  it('bounds what is found: an expression across its edge is read as far as it goes', () => {
    const { text, span } = markedSpan('in May 2021 and [[in May]] 2022');
    const found = timeExpressionsIn(text, { start: span.start, end: text.length });
    assert.deepEqual(
      found.map(({ start, end }) => text.slice(start, end)),
      ['May 2022'],
    );
    assert.deepEqual(timeExpressionsIn(text, { start: 3, end: 3 }), []);
  });

  it('has expressions that do not overlap, in order, and each is found by its caret', () => {
    const { text, spans } = markedText(
      'On [[Monday, 26 April 2023]], he came; [[yesterday]] he left. [[Last year]] too.',
    );
    assert.deepEqual(timeExpressionsIn(text, { start: 0, end: text.length }), spans);
    for (const { start, end } of spans) {
      for (const offset of [start, start + 1, end]) {
        assert.deepEqual(timeExpressionAt(text, offset), { start, end }, `${offset}`);
      }
    }
  });

  it('ends with the sentence of the caret', () => {
    const { text, caret } = caretText('He came on Mon|day.\n\nTuesday was calm.');
    assert.deepEqual(timeExpressionAt(text, caret), { start: 11, end: 17 });
    assert.equal(timeExpressionAt('One.\n\n\n\nTwo.', 6), undefined);
  });
});
