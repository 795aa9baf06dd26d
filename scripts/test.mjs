// @ts-check
// Everything that says whether the project is sound. The last line has the counts.

import { countsLine, program, report, sum } from './program.mjs';
import { ensureDependencies } from './setup.mjs';
import { runStep } from './steps.mjs';

/** @typedef {import('./steps.mjs').Step} Step */

/** @type {Step} */
const BUILD = { name: 'build', script: 'esbuild.mjs', counts: false };
/** @type {Step} */
const CHECK = { name: 'check', script: 'scripts/check.mjs', background: true };
/** @type {Step} */
const PACKAGE = { name: 'package', script: 'scripts/package.mjs', args: ['--verify'] };

/** @type {readonly Step[]} */
const IN_VS_CODE = [
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
];

async function main() {
  ensureDependencies();
  /** @type {{ readonly name: string, readonly counts: import('./program.mjs').Counts }[]} */
  const results = [];
  /** @param {Step} step */
  const take = async (step) => {
    results.push({ name: step.name, counts: await runStep(step) });
  };
  await take(BUILD);
  // VS Code waits more than it works: what needs no editor fills the time.
  const checking = take(CHECK);
  for (const step of IN_VS_CODE) await take(step);
  await checking;
  await take(PACKAGE);
  console.log('\nSummary');
  for (const { name, counts } of results) {
    console.log(`  ${counts.failed === 0 ? '✔' : '✖'} ${name}: ${countsLine(counts)}`);
  }
  console.log();
  report(sum(results.map(({ counts }) => counts)));
}

await program(import.meta.url, main);
