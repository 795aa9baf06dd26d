// @ts-check
// Bundles and runs the benchmarks, one after the other so that none disturbs another.
//
//   node scripts/bench.mjs [part of a name]

import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from './corpus.mjs';
import { runSuite } from './host-tests.mjs';
import { program, Stop } from './program.mjs';
import { filesUnder, inRoot, root } from './root.mjs';
import { ensureDependencies } from './setup.mjs';

/** The name of the one that runs inside VS Code. */
const HOST = 'host';

/** @param {readonly string[]} args */
async function main([part = '']) {
  ensureDependencies();
  const files = filesUnder(['test/bench'], '.bench.ts').filter((file) => file.includes(part));
  const isInHost = HOST.includes(part);
  if (files.length === 0 && !isInHost) throw new Stop(`No benchmark matches ${part}.`);
  runModules(await built(files));
  if (isInHost) await runInHost();
}

/**
 * @param {readonly string[]} files
 * @returns {Promise<readonly string[]>}
 */
async function built(files) {
  const { buildTests } = await import('../esbuild.mjs');
  return buildTests(files, inRoot('dist', 'bench'));
}

/** @param {readonly string[]} modules */
function runModules(modules) {
  for (const module of modules) {
    console.log(`\n▶ ${path.basename(module, '.bench.mjs')}`);
    const { status } = spawnSync(process.execPath, ['--enable-source-maps', module], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    if (status !== 0) process.exitCode = 1;
  }
}

/** What ships is measured, in an empty folder: nothing there activates the extension. */
async function runInHost() {
  const { build } = await import('../esbuild.mjs');
  await build({ only: ['extension'], production: true });
  await build({ only: ['host-bench'] });
  const temporary = temporaryFolder('bench');
  const workspace = path.join(temporary, 'empty');
  mkdirSync(workspace);
  console.log(`\n▶ ${HOST}`);
  const tests = inRoot('dist', 'test', 'vscode', 'bench');
  const { isFailed } = await runSuite({ extensionDir: root, tests, workspace }, temporary, false);
  if (isFailed) process.exitCode = 1;
}

await program(import.meta.url, main);
