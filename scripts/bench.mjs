// @ts-check
// Bundles and runs the benchmarks, one after the other so that none disturbs another.
//
//   node scripts/bench.mjs [part of a name]

import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { program, Stop } from './program.mjs';
import { filesUnder, inRoot, root } from './root.mjs';
import { ensureDependencies } from './setup.mjs';

/** @param {readonly string[]} args */
async function main([part = '']) {
  ensureDependencies();
  const files = filesUnder(['test/bench'], '.bench.ts').filter((file) => file.includes(part));
  if (files.length === 0) throw new Stop(`No benchmark matches ${part}.`);
  const { buildTests } = await import('../esbuild.mjs');
  const modules = await buildTests(files, inRoot('dist', 'bench'));
  for (const module of modules) {
    console.log(`\n▶ ${path.basename(module, '.bench.mjs')}`);
    const { status } = spawnSync(process.execPath, ['--enable-source-maps', module], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    if (status !== 0) process.exitCode = 1;
  }
}

await program(import.meta.url, main);
