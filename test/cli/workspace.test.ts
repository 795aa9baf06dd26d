import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmod, rename, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { listFiles, readFiles } from '../../src/node/folder';
import { loadWorkspace, loadingComplaints, newAnnotationId } from '../../src/cli/workspace';
import { blobId } from '../../src/core/text/blob';
import { annotationFile, entityFile } from '../core/workspace';
import { folderWith, withoutRights, type Folder } from './folder';

async function load(
  folder: Folder,
): Promise<Extract<Awaited<ReturnType<typeof loadWorkspace>>, { ok: true }>['workspace']> {
  const loaded = await loadWorkspace(folder.path);
  assert.ok(loaded.ok);
  return loaded.workspace;
}

test('files are listed sorted, without dependencies and the git folder', async (t) => {
  const folder = await folderWith(t, {
    'b.txt': '',
    'a/c.txt': '',
    'node_modules/x/y.txt': '',
    'a/node_modules/z.txt': '',
    '.git/HEAD': '',
    '.hidden/h.txt': '',
  });
  const { paths } = await listFiles(folder.path);
  assert.deepEqual(paths, ['.hidden/h.txt', 'a/c.txt', 'b.txt']);
});

test('links are followed inside the folder only, and circles end', async (t) => {
  const outside = await folderWith(t, { 'secret.txt': 'x', 'deep/secret.txt': 'x' });
  const folder = await folderWith(t, { 'a/real.txt': 'x', 'node_modules/n.txt': 'x' });
  await symlink(path.join(outside.path, 'secret.txt'), path.join(folder.path, 'out.txt'));
  await symlink(outside.path, path.join(folder.path, 'outside'));
  await symlink('..', path.join(folder.path, 'a', 'up'));
  await symlink('a/real.txt', path.join(folder.path, 'alias.txt'));
  await symlink('nowhere', path.join(folder.path, 'broken.txt'));
  await symlink('node_modules', path.join(folder.path, 'modules'));
  const { paths, unreadable } = await listFiles(folder.path);
  assert.deepEqual(paths, ['a/real.txt', 'alias.txt']);
  assert.deepEqual(unreadable, []);
});

test('more files than are read at once come in their order', async (t) => {
  const files = Object.fromEntries(
    Array.from({ length: 200 }, (_, index) => [
      `f${String(index).padStart(3, '0')}.txt`,
      `${index}`,
    ]),
  );
  const folder = await folderWith(t, files);
  const readings = await readFiles(folder.path, Object.keys(files));
  const texts = readings.map(
    (each) => each.kind === 'bytes' && new TextDecoder().decode(each.bytes),
  );
  assert.deepEqual(texts, Object.values(files));
});

test('an annotation file that an editor is about to write is waited for, an empty source is not', async (t) => {
  const entity = 'annotations/entities/a.yaml';
  const folder = await folderWith(t, { [entity]: '', 's.txt': '' });
  const written = setTimeout(30).then(() => writeFile(path.join(folder.path, entity), 'format:'));
  const readings = await readFiles(folder.path, [entity, 's.txt']);
  await written;
  const lengths = readings.map((each) => each.kind === 'bytes' && each.bytes.length);
  assert.deepEqual(lengths, ['format:'.length, 0]);
});

test('sources are what the schema names, and what has an annotation file', async (t) => {
  const folder = await folderWith(t, {
    'annotations/schema.yaml': 'format: schema/1\nsources: ["seeds/*.txt"]\n',
    ...annotationFile('letters/one.html'),
    'letters/one.html': 'x',
    'letters/two.html': 'x',
    'seeds/a.txt': 'x',
    'README.md': 'x',
  });
  assert.deepEqual([...(await load(folder)).sources.keys()], ['letters/one.html', 'seeds/a.txt']);
});

test('UTF-8 with and without a byte order mark, and UTF-16 with one, are read as text', async (t) => {
  const folder = await folderWith(t, {
    'a.txt': '\uFEFFŻółć\r\n😀',
    'b.txt': Buffer.from('\uFEFFŻółć\r\n😀', 'utf16le'),
    'c.txt': Buffer.from('\uFEFFŻółć\r\n😀', 'utf16le').swap16(),
    'd.txt': 'Żółć\n😀',
  });
  const { sources } = await load(folder);
  for (const source of sources.values()) assert.equal(source.text, 'Żółć\n😀');
  assert.equal(sources.size, 4);
});

test('a binary source is reported, and is no source', async (t) => {
  const folder = await folderWith(t, { 'a.txt': new Uint8Array([1, 0, 2]), 'b.txt': 'x' });
  const { sources, unreadable } = await load(folder);
  assert.deepEqual([...sources.keys()], ['b.txt']);
  assert.deepEqual(
    unreadable.map(({ code, path: at, severity }) => ({ code, at, severity })),
    [{ code: 'source-binary', at: 'a.txt', severity: 'warning' }],
  );
});

test('files and folders that may not be read are reported, the rest is there', async (t) => {
  const folder = await folderWith(t, { 'a.txt': 'x', 'b.txt': 'x', 'closed/c.txt': 'x' });
  await chmod(folder.path, 0o755);
  await chmod(path.join(folder.path, 'a.txt'), 0o000);
  await chmod(path.join(folder.path, 'closed'), 0o000);
  const { sources, unreadable } = await withoutRights(() => load(folder));
  await chmod(path.join(folder.path, 'closed'), 0o755);
  assert.deepEqual([...sources.keys()], ['b.txt']);
  assert.deepEqual(
    unreadable.map(({ code, path: at, message }) => `${code} ${at}: ${message}`),
    [
      'file-unreadable closed: This cannot be read: permission denied.',
      'file-unreadable a.txt: This cannot be read: permission denied.',
    ],
  );
});

test('an annotation file that is not UTF-8 is shown as far as it goes, and reported', async (t) => {
  const bytes = Buffer.from('format: entity/1\nid: x\ntype: person\nname: "Zoë"\n', 'latin1');
  const folder = await folderWith(t, { 'annotations/entities/x.yaml': bytes });
  const { store, unreadable } = await load(folder);
  assert.ok(store.indexes.entities.has('x'));
  assert.deepEqual(
    unreadable.map(({ code }) => code),
    ['file-encoding'],
  );
});

test('what is not wholly loaded has a line each', async (t) => {
  const folder = await folderWith(t, {
    ...entityFile('good'),
    'annotations/entities/bad.yaml': 'format: entity/1\n\tname: x\n',
    'b.txt': new Uint8Array([0]),
  });
  const complaints = loadingComplaints(await load(folder));
  assert.equal(complaints.length, 2);
  assert.match(complaints[0] ?? '', /^b\.txt:1:1: This file is no text/);
  assert.match(complaints[1] ?? '', /^annotations\/entities\/bad\.yaml:2:/);
});

test('annotation ids are a- and six characters, and do not repeat', () => {
  const ids = Array.from({ length: 1000 }, newAnnotationId);
  for (const id of ids) assert.match(id, /^a-[0-9a-z]{6}$/);
  assert.ok(new Set(ids).size > 990);
});

test('the old text of a source that was edited comes from git, and tells where its passages are', async (t) => {
  const old = 'Anna met Bert. Anna left.\n';
  const folder = await folderWith(t, { 'seeds/a.txt': old });
  const annotation = (id: string, start: number): string =>
    `  ${id}:\n    exact: "Anna"\n    start: ${start}\n    end: ${start + 4}\n    note: "x"\n`;
  const head = `format: source-annotations/1\nsource:\n  path: "seeds/a.txt"\n  blob: "${blobId(old)}"\n`;
  const records = `annotations:\n${annotation('a-000001', 0)}${annotation('a-000002', 15)}`;
  await folder.write('annotations/seeds/a.txt.ann.yaml', head + records);
  execFileSync('git', ['init', '--quiet'], { cwd: folder.path });
  execFileSync('git', ['add', '--all'], { cwd: folder.path });
  assert.equal(
    (await load(folder)).oldText(blobId(old)),
    undefined,
    'not asked for when it is here',
  );

  await folder.write('seeds/a.txt', 'Then Anna met Bert. Soon Anna left.\n');
  const { oldText, located } = await load(folder);
  assert.equal(oldText(blobId(old))?.text, old);
  assert.equal(oldText('0'.repeat(40)), undefined);
  assert.equal(located('seeds/a.txt').length, 2);
  assert.deepEqual(located('seeds/nowhere.txt'), []);
});

test('a source that was moved without its annotation file is recognised', async (t) => {
  const text = 'Anna met Bert in Paris.\n';
  const folder = await folderWith(t, { 'seeds/a.txt': text });
  await folder.write(
    'annotations/seeds/a.txt.ann.yaml',
    `format: source-annotations/1\nsource:\n  path: "seeds/a.txt"\n  blob: "${blobId(text)}"\nannotations:\n  a-000001:\n    exact: "Bert"\n    prefix: "Anna met "\n    start: 9\n    end: 13\n    note: "x"\n`,
  );
  await rename(path.join(folder.path, 'seeds/a.txt'), path.join(folder.path, 'seeds/b.txt'));
  const { store } = await load(folder);
  assert.deepEqual([...store.moves], [['seeds/a.txt', { to: 'seeds/b.txt', certain: true }]]);
  const listed = await folder.run('list annotations');
  assert.match(listed.output, /^seeds\/b\.txt:1:10 +a-000001/);
  await folder.write('move.jsonl', '{"op":"moveSource","from":"seeds/a.txt","to":"seeds/b.txt"}\n');
  assert.equal((await folder.run('apply move.jsonl')).status, 0);
  const files = Object.keys(await folder.everything()).filter((name) => name.endsWith('.ann.yaml'));
  assert.deepEqual(files, ['annotations/seeds/b.txt.ann.yaml']);
  assert.equal((await load(folder)).store.moves.size, 0);
});
