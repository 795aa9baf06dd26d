import assert from 'node:assert/strict';
import { test } from 'node:test';
import { annotationFile, entityFile } from '../core/workspace';
import { folderWith } from './folder';

const FILE = 'annotations/s.txt.ann.yaml';
const FILES = {
  's.txt': 'He met Wang Yi.',
  ...entityFile('wang', 'note: "x"'),
  ...annotationFile(
    's.txt',
    '  a-00000a:',
    '    exact: "Wang Yi"',
    '    start: 7',
    '    end: 14',
    '    entity: wang',
  ),
};

test('a file is printed in words, with the names of records where it is said where they are', async (t) => {
  const folder = await folderWith(t, FILES);
  const plain = await folder.run(`textconv ${FILE}`);
  assert.equal(plain.status, 0);
  assert.match(plain.output, /^ {2}a-00000a \[Wang Yi\]$/m);
  assert.match(plain.output, /^ {4}mentions wang$/m);
  const named = await folder.run(`textconv --names nowhere --names . -- ${FILE}`);
  assert.match(named.output, /^ {4}mentions wang “.+”$/m);
  const json = JSON.parse((await folder.run(`textconv ${FILE} --format json`)).output) as object;
  assert.deepEqual(json, { text: plain.output });
});

test('a file that is no YAML is printed as it is; one that is missing has status 2', async (t) => {
  const folder = await folderWith(t, { 'x.yaml': '{ [ "\u0000\n' });
  assert.equal((await folder.run('textconv x.yaml')).output, '{ [ "\u0000\n');
  assert.equal((await folder.run('textconv nowhere.yaml')).status, 2);
  assert.equal((await folder.run('textconv')).status, 2);
});
