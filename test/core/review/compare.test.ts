import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Change } from '../../../src/core/review/change';
import { compare, compareStepwise } from '../../../src/core/review/compare';
import type { FilePair } from '../../../src/core/review/revisions';
import { SourceText } from '../../../src/core/text/sourceText';
import { describe } from '../../../src/core/text/describe';
import { annotationFile, entityFile, eventFile, lines, type Texts } from '../workspace';
import { assertAccountedFor, filePair, revisions } from './accounting';

const PATH = 'annotations/s.txt.ann.yaml';

function changesOf(
  before: Texts,
  after: Texts,
  sources: readonly FilePair[] = [],
): readonly Change[] {
  const pair = revisions(before, after, sources);
  const { changes } = compare(pair);
  assertAccountedFor(pair, changes);
  return changes;
}

/** What the only change says of itself. */
function only(before: Texts, after: Texts, sources: readonly FilePair[] = []): Change {
  const changes = changesOf(before, after, sources);
  assert.equal(changes.length, 1, JSON.stringify(changes));
  const [change] = changes;
  if (change === undefined) throw new Error('there is no change');
  return change;
}

const record = (id: string, start: number, ...more: readonly string[]): readonly string[] => [
  `  ${id}:`,
  '    exact: "Ann"',
  `    start: ${start}`,
  `    end: ${start + 3}`,
  ...more,
];
const ONE = record('a-000001', 5, '    entity: ann');
const TWO = record('a-000002', 15, '    entity: bob');
const file = (...records: readonly (readonly string[])[]): Texts =>
  annotationFile('s.txt', ...records.flat());

test('nothing differs between a revision and itself', () => {
  assert.deepEqual(changesOf(file(ONE), file(ONE)), []);
});

test('an annotation that is added or removed is one change with all of its lines', () => {
  const added = only(file(ONE), file(ONE, TWO));
  assert.ok(added.kind === 'annotation');
  assert.equal(added.action, 'added');
  assert.equal(added.id, 'a-000002');
  assert.equal(added.source, 's.txt');
  assert.deepEqual(added.lines, { before: [], after: [{ first: 10, last: 14 }] });
  const removed = only(file(ONE, TWO), file(TWO));
  assert.equal(removed.action, 'removed');
  assert.deepEqual(removed.lines, { before: [{ first: 5, last: 9 }], after: [] });
});

test('the first annotation of a file takes the line above the records with it', () => {
  const change = only(file(), file(ONE));
  assert.deepEqual(change.lines, {
    before: [{ first: 4, last: 4 }],
    after: [{ first: 4, last: 9 }],
  });
});

function aspects(more: readonly string[], now: readonly string[]): Change['aspects'] {
  return only(file(record('a-000001', 5, ...more)), file(record('a-000001', 5, ...now))).aspects;
}

test('an annotation that names another record is retargeted', () => {
  assert.deepEqual(aspects(['    entity: ann'], ['    entity: bob']), ['retargeted']);
  assert.deepEqual(aspects(['    entity: ann'], ['    event: talks']), ['retargeted']);
  assert.deepEqual(aspects([], ['    entity: ann']), [{ field: 'entity', after: 'ann' }]);
});

test('each field that differs is an aspect with its values', () => {
  assert.deepEqual(aspects(['    type: statement'], ['    type: time']), ['retyped']);
  assert.deepEqual(aspects(['    note: "a"'], ['    note: "b"']), [
    { field: 'note', before: 'a', after: 'b' },
  ]);
  assert.deepEqual(aspects([], ['    status: disputed']), [
    { field: 'status', before: 'accepted', after: 'disputed' },
  ]);
  assert.deepEqual(
    aspects(['    attributes: { a: 1, b: x }'], ['    attributes: { a: 2, c: true }']),
    [
      { field: 'attributes.a', before: '1', after: '2' },
      { field: 'attributes.b', before: 'x' },
      { field: 'attributes.c', after: 'true' },
    ],
  );
});

test('each role that came, went or has another target is an aspect', () => {
  const roles = (...each: readonly string[]): readonly string[] => [
    '    roles:',
    ...each.map((role) => `      - { role: ${role} }`),
  ];
  assert.deepEqual(
    aspects(
      roles('actor, target: ann', 'place, target: rome', 'topic, target: war'),
      roles('topic, target: war', 'actor, target: bob', 'recipient, target: ann'),
    ),
    [
      { field: 'roles', before: 'actor: ann', after: 'actor: bob' },
      { field: 'roles', before: 'place: rome' },
      { field: 'roles', after: 'recipient: ann' },
    ],
  );
});

test('a comment of a thread is an aspect', () => {
  const asked = ['    thread:', '      - { by: anna, text: "Is it?" }'];
  const answered = [...asked, '      - { by: boris, text: "Yes.", resolved: true }'];
  assert.deepEqual(aspects(asked, answered), [
    { field: 'thread', after: 'by boris: “Yes.”, resolved' },
  ]);
});

test('keys that the format does not know are told, too', () => {
  assert.deepEqual(aspects(['    x: 1'], ['    x: { a: [2, 3] }']), [
    { field: 'x', before: '1', after: '{ a: [2, 3] }' },
  ]);
});

test('a key behind a blank line of a record is told', () => {
  assert.deepEqual(aspects(['', '    x: 1'], ['', '    x: 2']), [
    { field: 'x', before: '1', after: '2' },
  ]);
});

test('order, quotes, comments and blank lines are formatting', () => {
  const before = file(record('a-000001', 5, '    entity: ann', '    note: "n"'), TWO);
  const after = file(
    record('a-000001', 5, "    note: 'n'", '    # who?', '    entity: "ann"', ''),
    TWO,
  );
  assert.equal(only(before, after).kind, 'formatting');
});

test('a comment beside a change is no part of it', () => {
  const changes = changesOf(
    file(ONE, TWO),
    file(record('a-000001', 5, '    entity: bob', '  # next'), TWO),
  );
  assert.deepEqual(
    changes.map(({ kind }) => kind),
    ['annotation', 'formatting'],
  );
});

test('a comment that stays when the record above it goes is no difference', () => {
  const change = only(file(ONE, TWO, ['  # kept']), file(ONE, ['  # kept']));
  assert.equal(change.kind, 'annotation');
});

test('files that differ in their line breaks only say so', () => {
  const text = file(ONE)[PATH] ?? '';
  const change = only({ [PATH]: text }, { [PATH]: text.replaceAll('\n', '\r\n') });
  assert.equal(change.kind, 'formatting');
  const edited = file(record('a-000001', 5, '    entity: bob'))[PATH] ?? '';
  const other = only({ [PATH]: text }, { [PATH]: `\ufeff${edited.replaceAll('\n', '\r\n')}` });
  assert.deepEqual(other.aspects, ['retargeted']);
  assert.deepEqual(other.lines.after, [{ first: 9, last: 9 }]);
});

function placed(text: string, words: string, note = ''): Texts {
  const source = SourceText.of(text);
  const start = text.indexOf(words);
  const { exact, prefix, suffix, ...place } = describe(source, {
    start,
    end: start + words.length,
  });
  return file([
    '  a-000001:',
    `    exact: ${JSON.stringify(exact)}`,
    `    prefix: ${JSON.stringify(prefix)}`,
    `    suffix: ${JSON.stringify(suffix)}`,
    `    start: ${place.start}`,
    `    end: ${place.end}`,
    ...(note === '' ? [] : [`    note: "${note}"`]),
  ]);
}

const TEXT = 'Ann Smith met Bob Jones in Rome. They talked for hours about grain and oil.';

test('in the same text a passage is resized or replaced', () => {
  assert.deepEqual(only(placed(TEXT, 'Ann'), placed(TEXT, 'Ann Smith')).aspects, ['resized']);
  assert.deepEqual(only(placed(TEXT, 'Ann'), placed(TEXT, 'Bob')).aspects, ['replaced']);
});

test('in a changed text a passage moves with it, or its own words change', () => {
  const inserted = `Yesterday ${TEXT}`;
  const sources = [filePair('s.txt', TEXT, inserted)];
  const moved = changesOf(placed(TEXT, 'Bob Jones'), placed(inserted, 'Bob Jones'), sources);
  assert.deepEqual(
    moved.map(({ kind, aspects: all }) => [kind, all]),
    [
      ['annotation', ['moved']],
      ['text', []],
    ],
  );
  const edited = TEXT.replace('Bob Jones', 'Bob J. Jones');
  const reworded = changesOf(placed(TEXT, 'Bob Jones'), placed(edited, 'Bob J. Jones'), [
    filePair('s.txt', TEXT, edited),
  ]);
  assert.deepEqual(reworded[0]?.aspects, ['reworded']);
  const resized = changesOf(placed(TEXT, 'Bob'), placed(inserted, 'Bob Jones'), sources);
  assert.deepEqual(resized[0]?.aspects, ['resized']);
  const replaced = changesOf(placed(TEXT, 'Bob'), placed(inserted, 'grain'), sources);
  assert.deepEqual(replaced[0]?.aspects, ['replaced']);
});

test('a suggestion that is turned down is a change of its own', () => {
  const rejected = lines(
    'rejected:',
    '  r-000001:',
    '    exact: "Ann"',
    '    start: 5',
    '    end: 8',
    '    entity: ann',
  );
  const before = file(ONE)[PATH] ?? '';
  const change = only({ [PATH]: before }, { [PATH]: before + rejected });
  assert.equal(change.kind, 'rejection');
  assert.deepEqual(change.lines.after, [{ first: 10, last: 15 }]);
});

test('what a file says of its source is one change', () => {
  const before = file(ONE)[PATH] ?? '';
  const after = before.replace('  path: s.txt\n', '  path: s.txt\n  title: "T"\n  state: done\n');
  const change = only({ [PATH]: before }, { [PATH]: after });
  assert.equal(change.kind, 'metadata');
  assert.deepEqual(change.aspects, [
    { field: 'title', after: 'T' },
    { field: 'state', after: 'done' },
  ]);
});

test('a record is renamed, retyped, gets aliases one by one', () => {
  const change = only(entityFile('ann', 'aliases: ["A", "B"]'), {
    'annotations/entities/ann.yaml': lines(
      'format: entity/1',
      'id: ann',
      'type: place',
      'name: "Anne"',
      'aliases: ["B", "C"]',
    ),
  });
  assert.deepEqual(change.aspects, [
    'renamed',
    'retyped',
    { field: 'aliases', before: 'A' },
    { field: 'aliases', after: 'C' },
  ]);
});

test('a merge is told with what took the place, a split with the other part', () => {
  const merged = only(entityFile('ann'), entityFile('ann', 'mergedInto: bob'));
  assert.ok(merged.kind === 'entity');
  assert.deepEqual([merged.aspects, merged.other], [['merged'], 'bob']);
  const changes = changesOf(
    { ...file(ONE), ...eventFile('x') },
    {
      ...file(record('a-000001', 5, '    entity: ann-2')),
      ...eventFile('x'),
      ...entityFile('ann-2'),
    },
  );
  const added = changes.find(({ kind }) => kind === 'entity');
  assert.ok(added?.kind === 'entity');
  assert.equal(added.other, 'ann');
});

test('keys of the schema are told down to the ids below them', () => {
  const schema = (...more: readonly string[]): Texts => ({
    'annotations/schema.yaml': lines('format: schema/1', ...more),
  });
  const change = only(
    schema('entityTypes:', '  person: { label: Person }', '  ship: { label: Ship }'),
    schema('entityTypes:', '  person: { label: Human }', 'checks: { thread-open: error }'),
  );
  assert.deepEqual(change.aspects, [
    { field: 'entityTypes.person', before: '{ label: "Person" }', after: '{ label: "Human" }' },
    { field: 'entityTypes.ship', before: '{ label: "Ship" }' },
    { field: 'checks.thread-open', after: 'error' },
  ]);
});

test('annotations that go with a renamed source have not changed', () => {
  const sources = [{ before: { path: 's.txt', text: TEXT }, after: { path: 'n.txt', text: TEXT } }];
  const changes = changesOf(file(ONE, TWO), annotationFile('n.txt', ...ONE, ...TWO), sources);
  assert.deepEqual(
    changes.map(({ kind, path, pathBefore }) => [kind, path, pathBefore]),
    [
      ['metadata', 'annotations/n.txt.ann.yaml', PATH],
      ['text', 'n.txt', 's.txt'],
    ],
  );
});

test('an annotation that goes to the file of another source is one change', () => {
  const before = { ...file(ONE, TWO), ...annotationFile('t.txt') };
  const after = { ...file(ONE), ...annotationFile('t.txt', ...TWO) };
  const changes = changesOf(before, after);
  const moved = changes.filter(({ kind }) => kind === 'annotation');
  assert.equal(moved.length, 1);
  const [change] = moved;
  assert.ok(change?.kind === 'annotation');
  assert.deepEqual(
    [change.action, change.source, change.sourceBefore, change.movedFrom],
    ['changed', 't.txt', 's.txt', PATH],
  );
  assert.deepEqual(change.aspects, [{ field: 'source', before: 's.txt', after: 't.txt' }]);
});

test('files that cannot be read are told with the lines that differ', () => {
  const text = file(ONE, TWO)[PATH] ?? '';
  const conflicted = text.replace(
    '    entity: ann\n',
    '<<<<<<< a\n    entity: ann\n=======\n>>>>>>> b\n',
  );
  for (const broken of [
    conflicted,
    '\0\u0001\ufffd'.repeat(50),
    'format: source-annotations/2\n',
    '',
    '- a\n',
  ]) {
    const change = only({ [PATH]: text }, { [PATH]: broken });
    assert.ok(change.kind === 'unreadable');
    assert.equal(change.side, 'after');
    const back = only({ [PATH]: broken }, { [PATH]: text });
    assert.ok(back.kind === 'unreadable');
    assert.equal(back.side, 'before');
  }
});

test('damaged records are told as they are written', () => {
  const change = only(file(ONE, ['  a-000002:', '    entity: bob']), file(ONE, TWO));
  assert.ok(change.kind === 'annotation');
  assert.equal(change.before, undefined);
  assert.equal(change.after?.entity, 'bob');
  assert.deepEqual(change.aspects, [
    { field: 'exact', after: 'Ann' },
    { field: 'start', after: '15' },
    { field: 'end', after: '18' },
  ]);
});

test('files that came or went are told with everything in them', () => {
  const kinds = (changes: readonly Change[]): unknown =>
    changes.map(({ kind, action }) => `${kind} ${action}`);
  assert.deepEqual(kinds(changesOf({}, file(ONE))), ['metadata added', 'annotation added']);
  assert.deepEqual(kinds(changesOf(file(ONE), {})), ['metadata removed', 'annotation removed']);
  assert.deepEqual(kinds(changesOf({}, entityFile('ann'))), ['entity added']);
});

test('records in braces are compared, too', () => {
  const flow = (entity: string): Texts => ({
    [PATH]: lines(
      'format: source-annotations/1',
      'source: { path: s.txt }',
      `annotations: { a-000001: { exact: "Ann", start: 1, end: 4, entity: ${entity} } }`,
    ),
  });
  assert.deepEqual(only(flow('ann'), flow('bob')).aspects, ['retargeted']);
});

test('the comparison stops after every file', () => {
  const steps = compareStepwise(revisions({ ...file(ONE), ...entityFile('ann') }, {}));
  let count = 0;
  while (steps.next().done !== true) count++;
  assert.equal(count, 2);
});
