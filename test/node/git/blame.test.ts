import assert from 'node:assert/strict';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import type { BlamedLine } from '../../../src/core/review/blame';
import { blame } from '../../../src/node/git/blame';
import { openRepository, type Repository as Opened } from '../../../src/node/git/repository';
import { stage } from '../../../src/node/git/stage';
import { repositoryWith, temporaryFolder } from '../../cli/repository';

async function opened(folder: string): Promise<Opened> {
  const answer = await openRepository(folder);
  assert.ok(answer.ok, answer.ok ? '' : answer.failure.message);
  return answer.repository;
}

async function lines(...args: Parameters<typeof blame>): Promise<readonly BlamedLine[]> {
  const blamed = await blame(...args);
  assert.ok(!('kind' in blamed), 'kind' in blamed ? blamed.message : '');
  return blamed;
}

test('every line has who wrote it, when and why', async (t) => {
  const file = 'ordner/“ä b”\n.txt';
  const repo = await repositoryWith(t, { [file]: 'one\ntwo\n' });
  const first = await repo.git('rev-parse', 'HEAD');
  await repo.write(file, 'one\n\ttab\ntwo\n');
  await repo.git('add', '--all');
  await repo.git(
    'commit',
    '--quiet',
    '--author=Łukasz Ö <l@example.com>',
    '--message=Größe: x\n\nBody',
  );
  const second = await repo.git('rev-parse', 'HEAD');
  await repo.write(file, 'one\n\ttab\ntwo\nthree\n');
  const blamed = await lines(await opened(repo.path), file);
  assert.deepEqual(
    blamed.slice(0, 3).map(({ commit, author, summary }) => [commit, author, summary]),
    [
      [first, 'Anna', 'First'],
      [second, 'Łukasz Ö', 'Größe: x'],
      [first, 'Anna', 'First'],
    ],
  );
  assert.deepEqual([blamed.length, blamed[3]?.commit], [4, undefined]);
  assert.ok(blamed.every(({ time }) => time > 1_600_000_000));
});

test('the text of an editor is blamed instead of the one on disk', async (t) => {
  const repo = await repositoryWith(t, { 'd/a.txt': 'one\ntwo\n' });
  await mkdir(path.join(repo.path, 'd'), { recursive: true });
  const repository = await opened(path.join(repo.path, 'd'));
  const blamed = await lines(repository, 'a.txt', 'new\none\ntwo\n');
  assert.deepEqual(
    blamed.map(({ commit }) => commit !== undefined),
    [false, true, true],
  );
});

test('text conversion does not change the lines, and a missing list of ignored commits is none', async (t) => {
  const repo = await repositoryWith(t, {
    'a.txt': 'one\ntwo\n',
    '.gitattributes': '*.txt diff=x\n',
  });
  await repo.git('config', 'diff.x.textconv', 'echo one line #');
  const settings = path.join(await temporaryFolder(t), 'settings');
  await writeFile(settings, '[blame]\n\tignoreRevsFile = .not-there\n');
  const before = process.env['GIT_CONFIG_GLOBAL'];
  process.env['GIT_CONFIG_GLOBAL'] = settings;
  t.after(() => (process.env['GIT_CONFIG_GLOBAL'] = before));
  assert.equal((await lines(await opened(repo.path), 'a.txt')).length, 2);
});

test('a file without history is a failure', async (t) => {
  const repo = await repositoryWith(t, { 'a.txt': 'a' });
  await repo.write('new.txt', 'new');
  const repository = await opened(repo.path);
  for (const file of ['new.txt', 'nowhere.txt', '--help', '-p']) {
    assert.ok('kind' in (await blame(repository, file)), file);
  }
  assert.ok('kind' in (await blame(await opened((await repositoryWith(t)).path), 'a.txt')));
});

test('files are staged by their literal names, deletions too', async (t) => {
  const repo = await repositoryWith(t, { 'gone.txt': 'g', 'b.txt': 'b', '*.txt': 's' });
  await repo.write('*.txt', 'changed');
  await repo.write('b.txt', 'changed');
  await repo.write('-n', 'dash');
  await repo.git('rm', '--quiet', '--cached', 'gone.txt');
  await repo.git('add', 'gone.txt');
  await rm(path.join(repo.path, 'gone.txt'));
  const repository = await opened(repo.path);
  assert.deepEqual(await stage(repository, ['*.txt', 'gone.txt', '-n']), { ok: true });
  assert.deepEqual((await repo.git('diff', '--cached', '--name-status')).split('\n').sort(), [
    'A\t-n',
    'D\tgone.txt',
    'M\t*.txt',
  ]);
});

test('while another git process holds the index, that is said', async (t) => {
  const repo = await repositoryWith(t, { 'a.txt': 'a' });
  await repo.write('a.txt', 'b');
  await writeFile(path.join(repo.path, '.git', 'index.lock'), '');
  const staged = await stage(await opened(repo.path), ['a.txt']);
  assert.equal(staged.ok ? '' : staged.failure.kind, 'busy');
});

test('without a work tree nothing is blamed or staged', async (t) => {
  const repo = await repositoryWith(t, { 'a.txt': 'a' });
  const bare = path.join(await temporaryFolder(t), 'bare');
  await repo.git('clone', '--quiet', '--bare', repo.path, bare);
  const repository = await opened(bare);
  const blamed = await blame(repository, 'a.txt');
  assert.equal('kind' in blamed ? blamed.kind : '', 'no-work-tree');
  const staged = await stage(repository, ['a.txt']);
  assert.equal(staged.ok ? '' : staged.failure.kind, 'no-work-tree');
});
