import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changeByRecord } from '../../../src/core/history/byRecord';
import { annotationFile, entityFile, lines } from '../workspace';

const PATH = 'annotations/s.txt.ann.yaml';
const ENTITY = 'annotations/entities/wang-yi.yaml';

function record(id: string, place: string, ...body: readonly string[]): readonly string[] {
  const [exact, start, end] = place.split(' ');
  const target = [
    `    exact: ${exact ?? ''}`,
    `    start: ${start ?? ''}`,
    `    end: ${end ?? ''}`,
  ];
  return [`  ${id}:`, ...target, ...body.map((line) => `    ${line}`)];
}

function file(...records: readonly (readonly string[])[]): string {
  return annotationFile('s.txt', ...records.flat())[PATH] ?? '';
}

/** What the file says after the step from `before` to `after` was done on `now`; or who is in the way. */
function changed(
  before: string | undefined,
  after: string | undefined,
  now: string | undefined,
  path = PATH,
): string | undefined {
  const result = changeByRecord({ path, before, after }, now);
  return result.ok ? result.text : `refused: ${result.id ?? 'the file'}`;
}

const WANG = record('a-000001', 'Wang 0 4', 'entity: wang-yi');
const KULEBA = record('a-000002', 'Kuleba 10 16', 'entity: kuleba');
const MOVED = record('a-000001', 'Wang 7 11', 'entity: wang-yi');

test('what a step made goes again, though it was anchored anew since', () => {
  assert.equal(changed(file(WANG, KULEBA), file(KULEBA), file(MOVED, KULEBA)), file(KULEBA));
});

test('a field is set back, and the new place stays', () => {
  const noted = record('a-000001', 'Wang 0 4', 'entity: wang-yi', 'note: n');
  const notedMoved = record('a-000001', 'Wang 7 11', 'entity: wang-yi', 'note: n');
  assert.equal(changed(file(noted), file(WANG), file(notedMoved)), file(MOVED));
});

test('what others said of the same passage stays', () => {
  const noted = record('a-000001', 'Wang 0 4', 'entity: wang-yi', 'note: n');
  const both = record('a-000001', 'Wang 0 4', 'entity: wang-yi', 'certainty: probable', 'note: n');
  const theirs = record('a-000001', 'Wang 0 4', 'entity: wang-yi', 'certainty: probable');
  assert.equal(changed(file(noted), file(WANG), file(both)), file(theirs));
});

test('a record that somebody changed at the same field is named, and nothing is done', () => {
  const noted = record('a-000001', 'Wang 0 4', 'entity: wang-yi', 'note: n');
  const other = record('a-000001', 'Wang 0 4', 'entity: wang-yi', 'note: theirs');
  assert.equal(changed(file(noted), file(WANG), file(other)), 'refused: a-000001');
  assert.equal(changed(file(noted), file(), file(other)), 'refused: a-000001');
  assert.equal(changed(file(noted), file(WANG), file(KULEBA)), 'refused: a-000001');
});

test('a record that went comes back with its comments and unknown keys, between those of others', () => {
  const rich = record('a-000001', 'Wang 0 4', 'entity: wang-yi # him', 'x: { brat: T1 }');
  const other = record('a-000003', 'met 5 8', 'note: theirs');
  assert.equal(
    changed(file(KULEBA), file(rich, KULEBA), file(other, KULEBA)),
    file(rich, other, KULEBA),
  );
});

test('in a file with other line ends it comes back with those', () => {
  const crlf = (text: string): string => text.replaceAll('\n', '\r\n');
  const other = record('a-000003', 'met 5 8', 'note: theirs');
  assert.equal(
    changed(file(KULEBA), file(WANG, KULEBA), crlf(file(other, KULEBA))),
    crlf(file(WANG, other, KULEBA)),
  );
});

test('a record that somebody else put back, or took away, needs nothing', () => {
  assert.equal(changed(file(KULEBA), file(WANG, KULEBA), file(MOVED)), file(MOVED));
  assert.equal(changed(file(WANG, KULEBA), file(KULEBA), file()), file());
});

test('a place that the step changed is set back, many of them too', () => {
  const kulebaMoved = record('a-000002', 'Kuleba 17 23', 'entity: kuleba');
  const other = record('a-000003', 'met 5 8', 'note: theirs');
  assert.equal(
    changed(file(MOVED, kulebaMoved), file(WANG, KULEBA), file(other, MOVED, kulebaMoved)),
    file(other, WANG, KULEBA).replaceAll(
      /exact: (Wang|Kuleba)\n/g,
      'exact: $1\n    prefix: ""\n    suffix: ""\n',
    ),
  );
});

test('a file that the step made goes only when nobody else has put anything there', () => {
  assert.equal(changed(file(WANG), undefined, file(MOVED)), undefined);
  assert.equal(changed(file(WANG), undefined, file(MOVED, KULEBA)), file(KULEBA));
  const titled = file(MOVED).replace('path: s.txt', 'path: s.txt\n  title: "Theirs"');
  assert.match(changed(file(WANG), undefined, titled) ?? '', /title: "Theirs"\nannotations: \{\}/);
});

test('a file that others made meanwhile takes in what the step had', () => {
  const text = changed(undefined, file(WANG), file(KULEBA)) ?? '';
  assert.deepEqual(text.match(/a-\d+|entity: .*/g), [
    'a-000001',
    'entity: wang-yi',
    'a-000002',
    'entity: kuleba',
  ]);
});

test('a file that is gone has nothing to take back, and cannot get anything back', () => {
  assert.equal(changed(file(WANG), undefined, undefined), undefined);
  assert.equal(changed(file(WANG), file(), undefined), 'refused: the file');
});

test('what is known of a source is set back, but not the hash of a newer text', () => {
  const source = (blob: string, ...more: readonly string[]): string =>
    lines('format: source-annotations/1', 'source:', '  path: s.txt', `  blob: "${blob}"`, ...more);
  const title = '  title: "T"';
  assert.equal(changed(source('1', title), source('0'), source('2', title)), source('2'));
  assert.equal(
    changed(source('1', title), source('0'), source('1', title, '  language: en')),
    source('0', '  language: en'),
  );
  assert.equal(
    changed(source('1', title), source('0'), source('1', '  title: "U"')),
    'refused: s.txt',
  );
});

test('of a record file each field counts by itself', () => {
  const entity = (...more: readonly string[]): string =>
    entityFile('wang-yi', ...more)[ENTITY] ?? '';
  assert.equal(
    changed(entity('note: n'), entity(), entity('links: { wikidata: Q1 }', 'note: n'), ENTITY),
    entity('links: { wikidata: Q1 }'),
  );
  assert.equal(changed(entity('note: n'), entity(), entity('note: m'), ENTITY), 'refused: wang-yi');
  assert.equal(changed(entity(), undefined, entity('note: m'), ENTITY), 'refused: wang-yi');
  assert.equal(changed(undefined, entity(), entity('# theirs'), ENTITY), entity('# theirs'));
});

test('a file that does not parse is left alone', () => {
  assert.equal(changed(file(WANG), file(), '<<<<<<< ours\n'), 'refused: the file');
  assert.equal(changed('x', 'y', 'z', 'notes.txt'), 'refused: the file');
});
