import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { EntityRelation } from '../../../src/core/store/indexes';
import { entityFile, workspace } from '../workspace';

const FILES = {
  ...entityFile('wang', 'relations: [{ type: leads, entity: office, evidence: [a-000001] }]'),
  ...entityFile(
    'old-wang',
    'mergedInto: wang',
    'relations:',
    '  - { type: leads, entity: office }',
    '  - { type: member-of, entity: party }',
  ),
  ...entityFile('office', 'mergedInto: ministry'),
  ...entityFile('ministry', 'relations: [{ type: part-of, entity: state }]'),
};

function words(relations: readonly EntityRelation[]): readonly string[] {
  return relations.map(({ from, to, owner, relation }) => {
    const said = owner === from ? '' : ` (${owner})`;
    return `${from} ${relation.type} ${to}${said}`;
  });
}

describe('the index of relations', () => {
  it('has those of an entity and of the records merged into it, each once, to live entities', () => {
    const { indexes } = workspace(FILES).store;
    assert.deepEqual(words(indexes.relationsFrom('wang')), [
      'wang leads ministry',
      'wang member-of party (old-wang)',
    ]);
    assert.deepEqual(words(indexes.relationsFrom('nobody')), []);
  });

  it('has those that lead to an entity or to what was merged into it', () => {
    const { indexes } = workspace(FILES).store;
    assert.deepEqual(words(indexes.relationsTo('ministry')), ['wang leads ministry']);
    assert.deepEqual(words(indexes.relationsTo('state')), ['ministry part-of state']);
  });

  it('knows who names an annotation as evidence', () => {
    const { indexes } = workspace(FILES).store;
    assert.deepEqual(indexes.entitiesCiting('a-000001'), ['wang']);
    assert.deepEqual(indexes.entitiesCiting('a-000002'), []);
  });

  it('follows the files', () => {
    const { store } = workspace(FILES);
    const path = 'annotations/entities/wang.yaml';
    const text = entityFile(
      'wang',
      'relations: [{ type: leads, entity: party, evidence: [a-000002] }]',
    )[path];
    assert.ok(text !== undefined);
    store.replaceFile(path, text);
    assert.deepEqual(words(store.indexes.relationsTo('party')), [
      'wang leads party',
      'wang member-of party (old-wang)',
    ]);
    assert.deepEqual(store.indexes.entitiesCiting('a-000001'), []);
    store.removeFile(path);
    assert.deepEqual(store.indexes.entitiesCiting('a-000002'), []);
    assert.deepEqual(words(store.indexes.relationsTo('state')), ['ministry part-of state']);
  });
});
