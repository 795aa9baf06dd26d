/** Problems for programs. */
import type { Problem } from '../../core/model/problem';
import type { Workspace } from '../workspace';
import { placeNow } from '../place';
import { countsOf, type Counts } from './counts';
import type { ProblemReport } from './table';

/** Line and column count UTF-16 code units from 1, in the file at `path`. */
interface ProblemRow {
  readonly code: string;
  readonly severity: Problem['severity'];
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  /** The source concerned. */
  readonly source?: string;
  /** The id of the annotation concerned, and where it is in its source now: code points. */
  readonly annotation?: string;
  readonly start?: number;
  readonly end?: number;
}

interface ProblemsJson {
  readonly problems: readonly ProblemRow[];
  readonly counts: Counts;
}

export function jsonReport({ problems, workspace }: ProblemReport): string {
  const report: ProblemsJson = {
    problems: problems.map((problem) => rowOf(problem, workspace)),
    counts: countsOf(problems),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function rowOf(problem: Problem, workspace: Workspace): ProblemRow {
  const { code, severity, path, line, column, message, source, annotation } = problem;
  return {
    ...{ code, severity, path, line, column, message },
    ...(source === undefined ? {} : { source }),
    ...(annotation === undefined ? {} : { annotation }),
    ...placeOf(problem, workspace),
  };
}

function placeOf(
  { path, source, annotation }: Problem,
  { located, sourceText }: Workspace,
): { readonly start?: number; readonly end?: number } {
  if (source === undefined || annotation === undefined) return {};
  const text = sourceText(source);
  const place = located(source).find(
    ({ record }) => record.path === path && record.annotation.id === annotation,
  );
  return text === undefined || place === undefined ? {} : placeNow(text, place);
}
