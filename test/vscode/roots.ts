// Where VS Code's Node extension host enters the tests of a workspace with several folders.

import { runAndReport } from './report';

/** Rejects when a test fails. The suite is declared on import, once Mocha's globals are there. */
export async function run(): Promise<void> {
  const { default: Mocha } = await import('mocha');
  const mocha = new Mocha({ ui: 'bdd', timeout: 40_000, reporter: 'base' });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await import('./roots.test');
  await runAndReport(mocha);
}
