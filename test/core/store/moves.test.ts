import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Target } from '../../../src/core/model/annotation';
import { annotatedSources, findMoves, type AnnotatedSource } from '../../../src/core/store/moves';
import { describe } from '../../../src/core/text/describe';
import { SourceText } from '../../../src/core/text/sourceText';
import { annotationFile, carryOut, workspace, type Workspace } from '../workspace';

const LETTER = 'Anna met Bert in Paris in May. Carla came later; Dora stayed away until the end.\n';
const OTHER = 'The council of ministers met on Tuesday, and nobody said what had been decided.\n';
const NAMES = ['Anna', 'Bert', 'Paris', 'Carla', 'Dora'];

const { blob } = SourceText.of(LETTER);

function targetsIn(text: string, words: readonly string[]): readonly Target[] {
  const source = SourceText.of(text);
  return words.map((word) => {
    const start = text.indexOf(word);
    return describe(source, { start, end: start + word.length });
  });
}

function missing(path: string, more: Partial<AnnotatedSource> = {}): AnnotatedSource {
  return { path, blobs: [blob], targets: targetsIn(LETTER, NAMES), ...more };
}

function found(
  sources: readonly AnnotatedSource[],
  candidates: Readonly<Record<string, string>>,
): Record<string, string> {
  const texts = Object.entries(candidates).map(
    ([path, text]) => [path, SourceText.of(text)] as const,
  );
  const moves = [...findMoves(sources, texts)];
  return Object.fromEntries(
    moves.map(([from, { to, certain }]) => [from, certain ? to : `${to}?`]),
  );
}

test('the same text elsewhere is the source that was moved', () => {
  assert.deepEqual(found([missing('a.txt')], { 'b/c.txt': LETTER, 'd.txt': OTHER }), {
    'a.txt': 'b/c.txt',
  });
});

test('line ends and a byte order mark do not make it another text', () => {
  const windows = `\uFEFF${LETTER.replaceAll('\n', '\r\n')}`;
  assert.deepEqual(found([missing('a.txt')], { 'b.txt': windows }), { 'a.txt': 'b.txt' });
});

test('of several equal texts the one with the same file name is meant', () => {
  const copies = { 'x/b.txt': LETTER, 'y/a.txt': LETTER };
  assert.deepEqual(found([missing('a.txt')], copies), { 'a.txt': 'y/a.txt' });
});

test('of several equal texts with the same or other names none is', () => {
  assert.deepEqual(found([missing('a.txt')], { 'b.txt': LETTER, 'c.txt': LETTER }), {});
  assert.deepEqual(found([missing('a.txt')], { 'x/a.txt': LETTER, 'y/a.txt': LETTER }), {});
});

test('a text that two missing sources could be is neither, unless names tell them apart', () => {
  const two = [missing('a.txt'), missing('b.txt')];
  assert.deepEqual(found(two, { 'c.txt': LETTER }), {});
  assert.deepEqual(found(two, { 'x/a.txt': LETTER, 'x/b.txt': LETTER }), {
    'a.txt': 'x/a.txt',
    'b.txt': 'x/b.txt',
  });
});

test('a whole folder that was moved is found file by file', () => {
  const texts = Array.from({ length: 300 }, (_, index) => `${LETTER}${index}\n`);
  const sources = texts.map((text, index) =>
    missing(`old/${index}.txt`, { blobs: [SourceText.of(text).blob] }),
  );
  const candidates = Object.fromEntries(texts.map((text, index) => [`new/${index}.txt`, text]));
  const moves = found(sources, candidates);
  assert.equal(Object.keys(moves).length, 300);
  assert.equal(moves['old/17.txt'], 'new/17.txt');
});

test('an edited text with most of the passages is a likely place, not a certain one', () => {
  const edited = `News. ${LETTER.replace('until the end', 'for good')}`;
  const sources = [missing('a.txt')];
  assert.deepEqual(found(sources, { 'b.txt': edited, 'c.txt': OTHER }), { 'a.txt': 'b.txt?' });
  assert.deepEqual(found([missing('a.txt', { blobs: [] })], { 'b.txt': LETTER }), {
    'a.txt': 'b.txt?',
  });
});

test('a text with fewer passages, or two with as many, are no place', () => {
  const half = LETTER.slice(LETTER.indexOf('Carla'));
  assert.deepEqual(found([missing('a.txt')], { 'b.txt': half }), {});
  const [one, two] = [`1 ${LETTER}`, `2 ${LETTER}`];
  assert.deepEqual(found([missing('a.txt')], { 'b.txt': one, 'c.txt': two }), {});
});

test('short quotes without context and sources without annotations say nothing', () => {
  const bare = NAMES.map((exact) => ({ exact, prefix: '', suffix: '', start: 0, end: 4 }));
  const text = `1 ${LETTER}`;
  assert.deepEqual(found([missing('a.txt', { targets: bare })], { 'b.txt': text }), {});
  assert.deepEqual(found([missing('a.txt', { targets: [] })], { 'b.txt': text }), {});
});

function annotated(): Workspace {
  const at = workspace({}, { 'seeds/a.txt': LETTER });
  carryOut(at, [
    { op: 'createEntity', type: 'person', name: 'Anna' },
    { op: 'annotate', source: 'seeds/a.txt', exact: 'Anna', entity: 'anna' },
    { op: 'annotate', source: 'seeds/a.txt', exact: 'Bert', note: 'who?' },
  ]);
  return at;
}

const MOVED = new Map([['seeds/a.txt', { to: 'seeds/b.txt', certain: true }]]);

test('what annotation files say of their sources is gathered by source', () => {
  const { store } = annotated();
  store.replaceFile(
    'more/seeds/a.txt.ann.yaml',
    Object.values(annotationFile('seeds/a.txt'))[0] ?? '',
  );
  const [source, ...others] = annotatedSources(store);
  assert.equal(others.length, 0);
  assert.equal(source?.path, 'seeds/a.txt');
  assert.deepEqual(source.blobs, [blob]);
  assert.deepEqual(
    source.targets.map(({ exact }) => exact),
    ['Anna', 'Bert'],
  );
});

test('annotations of a source that was moved for certain are at its new place', () => {
  const { store } = annotated();
  const file = store.indexes.sourceFiles('seeds/a.txt')[0]?.path ?? '';
  const text = store.file(file)?.text;
  store.setMoves(MOVED);
  const { indexes } = store;
  assert.deepEqual(indexes.sourcePaths(), ['seeds/b.txt']);
  assert.equal(indexes.annotationsOf('seeds/b.txt').length, 2);
  assert.equal(indexes.annotationsOf('seeds/a.txt').length, 0);
  assert.deepEqual(
    indexes.mentionsOf('anna').map(({ source, path }) => [source, path]),
    [['seeds/b.txt', file]],
  );
  assert.equal(store.writtenSource(file), 'seeds/a.txt');
  assert.equal(store.file(file)?.text, text);
  assert.deepEqual(
    annotatedSources(store).map(({ path }) => path),
    ['seeds/a.txt'],
  );
});

test('when the source is back, its annotations are', () => {
  const { store } = annotated();
  store.setMoves(MOVED);
  store.setMoves(new Map());
  assert.deepEqual(store.indexes.sourcePaths(), ['seeds/a.txt']);
  assert.equal(store.indexes.annotationsOf('seeds/a.txt').length, 2);
  const [file] = store.indexes.sourceFiles('seeds/a.txt');
  assert.equal(store.writtenSource(file?.path ?? ''), 'seeds/a.txt');
});

test('a likely move changes nothing but what is known of it', () => {
  const { store } = annotated();
  const likely = new Map([['seeds/a.txt', { to: 'seeds/b.txt', certain: false }]]);
  store.setMoves(likely);
  assert.deepEqual(store.indexes.sourcePaths(), ['seeds/a.txt']);
  assert.equal(store.moves, likely);
});

test('an annotation file that is loaded later, or changed, is at the new place, too', () => {
  const { store } = annotated();
  store.setMoves(MOVED);
  const [file] = store.indexes.sourceFiles('seeds/b.txt');
  const path = file?.path ?? '';
  const text = store.file(path)?.text ?? '';
  store.replaceFile(path, text.replace('note: "who?"', 'note: "Bert who?"'));
  assert.equal(store.indexes.annotationsOf('seeds/b.txt').length, 2);
  store.removeFile(path);
  assert.deepEqual(store.indexes.sourcePaths(), []);
  store.replaceFile(path, text);
  assert.equal(store.indexes.annotationsOf('seeds/b.txt').length, 2);
  store.replaceFile(path, text.replace('seeds/a.txt', 'seeds/b.txt'));
  assert.equal(store.writtenSource(path), 'seeds/b.txt');
  assert.equal(store.indexes.annotationsOf('seeds/b.txt').length, 2);
});

test('listeners hear of records at the old place that went and at the new one that came', () => {
  const { store } = annotated();
  const heard: string[] = [];
  store.onDidChange(({ added, removed, updated }) => {
    heard.push(`${removed.length} gone, ${added.length} new, ${updated.length} changed`);
  });
  store.setMoves(MOVED);
  store.setMoves(new Map(MOVED));
  assert.deepEqual(heard, ['3 gone, 3 new, 0 changed']);
});

test('more is annotated in a moved source, in the file that it has', () => {
  const at = annotated();
  at.store.setMoves(MOVED);
  const moved: Workspace = { ...at, sourceText: () => SourceText.of(LETTER) };
  carryOut(moved, [
    { op: 'annotate', source: 'seeds/b.txt', exact: 'Carla', note: 'new' },
    { op: 'annotate', source: 'seeds/b.txt', exact: 'Dora', note: 'new' },
  ]);
  const { indexes } = at.store;
  assert.equal(indexes.annotationsOf('seeds/b.txt').length, 4);
  assert.equal(indexes.sourceFiles('seeds/b.txt').length, 1);
});
