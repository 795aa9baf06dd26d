// @ts-check
// What may be in the package for the editors, and what may not.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noticesOf } from '../../scripts/notices.mjs';
import { problemsOf } from '../../scripts/package.mjs';
import { zipEntries } from '../../scripts/zip.mjs';

const entries = [
  '[Content_Types].xml',
  'extension.vsixmanifest',
  'extension/package.json',
  'extension/readme.md',
  'extension/changelog.md',
  'extension/LICENSE.txt',
  'extension/docs/agreement.md',
  'extension/docs/checks.md',
  'extension/docs/git.md',
  'extension/docs/schema.md',
  'extension/dist/extension.js',
  'extension/dist/cli.js',
  'extension/dist/THIRD-PARTY-NOTICES.txt',
  'extension/media/icon.png',
];

test('a package with what is allowed has no problem', () => {
  assert.deepEqual(problemsOf({ size: 400_000, entries }), []);
});

test('sources, tests, seeds and annotations do not belong in the package', () => {
  const foreign = ['extension/seeds/a.txt', 'extension/dist/test/a.js', 'extension/src/a.ts'];
  assert.equal(problemsOf({ size: 400_000, entries: [...entries, ...foreign] }).length, 3);
});

test('a missing bundle and a package of a megabyte are problems', () => {
  const withoutCli = entries.filter((name) => !name.includes('cli'));
  assert.deepEqual(problemsOf({ size: 1_000_000, entries: withoutCli }), [
    'extension/dist/cli.js is missing.',
    'The package has 1000000 bytes, the limit is 1000000.',
  ]);
});

test('the names of a zip file are read from its table of contents', () => {
  const entry = Buffer.alloc(46 + 5 + 2);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(5, 28);
  entry.writeUInt16LE(2, 30);
  entry.write('a.txt', 46);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(2, 10);
  end.writeUInt32LE(3, 16);
  const zip = Buffer.concat([Buffer.from('...'), entry, entry, end]);
  assert.deepEqual(zipEntries(zip), ['a.txt', 'a.txt']);
  assert.throws(() => zipEntries(Buffer.from('no zip')), /Not a zip file/);
});

test('the licence of every bundled package is in the notices, once', () => {
  const notices = noticesOf([
    'src/core/text/span.ts',
    'node_modules/yaml/dist/index.js',
    'node_modules/yaml/browser/index.js',
    'node_modules/@noble/hashes/sha2.js',
  ]);
  assert.equal(notices.match(/^yaml \d/gm)?.length, 1);
  assert.match(notices, /^@noble\/hashes \d/m);
  assert.match(notices, /Permission to use, copy, modify/);
});

test('a bundled package without a licence is an error in words', () => {
  assert.throws(() => noticesOf(['node_modules/no-such-package/index.js']), {
    message:
      'The bundled package no-such-package has no licence file: leave it out or ask for one.',
  });
});
