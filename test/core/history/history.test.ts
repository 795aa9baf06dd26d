import assert from 'node:assert/strict';
import { test } from 'node:test';
import { History } from '../../../src/core/history/history';
import { commonEnds } from '../../../src/core/text/edits';

/** No file of the format: any text will do. */
const PATH = 'a.txt';

function step(before: string | undefined, after: string | undefined, path = PATH, label = 'step') {
  return { label, changes: [{ path, before, after }] };
}

/** Undoes or redoes in files that hold what the map says, and says what became of it. */
function reverse(history: History, direction: 'undo' | 'redo', files: Map<string, string>): string {
  const reversal = history[direction]((path) => files.get(path));
  if (!reversal.ok) return reversal.reason;
  for (const { path, after } of reversal.step.changes) {
    if (after === undefined) files.delete(path);
    else files.set(path, after);
  }
  history.commit(direction);
  return reversal.step.label;
}

test('with nothing done there is nothing to undo or redo', () => {
  const history = new History();
  assert.ok(!history.canUndo && !history.canRedo);
  assert.equal(reverse(history, 'undo', new Map()), 'nothing');
  assert.equal(reverse(history, 'redo', new Map()), 'nothing');
});

test('steps are undone from the last to the first, and redone in their order', () => {
  const history = new History();
  const files = new Map([[PATH, 'c']]);
  history.record(step('a', 'b', PATH, 'one'));
  history.record(step('b', 'c', PATH, 'two'));
  assert.deepEqual([reverse(history, 'undo', files), files.get(PATH)], ['two', 'b']);
  assert.deepEqual([reverse(history, 'undo', files), files.get(PATH)], ['one', 'a']);
  assert.deepEqual([reverse(history, 'redo', files), files.get(PATH)], ['one', 'b']);
  assert.deepEqual([reverse(history, 'redo', files), files.get(PATH)], ['two', 'c']);
});

test('a file that was made goes again, and comes back', () => {
  const history = new History();
  const files = new Map([[PATH, 'new']]);
  history.record(step(undefined, 'new'));
  reverse(history, 'undo', files);
  assert.ok(!files.has(PATH));
  reverse(history, 'redo', files);
  assert.equal(files.get(PATH), 'new');
});

test('after a new step what was undone can no longer be redone', () => {
  const history = new History();
  const files = new Map([[PATH, 'b']]);
  history.record(step('a', 'b'));
  reverse(history, 'undo', files);
  history.record(step('a', 'c'));
  assert.ok(!history.canRedo);
});

test('a write that fails loses no step', () => {
  const history = new History();
  history.record(step('a', 'b'));
  assert.ok(history.undo(() => 'b').ok);
  assert.ok(history.undo(() => 'b').ok);
  assert.ok(history.canUndo && !history.canRedo);
});

test('a change at the same place stops an undo, and names the file', () => {
  const history = new History();
  history.record(step('one two three', 'one 2 three'));
  const reversal = history.undo(() => 'one zwei three');
  assert.deepEqual(reversal, { ok: false, reason: 'changed', path: PATH });
  assert.ok(history.canUndo);
});

test('a change elsewhere in the file stays, before and behind the place of the step', () => {
  const history = new History();
  history.record(step('one two three', 'one 2 three'));
  for (const [now, then] of [
    ['ONE 2 three', 'ONE two three'],
    ['one 2 three four', 'one two three four'],
    ['zero one 2 three', 'zero one two three'],
  ] as const) {
    const reversal = history.undo(() => now);
    assert.ok(reversal.ok);
    assert.equal(reversal.step.changes[0]?.after, then);
  }
});

test('of a step in several files all are reversed or none', () => {
  const history = new History();
  const changes = [
    { path: 'a', before: '1', after: '2' },
    { path: 'b', before: undefined, after: 'new' },
  ];
  history.record({ label: 'both', changes });
  const other = new Map([
    ['a', '2'],
    ['b', 'edited since'],
  ]);
  assert.deepEqual(
    history.undo((path) => other.get(path)),
    { ok: false, reason: 'changed', path: 'b' },
  );
  const same = new Map([
    ['a', '2'],
    ['b', 'new'],
  ]);
  assert.ok(history.undo((path) => same.get(path)).ok);
});

test('a file that is gone, or came back, stops the reversal', () => {
  const history = new History();
  history.record(step('a', 'b'));
  assert.equal(history.undo(() => undefined).ok, false);
  history.record(step('a', undefined));
  assert.equal(history.undo(() => 'made anew').ok, false);
});

test('two hundred steps are remembered', () => {
  const history = new History();
  for (let index = 0; index < 250; index++) history.record(step(`${index}`, `${index + 1}`));
  const files = new Map([[PATH, '250']]);
  let count = 0;
  while (history.canUndo && reverse(history, 'undo', files) === 'step') count++;
  assert.deepEqual([count, files.get(PATH)], [200, '50']);
});

test('common ends of long texts are found to the character', () => {
  for (const at of [0, 1, 1023, 1024, 1025, 2048, 2999]) {
    const text = 'x'.repeat(3000);
    const other = `${text.slice(0, at)}y${text.slice(at)}`;
    assert.deepEqual(commonEnds(text, other), { prefix: at, suffix: 3000 - at });
    assert.deepEqual(commonEnds(other, text), { prefix: at, suffix: 3000 - at });
  }
});

test('common ends do not overlap', () => {
  assert.deepEqual(commonEnds('aaa', 'aa'), { prefix: 2, suffix: 0 });
  assert.deepEqual(commonEnds('abc', 'axc'), { prefix: 1, suffix: 1 });
  assert.deepEqual(commonEnds('', 'x'), { prefix: 0, suffix: 0 });
  assert.deepEqual(commonEnds('same', 'same'), { prefix: 4, suffix: 0 });
});

test('an automatic step goes and comes with the step of the person below it', () => {
  const history = new History();
  const files = new Map([
    [PATH, 'one'],
    ['b', 'one'],
  ]);
  history.record(step('zero', 'one', PATH, 'own'));
  history.record({ ...step('one', 'two', PATH, 'follow'), automatic: true });
  history.record({ ...step('zero', 'one', 'b', 'follow'), automatic: true });
  files.set(PATH, 'two');
  assert.equal(reverse(history, 'undo', files), 'own');
  assert.deepEqual([...files.values()], ['zero', 'zero']);
  assert.ok(!history.canUndo);
  assert.equal(reverse(history, 'redo', files), 'own');
  assert.deepEqual([...files.values()], ['two', 'one']);
  assert.ok(!history.canRedo);
});

test('an automatic step by itself is not remembered, and leaves what can be redone', () => {
  const history = new History();
  history.record({ ...step('a', 'b'), automatic: true });
  assert.ok(!history.canUndo);
  const files = new Map([[PATH, 'b']]);
  history.record(step('a', 'b', PATH, 'own'));
  reverse(history, 'undo', files);
  history.record({ ...step('x', 'y', 'other'), automatic: true });
  assert.equal(reverse(history, 'redo', files), 'own');
});

test('an automatic step that others have changed since does not stop the undo', () => {
  const history = new History();
  history.record(step('one two', 'one 2', PATH, 'own'));
  history.record({ ...step('a b c', 'a B c', 'b'), automatic: true });
  const files = new Map([
    [PATH, 'one 2'],
    ['b', 'a beta c'],
  ]);
  assert.equal(reverse(history, 'undo', files), 'own');
  assert.deepEqual([...files.values()], ['one two', 'a beta c']);
});

test('automatic steps do not push out what the person did', () => {
  const history = new History();
  history.record(step('own', 'done', 'own', 'own'));
  for (let index = 0; index < 1000; index++) {
    history.record({ ...step(`${index}`, `${index + 1}`), automatic: true });
  }
  const files = new Map([
    ['own', 'done'],
    [PATH, '1000'],
  ]);
  assert.equal(reverse(history, 'undo', files), 'own');
  assert.equal(files.get('own'), 'own');
});

test('a hundred steps in a large file give every text back', () => {
  const history = new History();
  const large = 'x'.repeat(200_000);
  const texts = Array.from({ length: 101 }, (_, index) => `${large}${index}\n${large}`);
  for (let index = 0; index < 100; index++) {
    history.record(step(texts[index], texts[index + 1]));
  }
  const files = new Map([[PATH, texts[100] ?? '']]);
  for (let index = 99; index >= 0; index--) {
    assert.equal(reverse(history, 'undo', files), 'step');
    assert.ok(files.get(PATH) === texts[index]);
  }
  for (let index = 1; index <= 100; index++) {
    assert.equal(reverse(history, 'redo', files), 'step');
    assert.ok(files.get(PATH) === texts[index]);
  }
});
