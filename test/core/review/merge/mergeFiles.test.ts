import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mergeFiles } from '../../../../src/core/review/merge/mergeFiles';
import type { Merged } from '../../../../src/core/review/merged';
import { lines } from '../../workspace';

const PATH = 'annotations/s.txt.ann.yaml';
const ENTITY = 'annotations/entities/ann.yaml';
const HEAD = ['format: source-annotations/1', 'source:', '  path: s.txt'];

type Done = Extract<Merged, { kind: 'merged' }>;

function merge(path: string, base?: string, ours?: string, theirs?: string): Done {
  const merged = mergeFiles({ path, base, ours, theirs });
  assert.equal(merged.kind, 'merged');
  return merged;
}

function record(id: string, start: number, ...fields: readonly string[]): readonly string[] {
  const place = [`exact: "w${start}"`, `start: ${start}`, `end: ${start + 2}`];
  return [`  ${id}:`, ...[...place, ...fields].map((field) => `    ${field}`)];
}

function file(...records: readonly (readonly string[])[]): string {
  return lines(...HEAD, 'annotations:', ...records.flat());
}

/** The fields of one record that is on both sides, merged. */
function fields(base: readonly string[], ours: readonly string[], theirs: readonly string[]): Done {
  const of = (each: readonly string[]): string => file(record('a-000001', 5, ...each));
  return merge(PATH, of(base), of(ours), of(theirs));
}

const A = record('a-00000a', 10, 'entity: ann');
const B = record('a-00000b', 20, 'entity: bob');
const C = record('a-00000c', 30, 'entity: cyd');
const D = record('a-00000d', 25, 'entity: dee');

test('what either side added stands in the order of the document', () => {
  const { text, conflicts } = merge(PATH, file(A, C), file(A, B, C), file(A, D, C));
  assert.equal(text, file(A, B, D, C));
  assert.deepEqual(conflicts, []);
});

test('what one side removed goes, unless the other changed more than its place', () => {
  const moved = [...record('a-00000b', 24, 'entity: bob')].map((line) =>
    line.replace('"w24"', '"w20"'),
  );
  assert.equal(merge(PATH, file(A, B), file(A), file(A, moved)).text, file(A));
  const noted = [...B, '    note: "n"'];
  const { text, conflicts } = merge(PATH, file(A, B), file(A), file(A, noted));
  assert.deepEqual(conflicts, [{ id: 'a-00000b' }]);
  assert.equal(
    text,
    lines(
      ...HEAD,
      'annotations:',
      ...A,
      '<<<<<<< ours · a-00000b · removed',
      '=======',
      ...noted,
      '>>>>>>> theirs · a-00000b',
    ),
  );
});

test('the fields of a record are merged, new ones in the order of the format', () => {
  const { text, conflicts } = fields(
    ['entity: ann'],
    ['entity: ann', 'note: "n"'],
    ['entity: bob', 'certainty: certain'],
  );
  const merged = record('a-000001', 5, 'entity: bob', 'certainty: certain', 'note: "n"');
  assert.equal(text, file(merged));
  assert.deepEqual(conflicts, []);
});

test('a field that both changed is a conflict of the whole record, all else of it merged', () => {
  const { text, conflicts } = fields(
    ['entity: ann'],
    ['entity: bob', 'note: "n"'],
    ['entity: cyd', 'by: AB'],
  );
  const version = (entity: string): readonly string[] =>
    record('a-000001', 5, `entity: ${entity}`, 'note: "n"', 'by: AB');
  assert.deepEqual(conflicts, [{ id: 'a-000001', field: 'entity', ours: 'bob', theirs: 'cyd' }]);
  assert.equal(
    text,
    lines(
      ...HEAD,
      'annotations:',
      '<<<<<<< ours · a-000001 · entity',
      ...version('bob'),
      '=======',
      ...version('cyd'),
      '>>>>>>> theirs · a-000001',
    ),
  );
});

test('a record never names an entity and an event after a merge', () => {
  const { text } = fields(['entity: ann'], ['event: talks'], ['entity: bob']);
  const versions = (text ?? '').split('=======');
  assert.match(versions[0] ?? '', /event: talks/);
  assert.doesNotMatch(versions[0] ?? '', /^ {4}entity/m);
  assert.doesNotMatch(versions[1] ?? '', /^ {4}event/m);
});

test('a decision stands against a change of the status; two decisions are a conflict', () => {
  const decided = ['entity: ann', 'status: rejected', 'decision: a-000002'];
  const { text, conflicts } = fields(['entity: ann', 'status: proposed'], decided, [
    'entity: ann',
    'status: disputed',
  ]);
  assert.deepEqual(conflicts, []);
  assert.equal(text, file(record('a-000001', 5, ...decided)));
  const other = fields(['entity: ann'], decided, ['entity: ann', 'decision: a-000001']);
  assert.deepEqual(
    other.conflicts.map(({ field }) => field),
    ['decision'],
  );
});

test('the quote is the authority: another place of the same words is no conflict', () => {
  const at = (start: number, words = 'met', prefix = 'and '): string =>
    file([
      '  a-000001:',
      `    exact: "${words}"`,
      `    prefix: "${prefix}"`,
      `    start: ${start}`,
      `    end: ${start + words.length}`,
      '    entity: ann',
    ]);
  assert.equal(merge(PATH, at(1), at(9), at(5, 'met Bob')).text, at(5, 'met Bob'));
  assert.equal(merge(PATH, at(1), at(9, 'met', 'or '), at(5)).text, at(9, 'met', 'or '));
  const both = merge(PATH, at(1), at(4, 'me'), at(5, 'met Bob'));
  assert.deepEqual(
    both.conflicts.map(({ field }) => field),
    ['exact'],
  );
});

test('lists are merged by item, threads with the open question last', () => {
  const comment = (by: string, more = ''): string => `  - { by: ${by}, text: "${by}"${more} }`;
  const thread = (...comments: readonly string[]): readonly string[] => ['thread:', ...comments];
  const { text, conflicts } = fields(
    ['roles:', '  - { role: actor, target: ann }', ...thread(comment('A'))],
    [
      'roles:',
      '  - { role: actor, target: ann }',
      '  - { role: place, target: x }',
      ...thread(comment('A'), comment('B')),
    ],
    [
      'roles:',
      '  - { role: actor, target: bob }',
      ...thread(comment('A'), comment('C', ', resolved: true')),
    ],
  );
  assert.deepEqual(conflicts, []);
  assert.equal(
    text,
    file(
      record(
        'a-000001',
        5,
        'roles:',
        '  - { role: actor, target: bob }',
        '  - { role: place, target: x }',
        ...thread(comment('A'), comment('C', ', resolved: true'), comment('B')),
      ),
    ),
  );
});

test('a role that both gave to another one is a conflict', () => {
  const roles = (who: string): readonly string[] => [
    'roles:',
    `  - { role: actor, target: ${who} }`,
  ];
  const { conflicts } = fields(roles('ann'), roles('bob'), roles('cyd'));
  assert.deepEqual(conflicts, [
    { id: 'a-000001', field: 'roles', ours: 'actor bob', theirs: 'actor cyd' },
  ]);
});

test('comments and unknown keys of both sides stay', () => {
  const base = lines(...HEAD, 'annotations:', '  # first', ...A, ...B);
  const ours = lines(
    '# by us',
    ...HEAD,
    'annotations:',
    '  # first',
    ...A,
    '    x: kept # why',
    ...B,
  );
  const theirs = lines(
    ...HEAD,
    'annotations:',
    '  # first',
    ...A,
    '    note: "n"',
    '  # second',
    ...B,
  );
  assert.equal(
    merge(PATH, base, ours, theirs).text,
    lines(
      '# by us',
      ...HEAD,
      'annotations:',
      '  # first',
      ...A,
      '    note: "n"',
      '    x: kept # why',
      '  # second',
      ...B,
    ),
  );
});

test('a comment behind a value stays when the other side changes the value', () => {
  const { text } = fields(['entity: ann'], ['entity: ann # sure?'], ['entity: bob']);
  assert.equal(text, file(record('a-000001', 5, 'entity: bob # sure?')));
});

test('line ends and a byte order mark are those of the side that changed them', () => {
  const unix = file(A);
  const windows = file(A, B).replaceAll('\n', '\r\n');
  assert.equal(merge(PATH, unix, windows, file(A, C)).text, file(A, B, C).replaceAll('\n', '\r\n'));
  assert.equal(merge(PATH, unix, `\ufeff${unix}`, file(A, C)).text, `\ufeff${file(A, C)}`);
  assert.equal(
    merge(PATH, unix, unix.replaceAll('\n', '\r\n'), file(A, C)).text,
    file(A, C).replaceAll('\n', '\r\n'),
  );
});

test('records that say the same under different ids stay two', () => {
  const one = record('a-00000x', 12, 'entity: ann');
  const other = record('a-00000y', 12, 'entity: ann');
  assert.equal(merge(PATH, file(A), file(A, one), file(A, other)).text, file(A, one, other));
});

test('the last record of each section may go', () => {
  const empty = lines(...HEAD, 'annotations: {}');
  assert.equal(merge(PATH, file(A, B), file(A), file(B)).text, empty);
  assert.equal(merge(PATH, empty, file(A), file(B)).text, file(A, B));
});

test('a redirect and what the other side did to the record are both there', () => {
  const entity = (name: string, ...more: readonly string[]): string =>
    lines('format: entity/1', 'id: ann', 'type: person', `name: "${name}"`, ...more);
  const { text, conflicts } = merge(
    ENTITY,
    entity('Ann'),
    entity('Ann', 'mergedInto: bob'),
    entity('Anna', 'aliases:', '  - "Ann"'),
  );
  assert.deepEqual(conflicts, []);
  assert.equal(text, entity('Anna', 'aliases:', '  - "Ann"', 'mergedInto: bob'));
});

test('a record in conflict is the whole file twice', () => {
  const entity = (name: string): string =>
    lines('format: entity/1', 'id: ann', 'type: person', `name: "${name}"`);
  const { text, conflicts } = merge(ENTITY, entity('Ann'), entity('Anna'), entity('Anne'));
  assert.deepEqual(conflicts, [{ id: 'ann', field: 'name', ours: 'Anna', theirs: 'Anne' }]);
  const [ours, theirs] = [entity('Anna'), entity('Anne')];
  assert.equal(text, `<<<<<<< ours · ann · name\n${ours}=======\n${theirs}>>>>>>> theirs · ann\n`);
});

test('types and rules of a schema are merged by id', () => {
  const schema = (...types: readonly string[]): string =>
    lines('format: schema/1', 'entityTypes:', ...types.map((type) => `  ${type}`));
  const path = 'annotations/schema.yaml';
  const ship = 'ship: { label: Ship }';
  const { text } = merge(
    path,
    schema(ship),
    schema(ship, 'car: {}'),
    schema('ship: { label: Boat }'),
  );
  assert.equal(text, schema('ship: { label: Boat }', 'car: {}'));
  const both = merge(
    path,
    schema(ship),
    schema('ship: { label: A }'),
    schema('ship: { label: B }'),
  );
  assert.deepEqual(
    both.conflicts.map(({ id, field }) => [id, field]),
    [['entityTypes.ship', 'entityTypes.ship.label']],
  );
});

test('a file may be added, removed, and removed while it was changed', () => {
  assert.equal(merge(PATH, undefined, file(A), file(B)).text, file(A, B));
  assert.equal(merge(PATH, '', file(A), file(B)).text, file(A, B));
  assert.equal(merge(PATH, file(A), undefined, file(A)).text, undefined);
  const { text, conflicts } = merge(PATH, file(A), undefined, file(A, B));
  assert.deepEqual(conflicts, [{ id: 's.txt' }]);
  assert.match(text ?? '', /^<<<<<<< ours · s.txt · removed\n=======\nformat:/);
});

test('a side that is no file of the format is left to a merge by line', () => {
  const broken = mergeFiles({ path: PATH, base: file(A), ours: 'a: [', theirs: file(B) });
  assert.deepEqual(broken, { kind: 'unreadable', side: 'ours' });
  const newer = file(B).replace('/1', '/2');
  const theirs = mergeFiles({ path: PATH, base: file(A), ours: file(A, B), theirs: newer });
  assert.deepEqual(theirs, { kind: 'unreadable', side: 'theirs' });
});

test('a base in conflict, as git makes of two bases, counts as one of its sides', () => {
  const base = merge(
    PATH,
    file(A),
    file(A, [...B, '    note: "1"']),
    file(A, [...B, '    note: "2"']),
  );
  assert.equal(merge(PATH, base.text, file(A, B, C), file(A, B)).conflicts.length, 0);
});
