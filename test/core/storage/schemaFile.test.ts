import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PartialSchema } from '../../../src/core/schema/merge';
import { parseFile } from '../../../src/core/storage/parse';
import { lines } from '../workspace';

function read(...text: readonly string[]): { schema: PartialSchema; problems: readonly string[] } {
  const parsed = parseFile('annotations/schema.yaml', lines('format: schema/1', ...text));
  assert.ok(parsed?.content?.kind === 'schema');
  const problems = parsed.problems.map(({ code, line, column }) => `${code} ${line}:${column}`);
  return { schema: parsed.content.schema, problems };
}

test('a schema that says nothing changes nothing', () => {
  assert.deepEqual(read(), { schema: {}, problems: [] });
  assert.deepEqual(read('entityTypes:', 'checks:', 'sources:').schema, { sources: [] });
});

test('everything that a project may declare is read', () => {
  const { schema, problems } = read(
    'sources: ["seeds/**/*.{txt,md}"]',
    'layout: beside',
    'entityTypes:',
    '  person: { label: Human, color: blue }',
    '  government: { parent: organisation, description: "d" }',
    '  product: null',
    'eventTypes:',
    '  consult:',
    '    label: Talk',
    '    modes: [visit, phone]',
    '    roles: { actor: { types: [person], min: 1, max: 2 }, recipient: , topic: {} }',
    'relationTypes: { member-of: { from: [person], to: [organisation] } }',
    'attributes: { tone: { values: [dry, 1], on: [event] }, free: {} }',
    'checks: { orphaned: error, alias-shared: off, x: false }',
  );
  assert.deepEqual(problems, []);
  assert.deepEqual(schema, {
    sources: ['seeds/**/*.{txt,md}'],
    layout: 'beside',
    entityTypes: {
      person: { id: 'person', label: 'Human', color: 'blue' },
      government: { id: 'government', parent: 'organisation', description: 'd' },
      product: null,
    },
    eventTypes: {
      consult: {
        id: 'consult',
        label: 'Talk',
        modes: ['visit', 'phone'],
        roles: { actor: { types: ['person'], min: 1, max: 2 }, recipient: {}, topic: {} },
      },
    },
    relationTypes: { 'member-of': { from: ['person'], to: ['organisation'] } },
    attributes: { tone: { values: ['dry', '1'], on: ['event'] }, free: {} },
    checks: { orphaned: 'error', 'alias-shared': 'off', x: 'off' },
  });
});

test('what does not fit is reported at its place, and the rest counts', () => {
  const { schema, problems } = read(
    'layout: above',
    'sources: [a, [b], null]',
    'entityTypes:',
    '  person: text',
    '  place: { color: "#ff0000", label: Place }',
    'eventTypes: { consult: { roles: { actor: text } } }',
    'checks: { a: loud }',
  );
  assert.deepEqual(problems.map((each) => each.split(':')[0]).sort(), [
    'value-invalid 2',
    'value-invalid 3',
    'value-invalid 3',
    'value-invalid 5',
    'value-invalid 6',
    'value-invalid 7',
    'value-invalid 8',
  ]);
  assert.deepEqual(schema, {
    sources: ['a'],
    entityTypes: { place: { id: 'place', label: 'Place' } },
    eventTypes: { consult: { id: 'consult', roles: {} } },
    checks: {},
  });
});

test('ids that every object inherits are ids like any other', () => {
  const { schema } = read('entityTypes: { __proto__: { label: P }, constructor: null }');
  assert.deepEqual(Object.keys(schema.entityTypes ?? {}), ['__proto__', 'constructor']);
});
