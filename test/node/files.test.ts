import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { symlink, utimes } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { fileKind } from '../../src/core/storage/paths';
import { lockFor, readTemporaryName, temporaryFor } from '../../src/node/beside';
import { carryOut } from '../../src/node/carryOut';
import { holdFiles, writeFiles } from '../../src/node/files';
import { hostDigits, thisOwner } from '../../src/node/owner';
import { folderWith } from '../cli/folder';

const ENTITY = 'annotations/entities/x.yaml';
const SOURCE = 'annotations/s.txt.ann.yaml';

test('what stands beside a file for a moment is no annotation file', async () => {
  const owner = await thisOwner();
  for (const file of [
    ENTITY,
    SOURCE,
    's.txt.ann.yaml',
    `annotations/${'x'.repeat(240)}.ann.yaml`,
  ]) {
    for (const beside of [temporaryFor(file, owner), lockFor(file)]) {
      assert.equal(fileKind(beside), undefined);
      assert.equal(path.dirname(beside), path.dirname(file));
      assert.ok(path.basename(beside).startsWith('.') && path.basename(beside).length < 255);
    }
    assert.equal(readTemporaryName(path.basename(temporaryFor(file, owner)))?.pid, process.pid);
  }
});

test('byte order mark and line ends are kept as they are given', async (t) => {
  const before = '\uFEFFformat: entity/1\r\nid: x\r\n';
  const folder = await folderWith(t, { [ENTITY]: before });
  const after = `${before}note: "n"\r\n`;
  assert.deepEqual(await writeFiles(folder.path, [{ path: ENTITY, before, after }]), { ok: true });
  assert.equal(await folder.read(ENTITY), after);
});

test('a folder that vanished is said, and not made again', async (t) => {
  const folder = await folderWith(t);
  const gone = path.join(folder.path, 'gone');
  const written = await writeFiles(gone, [{ path: ENTITY, before: undefined, after: 'x' }]);
  assert.ok(!written.ok && written.refusal.kind === 'failed');
  assert.deepEqual(await folder.everything(), {});
});

test('two links to one file are not both written', async (t) => {
  const folder = await folderWith(t, { 'a.yaml': 'old' });
  await symlink('a.yaml', path.join(folder.path, 'b.yaml'));
  const written = await writeFiles(folder.path, [
    { path: 'a.yaml', before: 'old', after: 'one' },
    { path: 'b.yaml', before: 'old', after: 'two' },
  ]);
  assert.deepEqual(written, { ok: false, refusal: { kind: 'outside', path: 'b.yaml' } });
  assert.equal(await folder.read('a.yaml'), 'old');
});

test('what killed writers left is removed by the next write, and nothing else', async (t) => {
  const here = await thisOwner();
  const { pid } = spawnSync(process.execPath, ['--version']);
  const [own, host] = [hostDigits(here), '0'.repeat(8)];
  const left = [
    `.b.yaml.${own}-${pid}-0123abcd.tmp`,
    `.b.yaml.${host}-1-0123abcd.tmp`,
    '.b.yaml.lock',
  ];
  const kept = [
    `.b.yaml.${own}-${process.pid}-0123abcd.tmp`,
    `.b.yaml.${host}-2-0123abcd.tmp`,
    '.b.yaml.tmp',
    'b.yaml.tmp',
    '.c.yaml.lock',
    '.gitignore',
  ];
  const folder = await folderWith(
    t,
    Object.fromEntries([...left, ...kept].map((name) => [name, ''])),
  );
  const old = new Date(Date.now() - 3_600_000);
  await utimes(path.join(folder.path, left[1] ?? ''), old, old);
  const since = old.toISOString();
  await folder.write(
    '.b.yaml.lock',
    `${JSON.stringify({ ...here, pid, since, token: 'a'.repeat(16) })}\n`,
  );
  await writeFiles(folder.path, [{ path: 'a.yaml', before: undefined, after: 'x' }]);
  assert.deepEqual(Object.keys(await folder.everything()).sort(), [...kept, 'a.yaml'].sort());
});

test('a write waits while another writer holds the file, and who holds it can write', async (t) => {
  const folder = await folderWith(t, { 'a.yaml': 'old' });
  const holding = await holdFiles(folder.path, ['a.yaml']);
  assert.ok(holding.ok);
  const waiting = writeFiles(folder.path, [{ path: 'a.yaml', before: 'old', after: 'theirs' }]);
  const change = { path: 'a.yaml', before: 'old', after: 'ours' };
  assert.deepEqual(await writeFiles(folder.path, [change], holding.held), { ok: true });
  await holding.held.release();
  assert.deepEqual(await waiting, { ok: false, refusal: { kind: 'changed', path: 'a.yaml' } });
  assert.deepEqual(await folder.everything(), { 'a.yaml': 'ours' });
});

test('a change that others overtook is decided anew on what they wrote', async (t) => {
  const folder = await folderWith(t, { 'a.yaml': '1' });
  let known: string | undefined = '0';
  let decisions = 0;
  const written = await carryOut(folder.path, {
    decide: () => {
      decisions++;
      return [{ path: 'a.yaml', before: known, after: `${known ?? ''}+` }];
    },
    take: (_file, text) => {
      known = text;
    },
  });
  assert.deepEqual(written, { ok: true });
  assert.equal(decisions, 2);
  assert.equal(await folder.read('a.yaml'), '1+');
});

test('a file that others write all the time is written in turn', async (t) => {
  const folder = await folderWith(t, { 'a.yaml': '' });
  const texts = new Map(['x', 'y', 'z'].map((name) => [name, '']));
  const count = 15;
  await Promise.all(
    [...texts.keys()].map(async (name) => {
      for (let done = 0; done < count; done++) {
        let after = '';
        const written = await carryOut(folder.path, {
          decide: () => {
            const before = texts.get(name) ?? '';
            after = `${before}${name}`;
            return [{ path: 'a.yaml', before, after }];
          },
          take: (_file, text) => texts.set(name, text ?? ''),
        });
        assert.deepEqual(written, { ok: true });
        texts.set(name, after);
      }
    }),
  );
  const text = await folder.read('a.yaml');
  assert.equal(text.length, 3 * count);
  for (const name of texts.keys()) assert.equal(text.split(name).length, count + 1);
});
