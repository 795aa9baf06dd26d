import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Problem } from '../../../src/core/model/problem';
import { newProblems } from '../../../src/core/rules/newProblems';

function problem(path: string, message: string, more: Partial<Problem> = {}): Problem {
  const place = { span: { start: 0, end: 0 }, line: 1, column: 1 };
  return { code: 'code', severity: 'warning', path, message, ...place, ...more };
}

const NONE: ReadonlyMap<string, string> = new Map();

test('a problem is the same in another line and with another severity', () => {
  const before = problem('a', 'wrong, see line 3', { annotation: 'a-00000a' });
  const now = problem('a', 'wrong, see line 17', {
    ...{ annotation: 'a-00000a', line: 9, column: 4, span: { start: 80, end: 90 } },
    severity: 'error',
  });
  assert.deepEqual(newProblems([now], [before], NONE), []);
});

test('a problem of another code, file, annotation or message is another one', () => {
  const before = problem('a', 'wrong', { annotation: 'a-00000a' });
  const others = [
    { ...before, code: 'other' },
    { ...before, path: 'b' },
    { ...before, annotation: 'a-00000b' },
    { ...before, message: 'bad' },
  ];
  assert.deepEqual(newProblems(others, [before], NONE), others);
});

test('of equal problems those beyond the number before are new', () => {
  const at = (line: number): Problem => problem('a', 'wrong', { line });
  assert.deepEqual(newProblems([at(1), at(2), at(3)], [at(7), at(8)], NONE), [at(3)]);
  assert.deepEqual(newProblems([at(1)], [at(7), at(8)], NONE), []);
});

test('renamed files are followed, also where a message names them', () => {
  const renames = new Map([
    ['annotations/a.txt.ann.yaml', 'annotations/b.txt.ann.yaml'],
    ['a.txt', 'b.txt'],
  ]);
  const before = problem('annotations/a.txt.ann.yaml', 'The source “a.txt” is odd, not “c”.');
  const now = problem('annotations/b.txt.ann.yaml', 'The source “b.txt” is odd, not “c”.');
  assert.deepEqual(newProblems([now], [before], renames), []);
  assert.deepEqual(newProblems([now], [before], NONE), [now]);
});

test('a discussion that was open is not new because it goes on', () => {
  const open = problem('a', 'boris said last: “Why?”.', {
    code: 'thread-open',
    annotation: 'a-00000a',
  });
  const now = { ...open, message: 'anna said last: “So.”.' };
  const other = { ...now, annotation: 'a-00000b' };
  assert.deepEqual(newProblems([now, other], [open], NONE), [other]);
});
