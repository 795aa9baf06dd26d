import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { inspect, ownTask, startAgain, startWriter, work, workspaceFor } from './writer';

const INTERLEAVINGS = process.env['LONG'] === '1' ? 1000 : 60;
/** So that the file stays as small as one that people work on. */
const AT_ONCE = 60;

const task = ownTask();
if (task !== undefined) await work(task);
else {
  test(`of two programs that write one file ${INTERLEAVINGS} times at once, none loses an annotation`, async (t) => {
    const folder = await workspaceFor(t);
    let turns = 0;
    for (let done = 0; done < INTERLEAVINGS; done += AT_ONCE) {
      await startAgain(folder);
      const count = Math.min(AT_ONCE, INTERLEAVINGS - done);
      const saved: string[] = [];
      await writeTogether(folder, count, saved);
      const { annotations, damage, litter } = await inspect(folder);
      assert.deepEqual(damage, []);
      assert.deepEqual(litter, []);
      assert.equal(saved.length, 2 * count);
      assert.deepEqual([...annotations].sort(), [...saved].sort());
      turns += saved.filter((id, index) => id[2] !== saved[index - 1]?.[2]).length;
    }
    t.diagnostic(`they took turns ${turns} times`);
    assert.ok(turns > INTERLEAVINGS / 10, `they took turns ${turns} times`);
  });
}

/** Both begin when both are ready. */
async function writeTogether(folder: string, count: number, saved: string[]): Promise<void> {
  const children = ['x', 'y'].map((name) =>
    startWriter(import.meta.url, { folder, name, count, from: 0 }),
  );
  let ready = 0;
  const ended = children.map((child) => once(child, 'close'));
  for (const child of children) {
    createInterface(child.stdout).on('line', (line) => {
      if (line !== 'ready') saved.push(line);
      else if (++ready === children.length) for (const each of children) each.stdin.write('go\n');
    });
  }
  for (const [code] of await Promise.all(ended)) assert.equal(code, 0);
}
