import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkWorkspace, fixesOf } from '../../../src/core/rules/check';
import type { Fix } from '../../../src/core/rules/fix';
import { applyEdits } from '../../../src/core/text/edits';
import {
  annotationFile,
  carryOut,
  entityFile,
  eventFile,
  workspace,
  type Workspace,
} from '../workspace';

const PATH = 'annotations/s.txt.ann.yaml';

function record(id: string, ...fields: readonly string[]): string[] {
  return [`  ${id}:`, ...fields.map((field) => `    ${field}`)];
}

function titles(at: Workspace, code: string): readonly string[] {
  return fixesFor(at, code).map(({ title }) => title);
}

/** Of the first problem with the code. */
function fixesFor(at: Workspace, code: string): readonly Fix[] {
  const problem = checkWorkspace(at.store, at).find((each) => each.code === code);
  return problem === undefined ? [] : fixesOf(at.store, problem, at);
}

function take(at: Workspace, code: string, title: string): string {
  const fix = fixesFor(at, code).find((each) => each.title === title);
  assert.ok(fix !== undefined, titles(at, code).join('; '));
  if (fix.kind === 'operations') carryOut(at, fix.operations);
  else {
    const text = at.store.file(fix.path)?.text ?? '';
    at.store.replaceFile(fix.path, applyEdits(text, fix.edits));
  }
  return at.store.file(PATH)?.text ?? '';
}

test('a fix touches only what it says: comments, foreign keys and other problems stay', () => {
  const files = annotationFile(
    's.txt',
    ...record(
      'a-00000a',
      'exact: "Anna" # who?',
      'entity: anna # unsure',
      'type: persn',
      'x: { y: 1 }',
    ),
  );
  const at = workspace({ ...files, ...entityFile('anne') }, { 's.txt': 'Anna.' });
  const after = take(at, 'entity-unknown', 'Change to “anne” (anne)');
  assert.equal(after, (files[PATH] ?? '').replace('entity: anna', 'entity: anne'));
  assert.deepEqual(
    checkWorkspace(at.store, at).map(({ code }) => code),
    ['type-unknown'],
  );
});

test('roles that named a deleted double name the one that stays', () => {
  const at = workspace(
    annotationFile(
      's.txt',
      ...record('a-00000a', 'exact: "Anna"', 'start: 0', 'end: 4', 'note: "n"'),
      ...record('a-00000b', 'exact: "Anna"', 'start: 0', 'end: 4', 'note: "n"'),
      ...record(
        'a-00000c',
        'exact: "left"',
        'type: statement',
        'roles: [{ role: speaker, target: a-00000b }]',
      ),
    ),
    { 's.txt': 'Anna left.' },
  );
  const after = take(at, 'annotation-duplicate', 'Keep “a-00000a” and delete “a-00000b”');
  assert.doesNotMatch(after, /a-00000b/);
  assert.match(after, /role: speaker, target: a-00000a/);
});

test('orphaned words that stand elsewhere are offered there, the nearest first', () => {
  const text = `${'Nothing. '.repeat(9)}Xi left. Xi came.\n`;
  const at = workspace(
    annotationFile(
      's.txt',
      ...record(
        'a-00000a',
        'exact: "Xi"',
        'prefix: "President of the Republic "',
        'start: 0',
        'end: 2',
        'note: "n"',
      ),
    ),
    { 's.txt': text },
  );
  assert.deepEqual(titles(at, 'orphaned'), [
    'Re-anchor to “Xi” in line 1 before “left. Xi came.”: the same words',
    'Re-anchor to “Xi” in line 1 before “came.”: the same words',
    'Delete the annotation “Xi”',
  ]);
});

test('what certain problems of one kind ask for can be done at once', () => {
  const at = workspace(
    annotationFile(
      's.txt',
      ...record('a-00000a', 'exact: "Anna"', 'type: time', 'value: "26.04.2023"'),
      ...record('a-00000b', 'exact: "left"', 'type: time', 'value: "27.04.2023"'),
      ...record('a-00000c', 'exact: "then"', 'type: time', 'value: "04/05/2023"'),
    ),
    { 's.txt': 'Anna left then.' },
  );
  assert.deepEqual(titles(at, 'date-invalid'), [
    'Write “2023-04-26”',
    'Fix all 2 of this kind in the file',
  ]);
  const after = take(at, 'date-invalid', 'Fix all 2 of this kind in the file');
  assert.match(after, /"2023-04-26"[^]*"2023-04-27"[^]*"04\/05\/2023"/);
});

test('a hash is not refreshed while an annotation has no certain place', () => {
  const at = workspace(
    {
      [PATH]: [
        'format: source-annotations/1',
        'source: { path: s.txt, blob: "0000000" }',
        'annotations:',
        ...record('a-00000a', 'exact: "Gone"', 'start: 0', 'end: 4', 'note: "n"'),
        '',
      ].join('\n'),
    },
    { 's.txt': 'Anna.' },
  );
  assert.deepEqual(titles(at, 'hash-stale'), []);
});

test('two sides of a conflict that say the same need no choice', () => {
  const path = 'annotations/events/e.yaml';
  const text = 'format: event/1\n<<<<<<< a\ntype: aid\n=======\ntype: aid\n>>>>>>> b\ntitle: "T"\n';
  const at = workspace({ [path]: text });
  const [fix, ...others] = fixesFor(at, 'conflict-marker');
  assert.equal(fix?.isPreferred, true);
  assert.deepEqual(others, []);
});

test('a marker that was left over is taken out', () => {
  const [path] = Object.keys(eventFile('e'));
  const text = `${eventFile('e')[path ?? ''] ?? ''}>>>>>>> b\n`;
  const at = workspace({ [path ?? '']: text });
  const [fix] = fixesFor(at, 'conflict-marker');
  assert.equal(fix?.title, 'Remove the marker');
  assert.equal(
    fix.kind === 'edit' ? applyEdits(text, fix.edits) : '',
    text.replace('>>>>>>> b\n', ''),
  );
});

test('a problem that is no longer there has no fixes', () => {
  const at = workspace(entityFile('anna', 'mergedInto: ann'));
  const [problem] = checkWorkspace(at.store, at);
  assert.ok(problem !== undefined);
  assert.notEqual(fixesOf(at.store, problem, at).length, 0);
  const [[path, text]] = Object.entries(entityFile('anna')) as [[string, string]];
  at.store.replaceFile(path, text);
  assert.deepEqual(fixesOf(at.store, problem, at), []);
  at.store.removeFile(path);
  assert.deepEqual(fixesOf(at.store, problem, at), []);
});

test('annotations of a source that was moved for certain move along', () => {
  const files = annotationFile('old.txt', ...record('a-00000a', 'exact: "Anna"', 'note: "n"'));
  const at = workspace(files, { 's.txt': 'Anna.' });
  at.store.setMoves(new Map([['old.txt', { to: 's.txt', certain: true }]]));
  assert.deepEqual(
    checkWorkspace(at.store, at).map(({ code, message }) => `${code}: ${message}`),
    ['source-moved: The source “old.txt” is now “s.txt”; its annotations are still where it was.'],
  );
  const after = take(at, 'source-moved', 'Move the annotations along to “s.txt”');
  assert.match(after, /path: "s\.txt"/);
  assert.equal(at.store.file('annotations/old.txt.ann.yaml'), undefined);
  assert.deepEqual(checkWorkspace(at.store, at), []);
});

test('the hash of a source that is being typed in is not compared', () => {
  const text =
    'format: source-annotations/1\nsource: { path: s.txt, blob: "0" }\nannotations: {}\n';
  const at = workspace({ [PATH]: text }, { 's.txt': 'Anna.' });
  const codes = (isUnsaved: boolean): readonly string[] =>
    checkWorkspace(at.store, { ...at, isUnsaved: () => isUnsaved }).map(({ code }) => code);
  assert.deepEqual([codes(false), codes(true)], [['hash-stale'], []]);
});

test('the evidence of a relation goes to the one of two annotations that stays', () => {
  const relation = '  - { type: member-of, entity: min, evidence: [a-00000b] } # as it was';
  const at = workspace(
    {
      ...entityFile('wang-yi', 'relations:', relation),
      ...entityFile('min'),
      ...annotationFile(
        's.txt',
        ...record('a-00000a', 'exact: "Wang"', 'note: "n"'),
        ...record('a-00000b', 'exact: "Wang"', 'note: "n"'),
      ),
    },
    { 's.txt': 'Wang came.' },
  );
  take(at, 'annotation-duplicate', 'Keep “a-00000a” and delete “a-00000b”');
  const text = at.store.file('annotations/entities/wang-yi.yaml')?.text ?? '';
  assert.ok(text.includes(relation.replace('a-00000b', 'a-00000a')));
});
