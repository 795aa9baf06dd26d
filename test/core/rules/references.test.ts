import assert from 'node:assert/strict';
import { test } from 'node:test';
import { annotationFile, entityFile, eventFile } from '../workspace';
import { found, problemsOf } from './found';

const TEXT = { 's.txt': 'He met Wang Yi.' };

function mention(...fields: readonly string[]): readonly string[] {
  return ['  a-4k7q2c:', '    exact: "Wang Yi"', '    start: 7', '    end: 14', ...fields];
}

test('a workspace whose references resolve has no problems', () => {
  const files = {
    ...entityFile('wang-yi'),
    ...entityFile('wang', 'mergedInto: wang-yi'),
    ...eventFile('meeting', 'participants:', '  - { role: actor, entity: wang-yi }'),
    ...annotationFile(
      's.txt',
      ...mention('    entity: wang'),
      '  a-9d1x0p:',
      '    exact: "met Wang Yi"',
      '    start: 3',
      '    end: 14',
      '    event: meeting',
      '    roles:',
      '      - { role: actor, target: a-4k7q2c }',
      '      - { role: recipient, target: wang-yi }',
      '      - { role: topic, target: meeting }',
    ),
  };
  assert.deepEqual(problemsOf(files, TEXT), []);
});

test('a mention of an entity that is not there is reported at the name it gives', () => {
  const files = annotationFile('s.txt', ...mention('    entity: li-hui # who?'));
  assert.deepEqual(found('entity-unknown', files, TEXT), ['9:13 li-hui']);
  const [problem] = problemsOf(files, TEXT);
  assert.equal(problem?.source, 's.txt');
  assert.equal(problem.annotation, 'a-4k7q2c');
  assert.equal(problem.path, 'annotations/s.txt.ann.yaml');
  assert.equal(problem.severity, 'error');
  assert.equal(problem.message, 'There is no entity “li-hui”.');
});

test('an id that every object inherits is unknown like any other', () => {
  const files = annotationFile('s.txt', ...mention('    entity: constructor'));
  assert.equal(found('entity-unknown', files, TEXT).length, 1);
});

test('an event is no entity', () => {
  const files = {
    ...eventFile('meeting'),
    ...annotationFile('s.txt', ...mention('    entity: meeting')),
  };
  assert.deepEqual(found('entity-unknown', files, TEXT), ['9:13 meeting']);
});

test('evidence of an event that is not there is reported', () => {
  const files = annotationFile('s.txt', ...mention('    event: nowhere'));
  assert.deepEqual(found('event-unknown', files, TEXT), ['9:12 nowhere']);
});

test('records merged into what is not there are reported', () => {
  const entity = entityFile('wang', 'mergedInto: gone');
  assert.deepEqual(found('entity-unknown', entity), ['5:13 gone']);
  const event = eventFile('talk', 'mergedInto: gone');
  assert.deepEqual(found('event-unknown', event), ['5:13 gone']);
});

test('a role that names nothing is reported at its target, in block and in flow form', () => {
  const files = annotationFile(
    's.txt',
    ...mention(
      '    type: statement',
      '    roles:',
      '      - { role: speaker, target: nobody }',
      '      - role: addressee',
      '        target: a-000000',
    ),
  );
  assert.deepEqual(found('role-target-unknown', files, TEXT), ['11:34 nobody', '13:17 a-000000']);
});

test('an annotation of another source is no target', () => {
  const files = {
    ...annotationFile('t.txt', '  a-000000:', '    exact: "x"'),
    ...annotationFile(
      's.txt',
      ...mention('    type: statement', '    roles: [{ role: speaker, target: a-000000 }]'),
    ),
  };
  const texts = { ...TEXT, 't.txt': 'x' };
  assert.deepEqual(found('role-target-unknown', files, texts), ['10:38 a-000000']);
});

test('a participant that is not there is reported', () => {
  const files = eventFile('talk', 'participants:', '  - { role: actor, entity: nobody }');
  assert.deepEqual(found('participant-unknown', files), ['6:28 nobody']);
});

test('an annotation file without its source says so at the path', () => {
  const files = annotationFile('s.txt', ...mention());
  assert.deepEqual(found('source-missing', files), ['3:9 s.txt']);
  assert.deepEqual(found('orphaned', files), []);
});

test('an annotation file that names no source says so at its start', () => {
  const files = { 'annotations/s.txt.ann.yaml': 'format: source-annotations/1\nannotations: {}\n' };
  assert.deepEqual(found('source-missing', files), ['1:1 ']);
});

test('one annotation id in two files is reported in both', () => {
  const files = {
    ...annotationFile('s.txt', ...mention('    note: "a"')),
    ...annotationFile('t.txt', ...mention('    note: "b"')),
  };
  const texts = { ...TEXT, 't.txt': 'He met Wang Yi.' };
  assert.deepEqual(found('id-duplicate', files, texts), ['5:3 a-4k7q2c', '5:3 a-4k7q2c']);
  const [problem] = problemsOf(files, texts);
  assert.match(problem?.message ?? '', /annotations\/t\.txt\.ann\.yaml/);
});

test('records merged in a circle are reported, each at its own merge', () => {
  const files = {
    ...entityFile('one', 'mergedInto: two'),
    ...entityFile('two', 'mergedInto: three'),
    ...entityFile('three', 'mergedInto: one'),
    ...entityFile('four', 'mergedInto: one'),
    ...eventFile('talk', 'mergedInto: talk'),
  };
  const problems = problemsOf(files).filter(({ code }) => code === 'merged-cycle');
  assert.deepEqual(
    problems.map(({ path, line }) => `${path}:${line}`),
    [
      'annotations/entities/one.yaml:5',
      'annotations/entities/three.yaml:5',
      'annotations/entities/two.yaml:5',
      'annotations/events/talk.yaml:5',
    ],
  );
  assert.match(problems[0]?.message ?? '', /“one” → “two” → “three” → “one”/);
});
