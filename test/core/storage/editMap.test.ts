import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readDocument } from '../../../src/core/storage/document';
import { editMap } from '../../../src/core/storage/editMap';
import type { FieldValue } from '../../../src/core/storage/emit';
import { plainValue } from '../../../src/core/storage/node';
import { applyEdits } from '../../../src/core/text/edits';
import { lines } from '../workspace';
import { anyText } from './texts';

type Changes = Readonly<Record<string, FieldValue | undefined>>;

/** The text after the changes of its top-level map. */
function edited(text: string, changes: Changes, order: readonly string[] = []): string {
  const { root } = readDocument(text);
  assert.ok(root !== undefined, text);
  const place = { text, map: root, indent: 0, eol: '\n', order };
  return applyEdits(text, editMap(place, new Map(Object.entries(changes))));
}

test('a scalar is replaced alone, its comment stays', () => {
  assert.equal(edited('a: 1 # one\nb: 2\n', { a: 3 }), 'a: 3 # one\nb: 2\n');
  assert.equal(edited("a: 'old'\n", { a: 'new' }), 'a: "new"\n');
  assert.equal(edited('a:\nb: 2\n', { a: 'x' }), 'a: "x"\nb: 2\n');
  assert.equal(edited('a: # none\nb: 2\n', { a: 'x' }), 'a: "x" # none\nb: 2\n');
  assert.equal(edited('a: null\n', { a: true }), 'a: true\n');
});

test('block scalars of every kind are replaced with all of their lines', () => {
  for (const header of ['|', '|-', '|+', '>', '>-', '|2']) {
    const text = `a: ${header}\n  one\n\n  two\nb: 2\n`;
    assert.equal(edited(text, { a: 'x' }), 'a: "x"\nb: 2\n', header);
    assert.equal(edited(text, { a: undefined }), 'b: 2\n', header);
    assert.equal(edited(text, { b: 3 }), text.replace('b: 2', 'b: 3'), header);
  }
});

test('blank lines behind a block scalar that keeps them do not change what it says', () => {
  const text = 'a: |+\n  one\nb: 2\n\n\nc: 3\n';
  const after = edited(text, { b: undefined });
  assert.equal(after, 'a: |+\n  one\nc: 3\n');
});

test('keys are put in their order, unknown ones stay where they are', () => {
  const order = ['a', 'b', 'c', 'd'];
  assert.equal(
    edited('x: 0\nc: 3\n', { a: 1, d: 4, b: 2 }, order),
    'a: 1\nb: 2\nx: 0\nc: 3\nd: 4\n',
  );
});

test('values of other shapes take each other’s place', () => {
  assert.equal(edited('a: 1\nb: 2\n', { a: ['x', 'y'] }), 'a:\n  - "x"\n  - "y"\nb: 2\n');
  assert.equal(edited('a:\n  - x\n  - y\nb: 2\n', { a: 1 }), 'a: 1\nb: 2\n');
  assert.equal(edited('a: { x: 1 }\nb: 2\n', { a: [] }), 'a: []\nb: 2\n');
  assert.equal(edited('a:\n  x: 1\n  y: 2\nb: 2\n', { a: { z: 3 } }), 'a:\n  z: 3\nb: 2\n');
});

test('of a list only the lines of the items that changed', () => {
  const text = lines('a:', '  # first', '  - one # 1', '  - two', '  # last', '  - three', 'b: 2');
  assert.equal(edited(text, { a: ['one', 'zwei', 'three'] }), text.replace('- two', '- "zwei"'));
  assert.equal(edited(text, { a: ['one', 'three'] }), text.replace('  - two\n', ''));
  assert.equal(
    edited(text, { a: ['one', 'two', 'three', 'four'] }),
    text.replace('b:', '  - "four"\nb:'),
  );
  assert.equal(edited('a: [one, two]\n', { a: ['one'] }), 'a:\n  - "one"\n');
});

test('nothing to change makes no edit', () => {
  const text = 'a: 1\nb: [x]\nc: { y: 1.5 }\n';
  assert.equal(edited(text, { a: 1, b: ['x'], c: { y: 1.5 }, d: undefined }), text);
});

test('in braces, entries go with one comma and come with one', () => {
  const text = '{ a: 1, b: 2, c: 3 }\n';
  assert.equal(edited(text, { a: undefined }), '{ b: 2, c: 3 }\n');
  assert.equal(edited(text, { b: undefined }), '{ a: 1, c: 3 }\n');
  assert.equal(edited(text, { c: undefined }), '{ a: 1, b: 2 }\n');
  assert.equal(edited(text, { a: undefined, b: undefined }), '{ c: 3 }\n');
  assert.equal(edited(text, { a: undefined, c: undefined, d: 4 }), '{ b: 2, d: 4 }\n');
  assert.equal(edited(text, { a: undefined, b: undefined, c: undefined }), '{}\n');
  assert.equal(edited(text, { a: undefined, b: undefined, c: undefined, d: 4 }), '{ d: 4 }\n');
  assert.equal(edited('{}\n', { d: 4 }), '{ d: 4 }\n');
  assert.equal(edited('{ a, b: }\n', { a: 1, b: 2 }), '{ a: 1, b: 2 }\n');
  assert.equal(edited('{ a: 1, }\n', { b: 2 }), '{ a: 1, b: 2, }\n');
});

test('a map has after its edits what it had, and the changes, in block and in braces', () => {
  const keys = fc.constantFrom('a', 'b', 'c', 'd', 'e');
  const value: fc.Arbitrary<FieldValue> = fc.oneof(
    anyText(),
    fc.integer(),
    fc.boolean(),
    fc.array(anyText(), { maxLength: 3 }),
    fc.array(fc.dictionary(keys, anyText(), { maxKeys: 2, noNullPrototype: true }), {
      maxLength: 2,
    }),
    fc.dictionary(keys, anyText(), { maxKeys: 2, noNullPrototype: true }),
  );
  const written = fc.constantFrom<readonly [string, unknown]>(
    ['plain words', 'plain words'],
    ['"quoted" # why', 'quoted'],
    ['', null],
    ['# nothing', null],
    ['12', 12],
    ['|\n  text\n\n  more', 'text\n\nmore\n'],
    ['|+\n  text\n', 'text\n\n'],
    ['>-\n  folded\n  text', 'folded text'],
    ['[x, y]', ['x', 'y']],
    ['\n  - x\n  - y: 1\n    z: 2', ['x', { y: 1, z: 2 }]],
    ['\n  x: 1\n\n  # comment\n  y: 2', { x: 1, y: 2 }],
    ['{ x: 1 }', { x: 1 }],
    ['{\n  x: 1, # one\n  y: 2\n  }', { x: 1, y: 2 }],
  );
  const entries = fc.uniqueArray(fc.tuple(keys, written), {
    selector: ([key]) => key,
    maxLength: 4,
  });
  const changes = fc.dictionary(keys, fc.option(value, { nil: undefined }), { maxKeys: 3 });
  fc.assert(
    fc.property(entries, changes, fc.boolean(), (before, changed, inBraces) => {
      const single = before.map(([key, [text, read]]) => {
        const isPlain = !/[\n#|>]/.test(text);
        return [key, isPlain ? text : '"x"', isPlain ? read : 'x'] as const;
      });
      const text = inBraces
        ? `{ ${single.map(([key, each]) => `${key}: ${each}`).join(', ')} }\n`
        : lines(...before.map(([key, [each]]) => `${key}: ${each}`), 'z: end');
      const had = inBraces
        ? single.map(([key, , read]) => [key, read])
        : [...before.map(([key, [, read]]) => [key, read]), ['z', 'end']];
      const expected = new Map<unknown, unknown>(had as [string, unknown][]);
      for (const [key, each] of Object.entries(changed)) {
        if (each === undefined) expected.delete(key);
        else expected.set(key, each);
      }
      const { root, findings } = readDocument(edited(text, changed));
      assert.deepEqual(findings, []);
      assert.deepEqual(
        plainValue(root ?? { kind: 'scalar', value: null, start: 0, end: 0 }),
        Object.fromEntries(expected),
      );
    }),
    { numRuns: 5000 },
  );
});
