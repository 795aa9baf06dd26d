import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { likelySpeakers } from '../../../src/core/matching/speakers';
import { likelyPlace } from '../../../src/core/matching/places';
import { BUILTIN_SCHEMA } from '../../../src/core/schema/builtin';
import { markedText } from '../markedText';

const PLACES = ['China', 'Guangzhou', 'Ukraine', 'Moscow', 'Beijing'];

/** `{{…}}` is the passage, `[[…]]` are mentions, named by their own words. */
function scene(marked: string): Parameters<typeof likelyPlace> {
  const start = marked.replaceAll(/\[\[|\]\]/g, '').indexOf('{{');
  const end = marked.replaceAll(/\[\[|\]\]|\{\{/g, '').indexOf('}}');
  const { text, spans } = markedText(marked.replaceAll(/\{\{|\}\}/g, ''));
  const mentions = spans.map((span) => ({ entity: text.slice(span.start, span.end), span }));
  return [text, { start, end }, mentions];
}

describe('the likely speaker', () => {
  const cases: readonly (readonly [marked: string, speaker: string])[] = [
    ['“{{It is a card}},” said [[Andrew Small]] of [[China]].', 'Andrew Small'],
    [
      '[[Dmytro Kuleba]] met [[Wang Yi]] in [[Guangzhou]], [[China]], stating, “{{we want peace}}.”',
      'Dmytro Kuleba',
    ],
    ['[[Xi]] met [[Zelensky]]. “{{There is no winner}},” [[Xi]] added.', 'Xi'],
    ['In May [[Xi]] left. {{In June [[Trump]] promised to end it}}. [[Putin]] was glad.', 'Trump'],
    ['“{{[[Ukraine]] wants peace}},” [[Kuleba]] told [[AFP]].', 'Kuleba'],
  ];
  for (const [marked, speaker] of cases) {
    it(`of ${marked} is ${speaker}`, () => {
      const [text, passage, mentions] = scene(marked);
      const typeOf = (id: string): string =>
        PLACES.includes(id) ? 'place' : id === 'AFP' ? 'organisation' : 'person';
      const speakers = likelySpeakers(text, passage, mentions, BUILTIN_SCHEMA, typeOf);
      assert.equal(speakers[0], speaker);
      assert.equal(new Set(speakers).size, speakers.length);
    });
  }
});

describe('the likely place', () => {
  it('is the one behind a preposition in the passage', () => {
    const scenes = scene('{{[[Ukraine]] met them in [[Guangzhou]], [[China]]}} and in [[Moscow]].');
    assert.equal(likelyPlace(...scenes), 'Guangzhou');
  });

  it('is else one in the sentence, and else none', () => {
    assert.equal(likelyPlace(...scene('{{They met}} in the [[Moscow]] district.')), 'Moscow');
    assert.equal(likelyPlace(...scene('{{They left [[Beijing]]}}.')), undefined);
  });
});
