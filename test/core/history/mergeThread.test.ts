import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { changeByRecord } from '../../../src/core/history/byRecord';
import { mergeThread } from '../../../src/core/history/mergeThread';
import { parseFile } from '../../../src/core/storage/parse';
import { entityFile } from '../workspace';

const PATH = 'annotations/entities/ann.yaml';

function file(...comments: readonly string[]): string {
  const items = comments.map((text) => `  - { text: "${text}" }`);
  return entityFile('ann', ...(items.length === 0 ? [] : ['thread:', ...items]))[PATH] ?? '';
}

function undone(before: string, after: string, now: string): string {
  const result = changeByRecord({ path: PATH, before: after, after: before }, now);
  return result.ok ? (result.text ?? 'gone') : `refused: ${result.id ?? 'the file'}`;
}

test('a comment that is taken back goes alone, whatever others have said since', () => {
  assert.equal(undone(file('a'), file('a', 'mine'), file('a', 'mine', 'b')), file('a', 'b'));
  assert.equal(undone(file(), file('mine'), file('mine', 'b')), file('b'));
  assert.equal(undone(file(), file('mine'), file('mine')), file());
});

test('a comment that was deleted comes back where it was', () => {
  assert.equal(undone(file('a', 'b'), file('b'), file('b', 'c')), file('a', 'b', 'c'));
  assert.equal(undone(file('a', 'b'), file('a'), file('a', 'c')), file('a', 'b', 'c'));
});

test('other words for a comment are taken back, unless somebody found others since', () => {
  assert.equal(undone(file('a'), file('b'), file('b', 'c')), file('a', 'c'));
  assert.equal(undone(file('a'), file('b'), file('d', 'c')), 'refused: ann');
});

test('beside what others said, a change does what it did alone', () => {
  const thread = fc
    .uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 4 })
    .map((texts) => texts.map((text) => ({ text })));
  const theirs = fc.uniqueArray(fc.constantFrom('x', 'y', 'z'), { maxLength: 3 });
  fc.assert(
    fc.property(thread, thread, theirs, (base, goal, more) => {
      const said = more.map((text) => ({ text }));
      const merged = mergeThread(base, goal, [...base, ...said]);
      assert.ok(merged !== 'conflict');
      const own = (merged ?? []).filter(
        (each) => !JSON.stringify(said).includes(JSON.stringify(each)),
      );
      assert.deepEqual(own, goal);
      assert.equal(merged?.length ?? 0, goal.length + said.length);
      assert.deepEqual(mergeThread(base, goal, base) ?? [], goal);
    }),
    { numRuns: 5000 },
  );
});

test('the file is read as it was meant', () => {
  const content = parseFile(PATH, undone(file(), file('mine'), file('mine', 'b')))?.content;
  assert.ok(content?.kind === 'entity');
  assert.deepEqual(content.entity.thread, [{ text: 'b' }]);
});
