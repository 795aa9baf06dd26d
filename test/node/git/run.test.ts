import assert from 'node:assert/strict';
import { chmod, mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import { blame } from '../../../src/node/git/blame';
import { openRepository, type Repository as Opened } from '../../../src/node/git/repository';
import { runGit } from '../../../src/node/git/run';
import { stage } from '../../../src/node/git/stage';
import { loadRevisionPair } from '../../../src/node/revisionPair';
import { repositoryWith, temporaryFolder } from '../../cli/repository';

async function opened(folder: string): Promise<Opened> {
  const answer = await openRepository(folder);
  assert.ok(answer.ok, answer.ok ? '' : answer.failure.message);
  return answer.repository;
}

async function kindOf(
  folder: string,
  args: readonly string[],
  options?: Parameters<typeof runGit>[2],
): Promise<string> {
  const ran = await runGit(folder, args, options);
  return ran.ok ? 'ok' : ran.failure.kind;
}

test('what can go wrong is a value with words', async (t) => {
  const plain = await temporaryFolder(t);
  const nowhere = path.join(plain, 'nowhere');
  assert.equal(await kindOf(plain, ['status']), 'no-repository');
  assert.equal(await kindOf(nowhere, ['status']), 'no-folder');
  assert.equal(await kindOf(plain, ['status'], { git: path.join(plain, 'git') }), 'no-git');
  assert.equal(await kindOf(plain, ['no-such-command']), 'failed');
  const missing = await runGit(plain, ['status'], { git: '/no/such/git' });
  assert.ok(!missing.ok);
  assert.match(missing.failure.message, /^There is no git .*\.$/);
});

test('git that does not answer in time is ended, and so is one that is not wanted any more', async (t) => {
  const folder = await temporaryFolder(t);
  const slow = path.join(folder, 'slow');
  await writeFile(slow, '#!/bin/sh\nexec sleep 60\n');
  await chmod(slow, 0o755);
  assert.equal(await kindOf(folder, ['status'], { git: slow, timeLimitMs: 50 }), 'timeout');
  const wanted = new AbortController();
  const running = kindOf(folder, ['status'], { git: slow, signal: wanted.signal });
  wanted.abort();
  assert.equal(await running, 'cancelled');
});

test('a repository of another user is not trusted, and what to do is said', async (t) => {
  const repo = await repositoryWith(t, { 'a.txt': 'a' });
  process.env['GIT_TEST_ASSUME_DIFFERENT_OWNER'] = '1';
  t.after(() => delete process.env['GIT_TEST_ASSUME_DIFFERENT_OWNER']);
  const answer = await openRepository(repo.path);
  assert.ok(!answer.ok);
  assert.equal(answer.failure.kind, 'untrusted');
  assert.match(answer.failure.message, /safe\.directory/);
});

/** A program that leaves a file behind, to be named by a hostile repository. */
async function trap(
  test: TestContext,
): Promise<{ command: string; sprung: () => Promise<boolean> }> {
  const folder = await temporaryFolder(test);
  const command = path.join(folder, 'trap.sh').replaceAll("'", String.raw`'\''`);
  await writeFile(path.join(folder, 'trap.sh'), `#!/bin/sh\ntouch "$(dirname "$0")/sprung"\ncat\n`);
  await chmod(path.join(folder, 'trap.sh'), 0o755);
  const sprung = async (): Promise<boolean> => (await readdir(folder)).includes('sprung');
  return { command: `'${command}'`, sprung };
}

test('no program that a repository names is run', async (t) => {
  const yaml = 'annotations/s.txt.ann.yaml';
  const repo = await repositoryWith(t, {
    's.txt': 'one\n',
    [yaml]: 'format: source-annotations/1\n',
  });
  const { command, sprung } = await trap(t);
  for (const name of [
    'core.fsmonitor',
    'core.pager',
    'core.editor',
    'core.sshCommand',
    'diff.external',
    'diff.evil.command',
    'diff.evil.textconv',
    'filter.evil.clean',
    'filter.evil.smudge',
    'filter.e=v.clean',
    'filter.process.process',
    'gpg.program',
    'credential.helper',
  ]) {
    await repo.git('config', name, command);
  }
  await repo.git('config', 'filter.evil.required', 'true');
  await repo.git('config', 'log.showSignature', 'true');
  await repo.git('config', 'core.hooksPath', path.join(repo.path, 'hooks'));
  for (const hook of ['post-index-change', 'reference-transaction', 'pre-commit']) {
    await repo.write(`hooks/${hook}`, `#!/bin/sh\nexec ${command}\n`);
    await chmod(path.join(repo.path, 'hooks', hook), 0o755);
  }
  await repo.write(
    '.gitattributes',
    '*.txt diff=evil filter=evil\n*.yaml diff=evil filter=e=v\n*.md filter=process\n',
  );
  await repo.write('s.txt', 'two\n');
  await repo.write(yaml, 'format: source-annotations/1\nsource: { path: s.txt }\n');
  await repo.write('note', 'new\n');
  const repository = await opened(repo.path);
  const blamed = await blame(repository, yaml);
  assert.ok(!('kind' in blamed), 'kind' in blamed ? blamed.message : '');
  const loaded = await loadRevisionPair(
    repo.path,
    { kind: 'revision', name: 'HEAD' },
    { kind: 'worktree' },
  );
  assert.ok(loaded.ok);
  assert.equal(loaded.pair.sources.length, 1);
  const staged = await loadRevisionPair(
    repo.path,
    { kind: 'revision', name: 'HEAD' },
    { kind: 'index' },
  );
  assert.ok(staged.ok);
  assert.deepEqual(await stage(repository, ['note']), { ok: true });
  const refused = await stage(repository, [yaml]);
  assert.ok(!refused.ok);
  assert.match(refused.failure.message, /filter/);
  assert.equal(await sprung(), false);
});

test('nothing is fetched for a clone without texts: not even by a protocol that its settings allow', async (t) => {
  const origin = await repositoryWith(t, {
    's.txt': 'one\n',
    'annotations/schema.yaml': 'format: schema/1\n',
  });
  await origin.git('config', 'uploadpack.allowFilter', 'true');
  await origin.write('s.txt', 'two\n');
  await origin.commit('Second');
  const folder = path.join(await temporaryFolder(t), 'clone');
  await origin.git('clone', '--quiet', '--filter=blob:none', `file://${origin.path}`, folder);
  const { command, sprung } = await trap(t);
  await runGit(folder, ['config', 'remote.origin.url', `ext::${command}`]);
  await runGit(folder, ['config', 'protocol.ext.allow', 'always']);
  const loaded = await loadRevisionPair(
    folder,
    { kind: 'revision', name: 'HEAD~1' },
    { kind: 'revision', name: 'HEAD' },
  );
  assert.equal(await sprung(), false);
  assert.ok(!loaded.ok);
  assert.equal(loaded.failure.kind, 'partial');
});

test('what a hook says about its own repository does not lead elsewhere', async (t) => {
  const repo = await repositoryWith(t, { 's.txt': 'mine\n' });
  const other = await repositoryWith(t, { 's.txt': 'theirs\n' });
  await mkdir(path.join(repo.path, 'deep'));
  const wrong = {
    GIT_DIR: path.join(other.path, '.git'),
    GIT_WORK_TREE: other.path,
    GIT_INDEX_FILE: path.join(other.path, '.git', 'index'),
    GIT_PREFIX: 'deep/',
    GIT_OBJECT_DIRECTORY: path.join(other.path, '.git', 'objects'),
    GIT_GLOB_PATHSPECS: '1',
  };
  const head = await repo.git('rev-parse', 'HEAD');
  Object.assign(process.env, wrong);
  t.after(() => {
    for (const name of Object.keys(wrong)) Reflect.deleteProperty(process.env, name);
  });
  const repository = await opened(path.join(repo.path, 'deep'));
  assert.deepEqual(repository.head, { kind: 'branch', name: 'main', commit: head });
  assert.equal(repository.prefix, 'deep/');
});
