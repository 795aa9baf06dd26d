import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { lockFile } from '../../src/node/lock';
import { thisOwner } from '../../src/node/owner';
import { folderWith } from '../cli/folder';

const LOCK = '.a.yaml.lock';

async function aged(file: string, seconds: number): Promise<void> {
  const then = new Date(Date.now() - 1000 * seconds);
  await utimes(file, then, then);
}

/** The id of a process that has ended. */
function deadProcess(): number {
  const { pid } = spawnSync(process.execPath, ['--version']);
  return pid;
}

async function signature(owner: object): Promise<string> {
  const own = { ...(await thisOwner()), since: new Date().toISOString(), token: '0'.repeat(16) };
  return `${JSON.stringify({ ...own, ...owner })}\n`;
}

test('a lock says who holds it, and is gone when it is released', async (t) => {
  const folder = await folderWith(t);
  const locking = await lockFile(path.join(folder.path, 'a.yaml'));
  assert.ok(locking.ok);
  const { pid, host } = JSON.parse(await folder.read(LOCK)) as { pid: number; host: string };
  assert.equal(pid, process.pid);
  assert.ok(host.startsWith(hostname()));
  assert.ok(await locking.lock.isHeld());
  assert.deepEqual(Object.keys(await folder.everything()), [LOCK]);
  await locking.lock.release();
  assert.deepEqual(await folder.everything(), {});
  assert.ok(!(await locking.lock.isHeld()));
});

test('only one of many who come at once has the lock, one after the other', async (t) => {
  const folder = await folderWith(t);
  let holding = 0;
  let most = 0;
  const turns = Array.from({ length: 20 }, async () => {
    const locking = await lockFile(path.join(folder.path, 'a.yaml'));
    assert.ok(locking.ok);
    most = Math.max(most, ++holding);
    await new Promise((resolve) => setTimeout(resolve, 1));
    holding--;
    await locking.lock.release();
  });
  await Promise.all(turns);
  assert.equal(most, 1);
  assert.deepEqual(await folder.everything(), {});
});

test('who waits in vain hears who holds the lock', async (t) => {
  const folder = await folderWith(t);
  const target = path.join(folder.path, 'a.yaml');
  const first = await lockFile(target);
  const second = await lockFile(target, 50);
  assert.ok(first.ok && !second.ok);
  assert.equal(second.owner?.pid, process.pid);
  await first.lock.release();
});

test('the lock of a process that ended, or of one that is too old, is broken', async (t) => {
  for (const [content, age] of [
    [await signature({ pid: deadProcess() }), 0],
    [await signature({ pid: process.ppid }), 11],
    [await signature({ host: 'elsewhere' }), 11],
    ['', 2],
    ['{"pid":12', 2],
  ] as const) {
    const folder = await folderWith(t, { [LOCK]: content });
    await aged(path.join(folder.path, LOCK), age);
    const locking = await lockFile(path.join(folder.path, 'a.yaml'), 100);
    assert.ok(locking.ok, content);
    await locking.lock.release();
    assert.deepEqual(await readdir(folder.path), []);
  }
});

test('the lock of a process that may be at work is not broken, nor a file of another program', async (t) => {
  for (const [content, age] of [
    [await signature({ pid: process.ppid }), 5],
    [await signature({ host: 'elsewhere', pid: deadProcess() }), 5],
    ['', 0],
    ['Locked by somebody', 100],
  ] as const) {
    const folder = await folderWith(t, { [LOCK]: content });
    await aged(path.join(folder.path, LOCK), age);
    assert.ok(!(await lockFile(path.join(folder.path, 'a.yaml'), 100)).ok, content);
    assert.deepEqual(await folder.everything(), { [LOCK]: content });
  }
});

test('of many who find a stale lock one breaks it, and none breaks the next one', async (t) => {
  const dead = deadProcess();
  for (let round = 0; round < 10; round++) {
    const folder = await folderWith(t, { [LOCK]: await signature({ pid: dead }) });
    let holding = 0;
    let most = 0;
    await Promise.all(
      Array.from({ length: 8 }, async () => {
        const locking = await lockFile(path.join(folder.path, 'a.yaml'));
        assert.ok(locking.ok);
        most = Math.max(most, ++holding);
        await new Promise((resolve) => setTimeout(resolve, 1));
        assert.ok(await locking.lock.isHeld());
        holding--;
        await locking.lock.release();
      }),
    );
    assert.equal(most, 1);
    assert.deepEqual(await readdir(folder.path), []);
  }
});

test('a right to break a lock that its process did not live to use holds nobody up', async (t) => {
  const dead = deadProcess();
  const folder = await folderWith(t, {
    [LOCK]: await signature({ pid: dead }),
    [`.a.yaml.lock.${'0'.repeat(16)}.lock`]: await signature({ pid: dead, token: '1'.repeat(16) }),
  });
  const locking = await lockFile(path.join(folder.path, 'a.yaml'), 200);
  assert.ok(locking.ok);
  await locking.lock.release();
  assert.deepEqual(await readdir(folder.path), []);
});

test('a lock that somebody broke is not released for them', async (t) => {
  const folder = await folderWith(t);
  const target = path.join(folder.path, 'a.yaml');
  const locking = await lockFile(target);
  assert.ok(locking.ok);
  const theirs = await signature({ host: 'elsewhere' });
  await rm(path.join(folder.path, LOCK));
  await writeFile(path.join(folder.path, LOCK), theirs);
  assert.ok(!(await locking.lock.isHeld()));
  await locking.lock.release();
  assert.equal(await readFile(path.join(folder.path, LOCK), 'utf8'), theirs);
});

test('a name as long as a file system takes has a lock, too', async (t) => {
  const folder = await folderWith(t);
  for (const name of ['x'.repeat(250), '泽'.repeat(80)]) {
    const locking = await lockFile(path.join(folder.path, name));
    assert.ok(locking.ok);
    await locking.lock.release();
  }
});
