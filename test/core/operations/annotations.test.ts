import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Annotation } from '../../../src/core/model/annotation';
import type { Operation } from '../../../src/core/operations/operation';
import { perform } from '../../../src/core/operations/perform';
import {
  annotationFile,
  carryOut,
  entityFile,
  eventFile,
  lines,
  workspace,
  type Texts,
  type Workspace,
} from '../workspace';

const TEXT = { 's.txt': '😀 Kuleba met Wang Yi. Wang Yi smiled.', 't.txt': 'Wang Yi' };
const RECORDS = { ...entityFile('wang-yi'), ...entityFile('kuleba'), ...eventFile('meeting') };

function at(files: Texts = {}): Workspace {
  return workspace({ ...RECORDS, ...files }, TEXT);
}

function only(where: Workspace, id: string): Annotation | undefined {
  return where.store.indexes.annotationsWithId(id)[0]?.annotation;
}

/** The code and message of the operation that cannot be done; nothing must have changed. */
function refused(where: Workspace, ...operations: readonly Operation[]): string {
  const done = perform(where.store, where, operations);
  assert.ok(!done.ok);
  return `${done.error.code}: ${done.error.message}`;
}

test('a mention by offsets in code points quotes the text with its context', () => {
  const where = at();
  const [id] = carryOut(where, [
    { op: 'annotate', source: 's.txt', start: 13, end: 20, entity: 'wang-yi' },
  ]);
  assert.equal(id, 'a-00000a');
  assert.deepEqual(only(where, 'a-00000a')?.targets, [
    { exact: 'Wang Yi', prefix: '😀 Kuleba met ', suffix: '. Wang Yi smiled.', start: 13, end: 20 },
  ]);
  assert.equal(where.store.indexes.source('s.txt')?.blob, where.sourceText('s.txt')?.blob);
});

test('a mention by its words, or by which of several', () => {
  const where = at();
  carryOut(where, [
    { op: 'annotate', source: 's.txt', exact: 'Kuleba', entity: 'kuleba' },
    { op: 'annotate', source: 's.txt', exact: 'Wang Yi', occurrence: 2, entity: 'wang-yi' },
  ]);
  assert.deepEqual(
    where.store.indexes.annotationsOf('s.txt').map(({ annotation }) => annotation.targets[0].start),
    [2, 22],
  );
});

test('evidence, statements, times and notes have their fields', () => {
  const where = at();
  carryOut(where, [
    {
      op: 'addEvidence',
      source: 's.txt',
      event: 'meeting',
      exact: 'met',
      roles: [{ role: 'actor', target: 'kuleba' }],
      certainty: 'probable',
      credibility: 2,
    },
    { op: 'annotate', source: 's.txt', exact: 'smiled', type: 'statement', by: 'AB' },
    { op: 'annotate', source: 's.txt', exact: 'Kuleba', type: 'time', value: '2024-07' },
    { op: 'annotate', source: 's.txt', exact: '😀', note: 'a "face"', attributes: { tone: 'dry' } },
  ]);
  assert.equal(
    where.store.file('annotations/s.txt.ann.yaml')?.text.split('\n').slice(4).join('\n'),
    lines(
      'annotations:',
      '  a-00000d:',
      '    exact: "😀"',
      '    prefix: ""',
      '    suffix: " Kuleba met Wang Yi. Wang Yi"',
      '    start: 0',
      '    end: 1',
      '    attributes: { tone: "dry" }',
      '    note: "a \\"face\\""',
      '  a-00000c:',
      '    exact: "Kuleba"',
      '    prefix: "😀 "',
      '    suffix: " met Wang Yi. Wang Yi smiled."',
      '    start: 2',
      '    end: 8',
      '    type: time',
      '    value: "2024-07"',
      '  a-00000a:',
      '    exact: "met"',
      '    prefix: "😀 Kuleba "',
      '    suffix: " Wang Yi. Wang Yi smiled."',
      '    start: 9',
      '    end: 12',
      '    event: meeting',
      '    roles:',
      '      - { role: actor, target: kuleba }',
      '    certainty: probable',
      '    credibility: 2',
      '  a-00000b:',
      '    exact: "smiled"',
      '    prefix: "😀 Kuleba met Wang Yi. Wang Yi "',
      '    suffix: "."',
      '    start: 30',
      '    end: 36',
      '    type: statement',
      '    by: AB',
    ),
  );
});

test('an update sets fields, removes them with null, and leaves the others', () => {
  const where = at();
  carryOut(where, [
    { op: 'annotate', source: 's.txt', exact: 'Kuleba', entity: 'kuleba', note: 'n', by: 'AB' },
    {
      op: 'update',
      id: 'a-00000a',
      entity: null,
      event: 'meeting',
      note: null,
      status: 'disputed',
    },
  ]);
  const annotation = only(where, 'a-00000a');
  assert.deepEqual(
    [annotation?.entity, annotation?.event, annotation?.note, annotation?.by, annotation?.status],
    [undefined, 'meeting', undefined, 'AB', 'disputed'],
  );
});

test('an update moves an annotation to another passage, and writes nothing when nothing is new', () => {
  const where = at();
  const mention: Operation = { op: 'annotate', source: 's.txt', exact: 'Kuleba', entity: 'kuleba' };
  carryOut(where, [mention]);
  carryOut(where, [{ op: 'update', id: 'a-00000a', start: 9, end: 12 }]);
  assert.equal(only(where, 'a-00000a')?.targets[0].exact, 'met');
  const same = perform(where.store, where, [{ op: 'update', id: 'a-00000a', exact: 'met' }]);
  assert.deepEqual(same, { ok: true, changes: [], ids: ['a-00000a'] });
});

test('a mention in fragments becomes one passage, also where the file has one fragment only', () => {
  for (const fragments of [
    '[{ exact: "Kuleba", start: 2, end: 8 }, { exact: "smiled", start: 30, end: 36 }]',
    '[{ exact: "Kuleba", start: 2, end: 8 }]',
  ]) {
    const where = at(
      annotationFile('s.txt', '  a-000001:', `    fragments: ${fragments}`, '    note: "n"'),
    );
    carryOut(where, [{ op: 'update', id: 'a-000001', exact: 'met' }]);
    assert.deepEqual(
      only(where, 'a-000001')?.targets.map(({ exact, start }) => [exact, start]),
      [['met', 9]],
    );
  }
});

test('deleting an annotation takes it out of the roles of its neighbours', () => {
  const where = at();
  carryOut(where, [
    { op: 'annotate', source: 's.txt', exact: 'Kuleba', entity: 'kuleba' },
    {
      op: 'addEvidence',
      source: 's.txt',
      event: 'meeting',
      exact: 'met',
      roles: [
        { role: 'actor', target: 'a-00000a' },
        { role: 'recipient', target: 'wang-yi' },
      ],
    },
    { op: 'delete', id: 'a-00000a' },
  ]);
  assert.equal(only(where, 'a-00000a'), undefined);
  assert.deepEqual(only(where, 'a-00000b')?.roles, [{ role: 'recipient', target: 'wang-yi' }]);
});

test('the last annotation that is deleted leaves the file with what it says of its source', () => {
  const where = at();
  carryOut(where, [
    { op: 'setSource', source: 's.txt', title: 'T' },
    { op: 'annotate', source: 's.txt', exact: 'Kuleba', note: 'n' },
  ]);
  carryOut(where, [{ op: 'delete', id: 'a-00000a' }]);
  const text = where.store.file('annotations/s.txt.ann.yaml')?.text ?? '';
  assert.match(text, /title: "T"\nannotations: \{\}\n$/);
});

test('an id may be given, once', () => {
  const where = at();
  const note = { op: 'annotate', source: 's.txt', note: 'n' } as const;
  carryOut(where, [{ ...note, id: 'a-4k7q2c', exact: 'Kuleba' }]);
  assert.match(refused(where, { ...note, id: 'a-4k7q2c', exact: 'met' }), /^id-taken/);
  for (const id of ['x', 'a-1', 'a-ABCDEF', 'b-123456']) {
    assert.match(refused(where, { ...note, id, exact: 'met' }), /^id-invalid/);
  }
});

test('an id that is taken already is not made up again', () => {
  const where = at(annotationFile('t.txt', '  a-00000a:', '    exact: "Wang Yi"'));
  const ids = carryOut(where, [{ op: 'annotate', source: 's.txt', exact: 'met', note: 'n' }]);
  assert.deepEqual(ids, ['a-00000b']);
});

test('what is annotated so already is not annotated again, notes may stand beside each other', () => {
  const where = at();
  const mention: Operation = { op: 'annotate', source: 's.txt', exact: 'Kuleba', entity: 'kuleba' };
  assert.match(refused(where, mention, mention), /^already-annotated: “Kuleba” .* \(a-00000a\)/);
  carryOut(where, [
    mention,
    { op: 'annotate', source: 's.txt', exact: 'Kuleba', note: 'one' },
    { op: 'annotate', source: 's.txt', exact: 'Kuleba', note: 'two' },
    { ...mention, by: 'AB' },
  ]);
  assert.equal(where.store.indexes.annotationsOf('s.txt').length, 4);
});

test('ids that two sources have need the source', () => {
  const where = at({
    ...annotationFile('s.txt', '  a-000001:', '    exact: "met"'),
    ...annotationFile('t.txt', '  a-000001:', '    exact: "Wang Yi"'),
  });
  assert.match(refused(where, { op: 'delete', id: 'a-000001' }), /^annotation-ambiguous/);
  carryOut(where, [{ op: 'delete', id: 'a-000001', source: 't.txt' }]);
  assert.equal(only(where, 'a-000001')?.targets[0].exact, 'met');
  assert.match(
    refused(where, { op: 'delete', id: 'a-000001', source: 't.txt' }),
    /^annotation-unknown/,
  );
});

test('passages that are not there are refused with what there is', () => {
  const where = at();
  const note = { op: 'annotate', source: 's.txt', note: 'n' } as const;
  assert.match(refused(where, { ...note, exact: 'Xi' }), /^passage-not-found: “Xi” occurs 0 times/);
  assert.match(refused(where, { ...note, exact: 'Wang Yi' }), /^passage-ambiguous: .* 2 times/);
  assert.match(refused(where, { ...note, exact: 'Wang Yi', occurrence: 3 }), /^passage-not-found/);
  assert.match(refused(where, { ...note, exact: '' }), /^passage-empty/);
  assert.match(
    refused(where, { ...note, start: 0, end: 38 }),
    /^passage-not-found: .* 37 code points/,
  );
  assert.match(refused(where, { ...note, start: -1, end: 3 }), /^passage-not-found/);
  assert.match(refused(where, { ...note, start: 5, end: 5 }), /^passage-empty/);
  assert.match(refused(where, { ...note, start: 5, end: 3 }), /^passage-empty/);
  for (const source of ['gone.txt', '../s.txt', '/s.txt', '']) {
    assert.match(refused(where, { ...note, source, exact: 'met' }), /^source-unknown/);
  }
});

test('references that lead nowhere and values that are none are refused', () => {
  const where = at();
  const met = { op: 'annotate', source: 's.txt', exact: 'met' } as const;
  assert.match(refused(where, { ...met, entity: 'nobody' }), /^entity-unknown: .*“nobody”/);
  assert.match(refused(where, { ...met, event: 'nothing' }), /^event-unknown: .*“nothing”/);
  assert.match(refused(where, { ...met, entity: 'kuleba', event: 'meeting' }), /^value-invalid/);
  assert.match(refused(where, { ...met, type: 'rumour' }), /^type-unknown: .*“rumour”/);
  assert.match(refused(where, { ...met, type: 'time', value: 'soon' }), /^value-invalid/);
  assert.match(refused(where, { ...met, note: 'n', credibility: 7 }), /^value-invalid/);
  const roles = [{ role: 'actor', target: 'a-999999' }];
  assert.match(
    refused(where, { ...met, event: 'meeting', roles }),
    /^role-target-unknown: .*“a-999999”/,
  );
});

test('a file that does not parse is not written, its annotations stay', () => {
  const where = at(annotationFile('s.txt', '  a-000001:', '    exact: "met"'));
  const path = 'annotations/s.txt.ann.yaml';
  where.store.replaceFile(path, `${where.store.file(path)?.text ?? ''}x: [\n`);
  for (const operation of [
    { op: 'annotate', source: 's.txt', exact: 'Kuleba', note: 'n' },
    { op: 'update', id: 'a-000001', note: 'n' },
    { op: 'delete', id: 'a-000001' },
    { op: 'setSource', source: 's.txt', title: 'T' },
  ] as const) {
    assert.match(refused(where, operation), /^file-unreadable: annotations\/s\.txt\.ann\.yaml/);
  }
});

test('an edit after which a file would not parse is refused', () => {
  const damaged = annotationFile('s.txt', '  a-000001: null');
  const where = at(damaged);
  const twice: Operation = {
    op: 'annotate',
    source: 's.txt',
    id: 'a-000001',
    exact: 'met',
    note: 'n',
  };
  assert.match(refused(where, twice), /^file-unreadable/);
});

test('with the layout beside, the annotation file stands next to its source', () => {
  const where = at({ 'annotations/schema.yaml': 'format: schema/1\nlayout: beside\n' });
  carryOut(where, [{ op: 'annotate', source: 's.txt', exact: 'met', note: 'n' }]);
  assert.ok(where.store.file('s.txt.ann.yaml') !== undefined);
});

test('a source that has a file already gets its annotations there, whatever the layout', () => {
  const where = at({
    'annotations/schema.yaml': 'format: schema/1\nlayout: beside\n',
    ...annotationFile('s.txt'),
  });
  carryOut(where, [{ op: 'annotate', source: 's.txt', exact: 'met', note: 'n' }]);
  assert.equal(where.store.file('s.txt.ann.yaml'), undefined);
});
