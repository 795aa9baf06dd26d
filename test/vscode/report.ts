// Prints what Mocha does as lines on the console, in Node and in a web worker alike.

import type MochaRunner from 'mocha';

/** Put in by the bundler: words in the names of the tests to run; empty for all. */
declare const GREP: string;

/**
 * Runs the tests that were declared and prints them; the last line has the counts.
 * Rejects when a test failed or when there was none.
 */
export async function runAndReport(mocha: MochaRunner): Promise<void> {
  if (GREP !== '') mocha.fgrep(GREP);
  let passed = 0;
  let failed = 0;
  await new Promise<void>((resolve) => {
    const runner = mocha.run(() => {
      resolve();
    });
    runner.on('suite', (suite) => {
      if (suite.title !== '') console.log(suite.title);
    });
    runner.on('pass', (test) => {
      passed += 1;
      console.log(`  ✔ ${test.title} (${String(test.duration ?? 0)} ms)`);
    });
    runner.on('pending', (test) => {
      console.log(`  - ${test.title} (skipped)`);
    });
    runner.on('fail', (test, error: unknown) => {
      failed += 1;
      console.log(`  ✖ ${test.fullTitle()}\n${describeError(error)}`);
    });
  });
  console.log(`${String(passed)} passed, ${String(failed)} failed`);
  if (failed > 0) throw new Error(`${String(failed)} tests failed.`);
  if (passed === 0) throw new Error('No test ran.');
}

function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.stack ?? error.message;
}
