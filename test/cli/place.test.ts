import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placeNow, type PlaceNow } from '../../src/cli/place';
import { locate, type LocatedAnnotation } from '../../src/core/store/locate';
import { leastCertain } from '../../src/core/text/certainty';
import { SourceText } from '../../src/core/text/sourceText';
import { annotationFile, workspace } from '../core/workspace';

const TEXT = '😀 The minister of foreign affairs, Wang Yi, arrived in Guangzhou on Tuesday.';

function located(text: string, ...fields: readonly string[]): LocatedAnnotation {
  const file = annotationFile('s.txt', '  a-00000a:', ...fields.map((each) => `    ${each}`));
  const { store } = workspace(file);
  const [only] = locate(SourceText.of(text), store.indexes.annotationsOf('s.txt'));
  assert.ok(only !== undefined);
  return only;
}

function place(text: string, ...fields: readonly string[]): readonly [PlaceNow, string] {
  const annotation = located(text, ...fields);
  return [placeNow(SourceText.of(text), annotation), leastCertain(annotation.anchorings)];
}

const CONTEXT = [
  'exact: "Wang Yi"',
  'prefix: "minister of foreign affairs, "',
  'suffix: ", arrived in Guangzhou"',
];

test('a place counts code points', () => {
  assert.deepEqual(place(TEXT, ...CONTEXT, 'start: 35'), [{ start: 35, end: 42 }, 'exact']);
  assert.deepEqual(place(`😀${TEXT}`, ...CONTEXT, 'start: 35'), [{ start: 36, end: 43 }, 'moved']);
});

test('a changed passage has the place of what may have taken its place', () => {
  const text = TEXT.replace('Wang Yi', 'Wang Yee');
  assert.deepEqual(place(text, ...CONTEXT), [{ start: 35, end: 43 }, 'similar']);
});

test('a passage that is gone, or could be in several places, has none', () => {
  assert.deepEqual(place('Nothing here.', ...CONTEXT), [{}, 'orphaned']);
  assert.deepEqual(place(`${TEXT} ${TEXT}`, ...CONTEXT), [{}, 'ambiguous']);
});

test('fragments go from the first to the last, and are as certain as the least certain', () => {
  const fragments = (last: string): string =>
    `fragments: [{ exact: "minister", start: 6 }, { exact: "${last}", start: 52 }]`;
  assert.deepEqual(place(TEXT, fragments('Guangzhou')), [{ start: 6, end: 64 }, 'moved']);
  assert.deepEqual(place(TEXT, fragments('Beijing')), [{ start: 6, end: 14 }, 'orphaned']);
});
