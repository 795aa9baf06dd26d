/** Problems for people: one line each, in the form that editors and terminals make links of. */
import { plural } from '../terminal';
import { countsOf } from './counts';
import type { ProblemReport } from './table';

export function textReport({ problems, since }: ProblemReport): string {
  if (problems.length === 0) return since === undefined ? 'No problems.\n' : nothingNew(since);
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

function nothingNew({ name, known }: NonNullable<ProblemReport['since']>): string {
  const others = known === 0 ? '' : ` (${plural(known, 'other')} that it has, too)`;
  const [, branch] = /^(.*)\.{3}$/.exec(name) ?? [];
  const since = branch === undefined ? name : `HEAD parted from ${branch}`;
  return `No problems since ${since}${others}.\n`;
}
