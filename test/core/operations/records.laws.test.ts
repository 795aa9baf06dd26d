import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { History } from '../../../src/core/history/history';
import type { Annotation } from '../../../src/core/model/annotation';
import type { Operation } from '../../../src/core/operations/operation';
import { perform, type Performed } from '../../../src/core/operations/perform';
import { checkWorkspace } from '../../../src/core/rules/check';
import { workspace, type Texts, type Workspace } from '../workspace';
import { anyRecordId, ENTITIES, files, mentions, SOURCES } from './manyRecords';

const RUNS = process.env['LONG'] === '1' ? 4_000 : 300;

function textsOf({ store }: Workspace): Texts {
  const all = [...store.files()].map(({ path, text }) => [path, text] as const);
  return Object.fromEntries(all.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Does them and takes the changed files in; nothing where they cannot be done. */
function attempt(at: Workspace, operations: readonly Operation[]): Performed {
  const performed = perform(at.store, at, operations);
  if (performed.ok) take(at, performed.changes);
  return performed;
}

function take(at: Workspace, changes: Extract<Performed, { ok: true }>['changes']): void {
  for (const { path, after } of changes) {
    if (after === undefined) at.store.removeFile(path);
    else at.store.replaceFile(path, after);
  }
}

const rename = anyRecordId.map((id): Operation =>
  ENTITIES.some((each) => each === id)
    ? { op: 'updateEntity', id, name: 'New Name', addAliases: [id] }
    : { op: 'updateEvent', id, title: 'New Title' },
);
const merge = fc
  .tuple(anyRecordId, anyRecordId, fc.subarray(['type', 'note']))
  .map(([from, into, fields]): Operation => ({ op: 'merge', from, into, take: fields }));
const split = fc
  .tuple(anyRecordId, mentions)
  .map(([id, each]): Operation => ({ op: 'split', id, name: 'Other One', mentions: each }));
const move = fc
  .tuple(anyRecordId, mentions)
  .map(([to, each]): Operation => ({ op: 'moveMentions', to, mentions: each }));
const removal = fc
  .tuple(anyRecordId, fc.oneof(fc.constantFrom('delete', 'detach'), anyRecordId))
  .map(([id, fate]): Operation => ({
    op: 'deleteRecord',
    id,
    mentions: fate === 'delete' || fate === 'detach' ? fate : { into: fate },
  }));
const annotateMany = fc
  .tuple(fc.constantFrom('s.txt', 't.txt'), fc.integer({ min: 1, max: 12 }))
  .map(([source, number]): readonly Operation[] =>
    Array.from({ length: number }, (_, index) => ({
      op: 'annotate' as const,
      source,
      start: 3 + index * 8,
      end: 8 + index * 8,
      entity: 'ann',
    })),
  );
const rejection = fc
  .tuple(fc.constantFrom('s.txt', 't.txt'), fc.nat({ max: 40 }))
  .map(([source, start]): Operation => ({
    op: 'reject',
    source,
    start,
    end: start + 4,
    entity: 'bob',
  }));
const single = fc.oneof(rename, merge, split, move, removal, rejection);
const step = fc.oneof(
  { weight: 5, arbitrary: fc.array(single, { minLength: 1, maxLength: 3 }) },
  { weight: 1, arbitrary: annotateMany },
);

test('whatever is done to records, undone, gives every byte of every file back', () => {
  let done = 0;
  fc.assert(
    fc.property(files, fc.array(step, { minLength: 1, maxLength: 3 }), (texts, steps) => {
      const at = workspace(texts, SOURCES);
      const history = new History();
      const before = textsOf(at);
      const states = [before];
      for (const operations of steps) {
        const performed = attempt(at, operations);
        if (!performed.ok || performed.changes.length === 0) continue;
        history.record({ label: 'step', changes: performed.changes });
        states.push(textsOf(at));
        done++;
      }
      for (const expected of states.slice(0, -1).reverse()) {
        const undo = history.undo((path) => at.store.file(path)?.text);
        assert.ok(undo.ok);
        take(at, undo.step.changes);
        history.commit('undo');
        assert.deepEqual(textsOf(at), expected);
      }
      assert.deepEqual(textsOf(at), before);
    }),
    { numRuns: RUNS },
  );
  assert.ok(done > RUNS / 2);
});

test('what is undone record by record, after others changed the files, leaves what they did', () => {
  fc.assert(
    fc.property(files, fc.oneof(merge, split, move, rejection), (texts, operation) => {
      const at = workspace(texts, SOURCES);
      const performed = attempt(at, [operation]);
      fc.pre(performed.ok && performed.changes.length > 0);
      const history = new History();
      history.record({ label: 'step', changes: performed.changes });
      const theirs: readonly Operation[] = [
        { op: 'annotate', source: 's.txt', start: 0, end: 3, note: 'theirs', id: 'a-zzzzz1' },
        { op: 'reject', source: 't.txt', start: 0, end: 3, id: 'r-zzzzz1' },
      ];
      assert.ok(attempt(at, theirs).ok);
      const undo = history.undo((path) => at.store.file(path)?.text);
      assert.ok(undo.ok);
      take(at, undo.step.changes);
      const alone = workspace(texts, SOURCES);
      assert.ok(attempt(alone, theirs).ok);
      assert.deepEqual(saidBy(at), saidBy(alone));
      assert.deepEqual(commentsIn(textsOf(at)), commentsIn(textsOf(alone)));
    }),
    { numRuns: RUNS },
  );
});

/** What the files say, wherever it stands in them. */
function saidBy({ store }: Workspace): unknown {
  const files = [...store.files()].map(({ path, content, problems }) => {
    assert.deepEqual(problems, []);
    if (content?.kind !== 'annotations') return [path, content];
    const rejected = [...content.rejected].sort((a, b) => (a.id < b.id ? -1 : 1));
    return [path, { ...content, rejected, places: undefined }];
  });
  return Object.fromEntries(files) as unknown;
}

const REFERENCES = new Set([
  'entity-unknown',
  'event-unknown',
  'participant-unknown',
  'role-target-unknown',
  'relation-target-unknown',
  'merged-cycle',
]);

function danglingIn(at: Workspace): readonly string[] {
  return checkWorkspace(at.store, at)
    .filter(({ code }) => REFERENCES.has(code))
    .map(({ code, path, message }) => `${code} ${path} ${message}`);
}

test('after a merge every reference resolves, and only the redirect has the other id', () => {
  fc.assert(
    fc.property(files, fc.array(merge, { minLength: 1, maxLength: 3 }), (texts, merges) => {
      const at = workspace(texts, SOURCES);
      assert.deepEqual(danglingIn(at), []);
      for (const operation of merges) {
        if (operation.op !== 'merge') continue;
        const performed = attempt(at, [operation]);
        if (!performed.ok) {
          assert.equal(performed.error.code, 'merge-invalid');
          continue;
        }
        assert.deepEqual(danglingIn(at), []);
        const own = at.store.indexes.entities.get(operation.from)?.path;
        const naming = at.store.indexes.filesNaming(operation.from);
        assert.deepEqual(
          naming.filter((path) => path !== own),
          [],
        );
        for (const path of naming) assert.ok(path === own);
        for (const { problems, readable } of at.store.files()) {
          assert.ok(readable);
          assert.deepEqual(problems, []);
        }
      }
    }),
    { numRuns: RUNS },
  );
});

test('a deleted record is named nowhere, and all other references resolve', () => {
  fc.assert(
    fc.property(files, removal, (texts, operation) => {
      const at = workspace(texts, SOURCES);
      if (operation.op !== 'deleteRecord' || !attempt(at, [operation]).ok) return;
      assert.deepEqual(danglingIn(at), []);
      assert.deepEqual(at.store.indexes.filesNaming(operation.id), []);
    }),
    { numRuns: RUNS },
  );
});

/** Comments that do not stand on the items of a list, which may go with them. */
function commentsIn(texts: Texts): readonly string[] {
  return Object.values(texts)
    .flatMap((text) => text.match(/#.*|x: kept/g) ?? [])
    .map((each) => each.trimEnd())
    .filter((each) => !each.startsWith('# item'))
    .sort();
}

test('comments and unknown keys survive a merge, a split and a move of mentions', () => {
  fc.assert(
    fc.property(files, fc.oneof(merge, split, move, rename), (texts, operation) => {
      const at = workspace(texts, SOURCES);
      const before = commentsIn(textsOf(at));
      attempt(at, [operation]);
      assert.deepEqual(commentsIn(textsOf(at)), before);
    }),
    { numRuns: RUNS },
  );
});

function annotationsOf(at: Workspace): readonly Annotation[] {
  return ['s.txt', 't.txt'].flatMap((source) =>
    at.store.indexes.annotationsOf(source).map(({ annotation }) => annotation),
  );
}

test('a record that is split and merged again has the mentions that it had', () => {
  let done = 0;
  fc.assert(
    fc.property(files, anyRecordId, mentions, (texts, id, each) => {
      const at = workspace(texts, SOURCES);
      const before = annotationsOf(at);
      const { indexes } = at.store;
      const own = [...indexes.mentionsOf(id), ...indexes.evidenceOf(id)];
      const chosen = each.filter((ref) => own.some(({ annotation }) => annotation.id === ref.id));
      const operation: Operation = {
        op: 'split',
        id,
        name: 'Other',
        newId: 'other',
        mentions: chosen,
      };
      const performed = attempt(at, [operation]);
      assert.equal(performed.ok, chosen.length > 0 && chosen.length < own.length);
      if (!performed.ok) return;
      done++;
      assert.ok(attempt(at, [{ op: 'merge', from: 'other', into: id }]).ok);
      assert.deepEqual(annotationsOf(at), before);
    }),
    { numRuns: RUNS },
  );
  assert.ok(done > 0);
});

test('mentions that move keep everything but the record that they name', () => {
  fc.assert(
    fc.property(files, move, (texts, operation) => {
      const at = workspace(texts, SOURCES);
      const before = annotationsOf(at);
      if (operation.op !== 'moveMentions' || !attempt(at, [operation]).ok) return;
      const moved = new Set(operation.mentions.map(({ id }) => id));
      const expected = before.map((each) => {
        if (!moved.has(each.id)) return each;
        return each.entity === undefined
          ? { ...each, event: operation.to }
          : { ...each, entity: operation.to };
      });
      assert.deepEqual(annotationsOf(at), expected);
    }),
    { numRuns: RUNS },
  );
});
