import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AnnotationFile } from '../../../src/core/storage/annotationFile';
import { parseFile } from '../../../src/core/storage/parse';
import { lines } from '../workspace';

const PATH = 'annotations/s.txt.ann.yaml';

function read(...text: readonly string[]): { file: AnnotationFile; problems: readonly string[] } {
  const parsed = parseFile(PATH, lines('format: source-annotations/1', ...text));
  assert.ok(parsed?.content?.kind === 'annotations');
  const problems = parsed.problems.map(({ code, line, column }) => `${code} ${line}:${column}`);
  return { file: parsed.content, problems };
}

test('a whole annotation is read with all that it says', () => {
  const { file, problems } = read(
    'annotations:',
    '  a-9d1x0p:',
    '    exact: "met with Wang Yi"',
    '    prefix: "He "',
    '    suffix: "."',
    '    start: 521',
    '    end: 537',
    '    event: meeting',
    '    roles:',
    '      - { role: actor, target: a-7aa3fe }',
    '    certainty: probable',
    '    polarity: negative',
    '    credibility: 2',
    '    attributes: { tone: dry, weight: 1.5, checked: true }',
    '    by: AB',
    '    status: disputed',
    '    note: "n"',
    '    unknown: kept',
  );
  assert.deepEqual(problems, []);
  assert.deepEqual(file.annotations, [
    {
      id: 'a-9d1x0p',
      targets: [{ exact: 'met with Wang Yi', prefix: 'He ', suffix: '.', start: 521, end: 537 }],
      event: 'meeting',
      roles: [{ role: 'actor', target: 'a-7aa3fe' }],
      certainty: 'probable',
      polarity: 'negative',
      credibility: 2,
      attributes: { tone: 'dry', weight: 1.5, checked: true },
      by: 'AB',
      status: 'disputed',
      note: 'n',
    },
  ]);
});

test('what an annotation leaves out has its plain meaning', () => {
  const { file } = read('annotations:', '  a-1:', '    exact: "x"');
  assert.deepEqual(file.annotations, [
    {
      id: 'a-1',
      targets: [{ exact: 'x', prefix: '', suffix: '', start: 0, end: 0 }],
      roles: [],
      attributes: {},
      status: 'accepted',
    },
  ]);
});

test('fragments are targets in their order, and count before the flat keys', () => {
  const { file, problems } = read(
    'annotations:',
    '  a-1:',
    '    exact: "x"',
    '    fragments:',
    '      - { exact: "a", start: 1, end: 2 }',
    '      - { prefix: "no words" }',
    '      - { exact: "b", start: 5, end: 6 }',
  );
  assert.deepEqual(
    file.annotations[0]?.targets.map(({ exact }) => exact),
    ['a', 'b'],
  );
  assert.deepEqual(problems, ['value-invalid 7:9']);
});

test('a record that cannot be found in a text is reported, and keeps its place', () => {
  const { file, problems } = read(
    'annotations:',
    '  a-1:',
    '  a-2: text',
    '  a-3: [1]',
    '  a-4: { note: "n" }',
    '  a-5: { exact: null }',
    '  a-6: { exact: [x] }',
  );
  assert.deepEqual(file.annotations, []);
  assert.deepEqual([...file.places.keys()], ['a-1', 'a-2', 'a-3', 'a-4', 'a-5', 'a-6']);
  assert.deepEqual(problems, [
    'record-null 3:3',
    'record-null 4:3',
    'record-null 5:3',
    'annotation-incomplete 6:3',
    'annotation-incomplete 7:3',
    'value-invalid 8:17',
    'annotation-incomplete 8:3',
  ]);
});

test('a value of the wrong type is reported at its place and read as absent', () => {
  const { file, problems } = read(
    'annotations:',
    '  a-1:',
    '    exact: "x"',
    '    start: soon',
    '    end: 1.5',
    '    entity: [wang]',
    '    roles: actor',
    '    status: maybe',
    '    credibility: high',
    '    attributes: { a: [1], b: null }',
  );
  const places = problems.map((each) => each.split(' ')[1]).sort();
  assert.deepEqual(places, ['10:18', '11:22', '11:30', '5:12', '6:10', '7:13', '8:12', '9:13']);
  assert.ok(problems.every((each) => each.startsWith('value-invalid')));
  assert.equal(problems.length, 8);
  assert.equal(file.annotations[0]?.entity, undefined);
  assert.equal(file.annotations[0]?.status, 'accepted');
});

test('offsets that make no sense are clamped, so that nothing behind them has to care', () => {
  const { file } = read('annotations:', '  a-1: { exact: "x", start: -5, end: -9 }');
  assert.deepEqual(file.annotations[0]?.targets[0], {
    exact: 'x',
    prefix: '',
    suffix: '',
    start: 0,
    end: 0,
  });
});

test('numbers and booleans without quotes are the text as it is written', () => {
  const { file, problems } = read(
    'annotations:',
    '  a-1:',
    '    exact: 007',
    '    value: 2024',
    '    note: 1.10',
    '    by: True',
  );
  assert.deepEqual(problems, []);
  const [annotation] = file.annotations;
  assert.equal(annotation?.targets[0].exact, '007');
  assert.deepEqual([annotation.value, annotation.note, annotation.by], ['2024', '1.10', 'True']);
});

test('an annotation about both an entity and an event is reported', () => {
  const { problems } = read('annotations:', '  a-1: { exact: "x", entity: a, event: b }');
  assert.deepEqual(problems, ['body-ambiguous 3:3']);
});

test('what the file says of its source is read, and is of the source by its place otherwise', () => {
  const { file } = read(
    'source:',
    '  path: s.txt',
    '  blob: "abc"',
    '  title: "T"',
    '  published: 2024-07-25',
    '  reliability: B',
    '  body: [[0, 12], [20, 30]]',
  );
  assert.deepEqual(file.source, {
    path: 's.txt',
    blob: 'abc',
    title: 'T',
    published: '2024-07-25',
    reliability: 'B',
    body: [
      [0, 12],
      [20, 30],
    ],
  });
  assert.deepEqual(read('annotations: {}').file.source, { path: 's.txt' });
  assert.deepEqual(read('source:').file.source, { path: 's.txt' });
});

test('a path that leaves the workspace is refused, another source is pointed out', () => {
  for (const path of ['../s.txt', '/etc/passwd', 'C:/x', 'a\\\\b']) {
    const { file, problems } = read('source:', `  path: "${path}"`);
    assert.deepEqual(problems, ['path-outside 3:9']);
    assert.equal(file.source.path, 's.txt');
  }
  const { file, problems } = read('source:', '  path: other.txt');
  assert.deepEqual(problems, ['source-path-mismatch 3:9']);
  assert.equal(file.source.path, 'other.txt');
});

test('ranges of the body that are none are reported and left out', () => {
  const { file, problems } = read(
    'source:',
    '  body: [[0, 3], [5], [9, 2], [-1, 2], x, [1, 2, 3]]',
  );
  assert.deepEqual(file.source.body, [[0, 3]]);
  assert.equal(problems.length, 5);
});
