import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { inspect, ownTask, startAgain, startWriter, work, workspaceFor, Writer } from './writer';

const TIMES = process.env['LONG'] === '1' ? 1000 : 16;
const LONGEST_LIFE_MS = 30;
/** So that the file stays as small as one that people work on. */
const ROUNDS_A_FILE = 50;

const task = ownTask();
if (task !== undefined) await work(task);
else {
  test(`a writer that is killed ${TIMES} times damages nothing, and loses its last step at most`, async (t) => {
    const folder = await workspaceFor(t);
    const saved: string[] = [];
    let killed = 0;
    let amidst = 0;
    let next = 0;
    for (let round = 0; round < TIMES; round++) {
      if (round % ROUNDS_A_FILE === 0) {
        await startAgain(folder);
        saved.length = 0;
      }
      const { ids, isKilled } = await writeAndBeKilled(folder, next);
      next += ids.length + 1;
      saved.push(...ids);
      if (isKilled) killed++;

      const { annotations, damage, litter } = await inspect(folder);
      assert.deepEqual(damage, []);
      const unsaid = annotations.filter((id) => !saved.includes(id));
      assert.deepEqual(
        saved.filter((id) => !annotations.includes(id)),
        [],
        'what was lost',
      );
      assert.ok(unsaid.length <= 1, 'the step in which it was killed is there or not');
      if (litter.length > 0 || unsaid.length > 0) amidst++;
      saved.push(...unsaid);

      // The next writer is not held up, and tidies what the dead one has left.
      const another = new Writer(folder);
      await another.load();
      const id = `a-z${round.toString(36).padStart(5, '0')}`;
      assert.deepEqual(await another.annotate(id, 3 * round), { ok: true });
      saved.push(id);
      assert.deepEqual((await inspect(folder)).litter, []);
    }
    assert.equal(killed, TIMES);
    t.diagnostic(`${amidst} times in the middle of a write`);
    assert.ok(amidst > TIMES / 10, `${amidst} times in the middle of a write`);
  });
}

/** The ids that the writer said it saved before it was killed. */
async function writeAndBeKilled(
  folder: string,
  from: number,
): Promise<{ readonly ids: readonly string[]; readonly isKilled: boolean }> {
  const child = startWriter(import.meta.url, { folder, name: 'k', count: 10_000, from });
  const ids: string[] = [];
  const ended = once(child, 'close');
  createInterface(child.stdout).on('line', (line) => {
    if (line !== 'ready') ids.push(line);
    else {
      child.stdin.write('go\n');
      void delay(Math.random() * LONGEST_LIFE_MS).then(() => child.kill('SIGKILL'));
    }
  });
  const [, signal] = (await ended) as [number | null, string | null];
  return { ids, isKilled: signal === 'SIGKILL' };
}
