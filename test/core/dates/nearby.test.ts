import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dateNear } from '../../../src/core/dates/nearby';
import { markedSpan, markedText } from '../markedText';

const PUBLISHED = '2024-07-25';

describe('the date near a passage', () => {
  it('is the one inside it', () => {
    const { text, spans } = markedText('On Monday he came. [[Kuleba met Wang on the 24th]].');
    const [passage = { start: 0, end: 0 }] = spans;
    assert.deepEqual(dateNear(text, passage, [], PUBLISHED), {
      words: 'the 24th',
      value: '2024-07-24',
    });
  });

  it('is else the nearest in its sentence, then one before in its paragraph', () => {
    const sentence = markedText('Last year he fell. [[Kuleba met Wang]] in Guangzhou on the 24th.');
    const [one = { start: 0, end: 0 }] = sentence.spans;
    assert.equal(dateNear(sentence.text, one, [], PUBLISHED)?.words, 'the 24th');
    const paragraph = markedText('Two days ago it began. [[Kuleba met Wang]]. Next year it ends.');
    const [two = { start: 0, end: 0 }] = paragraph.spans;
    assert.equal(dateNear(paragraph.text, two, [], PUBLISHED)?.value, '2024-07-23');
  });

  it('is what an annotation says rather than what the words suggest', () => {
    const { text, spans } = markedText('[[They met [[last month]]]].');
    const [passage = { start: 0, end: 0 }, time = { start: 0, end: 0 }] = spans;
    const annotated = [{ span: time, value: '2024-05-30' }];
    assert.equal(dateNear(text, passage, annotated, PUBLISHED)?.value, '2024-05-30');
  });

  it('is absent when nothing there has a value', () => {
    const { text, spans } = markedText('[[They met last month]].\n\nIn 2022 it began.');
    const [passage = { start: 0, end: 0 }] = spans;
    assert.equal(dateNear(text, passage, [], undefined), undefined);
  });
});

describe('of several dates near a passage', () => {
  const cases: readonly (readonly [string, string, string | undefined])[] = [
    [
      'the one in the passage counts before a nearer one beside it',
      'By Monday, [[they will have met again in Guangzhou, as on 24 July]].',
      '2024-07-24',
    ],
    [
      'the nearer in the sentence counts, on whichever side',
      'In 2022 it was said, and yesterday [[they met]], as in all the months of 2021.',
      '2024-07-24',
    ],
    [
      'the last before the sentence counts',
      'In 2021 it began. In May 2022 it went on. [[They met]].',
      '2022-05',
    ],
    ['one after the sentence does not count', '[[They met]]. In 2022 it began.', undefined],
    ['one in the paragraph before does not count', 'In 2022 it began.\n\n[[They met]].', undefined],
    [
      'one without a value gives way to one with',
      'Two days later, after a call in May 2022, [[they met]].',
      '2022-05',
    ],
  ];
  for (const [title, marked, value] of cases) {
    it(title, () => {
      const { text, span } = markedSpan(marked);
      assert.equal(dateNear(text, span, [], PUBLISHED)?.value, value);
    });
  }

  it('an annotation in the sentence counts before words in the paragraph, wherever it is', () => {
    const { text, spans } = markedText('In 2022 it began. [[They met]] at [[the summit]].');
    const [passage = { start: 0, end: 0 }, summit = { start: 0, end: 0 }] = spans;
    const annotated = [{ span: summit, value: '2023-05' }];
    assert.deepEqual(dateNear(text, passage, annotated, PUBLISHED), {
      words: 'the summit',
      value: '2023-05',
    });
  });

  it('an annotation of part of an expression takes its place', () => {
    const { text, spans } = markedText('[[They met]] on [[April]] 26, 2023.');
    const [passage = { start: 0, end: 0 }, april = { start: 0, end: 0 }] = spans;
    const annotated = [{ span: april, value: '2023-04' }];
    assert.equal(dateNear(text, passage, annotated, PUBLISHED)?.value, '2023-04');
  });

  it('without the date of the text only those count that say all themselves', () => {
    const { text, span } = markedSpan('Yesterday [[they met]], unlike on 26 April 2023.');
    assert.equal(dateNear(text, span, [], undefined)?.value, '2023-04-26');
    assert.equal(dateNear(text, span, [], PUBLISHED)?.value, '2024-07-24');
  });
});
