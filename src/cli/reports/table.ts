/** THE TABLE of the forms in which problems are reported. */
import type { Problem } from '../../core/model/problem';
import type { Terminal } from '../terminal';
import type { Workspace } from '../workspace';
import { githubReport } from './github';
import { gitlabReport } from './gitlab';
import { jsonReport } from './json';
import { sarifReport } from './sarif';
import { textReport } from './text';

export interface ProblemReport {
  readonly problems: readonly Problem[];
  readonly workspace: Workspace;
  readonly terminal: Terminal;
  /** Where only what is new is reported: the base, and how many problems it has, too. */
  readonly since?: { readonly name: string; readonly known: number };
}

export const PROBLEM_REPORTS: ReadonlyMap<string, (report: ProblemReport) => string> = new Map([
  ['text', textReport],
  ['json', jsonReport],
  ['github', githubReport],
  ['gitlab', gitlabReport],
  ['sarif', sarifReport],
]);
