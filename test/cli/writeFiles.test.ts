import assert from 'node:assert/strict';
import { chmod, lstat, mkdir, readlink, stat, symlink } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { writeFiles } from '../../src/cli/writeFiles';
import { folderWith, withoutRights } from './folder';

test('files are made with their folders, replaced and removed', async (t) => {
  const folder = await folderWith(t, { 'a.yaml': 'old', 'b.yaml': 'gone' });
  const written = await writeFiles(folder.path, [
    { path: 'a.yaml', before: 'old', after: 'new' },
    { path: 'b.yaml', before: 'gone', after: undefined },
    { path: 'x/y/c.yaml', before: undefined, after: '\uFEFFZoë\r\n' },
  ]);
  assert.deepEqual(written, { ok: true });
  assert.equal(await folder.read('x/y/c.yaml'), '\uFEFFZoë\r\n');
  assert.deepEqual(Object.keys(await folder.everything()), ['a.yaml', 'x/', 'x/y/', 'x/y/c.yaml']);
});

test('a file keeps its permissions', async (t) => {
  const folder = await folderWith(t, { 'a.yaml': 'old' });
  await chmod(path.join(folder.path, 'a.yaml'), 0o640);
  await writeFiles(folder.path, [{ path: 'a.yaml', before: 'old', after: 'new' }]);
  assert.equal((await stat(path.join(folder.path, 'a.yaml'))).mode & 0o777, 0o640);
});

test('when one file was changed since it was read, nothing is written', async (t) => {
  const folder = await folderWith(t, { 'a.yaml': 'old', 'b.yaml': 'theirs' });
  const before = await folder.everything();
  const written = await writeFiles(folder.path, [
    { path: 'a.yaml', before: 'old', after: 'new' },
    { path: 'made/c.yaml', before: undefined, after: 'new' },
    { path: 'b.yaml', before: 'ours', after: 'new' },
  ]);
  assert.deepEqual(written, {
    ok: false,
    message: 'b.yaml was changed by another program since it was read. Nothing was changed.',
  });
  assert.deepEqual(await folder.everything(), before);
});

test('a file that came or went meanwhile counts as changed', async (t) => {
  const folder = await folderWith(t, { 'came.yaml': 'x' });
  for (const change of [
    { path: 'came.yaml', before: undefined, after: 'new' },
    { path: 'went.yaml', before: 'x', after: 'new' },
    { path: 'went.yaml', before: 'x', after: undefined },
  ]) {
    const written = await writeFiles(folder.path, [change]);
    assert.ok(!written.ok);
    assert.match(written.message, /was changed by another program/);
  }
  assert.deepEqual(await folder.everything(), { 'came.yaml': 'x' });
});

test('bytes that are no UTF-8 are never lost', async (t) => {
  const folder = await folderWith(t, { 'a.yaml': Buffer.from('Zo\xeb', 'latin1') });
  const written = await writeFiles(folder.path, [
    { path: 'a.yaml', before: 'Zo\uFFFD', after: 'Zoe' },
  ]);
  assert.ok(!written.ok);
  assert.match(written.message, /is not UTF-8, so it is not written/);
  assert.deepEqual(await folder.everything(), { 'a.yaml': 'Zo\xeb' });
});

test('paths that leave the workspace are refused, by words and by links', async (t) => {
  const outside = await folderWith(t, { 'file.yaml': 'theirs' });
  const folder = await folderWith(t);
  await symlink(outside.path, path.join(folder.path, 'out'));
  await symlink(path.join(outside.path, 'file.yaml'), path.join(folder.path, 'link.yaml'));
  for (const [file, before] of [
    ['../file.yaml', undefined],
    ['/tmp/file.yaml', undefined],
    ['out/new.yaml', undefined],
    ['out/deep/new.yaml', undefined],
    ['out/file.yaml', 'theirs'],
    ['link.yaml', 'theirs'],
  ] as const) {
    const written = await writeFiles(folder.path, [{ path: file, before, after: 'new' }]);
    assert.ok(!written.ok, file);
    assert.match(written.message, /leaves the workspace/);
  }
  assert.deepEqual(await outside.everything(), { 'file.yaml': 'theirs' });
});

test('a link inside the workspace stays a link, and what it names is replaced', async (t) => {
  const folder = await folderWith(t, { 'real.yaml': 'old' });
  await symlink('real.yaml', path.join(folder.path, 'link.yaml'));
  const written = await writeFiles(folder.path, [
    { path: 'link.yaml', before: 'old', after: 'new' },
  ]);
  assert.deepEqual(written, { ok: true });
  assert.equal(await readlink(path.join(folder.path, 'link.yaml')), 'real.yaml');
  assert.ok((await lstat(path.join(folder.path, 'real.yaml'))).isFile());
  assert.equal(await folder.read('real.yaml'), 'new');
});

test('in a read-only folder nothing is written, and what other folders got is taken away', async (t) => {
  const folder = await folderWith(t, { 'free/a.yaml': 'old', 'closed/b.yaml': 'old' });
  await chmod(folder.path, 0o755);
  await chmod(path.join(folder.path, 'free'), 0o777);
  await chmod(path.join(folder.path, 'free/a.yaml'), 0o666);
  await chmod(path.join(folder.path, 'closed'), 0o555);
  const before = await folder.everything();
  for (const [file, old] of [
    ['closed/b.yaml', 'old'],
    ['closed/c.yaml', undefined],
    ['closed/d/e.yaml', undefined],
  ] as const) {
    const written = await withoutRights(() =>
      writeFiles(folder.path, [
        { path: 'free/a.yaml', before: 'old', after: 'new' },
        { path: 'free/new/c.yaml', before: undefined, after: 'new' },
        { path: file, before: old, after: 'new' },
      ]),
    );
    assert.deepEqual(written, {
      ok: false,
      message: `${file} cannot be written: permission denied. Nothing was changed.`,
    });
    assert.deepEqual(await folder.everything(), before);
  }
  await chmod(path.join(folder.path, 'closed'), 0o755);
});

test('a read-only file is not replaced, though its folder would let it', async (t) => {
  const folder = await folderWith(t, { 'a.yaml': 'old' });
  await chmod(folder.path, 0o777);
  await chmod(path.join(folder.path, 'a.yaml'), 0o444);
  const written = await withoutRights(() =>
    writeFiles(folder.path, [{ path: 'a.yaml', before: 'old', after: 'new' }]),
  );
  assert.ok(!written.ok);
  assert.match(written.message, /a\.yaml cannot be written: permission denied/);
});

test('when the last renaming fails, the files before it are put back', async (t) => {
  const folder = await folderWith(t, { 'a.yaml': 'old' });
  await mkdir(path.join(folder.path, 'z.yaml'));
  const written = await writeFiles(folder.path, [
    { path: 'a.yaml', before: 'old', after: 'new' },
    { path: 'z.yaml', before: undefined, after: 'new' },
  ]);
  assert.ok(!written.ok);
  assert.match(written.message, /z\.yaml cannot be written: it is a folder/);
  assert.deepEqual(await folder.everything(), { 'a.yaml': 'old', 'z.yaml/': '' });
});

test('a file where a folder should be is named', async (t) => {
  const folder = await folderWith(t, { annotations: 'a file' });
  const written = await writeFiles(folder.path, [
    { path: 'annotations/entities/x.yaml', before: undefined, after: 'new' },
  ]);
  assert.ok(!written.ok);
  assert.match(
    written.message,
    /annotations\/entities\/x\.yaml cannot be written: a part of its path is a file/,
  );
});
