#!/usr/bin/env node
// @ts-check
// Understands VS Code's command line and runs the tests of an extension in a VS Code server with a
// headless Chromium. `@vscode/test-electron` starts it like any other VS Code.
//
//   vscode-headless.mjs <folder> --extensionDevelopmentPath=… --extensionTestsPath=…
//                       --user-data-dir=… --extensions-dir=…
//
// It prints the console of the extension host, keeps the whole console of the window in
// `window.log` of the user data, and ends with the code of the test run.

import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { setInterval } from 'node:timers';
import { setTimeout as delay } from 'node:timers/promises';
import { inspect } from 'node:util';
import { messageOf, program, Stop } from '../program.mjs';
import { launchBrowser } from './browser.mjs';
import { onInterrupt } from './group.mjs';
import { openUrl, startServer } from './server.mjs';

/** @typedef {{ readonly workspace: string, readonly extensionDir: string, readonly tests: string, readonly userDataDir: string, readonly extensionsDir: string }} CommandLine */
/** @typedef {{ readonly kind: 'exit', readonly code: number } | { readonly kind: 'lost', readonly reason: string }} Outcome */

const TIME_LIMIT = 5 * 60_000;

/** Whoever started this may look at what was printed only after it ended. */
const LAST_LINES = 200;

/** What the host says about itself: parts that are missing here on purpose, and its connections. */
const HOST_LINES = [
  /Could not locate the bindings file/,
  /Release\/watchdog/,
  /^(Resolving|Resolved) connection token/,
  /^Creating a socket/,
  /^Canceled\b/,
  /^(Updating|Ignoring fetching) additional builtin extensions/,
  /^No search provider registered/,
  /^\[(Service Worker|reconnection-grace-time|AgentHost|AccountPolicyGate|chat-|DefaultAccount)/,
];

/**
 * @param {readonly string[]} args
 * @returns {CommandLine} absolute paths; options that this host does not have are left out
 */
export function parseCommandLine(args) {
  const required = (/** @type {string} */ name) => {
    const values = args.filter((arg) => arg.startsWith(`--${name}=`));
    const [value] = values;
    if (value === undefined || values.length > 1) throw new Stop(`Give --${name}=… once.`);
    return path.resolve(value.slice(name.length + 3));
  };
  const [workspace] = args.filter((arg) => !arg.startsWith('-'));
  if (workspace === undefined) throw new Stop('Name the folder to open.');
  return {
    workspace: path.resolve(workspace),
    extensionDir: required('extensionDevelopmentPath'),
    tests: required('extensionTestsPath'),
    userDataDir: required('user-data-dir'),
    extensionsDir: required('extensions-dir'),
  };
}

/**
 * @param {readonly unknown[]} values what a console call was given
 * @returns {string | undefined} undefined for what only the host says about itself
 */
export function consoleLine(values) {
  const line = values
    .map((value) => (typeof value === 'string' ? value : inspect(value)))
    .join(' ');
  return HOST_LINES.some((pattern) => pattern.test(line)) ? undefined : line;
}

/** @param {readonly string[]} args */
async function main(args) {
  const commandLine = parseCommandLine(args);
  /** @type {(() => Promise<void>)[]} */
  const started = [];
  const stop = async () => {
    for (const end of started.splice(0).reverse()) await end();
  };
  onInterrupt(stop, 130);
  stopWithParent();
  try {
    const outcome = await runTests(commandLine, started);
    if (outcome.kind === 'lost') throw new Stop(outcome.reason);
    process.exitCode = outcome.code;
  } finally {
    await stop();
    await delay(LAST_LINES);
  }
}

/** Ends this process in the usual way when the one that started it is gone. */
function stopWithParent() {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
  }, 1_000).unref();
}

/**
 * @param {CommandLine} commandLine
 * @param {(() => Promise<void>)[]} started takes what ends the parts that were started
 * @returns {Promise<Outcome>}
 */
async function runTests({ tests, ...options }, started) {
  const server = await startServer(options);
  started.push(server.stop);
  const browser = await launchBrowser();
  started.push(() => browser.close());
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  await page.exposeFunction(
    'codeAutomationLog',
    relayTo(createWriteStream(path.join(options.userDataDir, 'window.log'))),
  );
  return new Promise((resolve) => {
    page.once('crash', () => {
      resolve({ kind: 'lost', reason: 'The browser page crashed during the tests.' });
    });
    void server.ended.then(() => {
      resolve({ kind: 'lost', reason: 'The VS Code server ended during the tests.' });
    });
    setTimeout(resolve, TIME_LIMIT, {
      kind: 'lost',
      reason: `The tests did not end within ${String(TIME_LIMIT / 60_000)} minutes.`,
    }).unref();
    page
      .exposeFunction('codeAutomationExit', (/** @type {number} */ code) => {
        resolve({ kind: 'exit', code });
      })
      .then(() => page.goto(openUrl({ ...options, port: server.port, tests })))
      .catch((/** @type {unknown} */ error) => {
        resolve({ kind: 'lost', reason: `The page did not open: ${messageOf(error)}` });
      });
  });
}

/**
 * @param {import('node:fs').WriteStream} log takes every line
 * @returns {(type: string, values: readonly unknown[]) => void} prints the lines of the extension host
 */
function relayTo(log) {
  return (type, values) => {
    log.write(`${type} ${values.map((value) => inspect(value)).join(' ')}\n`);
    const line = consoleLine(values);
    if (line === undefined) return;
    (type === 'error' ? process.stderr : process.stdout).write(`${line}\n`);
  };
}

await program(import.meta.url, main);
