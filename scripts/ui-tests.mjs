// @ts-check
// Runs the tests that use the workbench as a person does, through a headless Chromium.
//
//   node scripts/ui-tests.mjs [files…]     without files: all of test/ui

import { ensureBrowser } from './host/browser.mjs';
import { ensureServer } from './host/install.mjs';
import { program, report } from './program.mjs';
import { filesUnder } from './root.mjs';
import { ensureDependencies } from './setup.mjs';

await program(import.meta.url, async (args) => {
  ensureDependencies();
  ensureServer();
  ensureBrowser();
  const { build } = await import('../esbuild.mjs');
  const { namedFiles, runTestFiles } = await import('./node-tests.mjs');
  await build({ only: ['extension'] });
  const files =
    args.length > 0
      ? namedFiles(args, /^test\/ui\/.*\.test\.ts$/)
      : filesUnder(['test/ui'], '.test.ts');
  report(await runTestFiles(files, { verbose: true, concurrency: 1 }));
});
