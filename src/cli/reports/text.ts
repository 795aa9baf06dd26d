/** Problems for people: one line each, in the form that editors and terminals make links of. */
import { plural } from '../terminal';
import { countsOf } from './counts';
import type { ProblemReport } from './table';

export function textReport({ problems }: ProblemReport): string {
  if (problems.length === 0) return 'No problems.\n';
  const lines = problems.map(
    ({ path, line, column, severity, message, code }) =>
      `${path}:${line}:${column}: ${severity}: ${message} [${code}]\n`,
  );
  const { error, warning, information } = countsOf(problems);
  const counts = [
    plural(error, 'error'),
    plural(warning, 'warning'),
    ...(information === 0 ? [] : [plural(information, 'note')]),
  ];
  return `${lines.join('')}${counts.join(', ')}\n`;
}
