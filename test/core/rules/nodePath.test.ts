import assert from 'node:assert/strict';
import { test } from 'node:test';
import { KeyFinder, leadsToValue, placeOf, type NodePath } from '../../../src/core/rules/nodePath';
import { readDocument } from '../../../src/core/storage/document';
import { lines } from '../workspace';

const TEXT = lines(
  'format: source-annotations/1',
  'source: { path: "s.txt", title: }',
  'empty:',
  'nothing: null',
  'annotations:',
  '  a-00000a:',
  '    exact: "x"',
  '    roles:',
  '      - { role: actor, target: one }',
  '      - { role: actor, target: two }',
  '      - plain',
  '    12: twelve',
);
const { root } = readDocument(TEXT);

function words(...path: NodePath): string {
  const { start, end } = placeOf(root, path);
  return TEXT.slice(start, end);
}

test('a path leads to the value of its last key', () => {
  assert.equal(words('format'), 'source-annotations/1');
  assert.equal(words('source', 'path'), '"s.txt"');
  assert.equal(words('annotations', 'a-00000a', 'exact'), '"x"');
  assert.equal(words('annotations', 'a-00000a', '12'), 'twelve');
  assert.equal(words('nothing'), 'null');
});

test('where the value is a map, a list or nothing, to the key itself', () => {
  assert.equal(words('annotations'), 'annotations');
  assert.equal(words('annotations', 'a-00000a'), 'a-00000a');
  assert.equal(words('annotations', 'a-00000a', 'roles'), 'roles');
  assert.equal(words('empty'), 'empty');
  assert.equal(words('source', 'title'), 'title');
});

test('an item of a list is found by what it says', () => {
  const roles = ['annotations', 'a-00000a', 'roles'];
  assert.equal(words(...roles, { role: 'actor', target: 'two' }, 'target'), 'two');
  assert.equal(words(...roles, { role: 'actor' }, 'target'), 'one');
  assert.equal(words(...roles, { target: 'two' }), '{ role: actor, target: two }');
});

test('of a path that the file does not have, the part that it has is the place', () => {
  assert.equal(words('annotations', 'a-00000a', 'note'), 'a-00000a');
  assert.equal(words('annotations', 'a-999999', 'note'), 'annotations');
  assert.equal(words('annotations', 'a-00000a', 'roles', { role: 'topic' }, 'role'), 'roles');
  assert.equal(words('format', 'deeper'), 'source-annotations/1');
  assert.deepEqual(placeOf(root, ['unknown']), { start: 0, end: 0 });
  assert.deepEqual(placeOf(root, []), { start: 0, end: 0 });
  assert.deepEqual(placeOf(undefined, ['format']), { start: 0, end: 0 });
});

test('a file says something at a path when every key is there and the last has a value', () => {
  assert.ok(leadsToValue(root, ['format']));
  assert.ok(leadsToValue(root, ['annotations', 'a-00000a']));
  for (const path of [
    ['empty'],
    ['nothing'],
    ['source', 'title'],
    ['unknown'],
    ['format', 'x'],
    [],
  ]) {
    assert.ok(!leadsToValue(root, path), path.join());
  }
});

test('keys are found in maps of many entries as in those of few', () => {
  const many = readDocument(
    lines(...Array.from({ length: 100 }, (_, n) => `key-${n}: value-${n}`)),
  );
  const keys = new KeyFinder();
  const at = (key: string): string => {
    const { start, end } = placeOf(many.root, [key], keys);
    return many.text.slice(start, end);
  };
  assert.equal(at('key-0'), 'value-0');
  assert.equal(at('key-99'), 'value-99');
  assert.equal(at('key-100'), '');
  assert.equal(leadsToValue(many.root, ['key-42'], keys), true);
  assert.equal(leadsToValue(many.root, ['toString'], keys), false);
});
