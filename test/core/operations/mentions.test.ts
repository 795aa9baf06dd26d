import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { MentionRef, Operation } from '../../../src/core/operations/operation';
import { perform } from '../../../src/core/operations/perform';
import {
  annotationFile,
  carryOut,
  entityFile,
  eventFile,
  workspace,
  type Texts,
  type Workspace,
} from '../workspace';

function mention(id: string, ...more: readonly string[]): readonly string[] {
  return [`  ${id}:`, `    exact: "${id}"`, '    start: 0', '    end: 8', ...more];
}

/** Two sources with mentions of `wang`, one of a record merged into it, and evidence of a meeting. */
const FILES: Texts = {
  ...entityFile('wang', 'aliases: ["Wang", "Wang Yi"]', 'x: kept'),
  ...entityFile('old', 'mergedInto: wang'),
  ...entityFile('li', 'relations: [{ type: ally-of, entity: wang }]', 'distinctFrom: [wang]'),
  ...eventFile('meeting', 'place: wang', 'participants: [{ role: actor, entity: wang }]'),
  ...eventFile(
    'talks',
    'participants:',
    '  - { role: actor, entity: meeting }',
    '  - { role: recipient, entity: li }',
  ),
  ...annotationFile(
    's.txt',
    ...mention('a-000001', '    entity: wang # him', '    note: "kept"'),
    ...mention('a-000002', '    entity: old'),
    ...mention(
      'a-000003',
      '    event: meeting',
      '    roles: [{ role: actor, target: wang }, { role: recipient, target: a-000001 }]',
    ),
    ...mention('a-000004', '    event: meeting'),
    'rejected:',
    '  r-000001: { exact: "x", entity: wang }',
  ),
  ...annotationFile(
    't.txt',
    ...mention('a-000005', '    entity: wang'),
    ...mention('a-000006', '    type: time'),
    ...mention('a-000007', '    entity: li'),
  ),
};

const ref = (id: string): MentionRef => ({ source: id > 'a-000004' ? 't.txt' : 's.txt', id });

function textOf({ store }: Workspace, path: string): string | undefined {
  return store.file(`annotations/${path}`)?.text;
}

function refusal(operation: Operation, files = FILES): string {
  const at = workspace(files);
  const done = perform(at.store, at, [operation]);
  assert.ok(!done.ok);
  return `${done.error.code}: ${done.error.message}`;
}

test('a split makes a record with the mentions that are listed and the aliases that go along', () => {
  const at = workspace(FILES);
  const before = textOf(at, 's.txt.ann.yaml') ?? '';
  assert.deepEqual(
    carryOut(at, [
      {
        op: 'split',
        id: 'wang',
        name: 'Wang Jun',
        type: 'organisation',
        aliases: ['Wang'],
        mentions: [ref('a-000001'), ref('a-000002'), ref('a-000001')],
      },
    ]),
    ['wang-jun'],
  );
  assert.deepEqual(at.store.indexes.entity('wang-jun'), {
    id: 'wang-jun',
    type: 'organisation',
    name: 'Wang Jun',
    aliases: [{ text: 'Wang' }],
    links: {},
    distinctFrom: ['wang'],
  });
  assert.match(textOf(at, 'entities/wang.yaml') ?? '', /aliases:\n {2}- "Wang Yi"\nx: kept\n/);
  assert.equal(
    textOf(at, 's.txt.ann.yaml'),
    before
      .replace('entity: wang # him', 'entity: wang-jun # him')
      .replace('entity: old', 'entity: wang-jun'),
  );
  assert.deepEqual(
    at.store.indexes.mentionsOf('wang').map(({ annotation }) => annotation.id),
    ['a-000005'],
  );
});

test('an event is split by its evidence', () => {
  const at = workspace(FILES);
  carryOut(at, [
    {
      op: 'split',
      id: 'meeting',
      newId: 'second',
      title: 'Second meeting',
      mentions: [ref('a-000004')],
    },
  ]);
  assert.equal(at.store.indexes.event('second')?.title, 'Second meeting');
  assert.equal(at.store.indexes.evidenceOf('second').length, 1);
  assert.equal(at.store.indexes.evidenceOf('meeting').length, 1);
});

test('a split of all, none or others’ mentions is refused in words', () => {
  const split = { op: 'split', id: 'wang', name: 'Wang Jun' } as const;
  const all = [ref('a-000001'), ref('a-000002'), ref('a-000005')];
  assert.match(
    refusal({ ...split, mentions: all }),
    /All mentions of the entity “wang” are listed: that would rename it/,
  );
  assert.match(refusal({ ...split, mentions: [] }), /No mentions of the entity “wang” is listed/);
  assert.match(
    refusal({ ...split, mentions: [ref('a-000007')] }),
    /“a-000007” of “t.txt” is about “li”, not about “wang”/,
  );
  assert.match(refusal({ ...split, mentions: [ref('a-000006')] }), /is about no record/);
  assert.match(
    refusal({ ...split, mentions: [{ source: 's.txt', id: 'a-000005' }] }),
    /annotation-unknown: “s.txt” has no annotation “a-000005”/,
  );
  const mentions = [ref('a-000001')];
  assert.match(refusal({ ...split, mentions, aliases: ['Xi'] }), /“Xi” is no alias/);
  assert.match(refusal({ ...split, mentions, name: ' ' }), /needs a name/);
  assert.match(refusal({ op: 'split', id: 'wang', mentions }), /needs a name/);
  assert.match(refusal({ ...split, mentions, type: 'robot' }), /type-unknown/);
  assert.match(refusal({ ...split, mentions, newId: 'li' }), /id-taken/);
  assert.match(refusal({ ...split, mentions, newId: 'No Id' }), /id-invalid/);
  assert.match(refusal({ ...split, id: 'nobody', mentions }), /record-unknown/);
  assert.match(
    refusal({ ...split, id: 'old', mentions }),
    /“old” was merged into “wang”: split that one/,
  );
  const event = { op: 'split', id: 'meeting', mentions: [ref('a-000004')] } as const;
  assert.match(refusal(event), /needs a title/);
  assert.match(refusal({ ...event, title: 'x', aliases: ['y'] }), /no aliases/);
  assert.match(refusal({ ...event, title: 'x', type: 'robot' }), /type-unknown/);
});

test('mentions that move keep their ids, notes, roles and comments', () => {
  const at = workspace(FILES);
  const before = [textOf(at, 's.txt.ann.yaml') ?? '', textOf(at, 't.txt.ann.yaml') ?? ''];
  carryOut(at, [
    { op: 'moveMentions', to: 'li', mentions: [ref('a-000001'), ref('a-000005'), ref('a-000007')] },
  ]);
  assert.equal(
    textOf(at, 's.txt.ann.yaml'),
    before[0]?.replace('entity: wang # him', 'entity: li # him'),
  );
  assert.equal(textOf(at, 't.txt.ann.yaml'), before[1]?.replace('entity: wang', 'entity: li'));
});

test('mentions move to the record that stands for a merged one', () => {
  const at = workspace(FILES);
  assert.deepEqual(carryOut(at, [{ op: 'moveMentions', to: 'old', mentions: [ref('a-000007')] }]), [
    'wang',
  ]);
});

test('what cannot move is refused in words', () => {
  const move = (to: string, ...ids: readonly string[]): Operation => ({
    op: 'moveMentions',
    to,
    mentions: ids.map(ref),
  });
  assert.match(refusal(move('nobody', 'a-000001')), /record-unknown/);
  assert.match(refusal(move('li')), /No annotation is listed/);
  assert.match(
    refusal(move('li', 'a-000001', 'a-000003')),
    /“a-000003” of “s.txt” is not a mention of an entity/,
  );
  assert.match(refusal(move('meeting', 'a-000001')), /is not evidence of an event/);
  assert.match(refusal(move('li', 'a-000007')), /All that is listed names the entity “li” already/);
});

test('a deleted record takes its mentions and everything that names it along', () => {
  const at = workspace(FILES);
  carryOut(at, [{ op: 'deleteRecord', id: 'wang', mentions: 'delete' }]);
  assert.equal(textOf(at, 'entities/wang.yaml'), undefined);
  assert.equal(textOf(at, 'entities/old.yaml'), undefined);
  const s = textOf(at, 's.txt.ann.yaml') ?? '';
  assert.doesNotMatch(s, /wang|old|a-000001|a-000002|rejected|roles/);
  assert.match(s, /a-000003/);
  assert.doesNotMatch(textOf(at, 't.txt.ann.yaml') ?? '', /a-000005/);
  assert.doesNotMatch(textOf(at, 'entities/li.yaml') ?? '', /relations|distinctFrom/);
  assert.doesNotMatch(textOf(at, 'events/meeting.yaml') ?? '', /place|participants/);
});

test('of a deleted record the mentions can stay as notes that name it', () => {
  const at = workspace(FILES);
  carryOut(at, [{ op: 'deleteRecord', id: 'wang', mentions: 'detach' }]);
  const notes = at.store.indexes.annotationsOf('s.txt').map(({ annotation }) => annotation.note);
  assert.deepEqual(notes, ['kept', 'wang', undefined, undefined]);
  const [first] = at.store.indexes.annotationsOf('s.txt');
  assert.equal(first?.annotation.entity, undefined);
});

test('evidence with roles keeps the type of the deleted event, for its roles', () => {
  const at = workspace(FILES);
  carryOut(at, [{ op: 'deleteRecord', id: 'meeting', mentions: 'detach' }]);
  const [, , third, fourth] = at.store.indexes
    .annotationsOf('s.txt')
    .map(({ annotation }) => annotation);
  assert.deepEqual([third?.type, third?.note, third?.roles.length], ['consult', 'meeting', 2]);
  assert.deepEqual([fourth?.type, fourth?.note], [undefined, 'meeting']);
  assert.deepEqual(at.store.indexes.event('talks')?.participants, [
    { role: 'recipient', entity: 'li' },
  ]);
});

test('the mentions of a deleted record can go to another one, with all else that names it', () => {
  const at = workspace(FILES);
  carryOut(at, [{ op: 'deleteRecord', id: 'wang', mentions: { into: 'li' } }]);
  assert.equal(textOf(at, 'entities/wang.yaml'), undefined);
  assert.match(textOf(at, 'entities/old.yaml') ?? '', /mergedInto: li/);
  assert.equal(at.store.indexes.mentionsOf('li').length, 4);
  assert.match(textOf(at, 's.txt.ann.yaml') ?? '', /role: actor, target: li/);
  assert.doesNotMatch(textOf(at, 'entities/li.yaml') ?? '', /relations|distinctFrom|wang/);
  assert.match(
    textOf(at, 'events/meeting.yaml') ?? '',
    /place: li\nparticipants: \[\{ role: actor, entity: li \}\]/,
  );
});

test('a record that cannot be deleted so is refused in words', () => {
  const remove = { op: 'deleteRecord', id: 'wang' } as const;
  assert.match(refusal({ ...remove, id: 'nobody', mentions: 'delete' }), /record-unknown/);
  assert.match(refusal({ ...remove, mentions: { into: 'nobody' } }), /record-unknown/);
  assert.match(
    refusal({ ...remove, mentions: { into: 'wang' } }),
    /cannot go to the record that is deleted/,
  );
  assert.match(
    refusal({ ...remove, mentions: { into: 'old' } }),
    /cannot go to the record that is deleted/,
  );
  assert.match(
    refusal({ ...remove, mentions: { into: 'meeting' } }),
    /merge-invalid: The mentions of the entity “wang” cannot go to the event “meeting”/,
  );
});

test('records are marked as two, and what is not there cannot be', () => {
  const at = workspace(FILES);
  carryOut(at, [
    { op: 'updateEntity', id: 'wang', addDistinctFrom: ['li', 'li'] },
    { op: 'updateEvent', id: 'meeting', addDistinctFrom: ['talks'] },
  ]);
  assert.match(textOf(at, 'entities/wang.yaml') ?? '', /distinctFrom:\n {2}- li\n/);
  assert.deepEqual(at.store.indexes.event('meeting')?.distinctFrom, ['talks']);
  carryOut(at, [{ op: 'updateEvent', id: 'meeting', title: 'The meeting' }]);
  assert.deepEqual(at.store.indexes.event('meeting')?.distinctFrom, ['talks']);
  carryOut(at, [{ op: 'updateEntity', id: 'wang', distinctFrom: null }]);
  assert.equal(at.store.indexes.entity('wang')?.distinctFrom, undefined);
  assert.match(
    refusal({ op: 'updateEntity', id: 'wang', addDistinctFrom: ['wang'] }),
    /distinct from itself/,
  );
  assert.match(
    refusal({ op: 'updateEntity', id: 'wang', addDistinctFrom: ['meeting'] }),
    /entity-unknown/,
  );
  assert.match(refusal({ op: 'updateEvent', id: 'talks', distinctFrom: ['x'] }), /event-unknown/);
});
