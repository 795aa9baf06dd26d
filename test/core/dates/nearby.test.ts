import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dateNear } from '../../../src/core/dates/nearby';
import { markedText } from '../markedText';

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
