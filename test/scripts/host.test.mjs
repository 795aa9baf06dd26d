// @ts-check
// How the real VS Code is found, addressed, started and ended.

import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { findBrowser } from '../../scripts/host/browser.mjs';
import { startGroup } from '../../scripts/host/group.mjs';
import { isFree, openUrl } from '../../scripts/host/server.mjs';
import { consoleLine, parseCommandLine } from '../../scripts/host/vscode-headless.mjs';
import { Stop } from '../../scripts/program.mjs';
import { parseArguments } from '../../scripts/start.mjs';

test('the address opens a folder with the extension, also when paths have spaces', () => {
  const url = new URL(openUrl({ port: 8421, workspace: '/a b/ws', extensionDir: '/a b' }));
  assert.equal(url.origin, 'http://127.0.0.1:8421');
  assert.equal(url.searchParams.get('folder'), '/a b/ws');
  assert.deepEqual(JSON.parse(url.searchParams.get('payload') ?? ''), [
    ['extensionDevelopmentPath', 'vscode-remote://127.0.0.1:8421/a%20b'],
    ['skipWelcome', 'true'],
  ]);
});

test('the address opens a workspace of several folders by its file', () => {
  const url = new URL(openUrl({ port: 1, workspace: '/a/b.code-workspace', extensionDir: '/e' }));
  assert.equal(url.searchParams.get('workspace'), '/a/b.code-workspace');
  assert.equal(url.searchParams.get('folder'), null);
});

test('the address of a test run names the tests', () => {
  const what = { port: 1, workspace: '/w', extensionDir: '/e', tests: '/e/tests/index' };
  assert.match(decodeURIComponent(openUrl(what)), /"extensionTestsPath","[^"]*\/e\/tests\/index"/);
});

test('the headless host reads the command line of VS Code', () => {
  const options = parseCommandLine([
    '/my folder',
    '--user-data-dir=/u',
    '--extensions-dir=/x',
    '--no-sandbox',
    '--extensionTestsPath=/e/tests',
    '--extensionDevelopmentPath=/e',
  ]);
  assert.deepEqual(options, {
    workspace: '/my folder',
    extensionDir: '/e',
    tests: '/e/tests',
    userDataDir: '/u',
    extensionsDir: '/x',
  });
});

test('the headless host says what its command line lacks', () => {
  assert.throws(() => parseCommandLine([]), Stop);
  assert.throws(() => parseCommandLine(['/w', '--extensionTestsPath=/e']), Stop);
});

test('what the host says about itself is not printed', () => {
  assert.equal(consoleLine(['Creating a socket (renderer-Management-1)...']), undefined);
  assert.equal(consoleLine(['1 passed,', 2]), '1 passed, 2');
});

test('a browser that the environment names comes before an installed one', () => {
  const works = (/** @type {string} */ command) => command !== 'google-chrome';
  assert.equal(findBrowser({ CHROME_PATH: '/opt/chrome' }, works), '/opt/chrome');
  assert.equal(findBrowser({ CHROME_BIN: '/opt/chrome' }, works), '/opt/chrome');
  assert.equal(findBrowser({ CHROME_PATH: '' }, works), 'google-chrome-stable');
  assert.equal(
    findBrowser({}, () => false),
    undefined,
  );
});

test('a browser that the environment names wrongly is an error in words', () => {
  assert.throws(() => findBrowser({ CHROME_PATH: '/nowhere' }, () => false), {
    message: 'CHROME_PATH names /nowhere, which is no browser: correct it or unset it.',
  });
});

test('a port in use is not free', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  assert.ok(address !== null && typeof address === 'object');
  assert.equal(await isFree(address.port), false);
  server.close();
  await once(server, 'close');
  assert.equal(await isFree(address.port), true);
});

test('the arguments of npm start are read, and wrong ones answered in words', () => {
  assert.deepEqual(parseArguments([]), { server: false });
  assert.deepEqual(parseArguments(['--server']), { server: true });
  assert.deepEqual(parseArguments(['--port', '8500']), { server: true, port: 8500 });
  assert.deepEqual(parseArguments(['--port=8500', '--server']), { server: true, port: 8500 });
  for (const wrong of [['--port'], ['--port=0'], ['--port=a'], ['--sever']]) {
    assert.throws(() => parseArguments(wrong), Stop);
  }
});

test('ending a group ends the children of its program, even unwilling ones', async () => {
  const unwilling =
    'process.on("SIGTERM", () => {}); console.log("ready"); setInterval(() => {}, 1000)';
  const parent = `require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(unwilling)}], { stdio: 'inherit' })`;
  const group = startGroup(process.execPath, ['-e', parent], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  assert.ok(group.child.stdout);
  await once(group.child.stdout, 'data');
  const closed = once(group.child.stdout, 'close');
  await group.stop();
  await closed;
});

test('a program that cannot be started ends at once', async () => {
  const group = startGroup('/nowhere/program', [], { stdio: 'ignore' });
  await group.ended;
  await group.stop();
});
