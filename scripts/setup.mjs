// @ts-check
// Makes sure that Node is recent enough and that the packages of package-lock.json are installed.

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { program, Stop } from './program.mjs';
import { inRoot, root } from './root.mjs';

/** @typedef {{ readonly packages: Readonly<Record<string, { readonly version?: string, readonly optional?: boolean }>> }} Lock */

const OLDEST_NODE = '20.19.0';

/**
 * @param {string} version such as `20.19.0`
 * @returns {boolean} whether the project runs on that version of Node
 */
export function isRecentEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE.split('.').map(Number);
  return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
}

/**
 * Installs the packages when `node_modules` is absent or is not what `package-lock.json` says.
 * Throws `Stop` when Node is too old or the installation fails.
 */
export function ensureDependencies() {
  if (!isRecentEnough(process.versions.node)) {
    throw new Stop(
      `Node ${process.versions.node} is too old: install Node ${OLDEST_NODE} or later and try again.`,
    );
  }
  const wanted = lockAt(inRoot('package-lock.json'));
  const installed = lockAt(inRoot('node_modules', '.package-lock.json'));
  if (wanted !== undefined && installed !== undefined && isInstalled(wanted, installed)) return;
  console.log('Installing the packages of package-lock.json (npm ci) …');
  npm(['ci', '--ignore-scripts'], root);
}

/**
 * @param {string} file
 * @returns {Lock | undefined} undefined when the file is absent
 */
function lockAt(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/**
 * Packages for other platforms are in `package-lock.json` only, so an optional one may be missing.
 * @param {Lock} wanted `package-lock.json`
 * @param {Lock} installed what npm writes into `node_modules` once everything is there
 * @returns {boolean}
 */
export function isInstalled(wanted, installed) {
  const names = Object.keys(installed.packages);
  return (
    names.every((name) => wanted.packages[name]?.version === installed.packages[name]?.version) &&
    Object.entries(wanted.packages).every(
      ([name, { optional = false }]) => name === '' || optional || name in installed.packages,
    )
  );
}

/**
 * Runs npm quietly. Throws `Stop` when it fails, after printing npm's own reasons.
 * @param {readonly string[]} args
 * @param {string} cwd
 */
export function npm(args, cwd) {
  const quiet = ['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];
  const { status, stderr, error } = spawnSync('npm', [...args, ...quiet], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
    shell: process.platform === 'win32',
  });
  if (status === 0) return;
  const reasons =
    error === undefined
      ? stderr.split('\n').filter((line) => !/^npm error +at /.test(line))
      : [error.message];
  console.error(reasons.slice(0, 5).join('\n'));
  throw new Stop(
    `npm ${args[0] ?? ''} failed: check the network connection and the registry (npm config get registry), then run the same command again.`,
  );
}

await program(import.meta.url, async () => {
  ensureDependencies();
});
