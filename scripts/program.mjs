// @ts-check
// What every script has in common: how it starts, how it fails, how it reports counts.

import { isMain } from './root.mjs';

/** @typedef {{ readonly passed: number, readonly failed: number }} Counts */

/** A failure that is expected: its message is one sentence that says what to do. */
export class Stop extends Error {}

/**
 * Runs `main` when the module is the program. A `Stop` is printed as its sentence; anything else
 * is a bug and is printed with its stack. Both make the exit code 1.
 * @param {string} moduleUrl the `import.meta.url` of the script
 * @param {(args: readonly string[]) => Promise<void>} main
 * @returns {Promise<void>}
 */
export async function program(moduleUrl, main) {
  if (!isMain(moduleUrl)) return;
  try {
    await main(process.argv.slice(2));
  } catch (error) {
    console.error(error instanceof Stop ? error.message : error);
    process.exitCode = 1;
  }
}

/**
 * Prints the counts as the last line of a runner and sets its exit code. A runner that ran nothing
 * has failed.
 * @param {Counts} counts
 */
export function report({ passed, failed }) {
  console.log(countsLine({ passed, failed }));
  if (failed > 0 || passed === 0) process.exitCode = 1;
}

/**
 * @param {Counts} counts
 * @returns {string}
 */
export function countsLine({ passed, failed }) {
  return `${String(passed)} passed, ${String(failed)} failed`;
}

/**
 * Reads the line that `report` printed.
 * @param {string} output all that a runner printed
 * @returns {Counts | undefined} undefined when the last line has no counts
 */
export function parseCounts(output) {
  const match = /(?:^|\n)(\d+) passed, (\d+) failed\s*$/.exec(output);
  if (match === null) return undefined;
  return { passed: Number(match[1]), failed: Number(match[2]) };
}

/**
 * @param {readonly Counts[]} all
 * @returns {Counts}
 */
export function sum(all) {
  return {
    passed: all.reduce((total, { passed }) => total + passed, 0),
    failed: all.reduce((total, { failed }) => total + failed, 0),
  };
}

/**
 * @param {unknown} error
 * @returns {string}
 */
export function messageOf(error) {
  return error instanceof Error ? error.message : String(error);
}
