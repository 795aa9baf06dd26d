import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixesOf } from '../../../src/core/rules/check';
import { annotationFile, entityFile, eventFile, workspace } from '../workspace';
import { found, problemsOf } from './found';

const TEXT = { 's.txt': 'He met Wang Yi.' };
const PATH = 'annotations/s.txt.ann.yaml';

function rejected(...records: readonly string[]): Readonly<Record<string, string>> {
  const note = ['  a-000001:', '    exact: "He"', '    end: 2', '    note: "who?"'];
  return annotationFile('s.txt', ...note, 'rejected:', ...records);
}

test('a rejection of an entity that is not there is reported at the name it gives', () => {
  const files = rejected('  r-000001:', '    exact: "Wang"', '    start: 7', '    entity: wang');
  assert.deepEqual(found('entity-unknown', files, TEXT), ['13:13 wang']);
  const at = workspace(files, TEXT);
  const [problem] = problemsOf(files, TEXT);
  assert.ok(problem);
  const titles = fixesOf(at.store, problem, { sourceText: at.sourceText }).map(
    ({ title }) => title,
  );
  assert.deepEqual(titles, ['Remove the rejected suggestion “r-000001”']);
});

test('what is odd about rejections is reported at its place, whether the file is read fast or not', () => {
  const records = [
    '  r-000001:',
    '  r-000002:',
    '    entity: wang',
    '  r-000003: { exact: "x", type: person }',
    '  r-000004: { exact: "x", type: time, entity: wang }',
    '  r-000005: text',
  ];
  const expected = [
    '10:3 record-null',
    '11:3 annotation-incomplete',
    '13:33 value-invalid',
    '14:33 value-invalid',
    '15:3 record-null',
  ];
  const files = { ...entityFile('wang'), ...rejected(...records) };
  const odd = { ...files, [PATH]: `${files[PATH] ?? ''}# the end\nx: 'y'\n` };
  for (const each of [files, odd]) {
    const problems = problemsOf(each, TEXT);
    assert.deepEqual(
      problems.map(({ code, line, column }) => `${line}:${column} ${code}`),
      expected,
    );
  }
  assert.deepEqual(workspace(files).store.indexes.rejectionsOf('s.txt'), []);
});

test('a rejection that quotes nothing can be removed', () => {
  const files = rejected('  r-000001:', '  r-000002:', '    exact: "He"');
  const at = workspace(files, TEXT);
  const [problem] = problemsOf(files, TEXT);
  assert.ok(problem);
  const [fix] = fixesOf(at.store, problem, { sourceText: at.sourceText });
  assert.equal(fix?.title, 'Remove “r-000001”, which quotes nothing');
});

test('a rejection that is there twice keeps the file from being read, and says so', () => {
  const record = ['  r-000001:', '    exact: "He"'];
  const [problem, ...others] = problemsOf(rejected(...record, ...record), TEXT);
  assert.equal(problem?.code, 'record-duplicate');
  assert.match(problem.message, /The rejected suggestion “r-000001” is there twice/);
  assert.deepEqual(others, []);
});

test('“rejected” that is a list is reported', () => {
  const [problem] = problemsOf(rejected('  - exact: "He"'), TEXT);
  assert.equal(problem?.message, '“rejected” must be a map of keys.');
});

test('a name is not shared by entities that are said to be two', () => {
  const one = entityFile('wang-yi', 'aliases: ["Wang"]');
  const other = (...more: readonly string[]): Readonly<Record<string, string>> =>
    entityFile('wang-jun', 'aliases: ["Wang"]', ...more);
  assert.equal(found('alias-shared', { ...one, ...other() }).length, 2);
  assert.deepEqual(found('alias-shared', { ...one, ...other('distinctFrom: [wang-yi]') }), []);
});

test('records that are not there cannot be told apart from', () => {
  const files = {
    ...entityFile('wang-yi', 'distinctFrom: [wang-jun, talks]'),
    ...entityFile('wang-jun'),
    ...eventFile('talks', 'distinctFrom:', '  - meeting', '  - talk'),
  };
  assert.deepEqual(found('entity-unknown', files), ['5:26 talks']);
  assert.deepEqual(found('event-unknown', files), ['6:5 meeting', '7:5 talk']);
  const at = workspace(files);
  const [, problem] = problemsOf(files);
  assert.ok(problem);
  const [fix] = fixesOf(at.store, problem, { sourceText: at.sourceText });
  assert.ok(fix?.kind === 'edit');
  assert.equal(fix.title, 'Remove “meeting”');
});
