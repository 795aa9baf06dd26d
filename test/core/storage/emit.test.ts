import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parse } from 'yaml';
import { blockLines } from '../../../src/core/storage/editMap';
import { field, flow, quoted, scalar, type FieldMap } from '../../../src/core/storage/emit';
import { annotationFields, entityFields, eventFields } from '../../../src/core/storage/fields';
import { lines } from '../workspace';
import { annotation, entity, event } from './records';
import { anyText } from './texts';

const VERSIONS = ['1.2', '1.1'] as const;

function read(text: string, version: (typeof VERSIONS)[number]): unknown {
  return parse(text, { version, logLevel: 'error' });
}

test('any text is quoted so that readers of YAML 1.2 and of YAML 1.1 read that text', () => {
  fc.assert(
    fc.property(anyText(), (text) => {
      for (const version of VERSIONS) {
        assert.deepEqual(read(`key: ${quoted(text)}\n`, version), { key: text });
        assert.deepEqual(read(`key: ${scalar('type', text)}\n`, version), { key: text });
        assert.deepEqual(read(`[${flow('entity', text)}, x]`, version), [text, 'x']);
      }
    }),
    { numRuns: 10_000 },
  );
});

test('a quoted text is one line of characters that can be seen', () => {
  fc.assert(
    fc.property(anyText(), (text) => {
      assert.doesNotMatch(quoted(text), /[\p{Cc}\u00a0\u2028\u2029\ufeff\u200b]|\p{Cs}/u);
    }),
    { numRuns: 10_000 },
  );
});

test('any record is written so that readers of YAML 1.2 and of YAML 1.1 read the same', () => {
  const fields: fc.Arbitrary<FieldMap> = fc.oneof(
    annotation().map(annotationFields),
    entity().map(entityFields),
    event().map(eventFields),
  );
  fc.assert(
    fc.property(fields, (each) => {
      const text = lines(...blockLines(each, 0));
      for (const version of VERSIONS) {
        assert.deepEqual(read(text, version), JSON.parse(JSON.stringify(each)), text);
      }
    }),
    { numRuns: 10_000 },
  );
});

test('free text and dates are always quoted, ids and codes only where they must be', () => {
  assert.equal(scalar('name', 'Xi'), '"Xi"');
  assert.equal(scalar('date', '2023-04-26'), '"2023-04-26"');
  assert.equal(scalar('entity', 'xi-jinping'), 'xi-jinping');
  assert.equal(scalar('format', 'source-annotations/1'), 'source-annotations/1');
  for (const word of [
    'no',
    'NO',
    'y',
    'on',
    'null',
    '12',
    '2023-04',
    '',
    'a b',
    'a: b',
    '-a',
    '~',
    'e12',
  ]) {
    assert.equal(scalar('entity', word), JSON.stringify(word));
  }
  assert.equal(scalar('start', 0), '0');
  assert.equal(scalar('x', true), 'true');
});

test('control characters, no-break spaces and separators are escaped', () => {
  assert.equal(quoted('a\u00a0b'), '"a\\u00a0b"');
  assert.equal(quoted('\u0085\u2028\u2029\ufeff'), '"\\u0085\\u2028\\u2029\\ufeff"');
  assert.equal(quoted('a\nb\t"\\'), '"a\\nb\\t\\"\\\\"');
  assert.equal(quoted('泽连斯基 😀 é'), '"泽连斯基 😀 é"');
});

test('lists take a line an item, ranges and empty lists one line, maps a line a key', () => {
  assert.deepEqual(field('aliases', ['a', { text: 'b', language: 'uk' }], 0), [
    'aliases:',
    '  - "a"',
    '  - { text: "b", language: uk }',
  ]);
  assert.deepEqual(
    field(
      'body',
      [
        [0, 12],
        [14, 20],
      ],
      2,
    ),
    ['  body: [[0, 12], [14, 20]]'],
  );
  assert.deepEqual(field('roles', [], 4), ['    roles: []']);
  assert.deepEqual(field('links', { wikidata: 'Q1' }, 0), ['links: { wikidata: Q1 }']);
  assert.deepEqual(field('source', { path: 's', title: undefined }, 0), ['source:', '  path: "s"']);
  assert.deepEqual(field('source', {}, 0), ['source: {}']);
});

test('nothing is folded, however long', () => {
  assert.equal(field('note', 'word '.repeat(1000), 0).length, 1);
});
