// @ts-check
// Starts a VS Code server on this computer only, and builds the addresses that open it.

import { once } from 'node:events';
import { createWriteStream, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { URLSearchParams } from 'node:url';
import { Stop } from '../program.mjs';
import { startGroup } from './group.mjs';
import { ensureServer } from './install.mjs';

/**
 * @typedef {object} ServerOptions
 * @property {number} [port] any free one by default; `Stop` when it is taken
 * @property {string} userDataDir absolute; keeps the profile, its settings and `server.log`
 * @property {string} extensionsDir absolute
 * @property {Readonly<Record<string, unknown>>} [settings] user settings; those in the profile win
 * @property {string} extensionDir absolute; the extension under development
 * @property {string} workspace absolute; the folder or `.code-workspace` file that the address opens
 */

/**
 * @typedef {object} RunningServer
 * @property {number} port
 * @property {string} url opens the workspace with the extension
 * @property {Promise<void>} ended settles when the server has ended, for whatever reason
 * @property {() => Promise<void>} stop ends the server and everything that it started
 */

const ADDRESS = '127.0.0.1';
const START_LIMIT = 30_000;

/** User settings of every profile that the scripts start: quiet, offline, nothing saved by itself. */
export const QUIET_SETTINGS = Object.freeze({
  'files.autoSave': 'off',
  'chat.disableAIFeatures': true,
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.tips.enabled': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'telemetry.telemetryLevel': 'off',
  'security.workspace.trust.enabled': false,
  'extensions.ignoreRecommendations': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'update.mode': 'none',
});

/**
 * Starts the server and waits until it answers.
 * @param {ServerOptions} options
 * @returns {Promise<RunningServer>} the caller stops it
 */
export async function startServer(options) {
  const { port: wanted = 0, userDataDir, extensionsDir, extensionDir, workspace } = options;
  const { node, vscode } = ensureServer();
  if (wanted !== 0 && !(await isFree(wanted))) {
    throw new Stop(
      `Port ${String(wanted)} is taken: stop the program that uses it or choose another with --port.`,
    );
  }
  writeSettings(userDataDir, options.settings ?? {});
  mkdirSync(extensionsDir, { recursive: true });
  const server = startGroup(
    node,
    [
      'out/server-main.js',
      ...['--host', ADDRESS, '--port', String(wanted), '--without-connection-token'],
      ...['--server-data-dir', userDataDir, '--extensions-dir', extensionsDir],
      ...['--accept-server-license-terms', '--telemetry-level', 'off'],
      ...['--enable-smoke-test-driver', '--disable-workspace-trust'],
    ],
    { cwd: vscode, stdio: ['ignore', 'pipe', 'pipe'], env: serverEnvironment() },
  );
  const log = createWriteStream(path.join(userDataDir, 'server.log'));
  server.child.stderr?.pipe(log);
  server.child.stdout?.pipe(log);
  const port = await portOf(server);
  if (port === undefined) {
    await server.stop();
    throw new Stop(
      `The VS Code server did not start: see ${log.path.toString()}, or remove .vscode-test and try again.`,
    );
  }
  return {
    port,
    url: openUrl({ port, workspace, extensionDir }),
    ended: server.ended,
    stop: server.stop,
  };
}

/**
 * @param {{ readonly port: number, readonly workspace: string, readonly extensionDir: string, readonly tests?: string }} what
 *   absolute paths; `tests` is a CommonJS module in the extension's folder that exports `run`
 * @returns {string} the address that opens the workspace with the extension, and runs the tests if any
 */
export function openUrl({ port, workspace, extensionDir, tests }) {
  const remote = (/** @type {string} */ file) =>
    `vscode-remote://${ADDRESS}:${String(port)}${encodeURI(file)}`;
  const payload = [
    ['extensionDevelopmentPath', remote(extensionDir)],
    ...(tests === undefined ? [] : [['extensionTestsPath', remote(tests)]]),
    ['skipWelcome', 'true'],
  ];
  const kind = workspace.endsWith('.code-workspace') ? 'workspace' : 'folder';
  const query = new URLSearchParams({ [kind]: workspace, payload: JSON.stringify(payload) });
  return `http://${ADDRESS}:${String(port)}/?${query.toString().replaceAll('+', '%20')}`;
}

/**
 * @param {number} port
 * @returns {Promise<boolean>} whether a server can listen on that port of this computer
 */
export async function isFree(port) {
  const probe = createServer();
  try {
    probe.listen(port, ADDRESS);
    await once(probe, 'listening');
    return true;
  } catch {
    return false;
  } finally {
    probe.close();
  }
}

/**
 * @param {string} userDataDir
 * @param {Readonly<Record<string, unknown>>} settings
 */
function writeSettings(userDataDir, settings) {
  const folder = path.join(userDataDir, 'data', 'User');
  const file = path.join(folder, 'settings.json');
  mkdirSync(folder, { recursive: true });
  if (existsSync(file) && readFileSync(file, 'utf8').trim() !== '') return;
  writeFileSync(file, `${JSON.stringify({ ...QUIET_SETTINGS, ...settings }, undefined, 2)}\n`);
}

/**
 * @returns {NodeJS.ProcessEnv} without what another VS Code or a test runner put there, and without
 *   an extension gallery, so that the server asks no other computer for anything
 */
function serverEnvironment() {
  const names = Object.keys(process.env).filter((name) => !/^(VSCODE_|NODE_|ELECTRON_)/.test(name));
  const inherited = Object.fromEntries(names.map((name) => [name, process.env[name]]));
  return { ...inherited, EXTENSIONS_GALLERY: '{}' };
}

/**
 * @param {import('./group.mjs').Group} server
 * @returns {Promise<number | undefined>} undefined when the server ended or did not get ready
 */
function portOf({ child, ended }) {
  return new Promise((resolve) => {
    let output = '';
    const limit = setTimeout(resolve, START_LIMIT, undefined);
    const finish = (/** @type {number | undefined} */ port) => {
      clearTimeout(limit);
      resolve(port);
    };
    child.stdout?.on('data', (/** @type {Buffer} */ chunk) => {
      output = (output + chunk.toString()).slice(-10_000);
      const port = /Extension host agent listening on (\d+)/.exec(output)?.[1];
      if (port !== undefined) finish(Number(port));
    });
    void ended.then(() => {
      finish(undefined);
    });
  });
}
