// @ts-check
// Builds `source-annotator-<version>.vsix` for the editors built on VS Code, and checks what is in it.
//
//   node scripts/package.mjs             leaves the package in the repository's folder
//   node scripts/package.mjs --verify    builds it in a temporary folder, for the tests

import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from './corpus.mjs';
import { noticesOf } from './notices.mjs';
import { program, report, Stop } from './program.mjs';
import { inRoot, root } from './root.mjs';
import { ensureDependencies } from './setup.mjs';
import { zipEntries } from './zip.mjs';

/** @typedef {{ readonly size: number, readonly entries: readonly string[] }} Contents size in bytes */

const SIZE_LIMIT = 1_000_000;

/** What must be there. The packager writes some of the names its own way. */
const REQUIRED = [
  '[Content_Types].xml',
  'extension.vsixmanifest',
  'extension/package.json',
  'extension/readme.md',
  'extension/changelog.md',
  'extension/LICENSE.txt',
  'extension/docs/agreement.md',
  'extension/docs/checks.md',
  'extension/docs/git.md',
  'extension/docs/schema.md',
  'extension/dist/extension.js',
  'extension/dist/cli.js',
  'extension/dist/THIRD-PARTY-NOTICES.txt',
];

/** What may be there besides. */
const ALLOWED = [
  /^extension\/media\/(icon\.png|sidebar\.svg|walkthrough\/[a-z-]+\.svg)$/,
  /^extension\/schemas\/[a-z]+\.schema\.json$/,
];

/**
 * @param {Contents} contents of a package
 * @returns {readonly string[]} sentences about what is wrong; none when the package is right
 */
export function problemsOf({ size, entries }) {
  const missing = REQUIRED.filter((name) => !entries.includes(name));
  const foreign = entries.filter(
    (name) => !REQUIRED.includes(name) && !ALLOWED.some((pattern) => pattern.test(name)),
  );
  return [
    ...missing.map((name) => `${name} is missing.`),
    ...foreign.map((name) => `${name} does not belong in the package: see .vscodeignore.`),
    ...(size < SIZE_LIMIT
      ? []
      : [`The package has ${String(size)} bytes, the limit is ${String(SIZE_LIMIT)}.`]),
  ];
}

/** @param {readonly string[]} args */
async function main(args) {
  const isTest = args.includes('--verify');
  ensureDependencies();
  const { build } = await import('../esbuild.mjs');
  const inputs = await build({ production: true });
  writeFileSync(inRoot('dist', 'THIRD-PARTY-NOTICES.txt'), noticesOf(inputs));
  const { version } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
  const folder = isTest ? temporaryFolder('package') : root;
  const file = path.join(folder, `source-annotator-${version}.vsix`);
  runPackager(file);
  const zip = readFileSync(file);
  const entries = zipEntries(zip);
  const problems = [
    ...problemsOf({ size: zip.length, entries }),
    ...problemsOfCommandLine(version),
  ];
  console.log(`${file}: ${String(entries.length)} files, ${(zip.length / 1000).toFixed(0)} kB`);
  if (isTest) {
    for (const problem of problems) console.error(problem);
    report(problems.length === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
  } else if (problems.length > 0) {
    rmSync(file);
    throw new Stop(problems.join('\n'));
  }
}

/**
 * @param {string} version
 * @returns {readonly string[]} none when the command line of the package runs without VS Code
 */
function problemsOfCommandLine(version) {
  const cli = spawnSync(process.execPath, [inRoot('dist', 'cli.js'), '--version'], {
    encoding: 'utf8',
  });
  return cli.stdout === `${version}\n` ? [] : [`dist/cli.js does not run: ${cli.stderr}`];
}

/** @param {string} file absolute path of the package */
function runPackager(file) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      fileURLToPath(import.meta.resolve('@vscode/vsce/vsce')),
      ...['package', '--no-dependencies', '--allow-missing-repository', '--out', file],
      ...['--no-update-package-json', '--no-rewrite-relative-links'],
    ],
    { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] },
  );
  if (status === 0) return;
  console.error(stdout, stderr);
  throw new Stop('The package could not be built: vsce says above why.');
}

await program(import.meta.url, main);
