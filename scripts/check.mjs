// @ts-check
// Types, lint, format, unused code, generated ids and unit tests: everything that needs no editor.

import { spawn } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { program, report, sum } from './program.mjs';
import { inRoot, root } from './root.mjs';
import { ensureDependencies } from './setup.mjs';
import { runStep } from './steps.mjs';

/** @typedef {import('./program.mjs').Counts} Counts */

/** @type {readonly (readonly [name: string, command: string, ...args: string[]])[]} */
const CHECKS = [
  ['types', 'tsc', '-b'],
  ['lint', 'eslint', '.', '--max-warnings', '0'],
  ['format', 'prettier', '--check', '.', '--log-level', 'warn'],
  ['unused code', 'knip', '--no-progress'],
  ['generated ids', 'node', inRoot('scripts', 'generate.mjs'), '--check'],
];

async function main() {
  ensureDependencies();
  const waiting = [...CHECKS];
  /** @type {Counts[]} */
  const counts = [];
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      counts.push(await runCheck(...next));
    }
  };
  await Promise.all([work(), work()]);
  counts.push(await runStep({ name: 'unit tests', script: 'scripts/unit-tests.mjs' }));
  report(sum(counts));
}

/**
 * @param {string} name
 * @param {string} command `node`, or that of an installed package
 * @param {...string} args
 * @returns {Promise<Counts>} one check, passed or failed
 */
function runCheck(name, command, ...args) {
  const start = performance.now();
  return new Promise((resolve) => {
    let output = '';
    const executable =
      command === 'node' ? process.execPath : inRoot('node_modules', '.bin', command);
    const child = spawn(executable, args, {
      cwd: root,
      env: { ...process.env, FORCE_COLOR: process.stdout.isTTY ? '1' : '0' },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => (output += String(chunk)));
    }
    child.once('error', (error) => (output += error.message));
    child.once('close', (code) => {
      const seconds = ((performance.now() - start) / 1000).toFixed(1);
      console.log(`${code === 0 ? '✔' : '✖'} ${name} (${seconds} s)`);
      if (code !== 0) console.log(output.trimEnd());
      resolve({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 });
    });
  });
}

await program(import.meta.url, main);
