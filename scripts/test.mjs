// @ts-check
// Everything that says whether the project is sound. The last line has the counts.

import { countsLine, program, report, sum } from './program.mjs';
import { ensureDependencies } from './setup.mjs';
import { runStep } from './steps.mjs';

/** @type {readonly import('./steps.mjs').Step[]} */
const STEPS = [
  { name: 'build', script: 'esbuild.mjs', counts: false },
  { name: 'check', script: 'scripts/check.mjs' },
  { name: 'tests inside VS Code', script: 'scripts/host-tests.mjs' },
  {
    name: 'tests inside VS Code, several folders',
    script: 'scripts/host-tests.mjs',
    args: ['--roots'],
  },
  {
    name: 'tests inside VS Code, web worker host',
    script: 'scripts/host-tests.mjs',
    args: ['--web'],
  },
  { name: 'tests of the user interface', script: 'scripts/ui-tests.mjs' },
  { name: 'package', script: 'scripts/package.mjs', args: ['--verify'] },
];

async function main() {
  ensureDependencies();
  const results = [];
  for (const step of STEPS) results.push({ name: step.name, counts: await runStep(step) });
  console.log('\nSummary');
  for (const { name, counts } of results) {
    console.log(`  ${counts.failed === 0 ? '✔' : '✖'} ${name}: ${countsLine(counts)}`);
  }
  console.log();
  report(sum(results.map(({ counts }) => counts)));
}

await program(import.meta.url, main);
