// @ts-check
// Copies of the corpus for tests and pictures: they may be changed, the repository's own files not.

import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Stop } from './program.mjs';
import { inRoot } from './root.mjs';

/**
 * A temporary folder that is removed with the process. Its name has a space, so that every test
 * also shows that such paths work.
 * @param {string} purpose one word
 * @returns {string} absolute path
 */
export function temporaryFolder(purpose) {
  const folder = mkdtempSync(path.join(tmpdir(), `annotator ${purpose}-`));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  return folder;
}

/**
 * Copies `seeds/` and `annotations/` and commits them in a git repository of their own.
 * @param {string} folder absolute path; created
 * @returns {string} the same folder
 */
export function copyCorpus(folder) {
  mkdirSync(folder, { recursive: true });
  for (const part of ['seeds', 'annotations', '.gitattributes']) {
    const source = inRoot(part);
    if (existsSync(source)) cpSync(source, path.join(folder, part), { recursive: true });
  }
  git(folder, ['init', '--quiet', '--initial-branch=main']);
  git(folder, ['config', 'user.name', 'Analyst']);
  git(folder, ['config', 'user.email', 'analyst@example.org']);
  git(folder, ['config', 'commit.gpgsign', 'false']);
  git(folder, ['add', '--all']);
  git(folder, ['commit', '--quiet', '--message=Corpus']);
  return folder;
}

/**
 * @param {string} cwd
 * @param {readonly string[]} args
 */
function git(cwd, args) {
  const { status, stderr, error } = spawnSync('git', args, { cwd, encoding: 'utf8' });
  if (error !== undefined) throw new Stop('git was not found: install it and try again.');
  if (status !== 0) throw new Stop(`git ${args[0] ?? ''} failed: ${stderr.trim()}`);
}
