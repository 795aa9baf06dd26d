import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { folderWith, jsonLines } from './folder';

const run = promisify(execFile);
// As in the product: the bundle one folder below package.json.
const folder = path.resolve('dist', 'test', `cli-${process.pid}`);
const executable = path.join(folder, 'dist', 'cli.js');

before(async () => {
  await mkdir(path.join(folder, 'dist'), { recursive: true });
  await writeFile(path.join(folder, 'package.json'), await readFile('package.json'));
  await build({
    entryPoints: ['src/cli/main.ts'],
    outfile: executable,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    logLevel: 'silent',
  });
});

after(() => rm(folder, { recursive: true, force: true }));

test('the executable prints the version of the package', async () => {
  const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string };
  assert.equal((await run(process.execPath, [executable, '--version'])).stdout, `${version}\n`);
});

test('operations go in through a pipe, and the status comes out', async (t) => {
  const workspace = await folderWith(t, { 's.txt': 'Wang Yi' });
  const child = spawn(process.execPath, [executable, '-C', workspace.path, 'apply', '-'], {
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  child.stdin.end(jsonLines({ op: 'createEntity', type: 'person', name: 'Wang Yi' }));
  assert.deepEqual(await once(child, 'exit'), [0, null]);
  assert.match(await workspace.read('annotations/entities/wang-yi.yaml'), /^format: entity\/1\n/);
});

test('messages go to standard error with the name of the program', async () => {
  await assert.rejects(run(process.execPath, [executable, 'lsit']), {
    code: 2,
    stdout: '',
    stderr: /^source-annotator: There is no command “lsit”; there are list, apply, check, .*\.\n$/,
  });
});

test('a reader that stops early is no error', async (t) => {
  const sentence = `${'word '.repeat(600)}\n`;
  const workspace = await folderWith(t, { 's.txt': sentence.repeat(60) });
  const notes = Array.from({ length: 60 }, (_, index) => ({
    op: 'annotate',
    source: 's.txt',
    start: index * sentence.length,
    end: (index + 1) * sentence.length,
    note: `${index}`,
  }));
  await workspace.run('apply -', jsonLines(...notes));
  const child = spawn(process.execPath, [executable, '-C', workspace.path, 'list', 'annotations'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let complaints = '';
  child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
  child.stdout.once('data', () => child.stdout.destroy());
  const [status] = (await once(child, 'exit')) as [number];
  assert.equal(complaints, '');
  assert.equal(status, 0);
});
