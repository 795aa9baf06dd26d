import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { datedExpressionsIn } from '../../../src/core/dates/timesIn';
import { markedSpan } from '../markedText';

describe('whole dates of other languages', () => {
  const cases: readonly (readonly [marked: string, value: string])[] = [
    ['Розмова відбулася [[26 квітня 2023 року]], заявив він.', '2023-04-26'],
    ['Заявил [[26 апреля 2023 года]] президент.', '2023-04-26'],
    ['Он прибыл [[24 июля]] в Гуанчжоу.', '2024-07-24'],
    ['Россия вторглась в [[феврале 2022 года]].', '2022-02'],
    ['Das Gespräch war im [[Februar 2022]] in Kyjiw.', '2022-02'],
    ['L’appel du [[26 avril 2023]] a duré.', '2023-04-26'],
    ['La llamada fue el [[26 de abril de 2023]].', '2023-04-26'],
    ['习近平[[2023年4月26日]]同泽连斯基通电话。', '2023-04-26'],
    ['习近平在[[7月24日]]会见。', '2024-07-24'],
    ['시진핑은 [[2023년 4월 26일]] 통화했다.', '2023-04-26'],
  ];
  for (const [marked, value] of cases) {
    it(`are found in ${marked}`, () => {
      const { text, span } = markedSpan(marked);
      const found = datedExpressionsIn(text, { start: 0, end: text.length }, '2024-07-25');
      assert.deepEqual(found, [{ span, value }]);
    });
  }
});

describe('times counted from another time of the text', () => {
  const cases: readonly (readonly [marked: string, value: string])[] = [
    ['On 13 July 2024 he came. [[A week later]] he left.', '2024-07-20'],
    ['On 13 July 2024 he came. [[three days earlier]] he had not.', '2024-07-10'],
    ['In 2019 he came, and left [[two years later]].', '2021'],
  ];
  for (const [marked, value] of cases) {
    it(`are dated in ${marked}`, () => {
      const { text, span } = markedSpan(marked);
      const found = datedExpressionsIn(text, { start: 0, end: text.length }, undefined);
      assert.deepEqual(found.at(-1), { span, value });
    });
  }

  it('have no value where the text has none before them', () => {
    const { text, span } = markedSpan('[[Two days later]] he left.');
    assert.deepEqual(datedExpressionsIn(text, { start: 0, end: text.length }, '2024'), [{ span }]);
  });
});
