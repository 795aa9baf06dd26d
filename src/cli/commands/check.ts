/** `source-annotator check`: the problems of the workspace, the same as in the editor. */
import type { Problem } from '../../core/model/problem';
import { checkWorkspace } from '../../core/rules/check';
import { usageError, type Command } from '../command';
import { PROBLEM_REPORTS } from '../reports/table';
import { loadWorkspace } from '../workspace';

export const check: Command = {
  summary: 'Report what is wrong with the annotation files.',
  usage: 'check [--format text|json|github|sarif]',
  help: [
    'JSON: { "problems": [{ code, severity, path, line, column, message, source?, annotation?,',
    'start?, end? }], "counts": { error, warning, information } }. Line and column (UTF-16, from 1)',
    'are in the file at “path”; start and end are where the annotation is in its source now. Exit',
    'status: 1 with errors or warnings, 0 with nothing but informations. docs/checks.md says what',
    'each code means; checks: in annotations/schema.yaml sets severities and turns codes off.',
  ],
  formats: ['text', 'json', 'github', 'sarif'],
  options: {},
  async run({ terminal, folder, format, args }) {
    const [unexpected] = args;
    if (unexpected !== undefined) return usageError(terminal, `check takes no “${unexpected}”.`);
    const loaded = await loadWorkspace(folder);
    if (!loaded.ok) return usageError(terminal, loaded.message);
    const { workspace } = loaded;
    const problems: readonly Problem[] = [
      ...workspace.unreadable,
      ...checkWorkspace(workspace.store, workspace),
    ];
    terminal.write(PROBLEM_REPORTS.get(format)?.({ problems, workspace, terminal }) ?? '');
    return problems.some(({ severity }) => severity !== 'information') ? 1 : 0;
  },
};
