// @ts-check
// Everything that says whether the project is sound. The last line has the counts.

import { countsLine, program, report, sum } from './program.mjs';
import { ensureDependencies } from './setup.mjs';
import { runStep } from './steps.mjs';

/** @typedef {import('./steps.mjs').Step} Step */

/** @type {Step} */
const BUILD = { name: 'build', script: 'esbuild.mjs', counts: false };
/** @type {Step} */
const CHECK = { name: 'check', script: 'scripts/check.mjs', runs: 'background' };
/** @type {Step} */
const PACKAGE = { name: 'package', script: 'scripts/package.mjs', args: ['--verify'] };

/** The longest of those inside VS Code: it also installs what the others use. @type {Step} */
const FIRST = { name: 'tests inside VS Code', script: 'scripts/host-tests.mjs' };
/** @type {Step} */
const UI = { name: 'tests of the user interface', script: 'scripts/ui-tests.mjs', runs: 'beside' };
/** @type {readonly Step[]} */
const BESIDE_UI = [
  {
    name: 'tests inside VS Code, several folders',
    script: 'scripts/host-tests.mjs',
    args: ['--roots'],
    runs: 'beside',
  },
  {
    name: 'tests inside VS Code, web worker host',
    script: 'scripts/host-tests.mjs',
    args: ['--web'],
    runs: 'beside',
  },
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
  // VS Code waits more than it works: what needs no editor, and then a second one, fill the time.
  const checking = take(CHECK);
  await take(FIRST);
  const ui = take(UI);
  for (const step of BESIDE_UI) await take(step);
  await ui;
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
