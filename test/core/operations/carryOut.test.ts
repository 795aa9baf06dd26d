/** Deciding anew while others write: when files are read again, locked, and given up. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { carryOut, type Files, type Held } from '../../../src/core/operations/carryOut';
import type { Refusal, Written } from '../../../src/core/operations/written';

const PATH = 'a.yaml';
const CHANGED: Refusal = { kind: 'changed', path: PATH };
const made = { ok: true, changes: [{ path: PATH, before: 'x', after: 'y' }] } as const;

/** Files whose writes end as given, one after the other, and what was done with them. */
function filesThat(
  ...ends: readonly (Refusal | undefined)[]
): Files<Held> & { readonly done: string[]; refusesLock?: Refusal } {
  const done: string[] = [];
  const left = [...ends];
  return {
    done,
    hold(this: { refusesLock?: Refusal }, paths) {
      done.push(`hold ${paths.join()}`);
      const { refusesLock } = this;
      if (refusesLock !== undefined) return Promise.resolve({ ok: false, refusal: refusesLock });
      const release = (): Promise<void> => {
        done.push('release');
        return Promise.resolve();
      };
      return Promise.resolve({ ok: true, held: { release } });
    },
    reload(paths) {
      done.push(`reload ${paths.join()}`);
      return Promise.resolve();
    },
    write(_changes, held): Promise<Written> {
      done.push(held === undefined ? 'write' : 'write held');
      const refusal = left.length === 1 ? left[0] : left.shift();
      return Promise.resolve(refusal === undefined ? { ok: true } : { ok: false, refusal });
    },
    pause: () => Promise.resolve(),
  };
}

test('what nobody disturbs is written once, and nothing is read or locked for it', async () => {
  const files = filesThat(undefined);
  const outcome = await carryOut(files, () => made);
  assert.deepEqual(outcome, { kind: 'written', decision: made });
  assert.deepEqual(files.done, ['write']);
});

test('files that were changed are read again before the next decision, and then locked', async () => {
  const files = filesThat(CHANGED, CHANGED, undefined);
  let decisions = 0;
  const outcome = await carryOut(files, () => {
    decisions += 1;
    return made;
  });
  assert.equal(outcome.kind, 'written');
  assert.equal(decisions, 3);
  const again = ['reload a.yaml', 'write'];
  const locked = ['hold a.yaml', 'reload a.yaml', 'write held', 'release'];
  assert.deepEqual(files.done, ['write', ...again, ...locked]);
});

test('a decision that nothing can be done writes nothing', async () => {
  const files = filesThat(undefined);
  const refused = { ok: false, why: 'taken' } as const;
  assert.deepEqual(await carryOut(files, () => refused), { kind: 'refused', decision: refused });
  assert.deepEqual(files.done, []);
});

test('a file that stands against it is read again once before that is the answer', async () => {
  const refused = { ok: false, path: PATH } as const;
  const files = filesThat(undefined);
  const decisions = [refused, made];
  const outcome = await carryOut(files, () => decisions.shift() ?? refused);
  assert.deepEqual(outcome, { kind: 'written', decision: made });
  assert.deepEqual(files.done, ['reload a.yaml', 'write']);

  const others = filesThat(undefined);
  const answer = await carryOut(others, () => refused);
  assert.deepEqual(answer, { kind: 'refused', decision: refused });
  assert.deepEqual(others.done, ['reload a.yaml']);
});

test('files that change all the time are given up, and every lock is released', async () => {
  const files = filesThat(CHANGED);
  assert.deepEqual(await carryOut(files, () => made), { kind: 'unwritten', refusal: CHANGED });
  assert.equal(files.done.filter((each) => each.startsWith('write')).length, 8);
  const count = (word: string): number => files.done.filter((each) => each.startsWith(word)).length;
  assert.equal(count('hold'), count('release'));
});

test('any other refusal is the answer at once', async () => {
  const full: Refusal = { kind: 'failed', path: PATH, error: new Error('full'), kept: [] };
  const files = filesThat(full);
  assert.deepEqual(await carryOut(files, () => made), { kind: 'unwritten', refusal: full });
  assert.deepEqual(files.done, ['write']);
});

test('a file that somebody keeps locked is the answer; where no lock can be made it goes on', async () => {
  const busy: Refusal = { kind: 'busy', path: PATH, owner: undefined };
  const kept = Object.assign(filesThat(CHANGED, CHANGED, undefined), { refusesLock: busy });
  assert.deepEqual(await carryOut(kept, () => made), { kind: 'unwritten', refusal: busy });
  const failed: Refusal = { kind: 'failed', path: PATH, error: new Error('no rights'), kept: [] };
  const lockless = Object.assign(filesThat(CHANGED, CHANGED, undefined), { refusesLock: failed });
  assert.equal((await carryOut(lockless, () => made)).kind, 'written');
  assert.equal(lockless.done.at(-1), 'write');
});
