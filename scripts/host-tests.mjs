// @ts-check
// Runs the tests that live inside the extension host of a real VS Code, on a copy of the corpus.
//
//   node scripts/host-tests.mjs              in the Node host, headless
//   node scripts/host-tests.mjs --web        the same in the web worker host, headless
//   node scripts/host-tests.mjs --roots      a workspace of several folders, headless
//   node scripts/host-tests.mjs --desktop    in a downloaded desktop VS Code
//
// With --grep=WORDS only the tests whose names contain the words.

import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import { copyCorpus, temporaryFolder } from './corpus.mjs';
import { QUIET_SETTINGS } from './host/server.mjs';
import { messageOf, parseCounts, program, report, Stop } from './program.mjs';
import { inRoot, root } from './root.mjs';
import { ensureDependencies } from './setup.mjs';

const HEADLESS = inRoot('scripts', 'host', 'vscode-headless.mjs');

/**
 * What runs in the host, as absolute paths; `tests` is a CommonJS module that exports `run`.
 * @typedef {{ readonly extensionDir: string, readonly tests: string, readonly workspace: string }} Suite
 */

/** @param {readonly string[]} args */
async function main(args) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      web: { type: 'boolean', default: false },
      roots: { type: 'boolean', default: false },
      desktop: { type: 'boolean', default: false },
      grep: { type: 'string' },
    },
  });
  ensureDependencies();
  if (values.grep !== undefined) process.env['GREP'] = values.grep;
  const isDesktop = values.desktop;
  const temporary = temporaryFolder('host');
  const corpus = copyCorpus(path.join(temporary, 'corpus'));
  const workspace = values.roots ? writeWorkspace(temporary, corpus) : corpus;
  const built = values.web
    ? await webSuite(temporary)
    : await nodeSuite(values.roots ? 'roots' : 'host');
  const suite = { ...built, workspace };
  const output = await runSuite(suite, temporary, isDesktop);
  const counts = parseCounts(output.text);
  if (counts === undefined) {
    console.error('The tests ended without a result.');
    report({ passed: 0, failed: 1 });
    return;
  }
  if (output.isFailed && counts.failed === 0) {
    console.error('All tests passed, but VS Code ended with a failure.');
    report({ passed: counts.passed, failed: 1 });
    return;
  }
  report(counts);
}

/**
 * @param {'host' | 'roots'} name
 * @returns {Promise<Omit<Suite, 'workspace'>>}
 */
async function nodeSuite(name) {
  const { build } = await import('../esbuild.mjs');
  await build({ only: ['extension', 'cli', `${name}-tests`] });
  const tests = inRoot('dist', 'test', 'vscode', name === 'host' ? 'index' : name);
  return { extensionDir: root, tests };
}

/**
 * A workspace with the corpus, a folder inside it, and one beside it.
 * @param {string} temporary absolute path
 * @param {string} corpus absolute path
 * @returns {string} absolute path of its file
 */
function writeWorkspace(temporary, corpus) {
  const folders = [corpus, path.join(corpus, 'inner'), path.join(temporary, 'beside')];
  for (const folder of folders) mkdirSync(path.join(folder, 'annotations'), { recursive: true });
  const file = path.join(temporary, 'several.code-workspace');
  writeFileSync(file, JSON.stringify({ folders: folders.map((each) => ({ path: each })) }));
  return file;
}

/**
 * A manifest without `main` is what sends the extension to the web worker host.
 * @param {string} temporary
 * @returns {Promise<Omit<Suite, 'workspace'>>}
 */
async function webSuite(temporary) {
  const { build } = await import('../esbuild.mjs');
  await build({ only: ['extension', 'web-tests'] });
  const extensionDir = path.join(temporary, 'web extension');
  mkdirSync(extensionDir);
  const manifest = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
  writeFileSync(
    path.join(extensionDir, 'package.json'),
    JSON.stringify({ ...manifest, main: undefined }),
  );
  const parts = ['dist/extension.js', 'dist/test/vscode/web.js', 'docs', 'media', 'schemas'];
  for (const part of parts.filter((name) => existsSync(inRoot(name)))) {
    cpSync(inRoot(part), path.join(extensionDir, part), { recursive: true });
  }
  return { extensionDir, tests: path.join(extensionDir, 'dist', 'test', 'vscode', 'web') };
}

/**
 * @param {Suite} suite
 * @param {string} temporary absolute path of a folder for the profile
 * @param {boolean} isDesktop
 * @returns {Promise<{ readonly text: string, readonly isFailed: boolean }>} what was printed
 */
export async function runSuite({ extensionDir, tests, workspace }, temporary, isDesktop) {
  const { runTests } = await import('@vscode/test-electron');
  const userDataDir = path.join(temporary, 'user');
  if (isDesktop) writeDesktopSettings(userDataDir);
  let text = '';
  const stdout = new Writable({
    write(chunk, _encoding, done) {
      text += String(chunk);
      process.stdout.write(chunk, done);
    },
  });
  const options = {
    extensionDevelopmentPath: extensionDir,
    extensionTestsPath: tests,
    launchArgs: [
      workspace,
      `--user-data-dir=${userDataDir}`,
      `--extensions-dir=${path.join(temporary, 'extensions')}`,
    ],
    stdout,
  };
  try {
    await runTests(isDesktop ? options : { ...options, vscodeExecutablePath: HEADLESS });
    return { text: lastLines(text), isFailed: false };
  } catch (error) {
    if (isDesktop && text === '') {
      throw new Stop(
        `VS Code could not be downloaded or started (${messageOf(error)}): check the network connection, or use npm run test:host, which takes VS Code from npm.`,
      );
    }
    console.error(messageOf(error));
    return { text: lastLines(text), isFailed: true };
  }
}

/**
 * @param {string} text
 * @returns {string} up to the line with the counts, if there is one: a host may say more at its end
 */
function lastLines(text) {
  const line = [...text.matchAll(/(?:^|\n)\d+ passed, \d+ failed(?=\s)/g)].at(-1);
  return line === undefined ? text : text.slice(0, line.index + line[0].length);
}

/** @param {string} userDataDir */
function writeDesktopSettings(userDataDir) {
  mkdirSync(path.join(userDataDir, 'User'), { recursive: true });
  writeFileSync(
    path.join(userDataDir, 'User', 'settings.json'),
    JSON.stringify(QUIET_SETTINGS, undefined, 2),
  );
}

await program(import.meta.url, main);
