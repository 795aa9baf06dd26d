import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { namesNear, nearbyEntities, type Mention } from '../../../src/core/matching/nearby';
import type { Entity } from '../../../src/core/model/records';
import { ProjectNames } from '../../../src/core/suggestions/projectNames';
import { markedText } from '../markedText';

/** The first mark is the passage; the others are mentions, named by their own words. */
function scene(marked: string): {
  text: string;
  passage: { start: number; end: number };
  mentions: readonly Mention[];
} {
  const { text, spans } = markedText(marked);
  const [passage = { start: 0, end: 0 }, ...others] = spans;
  const mentions = others.map((span) => ({ entity: text.slice(span.start, span.end), span }));
  return { text, passage, mentions };
}

function entity(id: string, name: string, ...aliases: readonly string[]): Entity {
  const texts = aliases.map((text) => ({ text }));
  return { id, type: 'person', name, aliases: texts, links: {} };
}

describe('the entities near a passage', () => {
  const { text, passage, mentions } = scene(
    'Far [[Paris]].\n\nThere [[Rome]] was. In [[Kyiv]] [[[[Anna]] met [[Bob]]]] with [[Carl]].',
  );
  const [place, ...rest] = mentions;

  it('are those in it in the order of the text, then of the sentence, the paragraph, the text', () => {
    // Marks open in the order of the text, so the passage is the fourth.
    const marked = markedText(
      'Far [[Paris]].\n\nThere [[Rome]] was. In [[Kyiv]] [[[[Anna]] met [[Bob]]]] with [[Carl]].',
    );
    const [paris, rome, kyiv, inside, anna, bob, carl] = marked.spans;
    const spans = { paris, rome, kyiv, anna, bob, carl };
    const all = Object.entries(spans).flatMap(([name, span]) =>
      span === undefined ? [] : [{ entity: name, span }],
    );
    const nearby = nearbyEntities(marked.text, inside ?? { start: 0, end: 0 }, all);
    assert.deepEqual(
      nearby.map(({ entity: id, zone }) => `${id} ${zone}`),
      [
        'anna passage',
        'bob passage',
        'kyiv sentence',
        'carl sentence',
        'rome paragraph',
        'paris text',
      ],
    );
  });

  it('are each listed once, where they are nearest', () => {
    const twice = [...rest, ...(place === undefined ? [] : [{ ...place, entity: 'Kyiv' }])];
    const ids = nearbyEntities(text, passage, twice).map((each) => each.entity);
    assert.equal(new Set(ids).size, ids.length);
  });

  it('are those around the passage first when it is asked who says it', () => {
    const marked = markedText('[[Xi]] said: “[[[[Ukraine]] wants peace]].”');
    const [xi, quote, ukraine] = marked.spans;
    const all = [
      { entity: 'ukraine', span: ukraine ?? { start: 0, end: 0 } },
      { entity: 'xi', span: xi ?? { start: 0, end: 0 } },
    ];
    const nearby = nearbyEntities(marked.text, quote ?? { start: 0, end: 0 }, all, 'around');
    assert.deepEqual(
      nearby.map((each) => each.entity),
      ['xi', 'ukraine'],
    );
  });
});

describe('names near a passage', () => {
  const text = 'Xi Jinping called Zelensky’s office.\n\nZelensky was not there.';
  const passage = { start: 0, end: 10 };

  it('are known names in its paragraph, with their spans', () => {
    const entities = [entity('xi-jinping', 'Xi Jinping'), entity('z', 'Zelenskyy', 'Zelensky')];
    assert.deepEqual(
      namesNear(text, passage, new ProjectNames(entities)).map(({ entity: id, span }) => [
        id,
        text.slice(span.start, span.end),
      ]),
      [
        ['xi-jinping', 'Xi Jinping'],
        ['z', 'Zelensky'],
      ],
    );
  });

  it('leave out a name that two entities have', () => {
    const entities = [entity('v', 'Volodymyr', 'Zelensky'), entity('o', 'Olena', 'Zelensky')];
    assert.deepEqual(namesNear(text, passage, new ProjectNames(entities)), []);
  });
});
