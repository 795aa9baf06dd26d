import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conflictsIn } from '../../../src/core/storage/conflicts';
import { parseFile } from '../../../src/core/storage/parse';
import { lines } from '../workspace';

function sidesOf(text: string): readonly (readonly [string, string])[] {
  return conflictsIn(text).conflicts.map(({ ours, theirs }) => [
    text.slice(ours.start, ours.end),
    text.slice(theirs.start, theirs.end),
  ]);
}

test('a conflict has two sides, each in whole lines or empty', () => {
  const text = lines('a', '<<<<<<< HEAD', 'b', 'c', '=======', '>>>>>>> other branch', 'd');
  assert.deepEqual(sidesOf(text), [['b\nc\n', '']]);
  assert.equal(text.slice(conflictsIn(text).conflicts[0]?.end), 'd\n');
});

test('the common ancestor that diff3 shows belongs to no side', () => {
  const text = lines('<<<<<<< a', 'b', '||||||| base', 'o', '=======', 'c', '>>>>>>> d');
  assert.deepEqual(sidesOf(text), [['b\n', 'c\n']]);
});

test('line ends of Windows and a last line without one are no obstacle', () => {
  const text = '<<<<<<< a\r\nb\r\n=======\r\nc\r\n>>>>>>> d';
  assert.deepEqual(sidesOf(text), [['b\r\n', 'c\r\n']]);
});

test('markers that belong to no conflict are left over, each by itself', () => {
  const text = lines(
    '=======',
    '<<<<<<< a',
    '<<<<<<< a',
    'b',
    '=======',
    'c',
    '>>>>>>> d',
    '>>>>>>> e',
  );
  const { conflicts, strays } = conflictsIn(text);
  assert.equal(conflicts.length, 1);
  assert.deepEqual(
    strays.map(({ start, end }) => text.slice(start, end)),
    ['=======', '<<<<<<< a', '>>>>>>> e'],
  );
});

test('what only looks like a marker is none', () => {
  const text = lines('<<<<<<<< eight', ' <<<<<<< indented', '========', '>>>>>>>x', 'a =======');
  assert.deepEqual(conflictsIn(text), { conflicts: [], strays: [] });
});

test('a file with conflicts has one problem for each, at its line, and none of YAML', () => {
  const conflict = ['<<<<<<< HEAD', 'type: person', '=======', 'type: group', '>>>>>>> b (x: y)'];
  const text = lines('format: entity/1', ...conflict, 'name: "W"', ...conflict);
  const parsed = parseFile('annotations/entities/w.yaml', text);
  assert.equal(parsed?.content, undefined);
  assert.deepEqual(
    parsed?.problems.map(({ code, line }) => `${code} ${line}`),
    ['conflict-marker 2', 'conflict-marker 8'],
  );
});

test('a conflict between annotations is one too', () => {
  const record = (id: string): string => `  ${id}: { exact: "x", note: "n" }`;
  const text = lines(
    'format: source-annotations/1',
    'annotations:',
    '<<<<<<< HEAD',
    record('a-000000'),
    '=======',
    record('a-000001'),
    '>>>>>>> other',
  );
  const parsed = parseFile('annotations/s.txt.ann.yaml', text);
  assert.deepEqual(
    parsed?.problems.map(({ code, line }) => `${code} ${line}`),
    ['conflict-marker 3'],
  );
});
