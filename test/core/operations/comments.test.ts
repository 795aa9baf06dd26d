import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Comment, Subject } from '../../../src/core/model/thread';
import type { Operation } from '../../../src/core/operations/operation';
import { perform } from '../../../src/core/operations/perform';
import {
  annotationFile,
  carryOut,
  entityFile,
  eventFile,
  lines,
  workspace,
  type Workspace,
} from '../workspace';

const MENTION = [
  '  a-000001:',
  '    exact: "Ann"',
  '    start: 0',
  '    end: 3',
  '    entity: ann # her',
  '    x: kept',
];
const FILE = 'annotations/s.txt.ann.yaml';
const SOURCES = { 's.txt': 'Ann met Bob.', 'new.txt': 'Nothing yet.' };

function project(): Workspace {
  const files = {
    ...entityFile('ann', '# end'),
    ...entityFile('annie', 'mergedInto: ann'),
    ...eventFile('talks', 'thread:', '  - { by: anna, text: "When?" } # asked', '  - why?'),
    ...annotationFile('s.txt', ...MENTION),
  };
  return workspace(files, SOURCES);
}

const ANNOTATION: Subject = { kind: 'annotation', source: 's.txt', id: 'a-000001' };
const ENTITY: Subject = { kind: 'entity', id: 'ann' };
const EVENT: Subject = { kind: 'event', id: 'talks' };
const SOURCE: Subject = { kind: 'source', path: 's.txt' };

function threadOf({ store }: Workspace, on: Subject): readonly Comment[] | undefined {
  switch (on.kind) {
    case 'annotation':
      return store.indexes.annotationsWithId(on.id)[0]?.annotation.thread;
    case 'entity':
      return store.indexes.entities.get(on.id)?.entity.thread;
    case 'event':
      return store.indexes.events.get(on.id)?.event.thread;
    case 'source':
      return store.indexes.source(on.path)?.thread;
  }
}

function refused(at: Workspace, operation: Operation): string {
  const done = perform(at.store, at, [operation]);
  assert.ok(!done.ok);
  return `${done.error.code}: ${done.error.message}`;
}

describe('commenting', () => {
  it('adds a comment to an annotation, an entity, an event and a source, at the end of the thread', () => {
    for (const on of [ANNOTATION, ENTITY, EVENT, SOURCE]) {
      const at = project();
      const before = threadOf(at, on) ?? [];
      const [id] = carryOut(at, [
        { op: 'comment', on, by: 'anna', text: ' Who?\nShe? ' },
        { op: 'comment', on, by: ' ', resolved: true },
      ]);
      assert.equal(id, on.kind === 'source' ? on.path : on.id);
      assert.deepEqual(threadOf(at, on), [
        ...before,
        { by: 'anna', text: 'Who?\nShe?' },
        { resolved: true },
      ]);
    }
  });

  it('leaves what people have written around it', () => {
    const at = project();
    carryOut(at, [{ op: 'comment', on: ANNOTATION, text: 'Who?' }]);
    const [text = ''] = Object.values(annotationFile('s.txt', ...MENTION));
    assert.equal(
      at.store.file(FILE)?.text,
      text.replace('    x: kept\n', '    thread:\n      - { text: "Who?" }\n    x: kept\n'),
    );
    carryOut(at, [{ op: 'comment', on: EVENT, by: 'boris', text: 'In May.' }]);
    assert.match(
      at.store.file('annotations/events/talks.yaml')?.text ?? '',
      /"When\?" \} # asked\n {2}- \{ by: boris, text: "In May\." \}\n {2}- why\?\n$/,
    );
  });

  it('makes the annotation file of a source that has none', () => {
    const at = project();
    carryOut(at, [{ op: 'comment', on: { kind: 'source', path: 'new.txt' }, text: 'Use it?' }]);
    const blob = at.sourceText('new.txt')?.blob ?? '';
    assert.equal(
      at.store.file('annotations/new.txt.ann.yaml')?.text,
      lines(
        'format: source-annotations/1',
        'source:',
        '  path: "new.txt"',
        `  blob: "${blob}"`,
        '  thread:',
        '    - { text: "Use it?" }',
        'annotations: {}',
      ),
    );
  });

  it('goes to the record that a merged one became', () => {
    const at = project();
    const on: Subject = { kind: 'entity', id: 'annie' };
    assert.deepEqual(carryOut(at, [{ op: 'comment', on, text: 'One?' }]), ['ann']);
    assert.deepEqual(threadOf(at, ENTITY), [{ text: 'One?' }]);
  });

  it('changes and deletes a comment, and the thread with the last one', () => {
    const at = project();
    carryOut(at, [
      { op: 'comment', on: ENTITY, by: 'anna', text: 'A' },
      { op: 'comment', on: ENTITY, by: 'boris', text: 'B', resolved: true },
      { op: 'editComment', on: ENTITY, index: 1, text: 'C ' },
      { op: 'deleteComment', on: ENTITY, index: 0 },
    ]);
    assert.deepEqual(threadOf(at, ENTITY), [{ by: 'boris', text: 'C', resolved: true }]);
    carryOut(at, [{ op: 'deleteComment', on: ENTITY, index: 0 }]);
    assert.deepEqual(at.store.file('annotations/entities/ann.yaml')?.text, entityText('ann'));
  });

  it('refuses what says nothing, or is about nothing', () => {
    const at = project();
    assert.match(refused(at, { op: 'comment', on: ENTITY, text: ' ' }), /^value-invalid: .* words/);
    assert.match(
      refused(at, { op: 'editComment', on: EVENT, index: 0, text: '' }),
      /^value-invalid/,
    );
    assert.equal(
      refused(at, { op: 'deleteComment', on: EVENT, index: 1 }),
      'comment-unknown: There is no comment 1 there: the thread has 1, counted from 0.',
    );
    const nowhere: readonly (readonly [Subject, string])[] = [
      [{ kind: 'entity', id: 'talks' }, 'entity-unknown'],
      [{ kind: 'event', id: 'gone' }, 'event-unknown'],
      [{ kind: 'annotation', source: 'new.txt', id: 'a-000001' }, 'annotation-unknown'],
      [{ kind: 'source', path: 'gone.txt' }, 'source-unknown'],
      [{ kind: 'source', path: '../s.txt' }, 'source-unknown'],
    ];
    for (const [on, code] of nowhere) {
      assert.match(refused(at, { op: 'comment', on, text: 'x' }), new RegExp(`^${code}`));
    }
  });
});

function entityText(id: string): string {
  return entityFile(id, '# end')[`annotations/entities/${id}.yaml`] ?? '';
}

describe('the threads of records', () => {
  it('are one after a merge, at the record that is left, open where one of them was', () => {
    const at = workspace({
      ...entityFile('a', 'thread: [{ by: anna, text: "A?" }]'),
      ...entityFile('b', 'thread:', '  - { text: "B" } # kept', '  - { resolved: true }'),
    });
    carryOut(at, [{ op: 'merge', from: 'b', into: 'a' }]);
    assert.deepEqual(threadOf(at, { kind: 'entity', id: 'a' }), [
      { text: 'B' },
      { resolved: true },
      { by: 'anna', text: 'A?' },
    ]);
    assert.equal(threadOf(at, { kind: 'entity', id: 'b' }), undefined);
  });

  it('stay with the record that is split, renamed or changed, and with passages that go elsewhere', () => {
    const at = workspace(
      {
        ...entityFile('ann', 'thread: [{ text: "Who?" }]'),
        ...eventFile('talks', 'thread: [{ text: "When?" }]'),
        ...annotationFile(
          's.txt',
          ...MENTION,
          '    thread: [{ text: "Her?" }]',
          '  a-000002: { exact: "Bob", start: 8, end: 11, entity: ann }',
        ),
      },
      SOURCES,
    );
    const mentions = [{ source: 's.txt', id: 'a-000001' }];
    carryOut(at, [
      { op: 'split', id: 'ann', name: 'Other', mentions },
      { op: 'updateEntity', id: 'ann', name: 'Ann B.', note: 'n' },
      { op: 'updateEvent', id: 'talks', title: 'The talks' },
      { op: 'update', id: 'a-000001', certainty: 'probable', exact: 'Bob' },
      { op: 'deleteRecord', id: 'other', mentions: 'detach' },
      { op: 'setSource', source: 's.txt', title: 'T' },
    ]);
    assert.deepEqual(threadOf(at, ENTITY), [{ text: 'Who?' }]);
    assert.deepEqual(threadOf(at, EVENT), [{ text: 'When?' }]);
    assert.deepEqual(threadOf(at, ANNOTATION), [{ text: 'Her?' }]);
  });
});

describe('what was decided, and how far a source is', () => {
  it('is written by update and setSource', () => {
    const at = project();
    carryOut(at, [
      { op: 'annotate', source: 's.txt', exact: 'Bob', note: 'who?', decision: 'none' },
      { op: 'update', id: 'a-000001', decision: 'a-00000a', status: 'rejected' },
      { op: 'setSource', source: 's.txt', state: 'done', reviewedBy: [' boris', 'anna', 'boris'] },
    ]);
    assert.equal(
      at.store.indexes.annotationsWithId('a-000001')[0]?.annotation.decision,
      'a-00000a',
    );
    assert.deepEqual(at.store.indexes.source('s.txt')?.reviewedBy, ['boris', 'anna']);
    carryOut(at, [
      { op: 'update', id: 'a-000001', decision: null },
      { op: 'setSource', source: 's.txt', state: 'in-progress', reviewedBy: [] },
    ]);
    assert.deepEqual(at.store.indexes.source('s.txt'), { path: 's.txt', state: 'in-progress' });
    assert.equal(at.store.indexes.annotationsWithId('a-000001')[0]?.annotation.decision, undefined);
  });

  it('may name the annotation itself, and only one of the same source else', () => {
    const at = project();
    carryOut(at, [{ op: 'update', id: 'a-000001', decision: 'a-000001' }]);
    assert.match(
      refused(at, { op: 'update', id: 'a-000001', decision: 'a-zzzzzz' }),
      /^annotation-unknown: The decision names “a-zzzzzz”/,
    );
  });

  it('is that nothing stands when the annotation goes that stood', () => {
    for (const gone of [
      { op: 'delete', id: 'a-000001' },
      { op: 'deleteRecord', id: 'ann', mentions: 'delete' },
    ] as const satisfies readonly Operation[]) {
      const at = project();
      carryOut(at, [
        { op: 'annotate', source: 's.txt', exact: 'Bob', note: 'n', decision: 'a-000001' },
        gone,
      ]);
      const [left] = at.store.indexes.annotationsOf('s.txt');
      assert.equal(left?.annotation.decision, 'none', gone.op);
    }
  });
});
