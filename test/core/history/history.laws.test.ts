import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { History, type Reversal } from '../../../src/core/history/history';
import type { FileChange } from '../../../src/core/operations/draft';
import type { Operation } from '../../../src/core/operations/operation';
import { perform } from '../../../src/core/operations/perform';
import { FILES, operation, SOURCES } from '../operations/operations';
import { workspace, type Texts, type Workspace } from '../workspace';

function textsOf({ store }: Workspace): Texts {
  return Object.fromEntries([...store.files()].map(({ path, text }) => [path, text]));
}

function make({ store }: Workspace, changes: readonly FileChange[]): void {
  for (const { path, after } of changes) {
    if (after === undefined) store.removeFile(path);
    else store.replaceFile(path, after);
  }
}

function reverse(at: Workspace, history: History, direction: 'undo' | 'redo'): Reversal {
  const reversal = history[direction]((path) => at.store.file(path)?.text);
  if (reversal.ok) {
    make(at, reversal.step.changes);
    history.commit(direction);
  }
  return reversal;
}

/** Does each group of operations as one step, and gives the texts after each. */
function doAll(
  at: Workspace,
  history: History,
  steps: readonly (readonly Operation[])[],
): readonly Texts[] {
  return steps.map((operations, index) => {
    const done = perform(at.store, at, operations);
    if (done.ok) {
      make(at, done.changes);
      history.record({ label: `step ${index}`, changes: done.changes });
    }
    return textsOf(at);
  });
}

const STEPS = fc.array(fc.array(operation(), { minLength: 1, maxLength: 2 }), { maxLength: 3 });

test('undoing everything gives every file back, and redoing everything what was done', () => {
  fc.assert(
    fc.property(STEPS, (steps) => {
      const at = workspace(FILES, SOURCES);
      const history = new History();
      const before = textsOf(at);
      const states = doAll(at, history, steps);
      let undone = 0;
      while (history.canUndo) {
        assert.ok(reverse(at, history, 'undo').ok);
        undone++;
      }
      assert.deepEqual(textsOf(at), before);
      for (; undone > 0; undone--) assert.ok(reverse(at, history, 'redo').ok);
      assert.deepEqual(textsOf(at), states.at(-1) ?? before);
      assert.ok(!history.canRedo);
    }),
    { numRuns: 10_000 },
  );
});

test('every step can be undone by itself, one after the other', () => {
  fc.assert(
    fc.property(STEPS, (steps) => {
      const at = workspace(FILES, SOURCES);
      const history = new History();
      const states = [textsOf(at), ...doAll(at, history, steps)];
      const distinct = states.filter(
        (each, index) => JSON.stringify(each) !== JSON.stringify(states[index - 1]),
      );
      for (const state of distinct.reverse()) {
        assert.deepEqual(textsOf(at), state);
        while (history.canUndo && JSON.stringify(textsOf(at)) === JSON.stringify(state)) {
          assert.ok(reverse(at, history, 'undo').ok);
        }
      }
    }),
    { numRuns: 1000 },
  );
});

test('a step is undone in a file that was changed elsewhere, and that change stays', () => {
  const word = fc.constantFrom('a', 'b', '\n', ' ', 'ab');
  const words = fc.array(word, { maxLength: 6 }).map((each) => each.join(''));
  fc.assert(
    fc.property(
      words,
      words,
      words,
      words,
      words,
      fc.boolean(),
      (head, old, middle, tail, fresh, isBefore) => {
        const own = isBefore ? 'X' : 'Y';
        const path = 'annotations/entities/x.yaml';
        const text = (one: string, two: string): string =>
          `${head}<${one}>${middle}<${two}>${tail}`;
        const before = isBefore ? text(old, 'their old') : text('their old', old);
        const after = isBefore ? text(own, 'their old') : text('their old', own);
        const now = isBefore ? text(own, fresh) : text(fresh, own);
        const history = new History();
        history.record({ label: 'own', changes: [{ path, before, after }] });
        const reversal = history.undo(() => now);
        assert.ok(reversal.ok);
        const [change] = reversal.step.changes;
        assert.equal(change?.before, now);
        assert.equal(change.after, isBefore ? text(old, fresh) : text(fresh, old));
      },
    ),
    { numRuns: 10_000 },
  );
});
