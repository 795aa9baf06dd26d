import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import { blobId } from '../../../src/core/text/blob';
import { readBlobs } from '../../../src/node/git/blobs';

async function folder(test: TestContext): Promise<string> {
  const made = await mkdtemp(path.join(tmpdir(), 'annotator git-'));
  test.after(() => rm(made, { recursive: true, force: true }));
  return made;
}

async function repository(test: TestContext): Promise<string> {
  const made = await folder(test);
  git(made, 'init', '--quiet');
  return made;
}

/** Puts a text among the objects of the repository; gives its id. */
function stored(repository: string, content: string | Uint8Array): string {
  return git(repository, 'hash-object', '-w', '--stdin', '<', content).trim();
}

/** What follows `<` is the input. */
function git(cwd: string, ...args: (string | Uint8Array)[]): string {
  const end = args.indexOf('<');
  const words = (end === -1 ? args : args.slice(0, end)).map(String);
  const input = end === -1 ? '' : args[end + 1];
  return execFileSync('git', words, { cwd, encoding: 'utf8', input: input ?? '' });
}

test('old texts are read by their blob ids, in one go', async (t) => {
  const repo = await repository(t);
  const texts = ['', 'one\n', '\uFEFFżółć 😀\r\nmissing\n', 'x'.repeat(300_000), '\n'];
  const ids = texts.map((text) => stored(repo, text));
  assert.deepEqual(ids, texts.map(blobId));
  const read = await readBlobs(repo, [...ids, ...ids]);
  assert.deepEqual(
    ids.map((id) => read.get(id)),
    texts,
  );
  assert.equal(read.size, texts.length);
});

test('many texts of any length come apart at the right places', async (t) => {
  const repo = await repository(t);
  const texts = Array.from(
    { length: 300 },
    (_, index) => `${'ö\n'.repeat((index * 37) % 911)}${index}`,
  );
  const files = await Promise.all(
    texts.map(async (text, index) => {
      await writeFile(path.join(repo, `${index}.txt`), text);
      return `${index}.txt`;
    }),
  );
  const ids = git(repo, 'hash-object', '-w', ...files)
    .trim()
    .split('\n');
  const read = await readBlobs(repo, ids);
  assert.deepEqual(
    ids.map((id) => read.get(id)),
    texts,
  );
});

test('from a folder inside a repository its objects are read, too', async (t) => {
  const repo = await repository(t);
  const id = stored(repo, 'deep');
  await mkdir(path.join(repo, 'a', 'b'), { recursive: true });
  assert.equal((await readBlobs(path.join(repo, 'a', 'b'), [id])).get(id), 'deep');
});

test('what is missing, no id or no blob is left out', async (t) => {
  const repo = await repository(t);
  const id = stored(repo, 'here');
  const tree = git(repo, 'mktree', '<', `100644 blob ${id}\tfile\n`);
  assert.match(tree, /^[0-9a-f]{40}\n$/);
  const odd = ['', 'HEAD', '--help', id.slice(0, 10), `${id} x`, `${id}\nHEAD`, id.toUpperCase()];
  const read = await readBlobs(repo, [...odd, '0'.repeat(40), '0'.repeat(64), tree.trim(), id]);
  assert.deepEqual([...read], [[id, 'here']]);
});

test('bytes that are no UTF-8 become replacement characters, and disturb nothing', async (t) => {
  const repo = await repository(t);
  const bytes = stored(repo, new Uint8Array([0xff, 0x0a, 0x00, 0xc3]));
  const after = stored(repo, 'after');
  const read = await readBlobs(repo, [bytes, after]);
  assert.deepEqual([read.get(bytes), read.get(after)], ['\uFFFD\n\0\uFFFD', 'after']);
});

test('a blob larger than 50 MB is left out, those behind it are read', async (t) => {
  const repo = await repository(t);
  const large = stored(repo, new Uint8Array(50 * 1024 * 1024 + 1));
  const after = stored(repo, 'after');
  assert.deepEqual([...(await readBlobs(repo, [large, after]))], [[after, 'after']]);
});

test('without a repository, a folder or git there are no texts', async (t) => {
  const plain = await folder(t);
  const id = blobId('x');
  assert.equal((await readBlobs(plain, [id])).size, 0);
  assert.equal((await readBlobs(path.join(plain, 'nowhere'), [id])).size, 0);
  assert.equal((await readBlobs(plain, [id], path.join(plain, 'no-git'))).size, 0);
  assert.equal((await readBlobs(plain, [])).size, 0);
});

test('a program of the folder is not taken for git', async (t) => {
  const repo = await repository(t);
  const id = stored(repo, 'real');
  await writeFile(path.join(repo, 'git'), '#!/bin/sh\nexit 1\n');
  await chmod(path.join(repo, 'git'), 0o755);
  assert.equal((await readBlobs(repo, [id])).get(id), 'real');
});

test('what a git hook says about its own repository does not lead elsewhere', async (t) => {
  const repo = await repository(t);
  const id = stored(repo, 'mine');
  const other = await repository(t);
  process.env['GIT_DIR'] = path.join(other, '.git');
  t.after(() => delete process.env['GIT_DIR']);
  assert.equal((await readBlobs(repo, [id])).get(id), 'mine');
});
