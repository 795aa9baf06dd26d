import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Operation } from '../../../src/core/operations/operation';
import { perform } from '../../../src/core/operations/perform';
import { annotationFile, carryOut, entityFile, workspace, type Workspace } from '../workspace';

//                       0123456789012345678901234567890123456789
const TEXT = { 's.txt': '😀 Wang and Li Yi met Anna of Kyiv.' };
const FILE = 'annotations/s.txt.ann.yaml';

function at(...record: readonly string[]): Workspace {
  return workspace(
    { ...entityFile('wang-yi'), ...annotationFile('s.txt', '  a-000001:', ...record) },
    TEXT,
  );
}

const FLAT = [
  '    # who',
  '    exact: "Wang"',
  '    start: 2',
  '    end: 6',
  '    entity: wang-yi # him',
  '    x: kept',
  '    note: "n"',
];

function place(where: Workspace): readonly string[] {
  const annotation = where.store.indexes.annotationsWithId('a-000001')[0]?.annotation;
  return annotation?.targets.map(({ exact, start, end }) => `${exact} ${start}-${end}`) ?? [];
}

function record(where: Workspace): readonly string[] {
  return (where.store.file(FILE)?.text ?? '').split('\n').slice(5, -1);
}

const move = (...targets: readonly [number, number][]): Operation => ({
  op: 'update',
  id: 'a-000001',
  targets: targets.map(([start, end]) => ({ start, end })),
});

test('a mention becomes one of several fragments, with everything else that it says', () => {
  const where = at(...FLAT);
  carryOut(where, [move([2, 6], [14, 16])]);
  assert.deepEqual(place(where), ['Wang 2-6', 'Yi 14-16']);
  assert.deepEqual(record(where), [
    '    # who',
    '    fragments:',
    '      - { exact: "Wang", prefix: "", suffix: "", start: 2, end: 6 }',
    '      - { exact: "Yi", prefix: "😀 Wang and Li ", suffix: " met Anna of Kyiv.", start: 14, end: 16 }',
    '    entity: wang-yi # him',
    '    x: kept',
    '    note: "n"',
  ]);
});

test('a mention in one fragment is flat again, with everything else that it says', () => {
  const where = at(...FLAT);
  carryOut(where, [move([2, 6], [14, 16])]);
  carryOut(where, [move([14, 16])]);
  assert.deepEqual(record(where), [
    '    # who',
    '    exact: "Yi"',
    '    prefix: "😀 Wang and Li "',
    '    suffix: " met Anna of Kyiv."',
    '    start: 14',
    '    end: 16',
    '    entity: wang-yi # him',
    '    x: kept',
    '    note: "n"',
  ]);
});

test('of several fragments only the lines of those that differ are touched', () => {
  const fragments = [
    '    fragments:',
    '      # one',
    '      - { exact: "Wang", start: 2, end: 6, x: 1 } # first',
    '      - exact: "Yi" # second',
    '        start: 14',
    '        end: 16',
    '    entity: wang-yi',
  ];
  const where = at(...fragments);
  carryOut(where, [move([2, 6], [11, 16], [21, 25])]);
  const second = '        prefix: "😀 Wang and "\n        suffix: " met Anna of Kyiv."'.split('\n');
  const third =
    '      - { exact: "Anna", prefix: "😀 Wang and Li Yi met ", suffix: " of Kyiv.", start: 21, end: 25 }';
  assert.deepEqual(record(where), [
    ...fragments.slice(0, 3),
    '      - exact: "Li Yi" # second',
    ...second,
    '        start: 11',
    '        end: 16',
    third,
    '    entity: wang-yi',
  ]);
  carryOut(where, [move([11, 16], [21, 25])]);
  assert.deepEqual(place(where), ['Li Yi 11-16', 'Anna 21-25']);
  assert.ok(record(where).includes('      - exact: "Li Yi" # second'));
});

test('fragments are put in the order of the text; those that overlap or touch become one', () => {
  const where = at(...FLAT);
  carryOut(where, [move([14, 16], [2, 6])]);
  assert.deepEqual(place(where), ['Wang 2-6', 'Yi 14-16']);
  carryOut(where, [move([14, 16], [2, 6], [11, 14], [12, 15])]);
  assert.deepEqual(place(where), ['Wang 2-6', 'Li Yi 11-16']);
  carryOut(where, [move([2, 12], [11, 16])]);
  assert.deepEqual(place(where), ['Wang and Li Yi 2-16']);
});

test('the same fragments change nothing, however they are given', () => {
  const where = at(...FLAT);
  carryOut(where, [move([2, 6], [14, 16])]);
  const same = perform(where.store, where, [move([14, 16], [2, 6])]);
  assert.deepEqual(same, { ok: true, changes: [], ids: ['a-000001'] });
});

test('a fragment outside of the text, or an empty one, is refused', () => {
  const where = at(...FLAT);
  for (const [wrong, code] of [
    [move([2, 6], [30, 99]), 'passage-not-found'],
    [move([2, 6], [9, 9]), 'passage-empty'],
    [move([2, 6], [-1, 3]), 'passage-not-found'],
  ] as const) {
    const done = perform(where.store, where, [wrong]);
    assert.ok(!done.ok && done.error.code === code);
  }
});
