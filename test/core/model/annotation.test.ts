import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  kindOf,
  quoteOf,
  type Annotation,
  type AnnotationKind,
  type Target,
} from '../../../src/core/model/annotation';

function target(exact: string): Target {
  return { exact, prefix: '', suffix: '', start: 0, end: exact.length };
}

const BARE: Annotation = {
  id: 'a-1',
  targets: [target('words')],
  roles: [],
  attributes: {},
  status: 'accepted',
};

describe('what an annotation is about', () => {
  const cases: readonly (readonly [string, Partial<Annotation>, AnnotationKind])[] = [
    ['names an entity', { entity: 'xi-jinping' }, 'mention'],
    ['names an event', { event: 'call' }, 'evidence'],
    ['is a statement', { type: 'statement' }, 'statement'],
    ['is a time expression', { type: 'time', value: '2023' }, 'time'],
    ['has a type of the schema', { type: 'rhetoric' }, 'typed'],
    ['has a note alone', { note: 'Who?' }, 'note'],
    ['says nothing at all', {}, 'note'],
  ];
  for (const [what, body, kind] of cases) {
    it(`is ${kind} when it ${what}`, () => {
      assert.equal(kindOf({ ...BARE, ...body }), kind);
    });
  }

  it('is the record, whatever type or note stands beside it', () => {
    const beside = { type: 'statement', note: 'As quoted.', value: '2023' };
    assert.equal(kindOf({ ...BARE, ...beside, entity: 'xi-jinping' }), 'mention');
    assert.equal(kindOf({ ...BARE, ...beside, event: 'call' }), 'evidence');
  });

  it('is the entity when a torn file names an event too', () => {
    assert.equal(kindOf({ ...BARE, entity: 'xi-jinping', event: 'call' }), 'mention');
  });

  it('is exact about the built-in types, which are written in lower case', () => {
    assert.equal(kindOf({ ...BARE, type: 'Statement' }), 'typed');
    assert.equal(kindOf({ ...BARE, type: 'times' }), 'typed');
  });
});

describe('the quoted words of an annotation', () => {
  it('are those of its target as they stand in the source', () => {
    assert.equal(quoteOf(BARE), 'words');
    assert.equal(quoteOf({ ...BARE, targets: [target('two\n  lines')] }), 'two\n  lines');
  });

  it('are the fragments in their order, with an ellipsis for what lies between', () => {
    const targets = [target('Xi'), target('Jinping'), target('习')] as const;
    assert.equal(quoteOf({ ...BARE, targets }), 'Xi … Jinping … 习');
  });
});
