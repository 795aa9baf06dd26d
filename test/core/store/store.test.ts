import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Store, type StoreChange, type StoredRecord } from '../../../src/core/store/store';
import { annotationFile, entityFile, eventFile } from '../workspace';

const PATH = 'annotations/s.txt.ann.yaml';

function fileText(...records: readonly string[]): string {
  return annotationFile('s.txt', ...records)[PATH] ?? '';
}

function nameOf(record: StoredRecord): string {
  switch (record.kind) {
    case 'annotation':
      return record.annotation.id;
    case 'entity':
      return record.entity.id;
    case 'event':
      return record.event.id;
    case 'source':
      return record.source.path;
    case 'rejection':
      return record.rejection.id;
  }
}

/** A store and what its listeners heard, as `+added ~updated -removed`. */
function listened(): { store: Store; heard: string[] } {
  const store = new Store();
  const heard: string[] = [];
  store.onDidChange(({ added, updated, removed }: StoreChange) => {
    const names = (sign: string, records: readonly StoredRecord[]): readonly string[] =>
      records.map((record) => sign + nameOf(record));
    heard.push([...names('+', added), ...names('~', updated), ...names('-', removed)].join(' '));
  });
  return { store, heard };
}

const A = ['  a-00000a:', '    exact: "x"', '    entity: wang-yi'];
const B = ['  a-00000b:', '    exact: "y"', '    start: 9'];

test('listeners hear what was added, updated and removed, and nothing else', () => {
  const { store, heard } = listened();
  store.replaceFile(PATH, fileText(...A));
  store.replaceFile(PATH, fileText(...A, ...B));
  store.replaceFile(PATH, fileText(...A, '    note: "n"'));
  store.replaceFile(PATH, `# a comment\n${fileText(...A, '    note: "n"')}`);
  store.removeFile(PATH);
  assert.deepEqual(heard, [
    '+s.txt +a-00000a',
    '+a-00000b',
    '~a-00000a -a-00000b',
    '',
    '-s.txt -a-00000a',
  ]);
});

test('listeners hear of rejected suggestions as of annotations', () => {
  const { store, heard } = listened();
  const rejected = ['rejected:', '  r-00000a:', '    exact: "x"'];
  store.replaceFile(PATH, fileText(...A, ...rejected));
  store.replaceFile(
    PATH,
    fileText(...A, ...rejected, '    note: "n"', '  r-00000b: { exact: "y" }'),
  );
  store.replaceFile(PATH, fileText(...A));
  assert.deepEqual(heard, [
    '+s.txt +a-00000a +r-00000a',
    '+r-00000b ~r-00000a',
    '-r-00000a -r-00000b',
  ]);
});

test('an unchanged text, a file that is not of the format and an unknown one are silent', () => {
  const { store, heard } = listened();
  store.replaceFile(PATH, fileText(...A));
  store.replaceFile(PATH, fileText(...A));
  store.replaceFile('README.md', 'text');
  store.removeFile('annotations/other.txt.ann.yaml');
  assert.equal(heard.length, 1);
  assert.equal(store.file('README.md'), undefined);
});

test('who stopped listening hears nothing', () => {
  const store = new Store();
  let count = 0;
  const stop = store.onDidChange(() => count++);
  store.replaceFile(PATH, fileText());
  stop();
  store.removeFile(PATH);
  assert.equal(count, 1);
});

test('a file that breaks keeps its records from the last good state, and says that it is broken', () => {
  const { store, heard } = listened();
  store.replaceFile(PATH, fileText(...A));
  store.replaceFile(PATH, `${fileText(...A)}  broken: [\n`);
  assert.equal(store.indexes.annotationsOf('s.txt').length, 1);
  assert.equal(store.file(PATH)?.readable, false);
  assert.equal(store.file(PATH)?.problems[0]?.code, 'yaml-syntax');
  store.replaceFile(PATH, fileText(...B));
  assert.equal(store.file(PATH)?.readable, true);
  assert.deepEqual(heard, ['+s.txt +a-00000a', '', '+a-00000b -a-00000a']);
});

test('a file that was never good is there, without records', () => {
  const { store, heard } = listened();
  store.replaceFile(PATH, 'format: [');
  assert.equal(store.file(PATH)?.content, undefined);
  assert.deepEqual(heard, ['']);
  store.removeFile(PATH);
  assert.deepEqual([...store.files()], []);
});

test('an annotation file that names another source moves its annotations there', () => {
  const { store, heard } = listened();
  store.replaceFile(PATH, fileText(...A));
  store.replaceFile(PATH, fileText(...A).replace('path: s.txt', 'path: t.txt'));
  assert.deepEqual(heard.at(-1), '+t.txt +a-00000a -s.txt -a-00000a');
  assert.equal(store.indexes.annotationsOf('s.txt').length, 0);
  assert.equal(store.indexes.annotationsOf('t.txt').length, 1);
  assert.deepEqual(store.indexes.sourcePaths(), ['t.txt']);
});

test('the schema of the project is laid over the built-in one, until its file goes', () => {
  const store = new Store();
  const changes: boolean[] = [];
  store.onDidChange(({ schemaChanged }) => changes.push(schemaChanged));
  const builtin = store.schema;
  store.replaceFile('annotations/schema.yaml', 'format: schema/1\nlayout: beside\n');
  assert.equal(store.schema.layout, 'beside');
  store.replaceFile('annotations/schema.yaml', 'format: [');
  assert.equal(store.schema.layout, 'beside');
  store.replaceFile(
    'annotations/entities/x.yaml',
    entityFile('x')['annotations/entities/x.yaml'] ?? '',
  );
  store.removeFile('annotations/schema.yaml');
  assert.equal(store.schema, builtin);
  assert.deepEqual(changes, [true, true, false, true]);
});

test('the place of a record is that of its id, of damaged ones too', () => {
  const store = new Store();
  const text = fileText(...A, '  a-00000c: null');
  store.replaceFile(PATH, text);
  for (const id of ['a-00000a', 'a-00000c']) {
    const place = store.placeOf(PATH, id);
    assert.equal(text.slice(place?.start, place?.end), id);
  }
  assert.equal(store.placeOf(PATH, 'a-999999'), undefined);
  assert.equal(store.placeOf('annotations/entities/x.yaml', 'x'), undefined);
});

/** Everything that the indexes answer, for a comparison. */
function answers({ indexes, schema }: Store): object {
  const ids = ['one', 'two', 'three', 'gone'];
  const paths = ['s.txt', 't.txt', 'u.txt'];
  return {
    schema,
    sourcePaths: indexes.sourcePaths(),
    entities: indexes.liveEntities().sort((a, b) => (a.id < b.id ? -1 : 1)),
    events: indexes.liveEvents().sort((a, b) => (a.id < b.id ? -1 : 1)),
    ofIds: ids.map((id) => [
      indexes.entities.get(id),
      indexes.entity(id),
      indexes.event(id),
      indexes.mentionsOf(id),
      indexes.evidenceOf(id),
    ]),
    ofPaths: paths.map((path) => [
      indexes.source(path),
      indexes.sourceFiles(path),
      indexes.annotationsOf(path),
    ]),
    ofAnnotations: ['a-00000a', 'a-00000b'].map((id) => indexes.annotationsWithId(id)),
  };
}

test('the indexes are after any changes what they are for the files at the end', () => {
  const id = fc.constantFrom('one', 'two', 'three');
  const merged = fc.option(id, { nil: undefined });
  const recordText = fc.oneof(
    fc
      .tuple(id, merged)
      .map(([name, into]) =>
        entityFile(name, ...(into === undefined ? [] : [`mergedInto: ${into}`])),
      ),
    fc
      .tuple(id, merged)
      .map(([name, into]) =>
        eventFile(name, ...(into === undefined ? [] : [`mergedInto: ${into}`])),
      ),
    fc
      .tuple(
        fc.constantFrom('s.txt', 't.txt'),
        fc.constantFrom('s.txt', 't.txt', 'u.txt'),
        fc.subarray(['a-00000a', 'a-00000b', 'a-00000c']),
        fc.tuple(fc.constantFrom('entity', 'event', 'note'), id, fc.nat({ max: 3 })),
      )
      .map(([file, named, annotations, [key, value, start]]) => {
        const records = annotations.flatMap((each, index) => [
          `  ${each}:`,
          '    exact: "x"',
          `    start: ${start * index}`,
          `    ${key}: ${value}`,
        ]);
        const texts = Object.entries(annotationFile(file, ...records));
        return Object.fromEntries(texts.map(([path, text]) => [path, text.replace(file, named)]));
      }),
    fc.constantFrom('folder', 'beside').map((layout) => ({
      'annotations/schema.yaml': `format: schema/1\nlayout: ${layout}\n`,
    })),
  );
  const step = fc.tuple(recordText, fc.constantFrom('put', 'put', 'put', 'remove', 'break'));
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const store = new Store();
      const good = new Map<string, string>();
      for (const [texts, kind] of steps) {
        for (const [path, text] of Object.entries(texts)) {
          if (kind === 'remove') {
            store.removeFile(path);
            good.delete(path);
          } else if (kind === 'break') {
            store.replaceFile(path, `${text}[`);
          } else {
            store.replaceFile(path, text);
            good.set(path, text);
          }
        }
      }
      const fresh = new Store();
      for (const [path, text] of good) fresh.replaceFile(path, text);
      assert.deepEqual(answers(store), answers(fresh));
    }),
    { numRuns: 1000 },
  );
});
