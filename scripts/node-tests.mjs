// @ts-check
// Bundles TypeScript tests, runs them with Node's own test runner and counts what happened.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { run } from 'node:test';
import { dot, spec } from 'node:test/reporters';
import { buildTests } from '../esbuild.mjs';
import { Stop } from './program.mjs';
import { inRoot, root } from './root.mjs';

/** @typedef {import('./program.mjs').Counts} Counts */

const FILE_TIMEOUT = process.env['LONG'] === '1' ? 3_600_000 : 180_000;

/**
 * @param {readonly string[]} args paths, relative to the current directory
 * @param {RegExp} allowed which paths inside the repository are test files
 * @returns {readonly string[]} the paths inside the repository
 */
export function namedFiles(args, allowed) {
  return args.map((argument) => {
    const file = path.relative(root, path.resolve(argument)).replaceAll(path.sep, '/');
    if (allowed.test(file)) return file;
    throw new Stop(`${argument} is not a test file that this runner knows.`);
  });
}

/**
 * A process costs half a second. The tests of core change nothing outside of themselves, so those of a
 * folder share one; laws take long and stay alone, so that both processors have something to do.
 * @param {readonly string[]} bundles absolute paths of bundled tests
 * @param {string} outdir absolute path of the folder that they are below, as they are below `test`
 * @returns {readonly string[]} absolute paths of the modules to run, each in a process
 */
function processesOf(bundles, outdir) {
  /** @type {Map<string, string[]>} */
  const processes = new Map();
  for (const bundle of bundles) {
    const file = path.relative(outdir, bundle).replaceAll(path.sep, '/');
    const isShared = file.startsWith('core/') && !file.endsWith('laws.test.mjs');
    const name = isShared ? `${path.dirname(file)}.mjs` : file;
    processes.set(name, [...(processes.get(name) ?? []), `import './${file}';\n`]);
  }
  return [...processes].map(([name, imports]) => {
    const module = path.join(outdir, name.replaceAll('/', '-'));
    writeFileSync(module, imports.join(''));
    return module;
  });
}

/**
 * Runs the files in as few processes as they need. The bundles live in a folder of this run, so that
 * runs do not disturb one another.
 * @param {readonly string[]} files paths inside the repository: `.ts` is bundled, `.mjs` is run as it is
 * @param {{ readonly verbose: boolean, readonly concurrency: number }} options
 *   `verbose` names every test, otherwise one dot stands for each
 * @returns {Promise<Counts>} tests, not suites; skipped ones are not counted
 */
export async function runTestFiles(files, { verbose, concurrency }) {
  mkdirSync(inRoot('dist', 'test'), { recursive: true });
  const outdir = mkdtempSync(inRoot('dist', 'test', 'run-'));
  process.once('exit', () => rmSync(outdir, { recursive: true, force: true }));
  const bundles = await buildTests(
    files.filter((file) => file.endsWith('.ts')),
    outdir,
  );
  const plain = files.filter((file) => file.endsWith('.mjs')).map((file) => inRoot(file));
  process.env['NODE_OPTIONS'] = '--enable-source-maps';
  let passed = 0;
  let failed = 0;
  const events = run({
    files: [...processesOf(bundles, outdir), ...plain],
    concurrency,
    timeout: FILE_TIMEOUT,
  });
  events.on('test:pass', ({ skip, details }) => {
    if (skip === undefined && details.type !== 'suite') passed += 1;
  });
  events.on('test:fail', ({ todo, details }) => {
    if (todo === undefined && details.type !== 'suite') failed += 1;
  });
  const lines = verbose ? events.compose(new spec()) : events.compose(dot);
  for await (const chunk of lines) process.stdout.write(String(chunk));
  return { passed, failed };
}
