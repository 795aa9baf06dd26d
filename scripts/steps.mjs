// @ts-check
// Runs a script as a step of a longer run: passes its output on and reads its counts.

import { spawn } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { parseCounts } from './program.mjs';
import { root } from './root.mjs';

/** @typedef {import('./program.mjs').Counts} Counts */
/** @typedef {{ readonly name: string, readonly script: string, readonly args?: readonly string[], readonly counts?: boolean }} Step `counts` is false for a script that only succeeds or fails */

/**
 * A step that crashed, ran nothing or reported nothing counts as one failure.
 * @param {Step} step
 * @returns {Promise<Counts>}
 */
export async function runStep({ name, script, args = [], counts: hasCounts = true }) {
  console.log(`\n▶ ${name}`);
  const start = performance.now();
  const { code, output } = await run(script, args);
  const counts = hasCounts ? countsOf(code, output) : { passed: 0, failed: code === 0 ? 0 : 1 };
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${counts.failed === 0 ? '✔' : '✖'} ${name} (${seconds} s)`);
  return counts;
}

/**
 * @param {number | null} code
 * @param {string} output
 * @returns {Counts}
 */
export function countsOf(code, output) {
  const counts = parseCounts(output) ?? { passed: 0, failed: 0 };
  if (counts.failed > 0 || (code === 0 && counts.passed > 0)) return counts;
  return { passed: counts.passed, failed: 1 };
}

/**
 * @param {string} script path inside the repository
 * @param {readonly string[]} args
 * @returns {Promise<{ readonly code: number | null, readonly output: string }>}
 */
function run(script, args) {
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(process.execPath, [script, ...args], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    child.stdout.on('data', (chunk) => {
      process.stdout.write(chunk);
      output = (output + String(chunk)).slice(-10_000);
    });
    const end = () => {
      child.kill('SIGTERM');
      process.exit(1);
    };
    process.once('SIGTERM', end);
    child.once('close', (code) => {
      process.off('SIGTERM', end);
      resolve({ code, output });
    });
  });
}
