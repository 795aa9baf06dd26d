import assert from 'node:assert/strict';
import { test } from 'node:test';
import { History } from '../../../src/core/history/history';
import { perform } from '../../../src/core/operations/perform';
import { annotationFile, carryOut, lines, workspace, type Workspace } from '../workspace';

const RECORD = [
  '  a-000001: # him',
  '    exact: "Anna"',
  '    suffix: " spoke."',
  '    start: 0',
  '    end: 4',
  '    note: "who?"',
];
const FILE = quoted(annotationFile('seeds/a.txt', ...RECORD));
const MOVED = quoted(annotationFile('seeds/b.txt', ...RECORD));

/** With the path as the extension writes it. */
function quoted(files: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) => [path, text.replace(/path: (.*)/, 'path: "$1"')]),
  );
}

function at(
  files: Readonly<Record<string, string>> = FILE,
  ...sources: readonly string[]
): Workspace {
  const texts = [...sources, 'seeds/b.txt'].map((path) => [path, 'Anna spoke.\n']);
  return workspace(files, Object.fromEntries(texts) as Record<string, string>);
}

function filesOf({ store }: Workspace): Record<string, string> {
  return Object.fromEntries([...store.files()].map(({ path, text }) => [path, text]));
}

function refusal(where: Workspace, from: string, to: string): string {
  const done = perform(where.store, where, [{ op: 'moveSource', from, to }]);
  return done.ok ? 'done' : `${done.error.code}: ${done.error.message}`;
}

test('the annotation file goes where the layout puts it, and names the new path', () => {
  const where = at();
  assert.deepEqual(
    carryOut(where, [{ op: 'moveSource', from: 'seeds/a.txt', to: 'seeds/b.txt' }]),
    ['seeds/b.txt'],
  );
  assert.deepEqual(filesOf(where), MOVED);
  assert.equal(where.store.indexes.annotationsOf('seeds/b.txt').length, 1);
});

test('beside the source it stays beside it', () => {
  const [text = ''] = Object.values(FILE);
  const [after = ''] = Object.values(MOVED);
  const where = at({ 'seeds/a.txt.ann.yaml': text });
  carryOut(where, [{ op: 'moveSource', from: 'seeds/a.txt', to: 'seeds/b.txt' }]);
  assert.deepEqual(filesOf(where), { 'seeds/b.txt.ann.yaml': after });
});

test('a file at a place of its own stays there', () => {
  const [text = ''] = Object.values(FILE);
  const [after = ''] = Object.values(MOVED);
  const where = at({ 'mine/first.ann.yaml': text });
  carryOut(where, [{ op: 'moveSource', from: 'seeds/a.txt', to: 'seeds/b.txt' }]);
  assert.deepEqual(filesOf(where), { 'mine/first.ann.yaml': after });
});

test('it works the same when the store shows the annotations at the new place already', () => {
  const where = at();
  where.store.setMoves(new Map([['seeds/a.txt', { to: 'seeds/b.txt', certain: true }]]));
  carryOut(where, [
    { op: 'annotate', source: 'seeds/b.txt', exact: 'spoke', note: 'before' },
    { op: 'moveSource', from: 'seeds/a.txt', to: 'seeds/b.txt' },
    { op: 'annotate', source: 'seeds/b.txt', exact: 'Anna spoke', note: 'after' },
  ]);
  assert.deepEqual(Object.keys(filesOf(where)), Object.keys(MOVED));
  assert.equal(where.store.indexes.annotationsOf('seeds/b.txt').length, 3);
  where.store.setMoves(new Map());
  assert.equal(where.store.indexes.annotationsOf('seeds/b.txt').length, 3);
});

test('there and back leaves every byte as it was', () => {
  const where = at(FILE, 'seeds/a.txt');
  carryOut(where, [
    { op: 'moveSource', from: 'seeds/a.txt', to: 'seeds/b.txt' },
    { op: 'moveSource', from: 'seeds/b.txt', to: 'seeds/a.txt' },
  ]);
  assert.deepEqual(filesOf(where), FILE);
});

test('the move is undone and done again as one step', () => {
  const where = at();
  const done = perform(where.store, where, [
    { op: 'moveSource', from: 'seeds/a.txt', to: 'seeds/b.txt' },
  ]);
  assert.ok(done.ok);
  assert.deepEqual(
    done.changes.map(({ path, before, after }) => [
      path,
      before !== undefined,
      after !== undefined,
    ]),
    [
      ['annotations/seeds/a.txt.ann.yaml', true, false],
      ['annotations/seeds/b.txt.ann.yaml', false, true],
    ],
  );
  const history = new History();
  history.record({ label: 'Move', changes: done.changes });
  const files = new Map(Object.entries(MOVED));
  for (const [direction, expected] of [
    ['undo', FILE],
    ['redo', MOVED],
  ] as const) {
    const reversal = history[direction]((path) => files.get(path));
    assert.ok(reversal.ok);
    for (const { path, after } of reversal.step.changes) {
      if (after === undefined) files.delete(path);
      else files.set(path, after);
    }
    history.commit(direction);
    assert.deepEqual(Object.fromEntries(files), expected);
  }
});

test('what cannot be moved says why, and nothing changes', () => {
  const [text = ''] = Object.values(FILE);
  const cases: [Workspace, string, string, RegExp][] = [
    [at(), 'seeds/a.txt', 'seeds/nowhere.txt', /^source-unknown: There is no source/],
    [at(), 'seeds/a.txt', '../b.txt', /^source-unknown/],
    [at(), 'seeds/x.txt', 'seeds/b.txt', /^source-unknown: No annotation file is about/],
    [at({ ...FILE, ...MOVED }), 'seeds/a.txt', 'seeds/b.txt', /^already-annotated: .* its own/],
  ];
  const broken = at();
  broken.store.replaceFile('annotations/seeds/a.txt.ann.yaml', `${text}\t- x: [\n`);
  cases.push([broken, 'seeds/a.txt', 'seeds/b.txt', /^file-unreadable/]);
  for (const [where, from, to, message] of cases) {
    const before = filesOf(where);
    assert.match(refusal(where, from, to), message);
    assert.deepEqual(filesOf(where), before);
  }
});

test('a file without the line of its path gets one', () => {
  const path = 'annotations/seeds/a.txt.ann.yaml';
  const where = at({ [path]: lines('format: source-annotations/1', 'annotations: {}') });
  carryOut(where, [{ op: 'moveSource', from: 'seeds/a.txt', to: 'seeds/b.txt' }]);
  const [text = ''] = Object.values(filesOf(where));
  assert.match(text, /^source:\n {2}path: "?seeds\/b\.txt"?$/m);
});
