// @ts-check
// Starts a program in a process group of its own and ends the whole group again, whatever happens
// to this process short of SIGKILL.

import { spawn } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';

const PATIENCE = 3_000;

/** @typedef {{ readonly child: import('node:child_process').ChildProcess, readonly ended: Promise<void>, readonly stop: () => Promise<void> }} Group */

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 * @returns {Group} `ended` settles when the program has ended, for whatever reason
 */
export function startGroup(command, args, options) {
  const child = spawn(command, args, { ...options, detached: true });
  let isRunning = true;
  /** @type {Promise<void>} */
  const ended = new Promise((resolve) => {
    const end = () => {
      isRunning = false;
      process.off('exit', killNow);
      resolve();
    };
    child.once('exit', end);
    child.once('error', end);
  });
  const killNow = () => {
    signal(child.pid, 'SIGKILL');
  };
  process.once('exit', killNow);
  return {
    child,
    ended,
    async stop() {
      if (isRunning) {
        signal(child.pid, 'SIGTERM');
        await Promise.race([ended, delay(PATIENCE)]);
      }
      killNow();
      await ended;
    },
  };
}

/**
 * @param {number | undefined} group
 * @param {NodeJS.Signals} name
 */
function signal(group, name) {
  if (group === undefined) return;
  try {
    process.kill(-group, name);
  } catch {
    // The whole group has ended already.
  }
}

/**
 * Calls `stop` once when the person or the system asks this process to end, then ends it.
 * @param {() => Promise<void>} stop
 * @param {number} exitCode
 */
export function onInterrupt(stop, exitCode) {
  let isStopping = false;
  const handler = () => {
    if (isStopping) return;
    isStopping = true;
    stop().finally(() => process.exit(exitCode));
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, handler);
}
