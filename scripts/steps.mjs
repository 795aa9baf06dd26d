// @ts-check
// Runs a script as a step of a longer run: passes its output on and reads its counts.

import { spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { performance } from 'node:perf_hooks';
import { setImmediate } from 'node:timers';
import { parseCounts } from './program.mjs';
import { root } from './root.mjs';

/** @typedef {import('./program.mjs').Counts} Counts */
/**
 * `counts` is false for a script that only succeeds or fails. The output of one that runs `beside`
 * another comes in one piece when it has ended; one in the `background` gives way to the others, too.
 * @typedef {object} Step
 * @property {string} name
 * @property {string} script path inside the repository
 * @property {readonly string[]} [args]
 * @property {boolean} [counts]
 * @property {'beside' | 'background'} [runs]
 */

/**
 * A step that crashed, ran nothing or reported nothing counts as one failure.
 * @param {Step} step
 * @returns {Promise<Counts>}
 */
export async function runStep({ name, script, args = [], counts: hasCounts = true, runs }) {
  const title = `\n▶ ${name}`;
  if (runs === undefined) console.log(title);
  const start = performance.now();
  const { code, output } = await run(script, args, runs);
  if (runs !== undefined) console.log(`${title}\n${output.trimEnd()}`);
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
 * @param {Step['runs']} runs
 * @returns {Promise<{ readonly code: number | null, readonly output: string }>}
 */
function run(script, args, runs) {
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(process.execPath, [script, ...args], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    if (runs === 'background' && child.pid !== undefined) {
      setPriority(child.pid, constants.priority.PRIORITY_LOW);
    }
    child.stdout.on('data', (chunk) => {
      if (runs === undefined) process.stdout.write(chunk);
      output += String(chunk);
    });
    const end = () => {
      child.kill('SIGTERM');
      // Every step that is running hears of it first.
      setImmediate(() => process.exit(1));
    };
    process.once('SIGTERM', end);
    child.once('close', (code) => {
      process.off('SIGTERM', end);
      resolve({ code, output });
    });
  });
}
