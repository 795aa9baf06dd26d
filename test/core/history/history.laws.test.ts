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
  const files = [...store.files()].map(({ path, text }) => [path, text] as const);
  return Object.fromEntries(files.sort(([a], [b]) => (a < b ? -1 : 1)));
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

/** The number of runs: all of them when everything is asked for. */
function runs(short: number, full: number): { readonly numRuns: number } {
  return { numRuns: process.env['LONG'] === '1' ? full : short };
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
    runs(1_500, 10_000),
  );
});

test('long work with automatic steps in between is undone and redone to the byte', () => {
  const work = fc.array(
    fc.record({
      operations: fc.array(operation(), { minLength: 1, maxLength: 3 }),
      automatic: fc.constantFrom(false, false, true),
    }),
    { minLength: 10, maxLength: 40 },
  );
  fc.assert(
    fc.property(work, (steps) => {
      const at = workspace(FILES, SOURCES);
      const history = new History();
      const states: Texts[] = [];
      for (const { operations, automatic } of steps) {
        const done = perform(at.store, at, operations);
        if (!done.ok || done.changes.length === 0) continue;
        // What an automatic step did before all others is not undone.
        if (automatic && states.length === 0) continue;
        if (!automatic) states.push(textsOf(at));
        make(at, done.changes);
        history.record({ label: 'step', changes: done.changes, automatic });
      }
      const last = textsOf(at);
      for (const before of [...states].reverse()) {
        assert.ok(reverse(at, history, 'undo').ok);
        assert.deepEqual(textsOf(at), before);
      }
      assert.ok(!history.canUndo);
      for (const after of [...states.slice(1)]) {
        assert.ok(reverse(at, history, 'redo').ok);
        assert.deepEqual(textsOf(at), after);
      }
      if (states.length > 0) assert.ok(reverse(at, history, 'redo').ok);
      assert.deepEqual(textsOf(at), last);
    }),
    runs(40, 1_000),
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
    runs(300, 2_000),
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
        const path = 'x.txt';
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
