import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdir, rename, rm, symlink, truncate } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import type { FilePair } from '../../src/core/review/revisions';
import type { KnownFiles } from '../../src/node/compare/fileIds';
import type { Side } from '../../src/node/compare/sides';
import { loadRevisionPair, type LoadedRevisionPair } from '../../src/node/revisionPair';
import { repositoryAt, repositoryWith, temporaryFolder } from '../cli/repository';
import { annotationFile, entityFile } from '../core/workspace';

const HEAD: Side = { kind: 'revision', name: 'HEAD' };
const WORK: Side = { kind: 'worktree' };
const INDEX: Side = { kind: 'index' };
const BEFORE: Side = { kind: 'revision', name: 'HEAD~1' };

const SCHEMA = { 'annotations/schema.yaml': 'format: schema/1\nsources: ["**/*.txt"]\n' };

type Loaded = Extract<LoadedRevisionPair, { ok: true }>;

async function load(folder: string, before: Side, after: Side): Promise<Loaded> {
  const loaded = await loadRevisionPair(folder, before, after);
  assert.ok(loaded.ok, loaded.ok ? '' : loaded.failure.message);
  return loaded;
}

/** `old → new`; a side that does not have the file is `∅`. */
function paths(pairs: readonly FilePair[]): readonly string[] {
  return pairs.map(({ before, after }) =>
    before?.path === after?.path
      ? (after?.path ?? '')
      : `${before?.path ?? '∅'} → ${after?.path ?? '∅'}`,
  );
}

/** Words enough to be recognised. */
function story(name: string): string {
  return Array.from({ length: 20 }, (_, at) => `${name} said ${at} in sentence ${at}.\n`).join('');
}

test('of two revisions what differs is loaded, and nothing else', async (t) => {
  const repo = await repositoryWith(t, {
    ...SCHEMA,
    ...annotationFile('same.txt'),
    ...entityFile('wang'),
    'same.txt': 'same\n',
    'changed.txt': 'old\n',
    'gone.txt': 'gone\n',
    'other.md': 'no source\n',
    'odd “ö”\n.txt': '1\n',
  });
  await repo.write('changed.txt', '\uFEFFnew\r\n');
  await repo.write('odd “ö”\n.txt', '2\n');
  await repo.write('other.md', 'still no source\n');
  await repo.write('annotations/entities/wang.yaml', 'format: entity/1\n');
  await repo.write('annotations/entities/li.yaml', 'format: entity/1\n');
  await rm(path.join(repo.path, 'gone.txt'));
  const commit = await repo.commit('Second');
  const { pair, before, after, notes } = await load(repo.path, BEFORE, HEAD);
  assert.deepEqual(paths(pair.files), [
    '∅ → annotations/entities/li.yaml',
    'annotations/entities/wang.yaml',
  ]);
  assert.deepEqual(paths(pair.sources), ['changed.txt', 'gone.txt → ∅', 'odd “ö”\n.txt']);
  assert.deepEqual(pair.sources[0], {
    before: { path: 'changed.txt', text: 'old\n' },
    after: { path: 'changed.txt', text: '\uFEFFnew\r\n' },
  });
  assert.deepEqual(
    [before.label, after.label, after.commit, notes],
    ['HEAD~1', 'HEAD', commit, []],
  );
  assert.equal((await before.read(['same.txt', 'nowhere'])).get('same.txt'), 'same\n');
  assert.equal((await load(repo.path, HEAD, HEAD)).pair.files.length, 0);
});

test('the work tree counts with new files, without ignored ones, and without staging', async (t) => {
  const repo = await repositoryWith(t, {
    ...SCHEMA,
    '.gitignore': 'ignored/\n',
    'a.txt': 'a\n',
    'b.txt': 'b\n',
    'staged.txt': 's\n',
  });
  await repo.write('a.txt', 'A\n');
  await repo.write('new.txt', 'n\n');
  await repo.write('ignored/x.txt', 'x\n');
  await repo.write('node_modules/x.txt', 'x\n');
  await repo.write('staged.txt', 'S\n');
  await repo.git('add', 'staged.txt');
  await repo.write('staged.txt', 'T\n');
  await rm(path.join(repo.path, 'b.txt'));
  const index = await repo.git('status', '--porcelain');
  const work = await load(repo.path, HEAD, WORK);
  assert.deepEqual(paths(work.pair.sources), ['a.txt', 'b.txt → ∅', '∅ → new.txt', 'staged.txt']);
  assert.equal(work.pair.sources[3]?.after?.text, 'T\n');
  const staged = await load(repo.path, HEAD, INDEX);
  assert.deepEqual(paths(staged.pair.sources), ['staged.txt']);
  assert.equal(staged.pair.sources[0]?.after?.text, 'S\n');
  assert.deepEqual(paths((await load(repo.path, INDEX, WORK)).pair.sources).length, 4);
  assert.equal(await repo.git('status', '--porcelain'), index);
  // What git does not keep is the same on both sides.
  assert.equal((await work.before.read(['ignored/x.txt'])).get('ignored/x.txt'), 'x\n');
  assert.equal((await work.before.read(['new.txt', '../x', '/etc/passwd'])).size, 0);
});

test('a workspace folder inside the work tree sees its own files, by their names in it', async (t) => {
  const repo = await repositoryWith(t, { 'x.txt': 'x\n', 'ä b/seeds/a.txt': 'a\n' });
  await repo.write('x.txt', 'X\n');
  await repo.write('ä b/seeds/a.txt', 'A\n');
  await repo.write('ä b/annotations/schema.yaml', 'format: schema/1\nsources: ["**/*.txt"]\n');
  await repo.commit('Second');
  await repo.write('ä b/seeds/b.txt', 'b\n');
  const folder = path.join(repo.path, 'ä b');
  const { pair } = await load(folder, BEFORE, WORK);
  assert.deepEqual(paths(pair.files), ['∅ → annotations/schema.yaml']);
  assert.deepEqual(paths(pair.sources), ['seeds/a.txt', '∅ → seeds/b.txt']);
});

test('a source that was renamed is one source, and so is its annotation file', async (t) => {
  const repo = await repositoryWith(t, {
    ...SCHEMA,
    'same.txt': story('Anna'),
    'edited.txt': story('Boris'),
    'twin.txt': 'twin\n',
    'rewritten.txt': 'Nothing of this stays.\n',
    ...annotationFile('same.txt', '  a-00000a: { exact: "Anna", start: 0, end: 4, note: "n" }'),
    ...annotationFile(
      'rewritten.txt',
      '  a-00000b: { exact: "this", start: 11, end: 15, note: "n" }',
    ),
  });
  const move = async (from: string, to: string): Promise<void> => {
    await mkdir(path.dirname(path.join(repo.path, to)), { recursive: true });
    await rename(path.join(repo.path, from), path.join(repo.path, to));
  };
  await move('same.txt', 'moved/same.txt');
  await move('annotations/same.txt.ann.yaml', 'annotations/moved/same.txt.ann.yaml');
  await repo.write(
    'annotations/moved/same.txt.ann.yaml',
    annotationFile('moved/same.txt')['annotations/moved/same.txt.ann.yaml'] ?? '',
  );
  await move('edited.txt', 'other.txt');
  await repo.write('other.txt', `${story('Boris')}One more.\n`);
  await move('rewritten.txt', 'fresh.txt');
  await repo.write('fresh.txt', 'All of it is new, from its beginning to the end of it.\n');
  await move('annotations/rewritten.txt.ann.yaml', 'annotations/fresh.txt.ann.yaml');
  for (const each of ['one/twin.txt', 'two/other.txt']) await repo.write(each, 'twin\n');
  await rm(path.join(repo.path, 'twin.txt'));
  const { pair } = await load(repo.path, HEAD, WORK);
  assert.deepEqual(paths(pair.sources), [
    'rewritten.txt → fresh.txt',
    'same.txt → moved/same.txt',
    'twin.txt → one/twin.txt',
    'edited.txt → other.txt',
    '∅ → two/other.txt',
  ]);
  assert.deepEqual(paths(pair.files), [
    'annotations/rewritten.txt.ann.yaml → annotations/fresh.txt.ann.yaml',
    'annotations/same.txt.ann.yaml → annotations/moved/same.txt.ann.yaml',
  ]);
});

test('what is a source, each side says for itself', async (t) => {
  const schema = (glob: string): string => `format: schema/1\nsources: ["${glob}"]\n`;
  const repo = await repositoryWith(t, {
    'annotations/schema.yaml': schema('*.md'),
    'a.md': 'a\n',
    'b.log': 'b\n',
    'c.log': 'c\n',
    ...annotationFile('c.log'),
  });
  await repo.write('annotations/schema.yaml', schema('*.txt'));
  await repo.write('a.md', 'A\n');
  await repo.write('b.log', 'B\n');
  await repo.write('c.log', 'C\n');
  await repo.write('d.txt', 'd\n');
  const { pair } = await load(repo.path, HEAD, WORK);
  assert.deepEqual(paths(pair.sources), ['a.md', 'c.log', '∅ → d.txt']);
});

test('an annotation file that goes beside its source is still the same', async (t) => {
  const own = annotationFile('a.txt')['annotations/a.txt.ann.yaml'] ?? '';
  const repo = await repositoryWith(t, { ...SCHEMA, 'a.txt': 'a\n', ...annotationFile('a.txt') });
  await rm(path.join(repo.path, 'annotations/a.txt.ann.yaml'));
  await repo.write('a.txt.ann.yaml', `${own}# beside\n`);
  const { pair } = await load(repo.path, HEAD, WORK);
  assert.deepEqual(paths(pair.files), ['annotations/a.txt.ann.yaml → a.txt.ann.yaml']);
});

test('line breaks that git converts are no difference, those that it does not are', async (t) => {
  const repo = await repositoryWith(t, {
    ...SCHEMA,
    'a.txt': 'one\ntwo\n',
    'b.txt': 'one\ntwo\n',
    'raw.txt': 'one\ntwo\n',
    '.gitattributes': 'raw.txt -text\n',
  });
  await repo.git('config', 'core.autocrlf', 'true');
  await repo.write('a.txt', 'one\r\ntwo\r\n');
  await repo.write('b.txt', 'one\r\nthree\r\n');
  await repo.write('raw.txt', 'one\r\ntwo\r\n');
  const { pair } = await load(repo.path, HEAD, WORK);
  assert.deepEqual(pair.sources, [
    {
      before: { path: 'b.txt', text: 'one\r\ntwo\r\n' },
      after: { path: 'b.txt', text: 'one\r\nthree\r\n' },
    },
    {
      before: { path: 'raw.txt', text: 'one\ntwo\n' },
      after: { path: 'raw.txt', text: 'one\r\ntwo\r\n' },
    },
  ]);
  await repo.git('config', 'core.autocrlf', 'false');
  assert.equal((await load(repo.path, HEAD, WORK)).pair.sources.length, 3);
  await repo.write('.gitattributes', '*.txt text=auto\n');
  assert.deepEqual(paths((await load(repo.path, HEAD, WORK)).pair.sources), ['b.txt']);
});

test('a file that did not change is not read twice, one that did is', async (t) => {
  const repo = await repositoryWith(t, { ...SCHEMA, 'a.txt': 'one\n', 'b.txt': 'b\n' });
  const known: KnownFiles = new Map();
  const changed = async (): Promise<readonly string[]> => {
    const loaded = await loadRevisionPair(repo.path, HEAD, WORK, { known });
    return loaded.ok ? paths(loaded.pair.sources) : [];
  };
  assert.deepEqual(await changed(), []);
  await repo.write('a.txt', 'two\n');
  assert.deepEqual(await changed(), ['a.txt']);
  await repo.write('a.txt', 'one\n');
  assert.deepEqual(await changed(), []);
});

test('what is no text, too large or a link is not compared, and that is said', async (t) => {
  const repo = await repositoryWith(t, {
    ...SCHEMA,
    'a.txt': 'a\n',
    'large.txt': 'small\n',
    ...entityFile('wang'),
  });
  await repo.write('a.txt', new Uint8Array([0, 1, 2, 255]));
  await repo.write(
    'annotations/entities/wang.yaml',
    new Uint8Array([0xff, 0xfe, 0x00, 0x41, 0x0a]),
  );
  await truncate(path.join(repo.path, 'large.txt'), 50 * 1024 * 1024 + 1);
  await symlink('/etc/passwd', path.join(repo.path, 'link.txt'));
  const { pair, notes } = await load(repo.path, HEAD, WORK);
  assert.deepEqual(paths(pair.sources), []);
  assert.deepEqual(paths(pair.files), ['annotations/entities/wang.yaml']);
  assert.deepEqual(notes, [
    'a.txt is not compared: it is no text.',
    'large.txt is not compared: it is larger than 50 MB.',
    'annotations/entities/wang.yaml is not UTF-8: it is compared as far as it can be read.',
  ]);
});

test('two folders are compared without git', async (t) => {
  const [one, other] = [await temporaryFolder(t), await temporaryFolder(t)];
  const [first, second] = [repositoryAt(one), repositoryAt(other)];
  for (const [file, text] of Object.entries(SCHEMA)) {
    await first.write(file, text);
    await second.write(file, text);
  }
  await first.write('a.txt', 'a\n');
  await second.write('a.txt', 'A\n');
  const sides: readonly Side[] = [one, other].map((folder) => ({ kind: 'folder', path: folder }));
  const [before, after] = sides;
  assert.ok(before !== undefined && after !== undefined);
  const { pair } = await load('/nowhere', before, after);
  assert.deepEqual(paths(pair.sources), ['a.txt']);
  const failed = await loadRevisionPair(one, before, { kind: 'folder', path: path.join(one, 'x') });
  assert.equal(failed.ok ? '' : failed.failure.kind, 'no-folder');
});

test('an unfinished merge, a sparse checkout and submodules are seen through', async (t) => {
  const inner = await repositoryWith(t, { 's.txt': '1\n' });
  const repo = await repositoryWith(t, { ...SCHEMA, 'a.txt': 'a\n', 'deep/b.txt': 'b\n' });
  await repo.git(
    '-c',
    'protocol.file.allow=always',
    'submodule',
    'add',
    '--quiet',
    inner.path,
    'sub',
  );
  await repo.commit('Submodule');
  await inner.write('s.txt', '2\n');
  const next = await inner.commit('Next');
  await repo.git('update-index', '--cacheinfo', `160000,${next},sub`);
  await repo.git('commit', '--quiet', '--message=Bump');
  const bumped = await load(repo.path, BEFORE, HEAD);
  assert.deepEqual(paths(bumped.pair.sources), []);
  assert.deepEqual(bumped.notes, ['sub is a submodule: what changed in it is not compared here.']);
  await repo.git('checkout', '--quiet', '-b', 'side');
  await repo.write('a.txt', 'side\n');
  await repo.git('commit', '--quiet', '--all', '--message=Side');
  await repo.git('checkout', '--quiet', 'main');
  await repo.write('a.txt', 'main\n');
  await repo.git('commit', '--quiet', '--all', '--message=Main');
  await repo.tryGit('merge', 'side');
  const merging = await load(repo.path, HEAD, INDEX);
  assert.deepEqual(paths(merging.pair.sources), []);
  assert.match(merging.notes[0] ?? '', /^a\.txt is not merged yet/);
  assert.match((await load(repo.path, HEAD, WORK)).pair.sources[0]?.after?.text ?? '', /^<<<<<<< /);
  await repo.git('merge', '--abort');
  await repo.git('sparse-checkout', 'set', '--no-cone', '/*', '!/deep/');
  assert.deepEqual(paths((await load(repo.path, HEAD, WORK)).pair.sources), []);
});

test('in a repository with other hashes unchanged files are recognised, too', async (t) => {
  const folder = await temporaryFolder(t);
  const repo = repositoryAt(folder);
  await repo.git('init', '--quiet', '--object-format=sha256');
  for (const [file, text] of Object.entries({ ...SCHEMA, 'a.txt': 'a\n' }))
    await repo.write(file, text);
  await repo.commit('First');
  assert.deepEqual(paths((await load(folder, HEAD, WORK)).pair.sources), []);
});

test('texts in Git LFS are compared, not what stands in their stead', async (t) => {
  const pointer = (text: string): string => {
    const oid = createHash('sha256').update(text).digest('hex');
    return `version https://git-lfs.github.com/spec/v1\noid sha256:${oid}\nsize ${text.length}\n`;
  };
  const repo = await repositoryWith(t, {
    ...SCHEMA,
    'same.txt': pointer('same'),
    'changed.txt': pointer('old'),
    'far.txt': pointer('far'),
  });
  for (const text of ['same', 'old']) {
    const oid = createHash('sha256').update(text).digest('hex');
    await repo.write(`.git/lfs/objects/${oid.slice(0, 2)}/${oid.slice(2, 4)}/${oid}`, text);
  }
  await repo.write('same.txt', 'same');
  await repo.write('changed.txt', 'new');
  await repo.write('far.txt', 'far away');
  const { pair, notes } = await load(repo.path, HEAD, WORK);
  assert.deepEqual(pair.sources, [
    { before: { path: 'changed.txt', text: 'old' }, after: { path: 'changed.txt', text: 'new' } },
  ]);
  assert.deepEqual(notes, [
    'far.txt is not compared: its text is in Git LFS, and was not fetched.',
  ]);
});

test('a folder that a revision does not have is empty in it', async (t) => {
  const repo = await repositoryWith(t, { 'x.txt': 'x\n' });
  await repo.write('deep/a.txt', 'a\n');
  await repo.write('deep/annotations/schema.yaml', SCHEMA['annotations/schema.yaml']);
  await repo.commit('Second');
  const { pair } = await load(path.join(repo.path, 'deep'), BEFORE, HEAD);
  assert.deepEqual(paths(pair.sources), ['∅ → a.txt']);
});

test('in a hook the index is the one that is about to be committed', async (t) => {
  const repo = await repositoryWith(t, { ...SCHEMA, 'a.txt': 'a\n' });
  await repo.write('a.txt', 'A\n');
  const other = path.join(repo.path, '.git', 'next-index-1.lock');
  await repo.git('-c', 'core.fsmonitor=false', 'read-tree', `--index-output=${other}`, 'HEAD');
  process.env['GIT_INDEX_FILE'] = other;
  t.after(() => delete process.env['GIT_INDEX_FILE']);
  await repo.git('add', 'a.txt');
  const staged = await load(repo.path, HEAD, INDEX);
  assert.deepEqual(paths(staged.pair.sources), ['a.txt']);
  delete process.env['GIT_INDEX_FILE'];
  assert.deepEqual(paths((await load(repo.path, HEAD, INDEX)).pair.sources), []);
});

test('without a commit, a repository or a work tree there is a reason', async (t) => {
  const kindOf = async (folder: string, before: Side, after: Side): Promise<string> => {
    const loaded = await loadRevisionPair(folder, before, after);
    return loaded.ok ? 'ok' : loaded.failure.kind;
  };
  const empty = await repositoryWith(t);
  assert.equal(await kindOf(empty.path, HEAD, WORK), 'unborn');
  assert.equal(await kindOf(await temporaryFolder(t), HEAD, WORK), 'no-repository');
  const repo = await repositoryWith(t, { 'a.txt': 'a\n' });
  const bare = path.join(await temporaryFolder(t), 'bare');
  await repo.git('clone', '--quiet', '--bare', repo.path, bare);
  assert.equal(await kindOf(bare, HEAD, WORK), 'no-work-tree');
  assert.equal(await kindOf(bare, HEAD, HEAD), 'ok');
  assert.equal(await kindOf(path.join(repo.path, '.git'), HEAD, WORK), 'no-work-tree');
  assert.equal(
    await kindOf(repo.path, { kind: 'revision', name: '--all' }, WORK),
    'unknown-revision',
  );
});
