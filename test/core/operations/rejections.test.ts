import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changeByRecord } from '../../../src/core/history/byRecord';
import type { Operation } from '../../../src/core/operations/operation';
import { perform } from '../../../src/core/operations/perform';
import {
  annotationFile,
  carryOut,
  entityFile,
  lines,
  workspace,
  type Workspace,
} from '../workspace';

const PATH = 'annotations/s.txt.ann.yaml';
const SOURCES = { 's.txt': 'Wang met Li. 😀 Wang left.' };
const MENTION = ['  a-000001:', '    exact: "Li"', '    start: 9', '    end: 11', '    entity: li'];

function textOf({ store }: Workspace): string | undefined {
  return store.file(PATH)?.text;
}

function withMention(...below: readonly string[]): Workspace {
  return workspace(
    { ...entityFile('li'), ...annotationFile('s.txt', ...MENTION, ...below) },
    SOURCES,
  );
}

function refusal(at: Workspace, operation: Operation): string {
  const done = perform(at.store, at, [operation]);
  assert.ok(!done.ok);
  return done.error.code;
}

test('a rejected suggestion is remembered under “rejected”, in code points and in document order', () => {
  const at = withMention();
  const before = textOf(at) ?? '';
  assert.deepEqual(
    carryOut(at, [
      { op: 'reject', source: 's.txt', exact: 'Wang', occurrence: 2, entity: 'li', by: 'AB' },
      { op: 'reject', source: 's.txt', start: 0, end: 4, note: 'a place' },
      { op: 'reject', source: 's.txt', start: 5, end: 8, type: 'time', id: 'r-zzzzzz' },
    ]),
    ['r-00000a', 'r-00000b', 'r-zzzzzz'],
  );
  assert.equal(
    textOf(at),
    before +
      lines(
        'rejected:',
        '  r-00000b:',
        '    exact: "Wang"',
        '    prefix: ""',
        '    suffix: " met Li. 😀 Wang left."',
        '    start: 0',
        '    end: 4',
        '    note: "a place"',
        '  r-zzzzzz:',
        '    exact: "met"',
        '    prefix: "Wang "',
        '    suffix: " Li. 😀 Wang left."',
        '    start: 5',
        '    end: 8',
        '    type: time',
        '  r-00000a:',
        '    exact: "Wang"',
        '    prefix: "Wang met Li. 😀 "',
        '    suffix: " left."',
        '    start: 15',
        '    end: 19',
        '    entity: li',
        '    by: AB',
      ),
  );
  assert.deepEqual(
    at.store.indexes.rejectionsOf('s.txt').map(({ id, reading }) => [id, reading]),
    [
      ['r-00000b', { kind: 'name' }],
      ['r-zzzzzz', { kind: 'time' }],
      ['r-00000a', { kind: 'entity', entity: 'li' }],
    ],
  );
});

test('taking every rejection back gives the file as it was, comments between them stay', () => {
  const at = withMention('    # of the record', '', '# the end');
  const before = textOf(at);
  carryOut(at, [
    { op: 'reject', source: 's.txt', start: 0, end: 4, id: 'r-000001' },
    { op: 'reject', source: 's.txt', start: 5, end: 8, id: 'r-000002' },
  ]);
  assert.match(textOf(at) ?? '', /# of the record\nrejected:\n {2}r-000001:/);
  carryOut(at, [{ op: 'unreject', source: 's.txt', id: 'r-000001' }]);
  carryOut(at, [{ op: 'unreject', source: 's.txt', id: 'r-000002' }]);
  assert.equal(textOf(at), before);
  assert.deepEqual(at.store.indexes.rejectionsOf('s.txt'), []);

  const commented = withMention(
    'rejected: # why',
    '  # first',
    '  r-000001:',
    '    exact: "met" # no',
  );
  carryOut(commented, [{ op: 'unreject', source: 's.txt', id: 'r-000001' }]);
  assert.match(textOf(commented) ?? '', /rejected: \{\} # why\n {2}# first\n$/);
});

test('the first annotation and the first rejection of a source make its file', () => {
  const at = workspace(entityFile('li'), SOURCES);
  carryOut(at, [{ op: 'reject', source: 's.txt', exact: 'Li' }]);
  assert.match(textOf(at) ?? '', /\nannotations: \{\}\nrejected:\n {2}r-00000a:\n/);
  carryOut(at, [{ op: 'annotate', source: 's.txt', exact: 'Li', entity: 'li' }]);
  assert.match(textOf(at) ?? '', /\nannotations:\n {2}a-00000b:\n(?: {4}.*\n)+rejected:\n/);
  assert.deepEqual(at.store.file(PATH)?.problems, []);
});

test('what cannot be rejected is refused', () => {
  const at = withMention('rejected:', '  r-000001:', '    exact: "Wang"', '    end: 4');
  const reject = { op: 'reject', source: 's.txt', start: 0, end: 4 } as const;
  assert.equal(refusal(at, reject), 'already-rejected');
  assert.equal(refusal(at, { ...reject, entity: 'nobody' }), 'entity-unknown');
  assert.equal(refusal(at, { ...reject, entity: 'li', type: 'time' }), 'value-invalid');
  assert.equal(refusal(at, { ...reject, start: 1, id: 'r-000001' }), 'id-taken');
  assert.equal(refusal(at, { ...reject, start: 1, id: 'a-000009' }), 'id-invalid');
  assert.equal(refusal(at, { ...reject, source: 'gone.txt' }), 'source-unknown');
  assert.equal(refusal(at, { op: 'reject', source: 's.txt', exact: 'Wang' }), 'passage-ambiguous');
  assert.equal(refusal(at, { op: 'unreject', source: 's.txt', id: 'r-9' }), 'rejection-unknown');
  assert.equal(carryOut(at, [{ ...reject, type: 'time' }]).length, 1);
});

test('a source that moves and an annotation that is anchored anew keep them', () => {
  const at = withMention('rejected:', '  r-000001:', '    exact: "Wang"', '    end: 4 # no');
  const own = { ...at, sourceText: () => at.sourceText('s.txt') };
  const done = perform(at.store, own, [
    { op: 'moveSource', from: 's.txt', to: 't.txt' },
    {
      op: 'reanchor',
      source: 't.txt',
      places: [{ id: 'a-000001', targets: [{ start: 0, end: 4 }] }],
    },
  ]);
  assert.ok(done.ok);
  const text = done.changes.find(({ path }) => path.endsWith('t.txt.ann.yaml'))?.after ?? '';
  assert.match(text, /rejected:\n {2}r-000001:\n {4}exact: "Wang"\n {4}end: 4 # no\n$/);
});

test('undo by record takes back a rejection in a file that others have changed', () => {
  const at = withMention();
  const before = textOf(at);
  carryOut(at, [{ op: 'reject', source: 's.txt', start: 0, end: 4, id: 'r-000001' }]);
  const after = textOf(at);
  carryOut(at, [{ op: 'reject', source: 's.txt', start: 5, end: 8, id: 'r-000002' }]);
  const undo = { path: PATH, before: after, after: before };
  const undone = changeByRecord(undo, textOf(at));
  assert.ok(undone.ok);
  assert.doesNotMatch(undone.text ?? '', /r-000001/);
  assert.match(undone.text ?? '', /r-000002/);
  const redone = changeByRecord({ path: PATH, before, after }, undone.text);
  assert.ok(redone.ok);
  assert.equal(redone.text, textOf(at));
});

test('undo by record stops where somebody changed the rejection since', () => {
  const at = withMention();
  const before = textOf(at);
  carryOut(at, [{ op: 'reject', source: 's.txt', start: 0, end: 4, id: 'r-000001', note: 'no' }]);
  const after = textOf(at) ?? '';
  const changed = changeByRecord(
    { path: PATH, before: after, after: before },
    after.replace('note: "no"', 'note: "not so"'),
  );
  assert.deepEqual(changed, { ok: false, id: 'r-000001' });
});
