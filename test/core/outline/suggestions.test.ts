import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { NO_FILTER, type OutlineFilter } from '../../../src/core/outline/filter';
import { isSuggestedPassages, type OutlineNode } from '../../../src/core/outline/node';
import { SuggestionsOutline, type ShownSuggestions } from '../../../src/core/outline/suggestions';
import { hintOf, meaningOf } from '../../../src/core/outline/suggestionWords';
import type { Suggestion } from '../../../src/core/suggestions/suggestion';
import { SourceText } from '../../../src/core/text/sourceText';
import type { Span } from '../../../src/core/text/span';
import { example, idsOf, written } from './example';

const PATH = 'seeds/third.txt';
const TEXT = SourceText.of(
  'Xi met Karel Novak in Beijing last week.\nLater Karel Novak left, and Xi stayed until May.\n',
);

function at(words: string, occurrence = 1): Span {
  let start = -1;
  for (let count = 0; count < occurrence; count += 1) start = TEXT.text.indexOf(words, start + 1);
  return { start, end: start + words.length };
}

const SUGGESTIONS: readonly Suggestion[] = [
  { kind: 'known', span: at('Xi'), entities: ['xi-jinping'], confidence: 'sure' },
  {
    kind: 'unknown',
    span: at('Karel Novak'),
    name: 'Karel Novak',
    type: 'person',
    confidence: 'likely',
    doubt: 'no entity has this name',
  },
  { kind: 'known', span: at('Beijing'), entities: ['beijing'], confidence: 'sure' },
  { kind: 'time', span: at('last week'), value: '2023-04-17/2023-04-23', confidence: 'sure' },
  {
    kind: 'unknown',
    span: at('Karel Novak', 2),
    name: 'Karel Novak',
    type: 'person',
    confidence: 'likely',
  },
  { kind: 'known', span: at('Xi', 2), entities: ['xi-jinping'], confidence: 'sure' },
  { kind: 'time', span: at('May'), confidence: 'likely', doubt: 'the text does not tell the date' },
];

function outlineOf(
  filter: OutlineFilter = NO_FILTER,
  more: Partial<ShownSuggestions> = {},
): SuggestionsOutline {
  const outline = new SuggestionsOutline(example().store);
  outline.show({ path: PATH, text: TEXT, suggestions: SUGGESTIONS, rejected: [], ...more }, filter);
  return outline;
}

function nodesOf(nodes: readonly OutlineNode[]): readonly OutlineNode[] {
  return nodes.flatMap((node) => [node, ...nodesOf(node.children?.() ?? [])]);
}

describe('the outline of suggestions', () => {
  it('groups them by kind and by what they would be, each passage in its line', () => {
    assert.deepEqual(written(outlineOf()), [
      'Known Names | 3',
      '  Xi Jinping | 2',
      '    Xi met Karel Novak in Beijing last week.',
      '    …left, and Xi stayed until May.',
      '  Beijing | …Novak in Beijing last week.',
      'Unknown Names | 2',
      '  Karel Novak | new Person · 2',
      '    Xi met Karel Novak in Beijing last week. | no entity has this name',
      '    Later Karel Novak left, and Xi stayed until May.',
      'Times | 2',
      '  last week | 17 to 23 April 2023 · …in Beijing last week.',
      '  May | time · the text does not tell the date · …stayed until May.',
    ]);
  });

  it('says of every node what it stands for, and gives the passages that are decided on', () => {
    const nodes = nodesOf(outlineOf().roots());
    const group = nodes.find(
      ({ kind, label }) => kind === 'suggestionGroup' && label === 'Xi Jinping',
    );
    assert.equal(group?.spoken, 'Known name, Person, Xi Jinping, 2 passages');
    assert.deepEqual(
      group.suggested?.passages.map(({ words }) => words),
      ['Xi', 'Xi'],
    );
    const passage = nodes.find(({ label }) => label === 'May');
    assert.equal(
      passage?.spoken,
      'Time, May, time, the text does not tell the date, in: …stayed until May.',
    );
    assert.ok(
      nodes.every(({ suggested }) => suggested === undefined || isSuggestedPassages(suggested)),
    );
  });

  it('gives every node an id of its own', () => {
    const ids = idsOf(outlineOf().roots());
    assert.equal(new Set(ids).size, ids.length);
  });

  it('puts what is doubtful last', () => {
    const suggestions: readonly Suggestion[] = [
      { kind: 'unknown', span: at('Later'), name: 'Later', confidence: 'doubtful', doubt: 'why' },
      ...SUGGESTIONS.slice(4, 5),
    ];
    const labels = outlineOf(NO_FILTER, { suggestions })
      .roots()[0]
      ?.children?.()
      .map(({ label }) => label);
    assert.deepEqual(labels, ['Karel Novak', 'Later']);
  });

  it('keeps to the filter of the sidebar, by words, names and types', () => {
    const shown = (filter: Partial<OutlineFilter>): number =>
      outlineOf({ ...NO_FILTER, ...filter }).shown().shown;
    assert.equal(shown({ text: 'jinping' }), 2);
    assert.equal(shown({ text: 'NOVAK karel' }), 2);
    assert.equal(shown({ text: 'week' }), 1);
    assert.equal(shown({ entityTypes: ['person'] }), 4);
    assert.equal(shown({ entityTypes: ['place'] }), 1);
    assert.equal(shown({ eventTypes: ['consult'] }), 0);
    assert.deepEqual(outlineOf().shown(), { shown: 7, all: 7 });
  });

  it('lists what was rejected, and what of it is no longer in the text', () => {
    const target = { prefix: '', suffix: '', start: 0, end: 2 };
    const lines = written(
      outlineOf(NO_FILTER, {
        suggestions: [],
        rejected: [
          {
            rejection: {
              id: 'r-aaaaaa',
              target: { ...target, exact: 'Xi' },
              reading: { kind: 'entity', entity: 'xi-jinping' },
            },
            span: at('Xi'),
          },
          {
            rejection: {
              id: 'r-bbbbbb',
              target: { ...target, exact: 'Monday' },
              reading: { kind: 'time' },
              note: 'a name',
            },
          },
        ],
      }),
    );
    assert.deepEqual(lines, [
      'Rejected | 2',
      '  Xi met Karel Novak in Beijing last week. | not Xi Jinping',
      '  Monday | no time · no longer in the text · a name',
    ]);
  });

  it('offers to leave out what is no part of the document', () => {
    const [offer] = outlineOf(NO_FILTER, { boilerplate: 30 }).roots();
    assert.equal(offer?.kind, 'bodyOffer');
    assert.match(offer.description, /^\d+ % looks like navigation/);
    assert.deepEqual(offer.subject, { kind: 'source', path: PATH });
  });

  it('is empty without a source', () => {
    const outline = outlineOf();
    outline.show(undefined, NO_FILTER);
    assert.deepEqual(outline.roots(), []);
    assert.deepEqual(outline.chainTo(), []);
  });
});

describe('the words for a suggestion', () => {
  it('ask when several entities have the name', () => {
    const { store } = example();
    const shared: Suggestion = {
      kind: 'known',
      span: at('Xi'),
      entities: ['xi-jinping', 'beijing'],
      confidence: 'doubtful',
    };
    assert.equal(meaningOf(store, shared), 'Xi Jinping or Beijing?');
    assert.equal(hintOf(store, shared, 'Xi'), 'Xi Jinping or Beijing?');
  });

  it('do not repeat what the text says', () => {
    const { store } = example();
    const beijing: Suggestion = {
      kind: 'known',
      span: at('Beijing'),
      entities: ['beijing'],
      confidence: 'sure',
    };
    assert.equal(hintOf(store, beijing, 'Beijing'), 'Place');
    assert.equal(hintOf(store, beijing, 'Peking'), 'Beijing · Place');
  });
});

describe('passages from outside', () => {
  it('are taken only in their form', () => {
    const passage = { start: 0, end: 2, words: 'Xi' };
    assert.ok(isSuggestedPassages({ source: PATH, passages: [passage] }));
    for (const wrong of [
      undefined,
      null,
      'x',
      { source: PATH },
      { source: 1, passages: [] },
      { source: PATH, passages: [{ ...passage, words: 1 }] },
      { source: PATH, passages: [null] },
    ]) {
      assert.ok(!isSuggestedPassages(wrong));
    }
  });
});
