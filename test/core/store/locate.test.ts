import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  annotationsAt,
  extentOf,
  locate,
  locateStepwise,
  type LocatedAnnotation,
} from '../../../src/core/store/locate';
import { SourceText } from '../../../src/core/text/sourceText';
import { annotationFile, workspace } from '../workspace';

function located(text: string, ...records: readonly string[]): readonly LocatedAnnotation[] {
  const { store } = workspace(annotationFile('s.txt', ...records));
  return locate(SourceText.of(text), store.indexes.annotationsOf('s.txt'));
}

function record(id: string, exact: string, start: number): readonly string[] {
  return [`  ${id}:`, `    exact: "${exact}"`, `    start: ${start}`];
}

function ids(each: readonly LocatedAnnotation[]): readonly string[] {
  return each.map(({ record: { annotation } }) => annotation.id);
}

test('annotations come in the order of the text now, those without a certain place last', () => {
  const all = located(
    'A new start. Kuleba met Wang Yi.',
    ...record('a-00000g', 'Gone for good', 0),
    ...record('a-00000w', 'Wang Yi', 11),
    ...record('a-00000k', 'Kuleba', 0),
    ...record('a-00000m', 'Kuleba met Wang Yi', 0),
  );
  assert.deepEqual(ids(all), ['a-00000m', 'a-00000k', 'a-00000w', 'a-00000g']);
  assert.deepEqual(
    all.map(({ anchorings }) => anchorings[0]?.kind),
    ['moved', 'moved', 'moved', 'orphaned'],
  );
  assert.deepEqual(all.at(-1)?.spans, []);
});

test('in steps annotations are located as all at once', () => {
  const text = 'Kuleba met Wang Yi. '.repeat(1_500);
  const at = (number: number): string => `a-${String(number).padStart(6, '0')}`;
  const inPlace = Array.from({ length: 1_200 }, (_, n) => record(at(n), 'Kuleba', n * 20)).flat();
  const moved = record(at(5_000), 'Wang Yi', 3);
  for (const records of [[], inPlace, [...inPlace, ...moved], [...moved, ...inPlace]]) {
    const { store } = workspace(annotationFile('s.txt', ...records));
    const wanted = store.indexes.annotationsOf('s.txt');
    const source = SourceText.of(text);
    const steps = locateStepwise(source, wanted);
    let step = steps.next();
    while (step.done !== true) step = steps.next();
    assert.deepEqual(step.value, locate(source, wanted));
  }
});

test('start 0 is a start like any other', () => {
  const [first] = located('Kuleba met.', ...record('a-00000k', 'Kuleba', 0));
  assert.ok(first !== undefined);
  assert.deepEqual(extentOf(first), { start: 0, end: 6 });
});

test('the extent of a discontinuous mention goes from its first to its last certain fragment', () => {
  const [only] = located(
    'Presidents Xi and Zelensky met',
    '  a-00000p:',
    '    fragments:',
    '      - { exact: "Presidents", start: 0, end: 10 }',
    '      - { exact: "Zelensky", start: 18, end: 26 }',
    '      - { exact: "nowhere to be found", start: 27, end: 30 }',
  );
  assert.ok(only !== undefined);
  assert.equal(only.spans.length, 2);
  assert.deepEqual(extentOf(only), { start: 0, end: 26 });
});

test('at an offset the shortest annotation comes first, and one that begins there before one that ends', () => {
  const all = located(
    'Kuleba met Wang Yi.',
    ...record('a-00000m', 'Kuleba met Wang Yi', 0),
    ...record('a-00000k', 'Kuleba', 0),
    ...record('a-00000e', ' met', 6),
  );
  assert.deepEqual(ids(annotationsAt(all, 3)), ['a-00000k', 'a-00000m']);
  assert.deepEqual(ids(annotationsAt(all, 6)), ['a-00000e', 'a-00000m', 'a-00000k']);
  assert.deepEqual(ids(annotationsAt(all, 18)), ['a-00000m']);
  assert.deepEqual(ids(annotationsAt(all, 19)), []);
});

test('between the fragments of a mention there is none of it', () => {
  const all = located(
    'Xi and Li met',
    '  a-00000p:',
    '    fragments: [{ exact: "Xi", start: 0, end: 2 }, { exact: "Li", start: 7, end: 9 }]',
  );
  assert.deepEqual(ids(annotationsAt(all, 1)), ['a-00000p']);
  assert.deepEqual(ids(annotationsAt(all, 4)), []);
});

test('an annotation none of whose fragments is certain has no extent and is nowhere', () => {
  const [only] = located(
    'Xi met Li. Then Xi left.',
    '  a-00000p:',
    '    fragments: [{ exact: "Zelensky", start: 0, end: 8 }, { exact: "Guangzhou", start: 12, end: 21 }]',
  );
  assert.ok(only !== undefined);
  assert.deepEqual(
    only.anchorings.map(({ kind }) => kind),
    ['orphaned', 'orphaned'],
  );
  assert.equal(extentOf(only), undefined);
  assert.deepEqual(annotationsAt([only], 2), []);
});

test('the extent counts fragments by their places in the text, not by their order in the file', () => {
  const [only] = located(
    'Xi and Li met',
    '  a-00000p:',
    '    fragments: [{ exact: "Li", start: 7, end: 9 }, { exact: "Xi", start: 0, end: 2 }]',
  );
  assert.ok(only !== undefined);
  assert.deepEqual(extentOf(only), { start: 0, end: 9 });
});

test('annotations of one place come in the order of their ids, the longer of two first', () => {
  const all = located(
    'Kuleba met',
    ...record('a-00000z', 'Kuleba', 0),
    ...record('a-00000b', 'Kuleba', 0),
    ...record('a-00000y', 'Kuleba met', 0),
  );
  assert.deepEqual(ids(all), ['a-00000y', 'a-00000b', 'a-00000z']);
  assert.deepEqual(ids(annotationsAt(all, 0)), ['a-00000b', 'a-00000z', 'a-00000y']);
});

test('spans count in UTF-16 where starts count in code points', () => {
  const [only] = located('😀😀 Xi', ...record('a-00000x', 'Xi', 3));
  assert.ok(only !== undefined);
  assert.deepEqual(only.anchorings, [{ kind: 'exact', span: { start: 5, end: 7 } }]);
  assert.deepEqual(only.spans, [{ start: 5, end: 7 }]);
});

test('at the edge that two annotations share, the one that begins comes first even when longer', () => {
  const all = located(
    'Xi met Li',
    ...record('a-00000x', 'Xi', 0),
    ...record('a-00000m', ' met Li', 2),
  );
  assert.deepEqual(ids(annotationsAt(all, 2)), ['a-00000m', 'a-00000x']);
  assert.deepEqual(ids(annotationsAt(all, 1)), ['a-00000x']);
  assert.deepEqual(ids(annotationsAt(all, 9)), ['a-00000m']);
});
