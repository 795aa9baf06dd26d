// @ts-check
// Starts a headless Chromium: the one on this computer, otherwise the one from npm.

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { messageOf, Stop } from '../program.mjs';
import { ensureChromium } from './install.mjs';

const COMMANDS = [
  'google-chrome',
  'google-chrome-stable',
  'chromium',
  'chromium-browser',
  'chrome',
];

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];

/**
 * @param {Readonly<Record<string, string | undefined>>} environment `CHROME_PATH` or `CHROME_BIN` name a browser
 * @param {(command: string) => boolean} works whether a command starts a browser
 * @returns {string | undefined} undefined when there is no browser on this computer
 */
export function findBrowser(environment, works) {
  for (const variable of ['CHROME_PATH', 'CHROME_BIN']) {
    const named = environment[variable];
    if (named === undefined || named === '') continue;
    if (works(named)) return named;
    throw new Stop(`${variable} names ${named}, which is no browser: correct it or unset it.`);
  }
  return COMMANDS.find(works);
}

/**
 * Installed commands may be stubs that only tell how to install the browser, so they are asked.
 * @param {string} command
 * @returns {boolean}
 */
function answers(command) {
  const { status, stdout } = spawnSync(command, ['--version'], { encoding: 'utf8' });
  return status === 0 && /chrom/i.test(stdout);
}

/**
 * @param {string} command
 * @returns {string} absolute path
 */
function absolute(command) {
  if (command.includes('/')) return command;
  const folders = (process.env['PATH'] ?? '').split(':');
  const found = folders.map((folder) => `${folder}/${command}`).find((file) => existsSync(file));
  return found ?? command;
}

/**
 * @returns {string} absolute path of the browser on this computer or of the one from npm
 */
export function ensureBrowser() {
  const found = findBrowser(process.env, answers);
  return found === undefined ? ensureChromium() : absolute(found);
}

/**
 * @returns {Promise<import('playwright-core').Browser>} the caller closes it
 */
export async function launchBrowser() {
  const executablePath = ensureBrowser();
  const { chromium } = await import('playwright-core');
  try {
    return await chromium.launch({ executablePath, args: FLAGS, handleSIGINT: false });
  } catch (error) {
    const reason = messageOf(error).split('\n')[0] ?? '';
    throw new Stop(
      `The browser ${executablePath} did not start (${reason}): set CHROME_PATH to a Chrome or Chromium that works here.`,
    );
  }
}
