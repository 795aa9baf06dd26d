/** Problems in SARIF 2.1.0, which code hosts take in. */
import type { Problem } from '../../core/model/problem';
import type { Severity } from '../../core/model/schema';
import { CHECKS } from '../../core/rules/allChecks';
import { LineIndex } from '../../core/text/lines';
import type { ProblemReport } from './table';

const LEVELS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  off: 'none',
};

/** See https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html. */
export function sarifReport({ problems, workspace, terminal }: ProblemReport): string {
  const rules = CHECKS.map(({ code, severity, description }) => ({
    id: code,
    shortDescription: { text: description },
    fullDescription: { text: description },
    helpUri: `${terminal.documentation}checks.md#${code}`,
    defaultConfiguration: { level: LEVELS[severity] },
  }));
  const results = problems.map((problem) => ({
    ruleId: problem.code,
    ruleIndex: CHECKS.findIndex(({ code }) => code === problem.code),
    level: LEVELS[problem.severity],
    message: { text: problem.message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(problem.path) },
          region: regionOf(problem, workspace.store.file(problem.path)?.text ?? ''),
        },
      },
    ],
  }));
  const driver = { name: 'source-annotator', version: terminal.version, rules };
  const report = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver }, columnKind: 'utf16CodeUnits', results }],
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function uriOf(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

function regionOf({ line, column, span }: Problem, text: string): object {
  const end = new LineIndex(text).positionAt(span.end);
  return {
    startLine: line,
    startColumn: column,
    endLine: Math.max(line, end.line + 1),
    endColumn: end.line + 1 < line ? column : end.character + 1,
  };
}
