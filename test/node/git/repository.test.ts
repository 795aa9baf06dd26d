import assert from 'node:assert/strict';
import { mkdir, realpath } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { openRepository, type Repository as Opened } from '../../../src/node/git/repository';
import {
  listRevisions,
  mainBranch,
  mergeBase,
  resolveRevision,
} from '../../../src/node/git/revisions';
import {
  repositoryAt,
  repositoryWith,
  temporaryFolder,
  type Repository,
} from '../../cli/repository';

async function opened(folder: string): Promise<Opened> {
  const answer = await openRepository(folder);
  assert.ok(answer.ok, answer.ok ? '' : answer.failure.message);
  return answer.repository;
}

async function threeCommits(test: Parameters<typeof repositoryWith>[0]): Promise<Repository> {
  const repo = await repositoryWith(test, { 'a.txt': '1' });
  for (const text of ['2', '3']) {
    await repo.write('a.txt', text);
    await repo.commit(`Text ${text}`);
  }
  return repo;
}

/** Of a failure; empty when it is none. */
function kindOf(answer: { ok: true } | { ok: false; failure: { kind: string } }): string {
  return answer.ok ? '' : answer.failure.kind;
}

test('a folder inside a work tree belongs to its repository', async (t) => {
  const repo = await repositoryWith(t, { 'a.txt': 'a' });
  const deep = path.join(repo.path, 'ordner “ö”', 'b');
  await mkdir(deep, { recursive: true });
  const { root, prefix, folder, gitDir, commonDir, head, hash, isShallow } = await opened(deep);
  const real = await realpath(repo.path);
  assert.equal(root, real);
  assert.equal(prefix, 'ordner “ö”/b/');
  assert.equal(folder, deep);
  assert.deepEqual([gitDir, commonDir], [path.join(real, '.git'), path.join(real, '.git')]);
  assert.deepEqual(head, {
    kind: 'branch',
    name: 'main',
    commit: await repo.git('rev-parse', 'HEAD'),
  });
  assert.deepEqual([hash, isShallow], ['sha1', false]);
});

test('a line break in the name of a folder leads nowhere else', async (t) => {
  const folder = path.join(await temporaryFolder(t), 'line\nbreak');
  await mkdir(path.join(folder, 'in\nside'), { recursive: true });
  await repositoryAt(folder).git('init', '--quiet');
  const { root, prefix, gitDir } = await opened(path.join(folder, 'in\nside'));
  const real = await realpath(folder);
  assert.deepEqual([root, prefix, gitDir], [real, 'in\nside/', path.join(real, '.git')]);
});

test('HEAD may be detached, or a branch without a commit', async (t) => {
  const repo = await repositoryWith(t);
  const before = await opened(repo.path);
  assert.deepEqual(before.head, { kind: 'unborn', name: 'main' });
  const failed = await resolveRevision(before, 'HEAD');
  assert.equal(kindOf(failed), 'unborn');
  await repo.write('a.txt', 'a');
  const commit = await repo.commit('First');
  await repo.git('checkout', '--quiet', '--detach');
  assert.deepEqual((await opened(repo.path)).head, { kind: 'detached', commit });
});

test('a linked work tree has a git folder of its own, and shares the rest', async (t) => {
  const repo = await repositoryWith(t, { 'a.txt': 'a' });
  const linked = path.join(await temporaryFolder(t), 'linked');
  await repo.git('worktree', 'add', '--quiet', '-b', 'other', linked);
  const { root, gitDir, commonDir, head } = await opened(linked);
  assert.equal(root, await realpath(linked));
  assert.notEqual(gitDir, commonDir);
  assert.equal(commonDir, path.join(await realpath(repo.path), '.git'));
  assert.equal(head.kind === 'branch' ? head.name : '', 'other');
});

test('a submodule is a repository of its own', async (t) => {
  const inner = await repositoryWith(t, { 'a.txt': 'a' });
  const outer = await repositoryWith(t, { 'b.txt': 'b' });
  await outer.git(
    '-c',
    'protocol.file.allow=always',
    'submodule',
    'add',
    '--quiet',
    inner.path,
    'sub',
  );
  const { root, head } = await opened(path.join(outer.path, 'sub'));
  assert.equal(root, path.join(await realpath(outer.path), 'sub'));
  assert.equal(head.kind === 'unborn' ? '' : head.commit, await inner.git('rev-parse', 'HEAD'));
});

test('a bare repository has no work tree', async (t) => {
  const repo = await repositoryWith(t, { 'a.txt': 'a' });
  const bare = path.join(await temporaryFolder(t), 'bare');
  await repo.git('clone', '--quiet', '--bare', repo.path, bare);
  const repository = await opened(bare);
  assert.equal(repository.root, undefined);
  assert.ok((await resolveRevision(repository, 'main')).ok);
});

test('names of revisions are those of git, and no options', async (t) => {
  const repo = await threeCommits(t);
  await repo.git('branch', 'feature/ä', 'HEAD~1');
  await repo.git('tag', '--annotate', '--message=m', 'v1', 'HEAD~2');
  const repository = await opened(repo.path);
  const commitOf = async (name: string): Promise<string | undefined> => {
    const resolved = await resolveRevision(repository, name);
    return resolved.ok ? resolved.revision.commit : undefined;
  };
  const all = (await repo.git('rev-list', 'HEAD')).split('\n');
  assert.deepEqual(
    await Promise.all(['HEAD', '@', 'main', 'HEAD~1', 'feature/ä', 'v1', ':/Text 2'].map(commitOf)),
    [all[0], all[0], all[0], all[1], all[1], all[2], all[1]],
  );
  for (const odd of [
    '-n1',
    '--all',
    '--output=x',
    '^HEAD',
    '',
    ' ',
    'a\nb',
    'HEAD..main',
    'HEAD:a.txt',
  ]) {
    assert.equal(kindOf(await resolveRevision(repository, odd)), 'unknown-revision', odd);
  }
  const tree = await resolveRevision(repository, 'HEAD^{tree}');
  assert.ok(tree.ok);
  assert.equal(tree.revision.commit, undefined);
});

test('of an unknown revision is said what may help', async (t) => {
  const origin = await threeCommits(t);
  const clone = path.join(await temporaryFolder(t), 'clone');
  await origin.git('clone', '--quiet', origin.path, clone);
  await repositoryAt(clone).git('checkout', '--quiet', '--detach');
  await repositoryAt(clone).git('branch', '--quiet', '-D', 'main');
  const repository = await opened(clone);
  const messageOf = async (name: string): Promise<string> => {
    const resolved = await resolveRevision(repository, name);
    return resolved.ok ? '' : resolved.failure.message;
  };
  assert.equal(
    await messageOf('main'),
    'There is no revision “main” in this repository. There is “origin/main”.',
  );
  assert.match(await messageOf('origin/next'), /git fetch origin next$/);
  assert.match(await messageOf('0'.repeat(40)), /stands for no revision/);
  assert.equal(await messageOf('nowhere'), 'There is no revision “nowhere” in this repository.');
});

test('a shallow clone says that it lacks the commit', async (t) => {
  const origin = await threeCommits(t);
  const clone = path.join(await temporaryFolder(t), 'clone');
  await origin.git('clone', '--quiet', '--depth=1', `file://${origin.path}`, clone);
  const repository = await opened(clone);
  assert.equal(repository.isShallow, true);
  const resolved = await resolveRevision(repository, 'HEAD~1');
  assert.equal(kindOf(resolved), 'shallow');
  assert.match(resolved.ok ? '' : resolved.failure.message, /--unshallow.*fetch-depth/);
});

test('the merge base is where two branches parted', async (t) => {
  const repo = await threeCommits(t);
  const parted = await repo.git('rev-parse', 'HEAD');
  await repo.git('checkout', '--quiet', '-b', 'side');
  await repo.write('b.txt', 'b');
  await repo.commit('Side');
  await repo.git('checkout', '--quiet', 'main');
  await repo.write('c.txt', 'c');
  await repo.commit('Main');
  await repo.git('checkout', '--quiet', '--orphan', 'alone');
  await repo.commit('Alone');
  const repository = await opened(repo.path);
  const base = await mergeBase(repository, 'main', 'side');
  assert.equal(base.ok ? base.revision.commit : '', parted);
  assert.equal(kindOf(await mergeBase(repository, 'main', 'alone')), 'no-merge-base');
  assert.equal(kindOf(await mergeBase(repository, 'main', 'nowhere')), 'unknown-revision');
});

test('the main branch is what the remote says, or what is called so', async (t) => {
  const origin = await threeCommits(t);
  assert.equal(await mainBranch(await opened(origin.path)), 'main');
  await origin.git('branch', '--quiet', '-m', 'main', 'published');
  assert.equal(await mainBranch(await opened(origin.path)), undefined);
  const clone = path.join(await temporaryFolder(t), 'clone');
  await origin.git('clone', '--quiet', origin.path, clone);
  assert.equal(await mainBranch(await opened(clone)), 'origin/published');
});

test('the revisions to choose from are branches, tags and commits', async (t) => {
  const origin = await threeCommits(t);
  await origin.git('tag', '--annotate', '--message=Tagged', 'v1', 'HEAD~1');
  const clone = path.join(await temporaryFolder(t), 'clone');
  await origin.git('clone', '--quiet', origin.path, clone);
  const listed = await listRevisions(await opened(clone));
  const commits = (await origin.git('rev-list', 'HEAD')).split('\n');
  assert.deepEqual(
    listed.map(({ kind, name, commit, subject }) => [kind, name, commit, subject]),
    [
      ['branch', 'main', commits[0], 'Text 3'],
      ['remote', 'origin/main', commits[0], 'Text 3'],
      ['tag', 'v1', commits[1], 'Tagged'],
      ['commit', commits[0], commits[0], 'Text 3'],
      ['commit', commits[1], commits[1], 'Text 2'],
      ['commit', commits[2], commits[2], 'First'],
    ],
  );
  assert.ok(listed.every(({ author, time }) => author === 'Anna' && time > 1_600_000_000));
  assert.deepEqual(await listRevisions(await opened((await repositoryWith(t)).path)), []);
});
