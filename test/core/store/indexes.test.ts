import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AnnotationRecord } from '../../../src/core/store/store';
import { annotationFile, entityFile, eventFile, workspace } from '../workspace';

function record(
  id: string,
  start: number,
  end: number,
  ...more: readonly string[]
): readonly string[] {
  return [`  ${id}:`, '    exact: "x"', `    start: ${start}`, `    end: ${end}`, ...more];
}

function ids(records: readonly AnnotationRecord[]): readonly string[] {
  return records.map(({ annotation }) => annotation.id);
}

const { indexes } = workspace({
  ...entityFile('wang-yi'),
  ...entityFile('wang', 'mergedInto: wang-yi'),
  ...entityFile('w', 'mergedInto: wang'),
  ...entityFile('lost', 'mergedInto: gone'),
  ...entityFile('egg', 'mergedInto: hen'),
  ...entityFile('hen', 'mergedInto: egg'),
  ...eventFile('talk'),
  ...eventFile('chat', 'mergedInto: talk'),
  ...annotationFile(
    't.txt',
    ...record('a-00000a', 5, 9, '    entity: wang-yi'),
    ...record('a-00000b', 5, 20, '    event: chat'),
    ...record('a-00000c', 0, 1, '    entity: w'),
  ),
  ...annotationFile(
    's.txt',
    ...record('a-00000z', 7, 9, '    entity: wang'),
    ...record('a-00000y', 7, 9, '    event: talk'),
    ...record('a-00000a', 99, 100, '    note: "copied"'),
  ),
}).store;

test('annotations of a source come by place, of those that start together the longer first', () => {
  assert.deepEqual(ids(indexes.annotationsOf('t.txt')), ['a-00000c', 'a-00000b', 'a-00000a']);
  assert.deepEqual(ids(indexes.annotationsOf('s.txt')), ['a-00000y', 'a-00000z', 'a-00000a']);
  assert.deepEqual(indexes.annotationsOf('nowhere.txt'), []);
});

test('mentions of an entity include those of what was merged into it, over several steps', () => {
  assert.deepEqual(ids(indexes.mentionsOf('wang-yi')), ['a-00000z', 'a-00000c', 'a-00000a']);
  assert.deepEqual(ids(indexes.mentionsOf('wang')), ['a-00000z', 'a-00000c']);
  assert.deepEqual(ids(indexes.mentionsOf('nobody')), []);
  assert.deepEqual(ids(indexes.evidenceOf('talk')), ['a-00000y', 'a-00000b']);
});

test('a merged record stands for the one that took its place', () => {
  assert.equal(indexes.entity('w')?.id, 'wang-yi');
  assert.equal(indexes.event('chat')?.id, 'talk');
  assert.equal(indexes.entities.get('w')?.entity.id, 'w');
});

test('merges into nothing and in a circle lead to no record, and end', () => {
  assert.equal(indexes.entity('lost'), undefined);
  assert.equal(indexes.entity('egg'), undefined);
  assert.equal(indexes.entity('nobody'), undefined);
  assert.deepEqual(ids(indexes.mentionsOf('egg')), []);
});

test('records that stand for themselves are those that were not merged', () => {
  assert.deepEqual(
    indexes.liveEntities().map(({ id }) => id),
    ['wang-yi'],
  );
  assert.deepEqual(
    indexes.liveEvents().map(({ id }) => id),
    ['talk'],
  );
});

test('an id that was copied into another file is found in both', () => {
  const copies = indexes.annotationsWithId('a-00000a');
  assert.deepEqual(
    copies.map(({ source }) => source),
    ['s.txt', 't.txt'],
  );
});

test('of several annotation files of one source the first by path speaks for it', () => {
  const at = workspace({
    's.txt.ann.yaml': 'format: source-annotations/1\nsource: { path: s.txt, title: "beside" }\n',
    'annotations/s.txt.ann.yaml':
      'format: source-annotations/1\nsource: { path: s.txt, title: "in" }\n',
  });
  assert.equal(at.store.indexes.source('s.txt')?.title, 'in');
  assert.equal(at.store.indexes.sourceFiles('s.txt').length, 2);
});

test('a record that is merged hands over its mentions, and has them back when the merge is undone', () => {
  const { store } = workspace({
    ...entityFile('wang-yi'),
    ...annotationFile('s.txt', ...record('a-00000a', 0, 4, '    entity: wang')),
  });
  const [path = '', text = ''] = Object.entries(entityFile('wang'))[0] ?? [];
  store.replaceFile(path, text);
  assert.deepEqual(ids(store.indexes.mentionsOf('wang-yi')), []);
  store.replaceFile(path, `${text}mergedInto: wang-yi\n`);
  assert.deepEqual(ids(store.indexes.mentionsOf('wang-yi')), ['a-00000a']);
  assert.equal(store.indexes.liveEntities().length, 1);
  store.replaceFile(path, text);
  assert.deepEqual(ids(store.indexes.mentionsOf('wang-yi')), []);
  assert.equal(store.indexes.entity('wang')?.id, 'wang');
});

test('mentions of an entity that has no record are there all the same', () => {
  const { store } = workspace(
    annotationFile('s.txt', ...record('a-00000a', 0, 4, '    entity: nobody')),
  );
  assert.deepEqual(ids(store.indexes.mentionsOf('nobody')), ['a-00000a']);
  assert.equal(store.indexes.entity('nobody'), undefined);
});

test('a broken file keeps its place in the indexes until it is mended or goes', () => {
  const { store } = workspace({ ...entityFile('li'), ...eventFile('talk') });
  const [path = '', text = ''] = Object.entries(entityFile('li'))[0] ?? [];
  store.replaceFile(path, `${text}links: {`);
  assert.equal(store.indexes.entity('li')?.name, 'li');
  store.replaceFile(path, text.replace('"li"', '"Li Qiang"'));
  assert.equal(store.indexes.entity('li')?.name, 'Li Qiang');
  store.replaceFile(path, `${text}links: {`);
  assert.equal(store.indexes.entity('li')?.name, 'Li Qiang');
  store.removeFile(path);
  assert.equal(store.indexes.entity('li'), undefined);
  assert.equal(store.indexes.event('li'), undefined);
});

test('rejected suggestions of a source are those of all its files, by their place', () => {
  const rejected = (id: string, start: number): readonly string[] => [
    'rejected:',
    `  ${id}: { exact: "x", start: ${start}, end: ${start + 1} }`,
  ];
  const { store } = workspace({
    ...annotationFile('s.txt', ...record('a-00000a', 0, 4), ...rejected('r-000001', 9)),
    's.txt.ann.yaml': Object.values(
      annotationFile('s.txt', ...record('a-00000b', 0, 4), ...rejected('r-000001', 3)),
    ).join(''),
  });
  const starts = (): readonly number[] =>
    store.indexes.rejectionsOf('s.txt').map(({ target }) => target.start);
  assert.deepEqual(starts(), [3, 9]);
  store.removeFile('s.txt.ann.yaml');
  assert.deepEqual(starts(), [9]);
  assert.deepEqual(store.indexes.rejectionsOf('t.txt'), []);
});

test('the files that name a record are known, whatever they name it as', () => {
  const { store } = workspace({
    ...entityFile('li', 'relations: [{ type: leads, entity: wang }]'),
    ...entityFile('old', 'mergedInto: wang'),
    ...entityFile('other', 'distinctFrom: [wang]'),
    ...entityFile('wang'),
    ...eventFile('a', 'place: wang'),
    ...eventFile('b', 'participants: [{ role: actor, entity: wang }]'),
    ...annotationFile('s.txt', ...record('a-00000a', 0, 4, '    entity: wang')),
    ...annotationFile(
      't.txt',
      ...record('a-00000b', 0, 4, '    roles: [{ role: actor, target: wang }]'),
    ),
    ...annotationFile(
      'u.txt',
      ...record('a-00000c', 0, 4),
      'rejected:',
      '  r-000001: { exact: "x", entity: wang }',
    ),
  });
  const paths = [
    'entities/li',
    'entities/old',
    'entities/other',
    'events/a',
    'events/b',
    's.txt.ann',
    't.txt.ann',
    'u.txt.ann',
  ];
  assert.deepEqual(
    store.indexes.filesNaming('wang'),
    paths.map((path) => `annotations/${path}.yaml`),
  );
  for (const { path } of [...store.files()]) store.removeFile(path);
  assert.deepEqual(store.indexes.filesNaming('wang'), []);
});
