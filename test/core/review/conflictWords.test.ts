import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conflictWords, type ConflictWords } from '../../../src/core/review/conflictWords';
import { conflictsOf } from '../../../src/core/review/conflicted/resolve';
import { lines } from '../workspace';

const NAMES = new Map([['wang-yi', 'Wang Yi']]);

function wordsOf(
  path: string,
  base: string,
  ours: string,
  theirs: string,
): readonly ConflictWords[] {
  const text = `<<<<<<< HEAD\n${ours}=======\n${theirs}>>>>>>> anna\n`;
  return conflictsOf(path, text, base).map((each) => conflictWords(each, (id) => NAMES.get(id)));
}

function file(...says: readonly string[]): string {
  const head = ['format: source-annotations/1', 'source:', '  path: s.txt', 'annotations:'];
  const record = ['  a-00000a:', '    exact: "Wang"', '    start: 0', '    end: 4'];
  return lines(...head, ...record, ...says.map((line) => `    ${line}`));
}

test('a conflict is called by its passage, and each side by what it says of the fields that differ', () => {
  const path = 'annotations/s.txt.ann.yaml';
  assert.deepEqual(
    wordsOf(
      path,
      file('entity: wang'),
      file('entity: wang-yi', 'note: "Him."'),
      file('entity: li', 'note: "Not\\nhim."'),
    ),
    [
      {
        title: 'the annotation “Wang”',
        ours: 'entity: Wang Yi (wang-yi) · note: Him.',
        theirs: 'entity: li · note: Not him.',
      },
    ],
  );
});

test('a record is called by its name, and that a side removed something is said', () => {
  const entity = (...more: readonly string[]): string =>
    lines('format: entity/1', 'id: wang', 'type: person', ...more);
  assert.deepEqual(
    wordsOf(
      'annotations/entities/wang.yaml',
      entity('name: "Wang"', 'note: "x"'),
      entity('name: "Wang Yi"', 'note: "x"'),
      entity('name: "Wang Er"', 'note: "x"'),
    ),
    [{ title: 'the record “Wang Yi”', ours: 'name: Wang Yi', theirs: 'name: Wang Er' }],
  );
  const rest = ['  a-00000b:', '    exact: "b"', '    start: 9', '    end: 10', '    note: "n"'];
  const base = `${file('entity: wang')}${lines(...rest)}`;
  const [head = ''] = file().split('  a-00000a');
  assert.deepEqual(
    wordsOf(
      'annotations/s.txt.ann.yaml',
      base,
      `${head}${lines(...rest)}`,
      base.replace('entity: wang', 'entity: li'),
    ),
    [{ title: 'the annotation “Wang”', ours: 'removes it', theirs: 'changes it' }],
  );
});
