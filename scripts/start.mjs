// @ts-check
// Opens this repository's corpus in a VS Code with the extension: the `code` command where there
// is one, otherwise a VS Code server whose address is opened in a browser.
//
//   npm start [-- --server] [-- --port=N]

import { spawnSync } from 'node:child_process';
import { onInterrupt } from './host/group.mjs';
import { isFree, startServer } from './host/server.mjs';
import { program, Stop } from './program.mjs';
import { inRoot, root } from './root.mjs';
import { ensureDependencies } from './setup.mjs';

const FIRST_PORT = 8421;
const PORTS_TO_TRY = 50;

/** @typedef {{ readonly server: boolean, readonly port?: number }} StartOptions */

/**
 * @param {readonly string[]} args
 * @returns {StartOptions} a port asks for the server
 */
export function parseArguments(args) {
  /** @type {StartOptions} */
  let options = { server: false };
  const rest = [...args];
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    if (arg === '--server') options = { ...options, server: true };
    else if (arg === '--port') options = { server: true, port: portFrom(rest.shift()) };
    else if (arg.startsWith('--port=')) options = { server: true, port: portFrom(arg.slice(7)) };
    else throw new Stop(`Unknown argument ${arg}: npm start -- [--server] [--port=N].`);
  }
  return options;
}

/**
 * @param {string | undefined} text
 * @returns {number}
 */
function portFrom(text) {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Stop('Give a port from 1 to 65535: npm start -- --port=8500.');
}

/** @param {readonly string[]} args */
async function main(args) {
  const options = parseArguments(args);
  ensureDependencies();
  const { build } = await import('../esbuild.mjs');
  await build({ only: ['extension'] });
  if (!options.server && openDesktop()) return;
  await serve(options.port);
}

/**
 * @returns {boolean} false when there is no `code` command
 */
function openDesktop() {
  const isWindows = process.platform === 'win32';
  const quoted = (/** @type {string} */ arg) => (isWindows ? `"${arg}"` : arg);
  const { status, error } = spawnSync(
    'code',
    ['--new-window', quoted(`--extensionDevelopmentPath=${root}`), quoted(root)],
    { stdio: ['ignore', 'inherit', 'inherit'], shell: isWindows },
  );
  if (error !== undefined || (isWindows && status === 1)) return false;
  if (status !== 0) {
    throw new Stop(
      `VS Code (code) ended with code ${String(status)}: use npm start -- --server to open the extension in a browser.`,
    );
  }
  console.log('VS Code opens a window with the extension and this corpus.');
  return true;
}

/**
 * Serves until the person stops it.
 * @param {number | undefined} wanted
 */
async function serve(wanted) {
  const server = await startServer({
    port: wanted ?? (await firstFreePort()),
    extensionDir: root,
    workspace: root,
    userDataDir: inRoot('.vscode-test', 'user'),
    extensionsDir: inRoot('.vscode-test', 'extensions'),
  });
  let isStopping = false;
  onInterrupt(() => {
    isStopping = true;
    return server.stop();
  }, 0);
  console.log('Open this address in a browser:\n');
  console.log(server.url);
  console.log('\nStop with Ctrl+C.');
  await server.ended;
  if (isStopping) return;
  throw new Stop('The VS Code server ended: see .vscode-test/user/server.log.');
}

/** @returns {Promise<number>} */
async function firstFreePort() {
  for (let port = FIRST_PORT; port < FIRST_PORT + PORTS_TO_TRY; port += 1) {
    if (await isFree(port)) return port;
  }
  throw new Stop(`No port from ${String(FIRST_PORT)} on is free: choose one with --port=N.`);
}

await program(import.meta.url, main);
