import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Annotation } from '../../../src/core/model/annotation';
import { readCanonicalRecord } from '../../../src/core/storage/canonical';
import { readWhole } from '../../../src/core/storage/whole';
import { newAnnotationFile } from '../../../src/core/storage/editFile';
import { entryOf, type Entry } from '../../../src/core/storage/node';
import { lines } from '../workspace';
import { annotation } from './records';

/** The record with this id as the package reads it from the whole file. */
function byPackage(text: string, id: string): Entry | undefined {
  const section = entryOf(readWhole(text).root, 'annotations')?.value;
  return section?.kind === 'map' ? entryOf(section, id) : undefined;
}

function byReader(text: string, id: string): Entry | undefined {
  return readCanonicalRecord(text, text.indexOf(`\n  ${id}:`) + 1, text.length);
}

/** Roles whose words are ids, as those of the schema and of the product's records are. */
function hasPlainRoles({ roles }: Annotation): boolean {
  const isId = (word: string): boolean => /^[a-z0-9]+(-+[a-z0-9]+)*$/.test(word);
  return roles.every(({ role, target }) => isId(role) && isId(target));
}

test('what the product writes of an annotation is read the fast way, as the package reads it', () => {
  fc.assert(
    fc.property(annotation(), fc.boolean(), (each, crlf) => {
      const written = newAnnotationFile({ path: 's.txt' }, [each]);
      const text = crlf ? written.replaceAll('\n', '\r\n') : written;
      const entry = byReader(text, each.id);
      const isFlat = each.targets.length === 1 && Object.keys(each.attributes).length === 0;
      if (isFlat && hasPlainRoles(each)) assert.ok(entry, text);
      if (entry !== undefined) assert.deepEqual(entry, byPackage(text, each.id));
    }),
    { numRuns: 10_000 },
  );
});

function record(...fields: readonly string[]): Entry | undefined {
  const text = lines('annotations:', '  a-4k7q2c:', ...fields);
  const entry = byReader(text, 'a-4k7q2c');
  if (entry !== undefined) assert.deepEqual(entry, byPackage(text, 'a-4k7q2c'));
  return entry;
}

test('quoted texts, words, whole numbers and roles are read', () => {
  assert.ok(record('    exact: "a \\"b\\" \\u00a0 😀"', '    start: 530', '    entity: wang-yi'));
  assert.ok(record('    roles:', '      - { role: third-party, target: "12-point-plan" }'));
  assert.ok(record('    by: AB', '    type: x/y', '    note: ""'));
});

test('lists and maps on one line, fragments and attributes are read', () => {
  assert.ok(record('    attributes: { a: b, certain: true, c: [] }', '    roles: []', '    x: {}'));
  assert.ok(record('    x: [[0, 12], [a-b, "c"]]', '    y: { k: { l: "m" } }'));
  assert.ok(record('    fragments:', '      - { exact: "a", start: 1 }', '      - { exact: "b" }'));
});

test('whatever leaves a doubt is left to the package', () => {
  for (const line of [
    '    exact: plain words',
    '    exact: "a" # comment',
    "    exact: 'single'",
    '    exact: "a',
    '    exact: "\u0001"',
    '    exact: "\\x41"',
    '    start: 007',
    '    start: 1.5',
    '    start: -0',
    '    start: 1234567890123456',
    '    entity: null',
    '    entity: True',
    '    entity: NULL',
    '    entity:',
    '    entity: ',
    '    roles: [ ]',
    '    attributes: {a: b}',
    '    attributes: { a: b, a: c }',
    '    x: [a,b]',
    '    x: [a, ]',
    '     exact: "a"',
    '    exact : "a"',
    '    exact: |',
    '    # comment',
    '',
  ]) {
    assert.equal(record('    prefix: "x"', line), undefined, line);
  }
});

test('a key that is there twice is left to the package, which finds it', () => {
  assert.equal(byReader(lines('', '  a-1:', '    note: "a"', '    note: "b"'), 'a-1'), undefined);
  const roles = lines('', '  a-1:', '    roles:', '      - { role: a, role: b }');
  assert.equal(byReader(roles, 'a-1'), undefined);
});

test('a record without fields is left to the package', () => {
  assert.equal(byReader(lines('', '  a-1:'), 'a-1'), undefined);
  assert.equal(readCanonicalRecord('', 0, 0), undefined);
});
