import assert from 'node:assert/strict';
import { test } from 'node:test';
import { calledNow, emptyLayer, layerOf, UNNAMED } from '../../../src/core/review/layers';
import { locate } from '../../../src/core/store/locate';
import { annotationFile, workspace } from '../workspace';
import { layersIn, sketched } from './layered';

test('each annotator is a layer, by name, and what names nobody is the last one', () => {
  const layers = layersIn(
    sketched('He met Anna today.', [
      { id: 'a-000001', on: 'Anna', type: 'person', by: 'zoe' },
      { id: 'a-000002', on: 'today', type: 'time' },
      { id: 'a-000003', on: 'Anna', type: 'person', by: 'boris' },
    ]),
  );
  assert.deepEqual(
    layers.map(({ name }) => name),
    ['boris', 'zoe', UNNAMED],
  );
});

test('what an annotator rejected does not count, what was rejected by a decision does', () => {
  const [layer] = layersIn(
    sketched('He met Anna today.', [
      { id: 'a-000001', on: 'Anna', type: 'person', by: 'anna', status: 'rejected' },
      { id: 'a-000002', on: 'He', type: 'person', by: 'anna', status: 'disputed' },
      {
        id: 'a-000003',
        on: 'today',
        type: 'time',
        by: 'anna',
        status: 'rejected',
        decision: 'none',
      },
    ]),
  );
  assert.deepEqual(
    layer?.annotations.get('s.txt')?.map(({ id }) => id),
    ['a-000002', 'a-000003'],
  );
});

test('annotations count where they are in the text now, and not at all where that is uncertain', () => {
  const file = annotationFile(
    's.txt',
    '  a-000001: { exact: "Anna", prefix: "met ", suffix: " today", start: 7, end: 11, type: person }',
    '  a-000002: { exact: "Gone for good", start: 0, end: 13, type: person }',
  );
  const { store, sourceText } = workspace(file, { 's.txt': '😀 Yesterday he met Anna today.' });
  const layer = layerOf('x', store.indexes, {
    sourceText,
    located: (path) => {
      const text = sourceText(path);
      return text === undefined ? [] : locate(text, store.indexes.annotationsOf(path));
    },
  });
  const places = layer.annotations
    .get('s.txt')
    ?.map(({ targets: [{ start, end }] }) => [start, end]);
  assert.deepEqual(places, [[19, 23]]);
  assert.equal(layer.unplaced, 1);
});

test('without the text of a source annotations stand where their file says', () => {
  const file = annotationFile(
    's.txt',
    '  a-000001: { exact: "Anna", start: 7, end: 11, type: person }',
  );
  const { store } = workspace(file);
  const texts = { sourceText: () => undefined, located: () => [] };
  const layer = layerOf('x', store.indexes, texts);
  assert.equal(layer.annotations.get('s.txt')?.length, 1);
});

test('sources that are called otherwise elsewhere are listed under their names there', () => {
  const { store } = sketched('Wang Yi spoke.', [{ id: 'a-000001', on: 'Wang Yi' }]);
  const layer = emptyLayer('anna', store.indexes);
  const annotations = new Map([
    ['a', []],
    ['m', []],
  ]);
  const renamed = calledNow({ ...layer, annotations }, new Map([['a', 'z']]));
  assert.deepEqual([...renamed.annotations.keys()], ['m', 'z']);
});
