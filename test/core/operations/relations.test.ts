import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Operation } from '../../../src/core/operations/operation';
import { perform } from '../../../src/core/operations/perform';
import { annotationFile, carryOut, entityFile, workspace, type Workspace } from '../workspace';

const WANG = 'annotations/entities/wang-yi.yaml';
const LEADS = { op: 'relate', entity: 'wang-yi', type: 'leads', to: 'ministry' } as const;

function at(...relations: readonly string[]): Workspace {
  const listed = relations.length === 0 ? [] : ['relations:', ...relations];
  return workspace(
    {
      ...entityFile('wang-yi', ...listed),
      ...entityFile('ministry'),
      ...entityFile('li-hui'),
      ...annotationFile('s.txt', '  a-000001:', '    exact: "Minister Wang Yi"', '    note: "n"'),
    },
    { 's.txt': 'Minister Wang Yi came.' },
  );
}

function relationLines(where: Workspace): readonly string[] {
  const text = where.store.file(WANG)?.text ?? '';
  return text.split('\n').filter((line) => line.startsWith('  '));
}

function refused(where: Workspace, ...operations: readonly Operation[]): string {
  const done = perform(where.store, where, operations);
  assert.ok(!done.ok);
  return `${done.error.code}: ${done.error.message}`;
}

test('a relation is written with its date, evidence and note', () => {
  const where = at();
  const ids = carryOut(where, [
    { ...LEADS, date: '2013-03/..', evidence: ['a-000001', 'a-000001'], note: 'again since 2023' },
  ]);
  assert.deepEqual(ids, ['wang-yi']);
  assert.deepEqual(relationLines(where), [
    '  - { type: leads, entity: ministry, date: "2013-03/..", evidence: [a-000001], note: "again since 2023" }',
  ]);
});

test('the same relation again changes what is given, and null takes away', () => {
  const where = at('  - { type: leads, entity: ministry, date: "2013", note: "n" } # first');
  carryOut(where, [{ ...LEADS, date: '2014', note: null }]);
  assert.deepEqual(relationLines(where), [
    '  - { type: leads, entity: ministry, date: "2014" } # first',
  ]);
  const same = perform(where.store, where, [{ ...LEADS, date: '2014' }]);
  assert.deepEqual(same, { ok: true, changes: [], ids: ['wang-yi'] });
});

test('relations of other types, and to others, stand beside it', () => {
  const where = at();
  carryOut(where, [
    LEADS,
    { ...LEADS, type: 'works-for' },
    { ...LEADS, type: 'family-of', to: 'li-hui' },
  ]);
  carryOut(where, [{ op: 'unrelate', entity: 'wang-yi', type: 'works-for', to: 'ministry' }]);
  assert.deepEqual(relationLines(where), [
    '  - { type: leads, entity: ministry }',
    '  - { type: family-of, entity: li-hui }',
  ]);
});

test('an entity and its relation may come with one another', () => {
  const where = at();
  carryOut(where, [
    { op: 'createEntity', id: 'party', type: 'organisation', name: 'Party' },
    { op: 'annotate', source: 's.txt', id: 'a-4k7q2c', exact: 'Wang Yi', note: 'member' },
    { ...LEADS, type: 'member-of', to: 'party', evidence: ['a-4k7q2c'] },
  ]);
  assert.deepEqual(where.store.indexes.entitiesCiting('a-4k7q2c'), ['wang-yi']);
});

test('what is not there, or no date, or the entity itself is refused', () => {
  const where = at();
  assert.match(refused(where, { ...LEADS, entity: 'x' }), /^entity-unknown: .*“x”/);
  assert.match(refused(where, { ...LEADS, to: 'x' }), /^entity-unknown: .*“x”/);
  assert.match(refused(where, { ...LEADS, to: 'wang-yi' }), /^value-invalid: .*itself/);
  assert.match(refused(where, { ...LEADS, type: 'leeds' }), /^type-unknown: .*member-of, leads/);
  assert.match(refused(where, { ...LEADS, type: 'constructor' }), /^type-unknown/);
  assert.match(refused(where, { ...LEADS, date: 'soon' }), /^value-invalid/);
  assert.match(refused(where, { ...LEADS, evidence: ['a-00000z'] }), /^annotation-unknown/);
  assert.match(
    refused(where, { op: 'unrelate', entity: 'wang-yi', type: 'leads', to: 'ministry' }),
    /^relation-unknown: “wang-yi” has no relation “leads” to “ministry”/,
  );
  assert.match(refused(where, { ...LEADS, op: 'unrelate', entity: 'x' }), /^entity-unknown/);
});

test('deleting an annotation takes it out of the evidence of relations', () => {
  const where = at('  - { type: leads, entity: ministry, evidence: [a-000001] } # so it says');
  carryOut(where, [{ op: 'delete', id: 'a-000001' }]);
  assert.deepEqual(relationLines(where), ['  - { type: leads, entity: ministry } # so it says']);
});

test('evidence that was given in the same step goes with its annotation', () => {
  const where = at();
  carryOut(where, [
    { ...LEADS, evidence: ['a-000001'] },
    { op: 'delete', id: 'a-000001' },
  ]);
  assert.deepEqual(relationLines(where), ['  - { type: leads, entity: ministry }']);
});

test('of several relations with other dates only the one that is meant is taken back', () => {
  const [old, now] = [
    '  - { type: leads, entity: ministry, date: "2013" }',
    '  - { type: leads, entity: ministry }',
  ];
  const key = { op: 'unrelate', entity: 'wang-yi', type: 'leads', to: 'ministry' } as const;
  const one = at(old, now);
  carryOut(one, [{ ...key, date: '2013' }]);
  assert.deepEqual(relationLines(one), [now]);
  const other = at(old, now);
  carryOut(other, [{ ...key, date: null }]);
  assert.deepEqual(relationLines(other), [old]);
});
