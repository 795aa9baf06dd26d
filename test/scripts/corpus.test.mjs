// @ts-check
// Tests work on copies of the corpus, never on the repository's own files.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { copyCorpus, temporaryFolder } from '../../scripts/corpus.mjs';
import { inRoot } from '../../scripts/root.mjs';

test('a copy has the sources byte for byte, in a git repository without changes', () => {
  const folder = copyCorpus(path.join(temporaryFolder('test'), 'corpus'));
  for (const name of readdirSync(inRoot('seeds'))) {
    assert.deepEqual(
      readFileSync(path.join(folder, 'seeds', name)),
      readFileSync(inRoot('seeds', name)),
    );
  }
  const git = (/** @type {string[]} */ ...args) =>
    spawnSync('git', args, { cwd: folder, encoding: 'utf8' }).stdout.trim();
  assert.equal(git('status', '--porcelain'), '');
  assert.equal(git('rev-list', '--count', 'HEAD'), '1');
});
