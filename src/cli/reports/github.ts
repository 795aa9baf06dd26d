/** Problems as the workflow commands that GitHub shows beside the changed lines. */
import type { Problem } from '../../core/model/problem';
import type { ProblemReport } from './table';

const LEVELS: Readonly<Record<Problem['severity'], string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
};

/** See https://docs.github.com/actions/reference/workflow-commands-for-github-actions. */
export function githubReport({ problems }: ProblemReport): string {
  return problems
    .map(({ severity, path, line, column, code, message }) => {
      const place = `file=${property(path)},line=${line},col=${column},title=${property(code)}`;
      return `::${LEVELS[severity]} ${place}::${escaped(message)}\n`;
    })
    .join('');
}

function escaped(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
