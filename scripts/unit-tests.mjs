// @ts-check
// Runs the tests that need no editor: those of core, of what Node does for
// the hosts, of the command line and of the scripts.
//
//   node scripts/unit-tests.mjs [files…]     without files: all of them

import { program, report } from './program.mjs';
import { filesUnder } from './root.mjs';
import { ensureDependencies } from './setup.mjs';

const TEST_FILE = /^test\/(core|cli|node)\/.*\.test\.ts$|^test\/scripts\/.*\.test\.mjs$/;

await program(import.meta.url, async (args) => {
  ensureDependencies();
  const { namedFiles, runTestFiles } = await import('./node-tests.mjs');
  const files =
    args.length > 0
      ? namedFiles(args, TEST_FILE)
      : [
          ...filesUnder(['test/core', 'test/cli', 'test/node'], '.test.ts'),
          ...filesUnder(['test/scripts'], '.test.mjs'),
        ];
  report(await runTestFiles(files, { verbose: args.length > 0, concurrency: 2 }));
});
