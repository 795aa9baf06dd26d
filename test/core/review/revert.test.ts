import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Change } from '../../../src/core/review/change';
import { compare } from '../../../src/core/review/compare';
import { reversalOf, reverted } from '../../../src/core/review/revert';
import { annotationFile, entityFile, type Texts } from '../workspace';
import { revisions } from './accounting';

const PATH = 'annotations/s.txt.ann.yaml';
const record = (id: string, start: number, ...more: readonly string[]): readonly string[] => [
  `  ${id}:`,
  '    exact: "Ann"',
  `    start: ${start}`,
  `    end: ${start + 3}`,
  ...more,
];
const ONE = record('a-000001', 5, '    entity: ann # her');
const TWO = record('a-000002', 15, '    entity: bob');
const textOf = (...records: readonly (readonly string[])[]): string =>
  annotationFile('s.txt', ...records.flat())[PATH] ?? '';

function changeOf(before: Texts, after: Texts, id: string): Change {
  const change = compare(revisions(before, after)).changes.find(({ key }) => key.endsWith(id));
  if (change === undefined) throw new Error('there is no change');
  return change;
}

/** The newer text without the change of one record or of the source. */
function back(before: string | undefined, after: string | undefined, id: string): unknown {
  const files = (text: string | undefined): Texts => (text === undefined ? {} : { [PATH]: text });
  const result = reverted(changeOf(files(before), files(after), id), before, after);
  return result.kind === 'text' ? result.text : result;
}

test('a change is taken back with the lines that were there, comments and line breaks kept', () => {
  const before = textOf(ONE, TWO);
  const after = textOf(
    record('a-000001', 5, '    entity: eve'),
    ['  # next'],
    TWO,
    record('a-000003', 20),
  );
  assert.equal(
    back(before, after, 'a-000001'),
    textOf(ONE, ['  # next'], TWO, record('a-000003', 20)),
  );
  assert.equal(
    back(before, after.replaceAll('\n', '\r\n'), 'a-000001'),
    textOf(ONE, ['  # next'], TWO, record('a-000003', 20)).replaceAll('\n', '\r\n'),
  );
});

test('what was removed comes back where it was, what was added goes', () => {
  assert.equal(back(textOf(ONE, TWO), textOf(TWO), 'a-000001'), textOf(ONE, TWO));
  assert.equal(back(textOf(ONE), textOf(ONE, TWO), 'a-000002'), textOf(ONE));
  assert.equal(back(textOf(), textOf(ONE), 'a-000001'), textOf());
  assert.equal(back(textOf(), textOf(ONE, TWO), 'a-000001'), textOf(TWO));
});

test('a record comes back in the file that has gone, and the file goes with its last one', () => {
  assert.equal(back(textOf(ONE, TWO), undefined, 'a-000001'), textOf(ONE));
  assert.equal(back(undefined, textOf(ONE), 'a-000001'), textOf());
  assert.deepEqual(back(undefined, textOf(), 'metadata annotations/s.txt.ann.yaml'), {
    kind: 'removed',
  });
  assert.deepEqual(back(undefined, textOf(ONE), 'metadata annotations/s.txt.ann.yaml'), {
    kind: 'impossible',
    why: 'The file has annotations that are new, too. Revert those first.',
  });
});

test('the files of records come back and go as wholes', () => {
  const path = 'annotations/entities/ann.yaml';
  const text = entityFile('ann')[path] ?? '';
  const added = changeOf({}, { [path]: text }, path);
  assert.deepEqual(reverted(added, undefined, text), { kind: 'removed' });
  const removed = changeOf({ [path]: text }, {}, path);
  assert.deepEqual(reverted(removed, text, undefined), { kind: 'text', text });
  const merged = text + '# kept\nmergedInto: bob\n';
  const change = changeOf({ [path]: text }, { [path]: merged }, `entity ${path}`);
  assert.deepEqual(reverted(change, text, merged), { kind: 'text', text: `${text}# kept\n` });
});

test('a change that is not there any more is not taken back', () => {
  const change = changeOf({ [PATH]: textOf(ONE) }, { [PATH]: textOf(ONE, TWO) }, 'a-000002');
  const result = reverted(change, textOf(ONE), textOf(ONE));
  assert.equal(result.kind, 'impossible');
});

test('what went to another file goes back, and a file that was renamed gets its path back', () => {
  const other = 'annotations/t.txt.ann.yaml';
  const before: Texts = { [PATH]: textOf(ONE, TWO), ...annotationFile('t.txt') };
  const after: Texts = { [PATH]: textOf(ONE), ...annotationFile('t.txt', ...TWO) };
  const moved = changeOf(before, after, 'a-000002');
  const texts: { before: Texts; after: Texts } = { before, after };
  assert.equal(reverted(moved, before[PATH], after[other]).kind, 'impossible');
  assert.deepEqual(
    reversalOf(moved, (side, path) => texts[side][path]),
    {
      kind: 'files',
      files: [
        { path: other, text: before[other] },
        { path: PATH, text: before[PATH] },
      ],
    },
  );
  const renamed: { before: Texts; after: Texts } = {
    before: { [PATH]: textOf(ONE, TWO) },
    after: annotationFile('t.txt', ...ONE, ...TWO),
  };
  const change = changeOf(renamed.before, renamed.after, `metadata ${other}`);
  assert.deepEqual(
    reversalOf(change, (side, path) => renamed[side][path]),
    {
      kind: 'files',
      files: [
        { path: other, text: undefined },
        { path: PATH, text: renamed.before[PATH] },
      ],
    },
  );
});
