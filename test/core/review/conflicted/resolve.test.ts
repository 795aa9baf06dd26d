import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  conflictsOf,
  repaired,
  resolve,
  resolveAll,
} from '../../../../src/core/review/conflicted/resolve';
import { checkWorkspace } from '../../../../src/core/rules/check';
import { perform } from '../../../../src/core/operations/perform';
import { lines, workspace } from '../../workspace';

const PATH = 'annotations/s.txt.ann.yaml';
const HEAD = ['format: source-annotations/1', 'source:', '  path: s.txt'];

function record(id: string, start: number, ...fields: readonly string[]): readonly string[] {
  const place = [`exact: "w${start}"`, `start: ${start}`, `end: ${start + 2}`];
  return [`  ${id}:`, ...[...place, ...fields].map((field) => `    ${field}`)];
}

function file(...records: readonly (readonly string[])[]): string {
  return lines(...HEAD, 'annotations:', ...records.flat());
}

function conflict(ours: readonly string[], theirs: readonly string[]): readonly string[] {
  return ['<<<<<<< HEAD', ...ours, '=======', ...theirs, '>>>>>>> feature'];
}

const A = record('a-00000a', 10, 'entity: ann');
const B = record('a-00000b', 20, 'entity: bob');
const C = record('a-00000c', 30, 'entity: cyd');

test('a file to which both sides only added is repaired as a whole', () => {
  assert.deepEqual(repaired(PATH, file(A, conflict(B, C))), { text: file(A, B, C), conflicts: [] });
});

test('markers may cut records anywhere', () => {
  const cut = file(A, [
    '<<<<<<< HEAD',
    '  a-00000b:',
    '    exact: "w20"',
    '    start: 20',
    '    end: 22',
    '=======',
    '  a-00000c:',
    '    exact: "w30"',
    '    start: 30',
    '    end: 32',
    '>>>>>>> feature',
    '    entity: bob',
  ]);
  const other = record('a-00000c', 30, 'entity: bob');
  assert.equal(repaired(PATH, cut)?.text, file(A, B, other));
});

test('what differs stays in conflict, around whole records', () => {
  const text = file(
    A,
    B.slice(0, -1),
    conflict(['    entity: ann', '    note: "n"'], ['    entity: cyd']),
    C,
  );
  const version = (entity: string): readonly string[] =>
    record('a-00000b', 20, `entity: ${entity}`, 'note: "n"');
  assert.deepEqual(repaired(PATH, text), {
    text: file(
      A,
      ['<<<<<<< HEAD · a-00000b · entity'],
      version('ann'),
      ['======='],
      version('cyd'),
      ['>>>>>>> feature · a-00000b'],
      C,
    ),
    conflicts: [{ id: 'a-00000b', field: 'entity', ours: 'ann', theirs: 'cyd' }],
  });
});

test('the base settles what only one side changed, given or in the markers', () => {
  const text = file(A, B.slice(0, -1), conflict(['    entity: ann'], ['    entity: bob']), C);
  const after = file(A, record('a-00000b', 20, 'entity: ann'), C);
  assert.deepEqual(repaired(PATH, text, file(A, B, C)), { text: after, conflicts: [] });
  const diff3 = text.replace('=======', '||||||| base\n    entity: bob\n=======');
  assert.deepEqual(repaired(PATH, diff3), { text: after, conflicts: [] });
});

test('a conflict within a side of another one loses none of its versions', () => {
  const text = file(A, [
    '<<<<<<< HEAD',
    '<<<<<<<<< one',
    ...B,
    '=========',
    ...C,
    '>>>>>>>>> two',
    '=======',
    ...record('a-00000d', 40, 'entity: dee'),
    '>>>>>>> feature',
  ]);
  const done = file(A, B, C, record('a-00000d', 40, 'entity: dee'));
  assert.deepEqual(repaired(PATH, text), { text: done, conflicts: [] });
});

test('line ends of Windows stay', () => {
  const text = file(A, conflict(B, C)).replaceAll('\n', '\r\n');
  assert.equal(repaired(PATH, text)?.text, file(A, B, C).replaceAll('\n', '\r\n'));
});

test('each conflict is decided by itself: ours, theirs, both, or edited', () => {
  const text = file(A, B.slice(0, -1), conflict(['    entity: ann'], ['    entity: cyd']), C);
  const [only, ...more] = conflictsOf(PATH, text);
  assert.deepEqual(more, []);
  assert.equal(only?.key, 'annotation:a-00000b');
  assert.equal(only.ours?.value?.kind === 'annotation' && only.ours.value.annotation.entity, 'ann');
  assert.equal(text.slice(only.span?.start).split('\n')[0], '<<<<<<< HEAD');
  const one = record('a-00000b', 20, 'entity: ann');
  const other = record('a-00000b', 20, 'entity: cyd');
  const decide = (choice: Parameters<typeof resolve>[3]): string | undefined =>
    resolve(PATH, text, only.key, choice);
  assert.equal(decide({ kind: 'ours' }), file(A, one, C));
  assert.equal(decide({ kind: 'theirs' }), file(A, other, C));
  assert.equal(
    decide({ kind: 'both', newId: 'a-00000z' }),
    file(A, one, record('a-00000z', 20, 'entity: cyd'), C),
  );
  const edited = record('a-00000b', 20, 'entity: dee');
  assert.equal(decide({ kind: 'edited', text: lines(...edited) }), file(A, edited, C));
  assert.equal(decide({ kind: 'edited', text: '' }), file(A, C));
  assert.equal(decide({ kind: 'edited', text: '  a-00000b: [' }), undefined);
  assert.equal(decide({ kind: 'both', newId: 'a-00000b' }), undefined);
  assert.equal(resolve(PATH, text, 'annotation:a-00000x', { kind: 'ours' }), undefined);
});

test('what one side removed and the other changed is asked, and may go', () => {
  const text = file([
    '<<<<<<< ours · a-00000b · removed',
    '=======',
    ...B,
    '>>>>>>> theirs · a-00000b',
  ]);
  const [only] = conflictsOf(PATH, text);
  assert.equal(only?.ours, undefined);
  assert.equal(only?.canKeepBoth, false);
  assert.equal(resolveAll(PATH, text, { kind: 'theirs' }), file(B));
  assert.equal(resolveAll(PATH, text, { kind: 'ours' }), lines(...HEAD, 'annotations: {}'));
});

test('a record that one side deleted as a file is empty when it goes', () => {
  const path = 'annotations/entities/ann.yaml';
  const entity = lines('format: entity/1', 'id: ann', 'type: person', 'name: "Ann"');
  const text = `<<<<<<< ours · ann · removed\n=======\n${entity}>>>>>>> theirs · ann\n`;
  assert.equal(resolveAll(path, text, { kind: 'theirs' }), entity);
  assert.equal(resolveAll(path, text, { kind: 'ours' }), '');
});

test('what merge=union tore is put together', () => {
  const torn = file([
    '  a-00000a:',
    '    exact: "w10"',
    '  a-00000b:',
    '    exact: "w20"',
    '    prefix: ""',
    '    start: 10',
    '    end: 12',
    '    start: 20',
    '    end: 22',
    '    entity: ann',
  ]);
  const whole = (id: string, start: number): readonly string[] => [
    `  ${id}:`,
    `    exact: "w${start}"`,
    '    prefix: ""',
    `    start: ${start}`,
    `    end: ${start + 2}`,
    '    entity: ann',
  ];
  assert.deepEqual(repaired(PATH, torn), {
    text: file(whole('a-00000a', 10), whole('a-00000b', 20)),
    conflicts: [],
  });
});

test('what merge=union doubled is one again, or a conflict', () => {
  assert.equal(repaired(PATH, file(A, B, B))?.text, file(A, B));
  const noted = [...B, '    note: "n"'];
  assert.equal(repaired(PATH, file(A, B, noted), file(A, B))?.text, file(A, noted));
  const doubled = file(A, [...B, '    entity: cyd']);
  assert.deepEqual(repaired(PATH, doubled)?.conflicts, [
    { id: 'a-00000b', field: 'entity', ours: 'bob', theirs: 'cyd' },
  ]);
  assert.equal(
    repaired(PATH, doubled, file(A, B))?.text,
    file(A, record('a-00000b', 20, 'entity: cyd')),
  );
});

test('a record that says nothing is what the base says, or goes', () => {
  const empty = file(A, ['  a-00000b:'], C);
  assert.equal(repaired(PATH, empty)?.text, file(A, C));
  assert.equal(repaired(PATH, empty, file(A, B, C))?.text, file(A, B, C));
});

test('a file in order, and one of which nothing can be made, is not repaired', () => {
  assert.equal(repaired(PATH, file(A, B)), undefined);
  assert.equal(repaired(PATH, 'a: ['), undefined);
  assert.equal(repaired(PATH, `${file(A)}>>>>>>> left over\n`), undefined);
  assert.equal(repaired('notes.txt', 'x'), undefined);
});

test('a file in conflict shows what is not, and is not written', () => {
  const text = file(
    A,
    conflict(record('a-00000b', 20, 'entity: ann'), record('a-00000b', 20, 'entity: cyd')),
    C,
  );
  const at = workspace({ [PATH]: text }, { 's.txt': 'w10 w20' });
  const stored = at.store.file(PATH);
  const content = stored?.content?.kind === 'annotations' ? stored.content : undefined;
  assert.equal(stored?.readable, false);
  assert.deepEqual(
    content?.annotations.map(({ id, entity }) => [id, entity]),
    [
      ['a-00000a', 'ann'],
      ['a-00000b', undefined],
      ['a-00000c', 'cyd'],
    ],
  );
  const place = at.store.placeOf(PATH, 'a-00000c');
  assert.equal(text.slice(place?.start, place?.end), 'a-00000c');
  const [problem, ...others] = checkWorkspace(at.store, at).filter(({ path }) => path === PATH);
  assert.deepEqual(others, []);
  assert.equal(problem?.code, 'conflict-marker');
  assert.match(problem.message, /in “a-00000b”:/);
  const done = perform(at.store, at, [{ op: 'delete', id: 'a-00000a' }]);
  assert.equal(done.ok, false);
});

test('many conflicts are handled as quickly as few', () => {
  const each = Array.from({ length: 3_000 }, (_, index) => {
    const id = `a-${String(index).padStart(6, '0')}`;
    const of = (entity: string): readonly string[] => record(id, index, `entity: ${entity}`);
    return conflict(of('ann'), of('bob'));
  });
  const text = file(...each);
  assert.equal(conflictsOf(PATH, text).length, 3_000);
  assert.equal(
    resolveAll(PATH, text, { kind: 'theirs' }),
    file(...each.map((lines) => lines.slice(7, 12))),
  );
});
