/** Problems as the code quality report that GitLab shows in a merge request. */
import { createHash } from 'node:crypto';
import type { Problem } from '../../core/model/problem';
import type { ProblemReport } from './table';

const SEVERITIES: Readonly<Record<Problem['severity'], string>> = {
  error: 'major',
  warning: 'minor',
  information: 'info',
};

/**
 * See https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format. A fingerprint says
 * of which annotation or words the problem is, not on which line, so that GitLab knows it again.
 */
export function gitlabReport({ problems }: ProblemReport): string {
  const seen = new Map<string, number>();
  const rows = problems.map(({ severity, path, line, code, message, annotation }) => {
    const own = JSON.stringify([code, path, annotation ?? '', message]);
    const times = seen.get(own) ?? 0;
    seen.set(own, times + 1);
    return {
      description: message,
      check_name: code,
      fingerprint: createHash('sha256').update(`${own}${times}`).digest('hex'),
      severity: SEVERITIES[severity],
      location: { path, lines: { begin: line } },
    };
  });
  return `${JSON.stringify(rows, null, 2)}\n`;
}
