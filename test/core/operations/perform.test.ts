import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { perform } from '../../../src/core/operations/perform';
import { parseFile } from '../../../src/core/storage/parse';
import { checkWorkspace } from '../../../src/core/rules/check';
import { carryOut, entityFile, workspace } from '../workspace';
import { FILES, operation, SOURCES } from './operations';

test('each operation sees what those before it did, and the store sees nothing', () => {
  const at = workspace({}, SOURCES);
  const done = perform(at.store, at, [
    { op: 'createEntity', type: 'person', name: 'Kuleba' },
    { op: 'annotate', source: 't.txt', exact: 'Kuleba', entity: 'kuleba' },
    { op: 'update', id: 'a-00000a', note: 'n' },
    { op: 'delete', id: 'a-00000a' },
  ]);
  assert.ok(done.ok);
  assert.deepEqual(done.ids, ['kuleba', 'a-00000a', 'a-00000a', 'a-00000a']);
  assert.deepEqual([...at.store.files()], []);
});

test('when one cannot be done none is, and the answer says which', () => {
  const at = workspace({}, SOURCES);
  const done = perform(at.store, at, [
    { op: 'createEntity', type: 'person', name: 'Kuleba' },
    { op: 'annotate', source: 't.txt', exact: 'Kuleba', entity: 'nobody' },
  ]);
  assert.ok(!done.ok);
  assert.equal(done.index, 1);
  assert.equal(done.error.code, 'entity-unknown');
});

test('changes come by path, and files that are again what they were are left out', () => {
  const at = workspace(entityFile('wang-yi', 'note: "n"'), SOURCES);
  const done = perform(at.store, at, [
    { op: 'updateEntity', id: 'wang-yi', note: 'other' },
    { op: 'createEvent', id: 'b', type: 'consult', title: 'B' },
    { op: 'createEntity', id: 'a', type: 'person', name: 'A' },
    { op: 'updateEntity', id: 'wang-yi', note: 'n' },
  ]);
  assert.ok(done.ok);
  assert.deepEqual(
    done.changes.map(({ path, before }) => [path, before]),
    [
      ['annotations/entities/a.yaml', undefined],
      ['annotations/events/b.yaml', undefined],
    ],
  );
});

/** What an analyst may want, and what is only told. */
const MAY_BE = new Set([
  'ambiguous',
  'role-unknown',
  'role-type',
  'role-count',
  'relation-type',
  'type-differs',
  'alias-shared',
  'alias-unusable',
  'annotation-duplicate',
  'tagged-differently',
  'outside-body',
  'thread-open',
  'decision-differs',
]);

test('operations leave files that parse, and references that lead somewhere', () => {
  fc.assert(
    fc.property(fc.array(operation(), { maxLength: 6 }), (operations) => {
      const at = workspace(FILES, SOURCES);
      for (const each of operations) {
        // In another text the passages of a source are nowhere.
        if (each.op === 'moveSource') continue;
        const done = perform(at.store, at, [each]);
        if (!done.ok) {
          assert.match(done.error.message, /\.$/);
          continue;
        }
        for (const { path, before, after } of done.changes) {
          assert.notEqual(before, after);
          if (after !== undefined) assert.equal(parseFile(path, after)?.problems.length, 0);
        }
        carryOut(at, [each]);
      }
      const codes = checkWorkspace(at.store, at).map(({ code }) => code);
      assert.ok(
        codes.every((code) => MAY_BE.has(code)),
        codes.join(),
      );
    }),
    { numRuns: 1000 },
  );
});
