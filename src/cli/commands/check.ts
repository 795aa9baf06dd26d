/** `source-annotator check`: the problems of the workspace, the same as in the editor. */
import type { Problem } from '../../core/model/problem';
import { openRepository } from '../../node/git/repository';
import { textOption, usageError, type Command } from '../command';
import { filesInGit } from '../gitFiles';
import { PROBLEM_REPORTS } from '../reports/table';
import { problemsOf, problemsSince } from '../since';
import { loadWorkspace, type Workspace, type WorkspaceFiles } from '../workspace';

export const check: Command = {
  summary: 'Report what is wrong with the annotation files.',
  usage: 'check [--staged] [--since BASE] [--format text|json|github|gitlab|sarif]',
  help: [
    'JSON: { "problems": [{ code, severity, path, line, column, message, source?, annotation?,',
    'start?, end? }], "counts": { error, warning, information } }. Line and column (UTF-16, from 1)',
    'are in the file at “path”; start and end are where the annotation is in its source now. Exit',
    'status: 1 with errors or warnings, 0 with nothing but informations. docs/checks.md says what',
    'each code means; checks: in annotations/schema.yaml sets severities and turns codes off.',
    '  --staged      what is about to be committed, instead of what is in the folder',
    '  --since BASE  only problems that the revision BASE does not have; with “...” at its end, that',
    '                the commit in which HEAD parted from BASE does not have',
  ],
  formats: ['text', 'json', 'github', 'gitlab', 'sarif'],
  options: { staged: { type: 'boolean' }, since: { type: 'string' } },
  async run({ terminal, folder, format, args, options }) {
    const [unexpected] = args;
    if (unexpected !== undefined) return usageError(terminal, `check takes no “${unexpected}”.`);
    const since = textOption(options, 'since');
    const checked = await checkAsked(folder, options['staged'] === true, since);
    if (!checked.ok) return usageError(terminal, checked.message);
    const { workspace, all, problems } = checked;
    const known = all.length - problems.length;
    const of = since === undefined ? {} : { since: { name: since, known } };
    const report = { problems, workspace, terminal, ...of };
    terminal.write(PROBLEM_REPORTS.get(format)?.(report) ?? '');
    return problems.some(({ severity }) => severity !== 'information') ? 1 : 0;
  },
};

type Checked =
  | {
      readonly ok: true;
      readonly workspace: Workspace;
      readonly all: readonly Problem[];
      /** Those that are reported. */
      readonly problems: readonly Problem[];
    }
  | { readonly ok: false; readonly message: string };

async function checkAsked(
  folder: string,
  isStaged: boolean,
  since: string | undefined,
): Promise<Checked> {
  if (!isStaged && since === undefined) return checkFiles(folder);
  const opened = await openRepository(folder);
  if (!opened.ok) return { ok: false, message: opened.failure.message };
  const { repository } = opened;
  const staged = isStaged ? await filesInGit(repository, { kind: 'index' }) : undefined;
  if (staged?.ok === false) return staged;
  const checked = await checkFiles(folder, staged?.files);
  const lacking = staged?.lacking();
  if (lacking !== undefined) return { ok: false, message: lacking };
  if (!checked.ok || since === undefined) return checked;
  const now = isStaged ? 'index' : 'worktree';
  const found = await problemsSince(repository, since, checked.all, now);
  return found.ok ? { ...checked, problems: found.problems } : found;
}

async function checkFiles(folder: string, files?: WorkspaceFiles): Promise<Checked> {
  const loaded = await loadWorkspace(folder, files);
  if (!loaded.ok) return loaded;
  const { workspace } = loaded;
  const all = problemsOf(workspace);
  return { ok: true, workspace, all, problems: all };
}
