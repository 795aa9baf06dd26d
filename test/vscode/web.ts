// Where VS Code's web worker extension host enters the tests.

import 'mocha/mocha';
import { runAndReport } from './report';

/** Rejects when a test fails. The suites are declared on import, once Mocha's globals are there. */
export async function run(): Promise<void> {
  mocha.setup({ ui: 'bdd', timeout: 20_000, reporter: 'base' });
  await import('./webSuites');
  await runAndReport(mocha);
}
