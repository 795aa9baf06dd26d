import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { annotationCard, sourceCard } from '../../../src/core/outline/card';
import { NO_FILTER, type OutlineFilter } from '../../../src/core/outline/filter';
import type { OutlineNode } from '../../../src/core/outline/node';
import { SourceOutline } from '../../../src/core/outline/source';
import { Tallies } from '../../../src/core/outline/tallies';
import { locate } from '../../../src/core/store/locate';
import { SourceText } from '../../../src/core/text/sourceText';
import { annotationFile, workspace, type Workspace } from '../workspace';
import { idsOf, linesOf } from './example';

const TEXT = 'The plan, the plan and the plan. Kyiv agreed at once.\n';

/** Annotations that lost their place in different ways, and two that did not. */
const FILES = annotationFile(
  's.txt',
  '  a-several:',
  '    exact: "plan"',
  '    start: 900',
  '    end: 904',
  '    entity: ghost',
  '    status: disputed',
  '  a-gone:',
  '    exact: "not in this text at all"',
  '    start: 3',
  '    end: 26',
  '    event: nothing',
  '  a-half:',
  '    fragments:',
  '      - { exact: "Kyiv", start: 33, end: 37 }',
  '      - { exact: "zzzzzzzzzz", start: 60, end: 70 }',
  '    note: "Half of it is left."',
  '  a-typed:',
  '    exact: "at once"',
  '    start: 45',
  '    end: 52',
  '    type: speed',
  '    value: high',
  '    credibility: 2',
  '    by: anna',
  '    attributes: { third-hand: true }',
);

function lostIn(text: string, filter: OutlineFilter = NO_FILTER): readonly OutlineNode[] {
  return rootsIn(text, filter).filter(({ label }) => label === 'Not found in the text');
}

function rootsIn(text: string, filter: OutlineFilter = NO_FILTER): readonly OutlineNode[] {
  const { store } = workspace(FILES);
  const outline = new SourceOutline(store);
  const located = locate(SourceText.of(text), store.indexes.annotationsOf('s.txt'));
  outline.show({ path: 's.txt', located }, filter);
  return outline.roots();
}

function factsOf(at: Workspace, id: string): readonly string[] {
  const [record] = at.store.indexes.annotationsWithId(id);
  assert.ok(record !== undefined);
  const card = annotationCard(at.store, new Tallies(at.store), record);
  return [
    `${card.title} (${card.type})`,
    ...card.facts.map(({ name, value }) => `${name}: ${value}`),
  ];
}

describe('annotations that lost their place', () => {
  it('are listed with the reason before their meaning', () => {
    assert.deepEqual(linesOf(lostIn(TEXT)), [
      'Not found in the text | 2',
      '  not in this text at all | gone · nothing',
      '  plan | several places fit · ghost · disputed',
    ]);
  });

  it('are all there when the text is empty, and still counted for the source', () => {
    assert.equal(lostIn('')[0]?.spoken, 'Not found in the text, 4 annotations');
    assert.equal(rootsIn('')[0]?.description, '4 annotations');
  });

  it('leave a discontinuous one among the found while any fragment is', () => {
    assert.deepEqual(linesOf(rootsIn(TEXT).slice(1, 3)), [
      'Kyiv … zzzzzzzzzz | Half of it is left.',
      'at once | speed · high · credibility 2, probably true',
    ]);
  });

  it('are filtered like the others, and their group goes with the last', () => {
    const words = (text: string): OutlineFilter => ({ ...NO_FILTER, text });
    assert.equal(lostIn(TEXT, words('all'))[0]?.description, '1');
    assert.deepEqual(lostIn(TEXT, words('once')), []);
  });

  it('say in a sentence what they are and why they are lost', () => {
    assert.deepEqual(
      lostIn(TEXT)[0]
        ?.children?.()
        .map(({ spoken }) => spoken),
      [
        'Event, unknown, not in this text at all, gone, nothing',
        'entity, plan, several places fit, ghost, disputed',
      ],
    );
  });

  it('have ids apart from those of the found', () => {
    const ids = idsOf(rootsIn(TEXT));
    assert.equal(new Set(ids).size, ids.length);
  });
});

describe('the card of an annotation without a record', () => {
  const at = workspace(FILES);

  it('says what is missing', () => {
    assert.deepEqual(factsOf(at, 'a-several'), [
      'ghost (Entity without a record)',
      'Here: disputed',
    ]);
    assert.deepEqual(factsOf(at, 'a-gone'), ['nothing (Event without a record)']);
  });

  it('says all that the annotation itself does', () => {
    assert.deepEqual(factsOf(at, 'a-typed'), [
      'at once (speed)',
      'Value: high',
      'Credibility: 2, probably true',
      'Third hand: true',
      'Annotated by: anna',
    ]);
  });
});

describe('the card of a source with a blank title', () => {
  it('is called by its file', () => {
    const { store } = workspace({
      'annotations/s.txt.ann.yaml':
        'format: source-annotations/1\nsource:\n  path: s.txt\n  title: "  "\n  reliability: B\n' +
        '  url: https://example.org/a\nannotations: {}\n',
    });
    const card = sourceCard(store, 's.txt');
    assert.equal(card.title, 's.txt');
    assert.deepEqual(
      card.facts.map(({ name, value }) => `${name}: ${value}`),
      ['Reliability: B', 'Address: https://example.org/a', 'File: s.txt', 'State: not started'],
    );
  });
});
