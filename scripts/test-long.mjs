// @ts-check
// Runs the laws and the fault tests with their full counts: those unit tests that `npm test` shortens.
// They say so themselves, by asking for LONG in the environment.
//
//   node scripts/test-long.mjs [part of a path]

import { readFileSync } from 'node:fs';
import { program, report, Stop } from './program.mjs';
import { filesUnder, inRoot } from './root.mjs';
import { ensureDependencies } from './setup.mjs';

await program(import.meta.url, async ([part = '']) => {
  ensureDependencies();
  const files = filesUnder(['test/core', 'test/cli', 'test/node'], '.test.ts').filter(
    (file) =>
      file.includes(part) && readFileSync(inRoot(file), 'utf8').includes("process.env['LONG']"),
  );
  if (files.length === 0) throw new Stop(`No long test matches ${part}.`);
  process.env['LONG'] = '1';
  const { runTestFiles } = await import('./node-tests.mjs');
  report(await runTestFiles(files, { verbose: true, concurrency: 1 }));
});
