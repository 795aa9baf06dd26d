import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { acceptance, proposedChoice, rejection } from '../../../src/core/suggestions/acceptance';
import { describeSuggestion, groupOf } from '../../../src/core/suggestions/groups';
import type { Suggestion } from '../../../src/core/suggestions/suggestion';
import { SourceText } from '../../../src/core/text/sourceText';
import { BUILTIN_SCHEMA } from '../../../src/core/schema/builtin';

const TEXT = SourceText.of('😀 Xi met Oslo in May. XI came to Oslo in May.');
const SURE = { confidence: 'sure' } as const;

function known(start: number, end: number, entities: readonly [string, ...string[]]): Suggestion {
  return { kind: 'known', span: { start, end }, entities, ...SURE };
}

function unknown(start: number, name: string): Suggestion {
  return {
    kind: 'unknown',
    span: { start, end: start + name.length },
    name,
    type: 'place',
    ...SURE,
  };
}

const XI = known(3, 5, ['xi']);
const OSLO = unknown(10, 'Oslo');
const MAY: Suggestion = { kind: 'time', span: { start: 18, end: 21 }, value: '2024-05', ...SURE };

describe('accepting a suggestion as it is', () => {
  const idOf = (name: string): string => name.toLowerCase();

  it('annotates with the likeliest entity, in code points', () => {
    assert.deepEqual(acceptance('s.txt', TEXT, [XI], proposedChoice(XI, idOf)), [
      { op: 'annotate', source: 's.txt', start: 2, end: 4, entity: 'xi' },
    ]);
  });

  it('makes the new entity once', () => {
    const all = [OSLO, unknown(33, 'Oslo')];
    const operations = acceptance('s.txt', TEXT, all, proposedChoice(OSLO, idOf), { by: 'me' });
    assert.deepEqual(operations, [
      { op: 'createEntity', id: 'oslo', type: 'place', name: 'Oslo' },
      { op: 'annotate', source: 's.txt', start: 9, end: 13, entity: 'oslo', by: 'me' },
      { op: 'annotate', source: 's.txt', start: 32, end: 36, entity: 'oslo', by: 'me' },
    ]);
  });

  it('adds the alias that it was found by', () => {
    const like: Suggestion = { ...XI, alias: 'Ksi' } as Suggestion;
    assert.deepEqual(acceptance('s.txt', TEXT, [like], proposedChoice(like, idOf)).at(-1), {
      op: 'updateEntity',
      id: 'xi',
      addAliases: ['Ksi'],
    });
  });

  it('gives a time its value, or another one, or none', () => {
    const annotated = { op: 'annotate', source: 's.txt', start: 17, end: 20, type: 'time' };
    const taken = (value?: string | null): unknown =>
      acceptance('s.txt', TEXT, [MAY], { kind: 'time', ...(value === undefined ? {} : { value }) });
    assert.deepEqual(taken(), [{ ...annotated, value: '2024-05' }]);
    assert.deepEqual(taken('2023-05'), [{ ...annotated, value: '2023-05' }]);
    assert.deepEqual(taken(null), [annotated]);
  });
});

describe('rejecting suggestions', () => {
  it('says what is turned down: an entity, a time, or any name', () => {
    const shared = known(3, 5, ['xi', 'xi-2']);
    assert.deepEqual(
      rejection('s.txt', TEXT, [XI, OSLO, MAY, shared]).map((operation) =>
        'start' in operation ? { ...operation, source: '', start: 0, end: 0 } : operation,
      ),
      [{ entity: 'xi' }, {}, { type: 'time' }, {}].map((reading) => ({
        op: 'reject',
        source: '',
        start: 0,
        end: 0,
        ...reading,
      })),
    );
  });
});

describe('suggestions of one kind', () => {
  it('are those of the same entities, the same name, the same words for a time', () => {
    assert.equal(groupOf(XI, TEXT), groupOf(known(23, 25, ['xi']), TEXT));
    assert.notEqual(groupOf(XI, TEXT), groupOf(known(23, 25, ['xi-2']), TEXT));
    assert.equal(groupOf(OSLO, TEXT), groupOf(unknown(33, 'oslo'), TEXT));
    assert.notEqual(groupOf(OSLO, TEXT), groupOf(MAY, TEXT));
  });

  it('say what they propose', () => {
    const said = (each: Suggestion): string =>
      describeSuggestion(each, BUILTIN_SCHEMA, () => undefined);
    assert.equal(said(known(3, 5, ['xi', 'xi-2'])), 'xi or xi-2');
    assert.equal(said(OSLO), 'new Place');
    assert.equal(said(MAY), 'May 2024');
  });
});
