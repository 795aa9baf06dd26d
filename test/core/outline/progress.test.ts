import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { annotationCard, sourceCard } from '../../../src/core/outline/card';
import { cardMarkdown } from '../../../src/core/outline/cardMarkdown';
import { EntitiesOutline } from '../../../src/core/outline/entities';
import { EventsOutline } from '../../../src/core/outline/events';
import { NO_FILTER } from '../../../src/core/outline/filter';
import { SourceOutline } from '../../../src/core/outline/source';
import { carryOut } from '../workspace';
import type { TEXTS } from './example';
import { example, FIRST, locatedIn, SECOND, written, type Example } from './example';

const MENTION = { kind: 'annotation', source: SECOND, id: 'a-mention4' } as const;

/** One source reviewed, the other one done, and something said of everything. */
function discussed(): Example {
  const at = example();
  carryOut(at, [
    { op: 'setSource', source: FIRST, state: 'done', reviewedBy: ['anna', 'boris'] },
    { op: 'setSource', source: SECOND, state: 'done' },
    { op: 'comment', on: MENTION, by: 'anna', text: 'Which *Xi*?' },
    { op: 'comment', on: { kind: 'entity', id: 'xi-jinping' }, by: 'boris', text: 'Alias “Mr”?' },
    { op: 'comment', on: { kind: 'entity', id: 'ukraine' }, by: 'boris', text: 'State or place?' },
    { op: 'comment', on: { kind: 'entity', id: 'ukraine' }, resolved: true },
    { op: 'comment', on: { kind: 'event', id: 'visit' }, text: 'When?' },
    { op: 'comment', on: { kind: 'source', path: SECOND }, text: 'All of it?' },
  ]);
  return at;
}

function sourceLines(at: Example, path: keyof typeof TEXTS): readonly string[] {
  return written(sourceOutline(at, path));
}

function sourceOutline(at: Example, path: keyof typeof TEXTS): SourceOutline {
  const outline = new SourceOutline(at.store);
  outline.show({ path, located: locatedIn(at, path) }, NO_FILTER);
  return outline;
}

describe('progress in the outlines', () => {
  it('stands at the source: its state, who has reviewed it, what is open, and how far all are', () => {
    const at = discussed();
    const lines = sourceLines(at, FIRST);
    assert.equal(
      lines[0],
      'Xi calls Kyiv | The Daily · 26 April 2023 · 6 annotations · reviewed by anna, boris',
    );
    assert.ok(lines.includes('  State | reviewed by anna, boris'));
    assert.ok(lines.includes('  All annotated sources | 1 of 2 reviewed'));
    const others = sourceLines(at, SECOND);
    assert.equal(
      others[0],
      'second.txt | 4 annotations · done, not reviewed yet · 2 open discussions',
    );
    assert.ok(others.includes('  State | done, not reviewed yet'));
    assert.ok(others.includes('  Not accepted | 1 proposed'));
    assert.ok(others.includes('  Discussion | 2 open discussions'));
    assert.ok(others.includes('Xi | Xi Jinping · proposed · open discussion'));
  });

  it('shows in the icon of a source how far it is', () => {
    const iconIn = (at: Example, path: keyof typeof TEXTS): string | undefined =>
      sourceOutline(at, path).roots()[0]?.icon?.name;
    assert.equal(iconIn(example(), FIRST), 'file');
    assert.equal(iconIn(discussed(), SECOND), 'pass');
    assert.equal(iconIn(discussed(), FIRST), 'verified');
  });

  it('says of entities, events and mentions that they are still discussed', () => {
    const at = discussed();
    const entities = written(new EntitiesOutline(at.store, at.tallies), 3).map((line) =>
      line.trim(),
    );
    assert.ok(
      entities.includes('Xi Jinping | 3 in 2 sources · open discussion'),
      entities.join('\n'),
    );
    assert.ok(entities.includes('Ukraine | 1 in 1 source'));
    const events = written(new EventsOutline(at.store, at.tallies), 2).map((line) => line.trim());
    assert.ok(
      events.some(
        (line) => line.startsWith('A visit to Beijing |') && line.endsWith('open discussion'),
      ),
      events.join('\n'),
    );
  });
});

describe('a card', () => {
  it('has the discussion of the annotation and of its record, and reads none of it as Markdown', () => {
    const at = discussed();
    const [record] = at.store.indexes.annotationsWithId('a-mention4');
    assert.ok(record !== undefined);
    const card = annotationCard(at.store, at.tallies, record);
    assert.deepEqual(card.discussion, [
      'Open discussion · anna: “Which *Xi*?”',
      'On the record: Open discussion · boris: “Alias “Mr”?”',
    ]);
    const markdown = cardMarkdown(card, () => undefined);
    assert.ok(markdown.includes('Open discussion · anna\\: “Which \\*Xi\\*\\?”'), markdown);
  });

  it('shows the last comments, and how many there were before', () => {
    const at = example();
    const on = { kind: 'source', path: FIRST } as const;
    carryOut(
      at,
      ['1', '2', '3', '4'].map((text) => ({ op: 'comment' as const, on, by: 'anna', text })),
    );
    carryOut(at, [{ op: 'comment', on, resolved: true }]);
    assert.deepEqual(sourceCard(at.store, FIRST).discussion, [
      'Resolved discussion · 2 earlier comments · anna: “3” · anna: “4” · resolved',
    ]);
    assert.equal(sourceCard(at.store, SECOND).discussion, undefined);
  });

  it('says what was decided', () => {
    const decided = (decision: string): string | undefined => {
      const at = example();
      carryOut(at, [{ op: 'update', id: 'a-mention4', decision }]);
      const [record] = at.store.indexes.annotationsWithId('a-mention4');
      assert.ok(record !== undefined);
      const { facts } = annotationCard(at.store, at.tallies, record);
      return facts.find(({ name }) => name === 'Decided')?.value;
    };
    assert.equal(decided('a-mention4'), 'this one stands');
    assert.equal(decided('none'), 'nothing stands here');
    assert.equal(decided('a-note01'), '“a-note01” stands instead');
  });
});
