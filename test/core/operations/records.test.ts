import assert from 'node:assert/strict';
import { test } from 'node:test';
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

function at(files: Texts = {}): Workspace {
  return workspace(files, { 's.txt': '😀 Kuleba met Wang Yi.' });
}

function textOf(where: Workspace, path: string): string {
  return where.store.file(path)?.text ?? '';
}

function refused(where: Workspace, ...operations: readonly Operation[]): string {
  const done = perform(where.store, where, operations);
  assert.ok(!done.ok);
  return `${done.error.code}: ${done.error.message}`;
}

test('an entity has an id from its name, and a number when it is taken', () => {
  const where = at();
  const wang: Operation = { op: 'createEntity', type: 'person', name: ' Wang Yi ' };
  const ids = carryOut(where, [wang, wang, { ...wang, name: '王毅' }]);
  assert.equal(ids[0], 'wang-yi');
  assert.notEqual(ids[1], 'wang-yi');
  assert.equal(new Set(ids).size, 3);
  for (const id of ids) assert.match(id, /^[a-z0-9-]+$/);
  assert.equal(
    textOf(where, 'annotations/entities/wang-yi.yaml'),
    lines('format: entity/1', 'id: wang-yi', 'type: person', 'name: "Wang Yi"'),
  );
});

test('aliases leave out the name itself, empty ones and repetitions', () => {
  const where = at();
  carryOut(where, [
    {
      op: 'createEntity',
      id: 'wang-yi',
      type: 'person',
      name: 'Wang Yi',
      aliases: ['Wang', 'Wang Yi', '', 'Wang', { text: '王毅', language: 'zh-Hans' }],
      links: { wikidata: 'Q1' },
      note: 'n',
    },
    { op: 'updateEntity', id: 'wang-yi', addAliases: ['W.', '王毅'], removeAliases: ['Wang'] },
  ]);
  assert.deepEqual(where.store.indexes.entity('wang-yi'), {
    id: 'wang-yi',
    type: 'person',
    name: 'Wang Yi',
    aliases: [{ text: '王毅', language: 'zh-Hans' }, { text: 'W.' }],
    links: { wikidata: 'Q1' },
    note: 'n',
  });
});

test('aliases that are set anew are as clean as those of a new entity', () => {
  const where = at(entityFile('wang-yi', 'aliases: ["Wang"]'));
  carryOut(where, [
    {
      op: 'updateEntity',
      id: 'wang-yi',
      name: 'Wang Yi',
      aliases: ['W.', '', 'W.', 'Wang Yi', '王毅'],
      addAliases: ['王毅', 'Director Wang'],
      removeAliases: ['W.'],
    },
  ]);
  assert.deepEqual(where.store.indexes.entity('wang-yi')?.aliases, [
    { text: '王毅' },
    { text: 'Director Wang' },
  ]);
});

test('an update changes what it names, null takes a field away, the id stays', () => {
  const where = at(entityFile('wang-yi', 'note: "n" # a comment', 'x: kept', 'links: { a: b }'));
  carryOut(where, [
    { op: 'updateEntity', id: 'wang-yi', name: 'Director Wang', note: null, links: null },
  ]);
  assert.equal(
    textOf(where, 'annotations/entities/wang-yi.yaml'),
    lines('format: entity/1', 'id: wang-yi', 'type: person', 'name: "Director Wang"', 'x: kept'),
  );
});

test('ids of entities and events are one space', () => {
  const where = at({ ...entityFile('talk'), ...eventFile('meeting') });
  assert.match(
    refused(where, { op: 'createEvent', id: 'talk', type: 'consult', title: 'x' }),
    /^id-taken/,
  );
  assert.match(
    refused(where, { op: 'createEntity', id: 'meeting', type: 'person', name: 'x' }),
    /^id-taken/,
  );
  const [id] = carryOut(where, [{ op: 'createEvent', type: 'consult', title: 'Talk' }]);
  assert.notEqual(id, 'talk');
});

test('an event is made and updated with all its fields', () => {
  const where = at(entityFile('wang-yi'));
  carryOut(where, [
    {
      op: 'createEvent',
      id: 'talk',
      type: 'consult',
      title: ' They talk ',
      mode: 'phone',
      date: '2024-07-25',
      place: 'Guangzhou',
      participants: [{ role: 'actor', entity: 'wang-yi' }],
      status: 'planned',
      note: 'n',
    },
    { op: 'updateEvent', id: 'talk', status: 'occurred', mode: null, participants: null },
  ]);
  assert.equal(
    textOf(where, 'annotations/events/talk.yaml'),
    lines(
      'format: event/1',
      'id: talk',
      'type: consult',
      'title: "They talk"',
      'date: "2024-07-25"',
      'place: Guangzhou',
      'status: occurred',
      'note: "n"',
    ),
  );
});

test('an event may take part in another, and a record made before in the same list', () => {
  const where = at();
  carryOut(where, [
    { op: 'createEvent', id: 'war', type: 'assault', title: 'War' },
    { op: 'createEntity', id: 'wang-yi', type: 'person', name: 'Wang Yi' },
    {
      op: 'createEvent',
      type: 'consult',
      title: 'Talk',
      participants: [
        { role: 'topic', entity: 'war' },
        { role: 'actor', entity: 'wang-yi' },
      ],
    },
  ]);
  assert.equal(where.store.indexes.liveEvents().length, 2);
});

test('names, types, modes, dates and participants that are none are refused', () => {
  const where = at({ ...entityFile('wang-yi'), ...eventFile('talk') });
  const event = { op: 'createEvent', type: 'consult', title: 'x' } as const;
  assert.match(refused(where, { op: 'createEntity', type: 'person', name: ' ' }), /^value-invalid/);
  assert.match(
    refused(where, { op: 'createEntity', type: 'robot', name: 'x' }),
    /^type-unknown: .*“robot”; it has person/,
  );
  assert.match(
    refused(where, { op: 'updateEntity', id: 'wang-yi', type: 'robot' }),
    /^type-unknown/,
  );
  assert.match(refused(where, { op: 'updateEntity', id: 'wang-yi', name: '' }), /^value-invalid/);
  assert.match(refused(where, { op: 'updateEntity', id: 'nobody', name: 'x' }), /^entity-unknown/);
  assert.match(refused(where, { ...event, title: '' }), /^value-invalid/);
  assert.match(refused(where, { ...event, type: 'party' }), /^type-unknown/);
  assert.match(refused(where, { ...event, type: 'constructor' }), /^type-unknown/);
  assert.match(refused(where, { ...event, mode: 'loud' }), /^mode-unknown: .* it has visit/);
  assert.match(refused(where, { ...event, date: '26.4.2023' }), /^value-invalid/);
  const participants = [{ role: 'actor', entity: 'nobody' }];
  assert.match(refused(where, { ...event, participants }), /^entity-unknown: .*“nobody”/);
  assert.match(refused(where, { op: 'updateEvent', id: 'nothing', title: 'x' }), /^event-unknown/);
  assert.match(refused(where, { op: 'updateEvent', id: 'talk', title: ' ' }), /^value-invalid/);
  for (const id of ['Wang', '../x', 'a b', '', 'a-coruna']) {
    assert.match(refused(where, { ...event, id }), /^id-invalid/);
  }
});

test('what is known of a source makes its file, and changes it', () => {
  const where = at();
  const path = 'annotations/s.txt.ann.yaml';
  carryOut(where, [
    { op: 'setSource', source: 's.txt', title: 'T', published: '2024-07', body: [[0, 8]] },
  ]);
  const blob = where.sourceText('s.txt')?.blob ?? '';
  const made = lines(
    'format: source-annotations/1',
    'source:',
    '  path: "s.txt"',
    `  blob: "${blob}"`,
    '  title: "T"',
    '  published: "2024-07"',
    '  body: [[0, 8]]',
    'annotations: {}',
  );
  assert.equal(textOf(where, path), made);
  carryOut(where, [
    { op: 'setSource', source: 's.txt', title: null, reliability: 'B', body: null },
  ]);
  assert.equal(
    textOf(where, path),
    made.replace('  title: "T"\n', '').replace('  body: [[0, 8]]', '  reliability: B'),
  );
});

test('nothing that is said of a source by accident is written', () => {
  const where = at(annotationFile('s.txt'));
  const done = perform(where.store, where, [{ op: 'setSource', source: 's.txt' }]);
  assert.deepEqual(done, { ok: true, changes: [], ids: ['s.txt'] });
});

test('sources that are not there, dates that are none and ranges outside the text are refused', () => {
  const where = at();
  assert.match(refused(where, { op: 'setSource', source: 'gone.txt' }), /^source-unknown/);
  assert.match(refused(where, { op: 'setSource', source: '../s.txt' }), /^source-unknown/);
  assert.match(
    refused(where, { op: 'setSource', source: 's.txt', published: 'July' }),
    /^value-invalid/,
  );
  for (const range of [
    [0, 22],
    [-1, 3],
    [5, 2],
  ] as const) {
    assert.match(
      refused(where, { op: 'setSource', source: 's.txt', body: [range] }),
      /^value-invalid: .*\(21 code points\)/,
    );
  }
});
