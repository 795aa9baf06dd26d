import assert from 'node:assert/strict';
import { test } from 'node:test';
import { editSchema } from '../../../src/core/storage/editSchema';
import { lines } from '../workspace';

test('a type is added to its section, which is made where there is none', () => {
  assert.equal(
    editSchema('format: schema/1\n', ['entityTypes', 'ship'], { label: 'Ship' }),
    lines('format: schema/1', 'entityTypes:', '  ship:', '    label: "Ship"'),
  );
  const text = lines('format: schema/1 # ours', 'entityTypes:', '  a: { label: A }', 'checks: {}');
  assert.equal(
    editSchema(text, ['entityTypes', 'ship'], { label: 'Ship' }),
    text.replace('checks', '  ship:\n    label: "Ship"\nchecks'),
  );
  assert.equal(
    editSchema('format: schema/1\nentityTypes: { a: {} }', ['entityTypes', 'b'], { label: 'B' }),
    'format: schema/1\nentityTypes: { a: {}, b: { label: "B" } }\n',
  );
  assert.equal(
    editSchema('format: schema/1\nentityTypes:\n', ['entityTypes', 'b'], { label: 'B' }),
    'format: schema/1\nentityTypes:\n  b:\n    label: "B"\n',
  );
});

test('a type that is taken away comes back', () => {
  assert.equal(
    editSchema('format: schema/1\nentityTypes:\n  person: null\n', ['entityTypes', 'person'], {
      label: 'Person',
    }),
    'format: schema/1\nentityTypes:\n  person:\n    label: "Person"\n',
  );
});

test('a key goes, and a map that would be empty keeps its braces', () => {
  const path = ['entityTypes', 'a', 'parent'] as const;
  const block = lines('format: schema/1', 'entityTypes:', '  a:', '    parent: b', '    label: A');
  assert.equal(editSchema(block, path, undefined), block.replace('    parent: b\n', ''));
  const only = lines('format: schema/1', 'entityTypes:', '  a:', '    parent: b');
  assert.equal(
    editSchema(only, path, undefined),
    lines('format: schema/1', 'entityTypes:', '  a: {}'),
  );
  const flow = 'format: schema/1\nentityTypes: { a: { parent: b } }\n';
  assert.equal(editSchema(flow, path, undefined), flow.replace('{ parent: b }', '{}'));
  assert.equal(editSchema(flow, ['eventTypes', 'x'], undefined), flow);
});

test('a file that cannot be read is not edited', () => {
  assert.equal(editSchema('a: "', ['entityTypes', 'x'], { label: 'X' }), undefined);
});
