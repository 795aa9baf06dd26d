import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmod, mkdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { annotationFile, entityFile } from '../core/workspace';
import { repositoryAt, repositoryWith, temporaryFolder } from './repository';
import { FILE, LI, SCHEMA, STORY, WANG, annotated, annotatedRepository, changed } from './story';

test('of a branch only its own changes are seen from where it parted', async (t) => {
  const repo = await annotatedRepository(t);
  await repo.git('checkout', '--quiet', '-b', 'side');
  await repo.write(FILE, annotated(WANG, LI));
  await repo.commit('Li Hui');
  await repo.git('checkout', '--quiet', 'main');
  await repo.write(
    'annotations/entities/new.yaml',
    entityFile('new')['annotations/entities/new.yaml'] ?? '',
  );
  await repo.commit('New');
  assert.deepEqual(await changed(repo, 'main...side'), ['annotation added a-0000lh']);
  assert.deepEqual(await changed(repo, 'main..side'), [
    'entity removed new',
    'annotation added a-0000lh',
  ]);
});

test('a merge, a rebase and a cherry-pick bring what the branch had, and nothing else', async (t) => {
  const repo = await annotatedRepository(t);
  await repo.git('checkout', '--quiet', '-b', 'side');
  await repo.write(FILE, annotated(WANG, LI));
  const picked = await repo.commit('Li Hui');
  await repo.git('checkout', '--quiet', 'main');
  await repo.write('t.txt', 'More.\n');
  await repo.commit('More');
  const main = await repo.git('rev-parse', 'HEAD');

  await repo.git('merge', '--quiet', '--no-edit', 'side');
  assert.deepEqual(await changed(repo, 'HEAD^1', 'HEAD'), ['annotation added a-0000lh']);
  assert.deepEqual(await changed(repo, 'HEAD^2', 'HEAD'), ['text added t.txt']);

  await repo.git('checkout', '--quiet', '-b', 'rebased', 'side');
  await repo.git('rebase', '--quiet', main);
  assert.deepEqual(await changed(repo, main, 'rebased'), ['annotation added a-0000lh']);
  assert.deepEqual(await changed(repo, 'rebased', 'main'), []);

  await repo.git('checkout', '--quiet', '-b', 'picked', main);
  await repo.git('cherry-pick', picked);
  assert.deepEqual(await changed(repo, 'HEAD~1', 'HEAD'), ['annotation added a-0000lh']);
  await repo.git('checkout', '--quiet', '--detach');
  assert.deepEqual(await changed(repo, 'HEAD~1'), ['annotation added a-0000lh']);
});

test('a source that was renamed with its annotations is one that was renamed', async (t) => {
  const repo = await annotatedRepository(t);
  await mkdir(path.join(repo.path, 'texts'));
  await mkdir(path.join(repo.path, 'annotations/texts'));
  await repo.git('mv', 's.txt', 'texts/ä b.txt');
  await rm(path.join(repo.path, FILE));
  const file = 'annotations/texts/ä b.txt.ann.yaml';
  await repo.write(file, annotationFile('texts/ä b.txt', ...WANG, ...LI)[file] ?? '');
  assert.deepEqual(await changed(repo), [
    'metadata changed annotations/texts/ä b.txt.ann.yaml',
    'annotation added a-0000lh',
    'text changed texts/ä b.txt',
  ]);
});

test('a checkout with other line breaks differs in nothing but what changed', async (t) => {
  const origin = await annotatedRepository(t);
  const clone = path.join(await temporaryFolder(t), 'clone');
  await origin.git('clone', '--quiet', '--config=core.autocrlf=true', origin.path, clone);
  const repo = repositoryAt(clone);
  assert.match(await repo.read(FILE), /\r\n/);
  assert.deepEqual(await changed(repo), []);
  await repo.write(FILE, annotated(WANG, LI).replaceAll('\n', '\r\n'));
  assert.deepEqual(await changed(repo), ['annotation added a-0000lh']);
});

test('the same is seen from a linked work tree and from a folder inside', async (t) => {
  const files = { ...SCHEMA, ...entityFile('wang-yi'), ...entityFile('li-hui'), 's.txt': STORY };
  const inside = Object.entries({ ...files, [FILE]: annotated(WANG) });
  const repo = await repositoryWith(
    t,
    Object.fromEntries(inside.map(([file, text]) => [`ordner ö/${file}`, text])),
  );
  const linked = path.join(await temporaryFolder(t), 'linked');
  await repo.git('worktree', 'add', '--quiet', '-b', 'side', linked);
  const inner = repositoryAt(path.join(linked, 'ordner ö'));
  await inner.write(FILE, annotated(WANG, LI));
  assert.deepEqual(await changed(inner), ['annotation added a-0000lh']);
  assert.deepEqual(await changed(repositoryAt(path.join(repo.path, 'ordner ö'))), []);
  await inner.commit('Li Hui');
  const other = repositoryAt(path.join(repo.path, 'ordner ö'));
  assert.deepEqual(await changed(other, 'HEAD', 'side'), ['annotation added a-0000lh']);
});

test('no program that the repository names is run', async (t) => {
  const repo = await annotatedRepository(t);
  const trap = path.join(await temporaryFolder(t), 'trap');
  const sprung = `${trap}.sprung`;
  await repositoryAt(path.dirname(trap)).write(
    'trap',
    `#!/bin/sh\ntouch '${sprung.replaceAll("'", String.raw`'\''`)}'\n`,
  );
  await chmod(trap, 0o755);
  const command = `'${trap.replaceAll("'", String.raw`'\''`)}'`;
  await repo.write('.gitattributes', '* diff=evil filter=evil\n');
  for (const name of [
    'diff.external',
    'core.fsmonitor',
    'diff.evil.textconv',
    'filter.evil.clean',
  ]) {
    await repo.git('config', name, command);
  }
  await repo.write(FILE, annotated(WANG, LI));
  assert.deepEqual(await changed(repo), ['annotation added a-0000lh']);
  await repo.cli('check', '--since', 'HEAD');
  await assert.rejects(readFile(sprung));
  // The trap is one: git itself falls into it.
  execFileSync('git', ['diff'], { cwd: repo.path, stdio: 'ignore' });
  await readFile(sprung);
});

test('variables of a hook do not lead elsewhere', async (t) => {
  const repo = await annotatedRepository(t);
  const other = await repositoryWith(t, { 'x.txt': 'x' });
  await repo.write(FILE, annotated(WANG, LI));
  process.env['GIT_DIR'] = path.join(other.path, '.git');
  process.env['GIT_INDEX_FILE'] = path.join(other.path, '.git', 'index');
  t.after(() => {
    delete process.env['GIT_DIR'];
    delete process.env['GIT_INDEX_FILE'];
  });
  assert.deepEqual(await changed(repo), ['annotation added a-0000lh']);
});

test('a submodule is a workspace of its own, and what changed in it is only said from outside', async (t) => {
  const inner = await annotatedRepository(t);
  const outer = await repositoryWith(t, { ...SCHEMA, 'x.txt': 'x\n' });
  await outer.git(
    '-c',
    'protocol.file.allow=always',
    'submodule',
    'add',
    '--quiet',
    inner.path,
    'sub',
  );
  await outer.commit('Submodule');
  const sub = repositoryAt(path.join(outer.path, 'sub'));
  await sub.write(FILE, annotated(WANG, LI));
  assert.deepEqual(await changed(sub), ['annotation added a-0000lh']);
  await sub.commit('Li Hui');
  assert.deepEqual(await changed(outer), []);
  await outer.commit('Bump');
  const ran = await outer.cli('diff', 'HEAD~1', 'HEAD');
  assert.equal(ran.status, 1);
  assert.match(ran.complaints.join(), /sub is a submodule/);
  await rename(path.join(outer.path, 'sub'), path.join(outer.path, 'away'));
  assert.deepEqual(await changed(outer, '--source', 'x.txt'), []);
});
