/** THE TABLE of the forms in which problems are reported. */
import type { Problem } from '../../core/model/problem';
import type { Terminal } from '../terminal';
import type { Workspace } from '../workspace';
import { githubReport } from './github';
import { jsonReport } from './json';
import { sarifReport } from './sarif';
import { textReport } from './text';

export interface ProblemReport {
  readonly problems: readonly Problem[];
  readonly workspace: Workspace;
  readonly terminal: Terminal;
}

export const PROBLEM_REPORTS: ReadonlyMap<string, (report: ProblemReport) => string> = new Map([
  ['text', textReport],
  ['json', jsonReport],
  ['github', githubReport],
  ['sarif', sarifReport],
]);
