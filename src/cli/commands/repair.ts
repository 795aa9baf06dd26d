/** `source-annotator repair`: merges by record what git has merged by line, and mends what that tore. */
import path from 'node:path';
import { repaired } from '../../core/review/conflicted/resolve';
import type { MergeConflict } from '../../core/review/merged';
import type { FileChange } from '../../core/operations/draft';
import { fileKind } from '../../core/storage/paths';
import { inRepository, openRepository, type Repository } from '../../node/git/repository';
import { usageError, type Command, type Invocation } from '../command';
import { plural, writeJson } from '../terminal';
import { loadWorkspace, type Workspace } from '../workspace';
import { writeFiles } from '../writeFiles';

interface RepairedFile {
  readonly path: string;
  /** Whether its text changed. */
  readonly changed: boolean;
  /** What only a person can decide. */
  readonly conflicts: readonly MergeConflict[];
}

interface RepairJson {
  readonly files: readonly RepairedFile[];
}

export const repair: Command = {
  summary: 'Repair files that a merge by lines left in conflict, or damaged.',
  usage: 'repair [FILE…] [--dry-run]',
  help: [
    'For files with conflict markers, and for records that merge=union doubled or tore: what only one',
    'side did is taken, what both did is merged by record, with the common version from git where the',
    'merge is still going on. What both changed, each in its own way, stays between markers. Without',
    'FILE, every file of the folder that needs it.',
    'JSON: { "files": [{ path, changed, conflicts: [{ id, field?, ours?, theirs? }] }] }. Exit status:',
    '0 no conflict is left, 1 some are, 2 a file that is none of the format or cannot be written.',
  ],
  formats: ['text', 'json'],
  options: { 'dry-run': { type: 'boolean' } },
  async run(invocation) {
    const { terminal, folder, args, options } = invocation;
    const loaded = await loadWorkspace(folder);
    if (!loaded.ok) return usageError(terminal, loaded.message);
    const { workspace } = loaded;
    const paths = wantedPaths(invocation, workspace);
    if (typeof paths === 'string') return usageError(terminal, paths);
    const opened = await openRepository(folder);
    const files: RepairedFile[] = [];
    const changes: FileChange[] = [];
    for (const file of paths) {
      const before = workspace.store.file(file)?.text ?? '';
      // Whether there is anything to repair shows without git, which would be asked file by file.
      if (args.length === 0 && repaired(file, before) === undefined) continue;
      const base = opened.ok ? await commonVersion(opened.repository, file) : undefined;
      const result = repaired(file, before, base);
      const { text: after = before, conflicts = [] } = result ?? {};
      if (after !== before)
        changes.push({ path: file, before, after: after === '' ? undefined : after });
      files.push({ path: file, changed: after !== before, conflicts });
    }
    const written =
      options['dry-run'] === true ? { ok: true as const } : await writeFiles(folder, changes);
    if (!written.ok) return usageError(terminal, written.message);
    report(invocation, files);
    return files.some(({ conflicts }) => conflicts.length > 0) ? 1 : 0;
  },
};

/** In words what is wrong with those that were given. */
function wantedPaths(
  { terminal, folder, args }: Invocation,
  { store }: Workspace,
): readonly string[] | string {
  if (args.length === 0) return [...store.files()].map((file) => file.path).sort();
  const paths: string[] = [];
  for (const arg of args) {
    const file = path.relative(folder, path.resolve(terminal.currentFolder, arg));
    const posix = file.split(path.sep).join('/');
    if (fileKind(posix) === undefined) return `${arg} is no file of the format.`;
    if (store.file(posix) === undefined) return `There is no file ${arg}.`;
    paths.push(posix);
  }
  return paths;
}

/** Git has it in its index as long as it merges. */
async function commonVersion(repository: Repository, file: string): Promise<string | undefined> {
  const name = `:1:${repository.prefix}${file}`;
  const found = await inRepository(repository, ['cat-file', 'blob', name], { answers: [128] });
  return found.ok && found.status === 0 ? found.stdout.toString('utf8') : undefined;
}

function report({ terminal, format, options }: Invocation, files: readonly RepairedFile[]): void {
  if (format === 'json') {
    const json: RepairJson = { files };
    writeJson(terminal, json);
    return;
  }
  if (files.every(({ changed, conflicts }) => !changed && conflicts.length === 0)) {
    terminal.write('Nothing to repair.\n');
    return;
  }
  const verb = options['dry-run'] === true ? 'would be repaired' : 'repaired';
  for (const { path: file, changed, conflicts } of files) {
    const left = conflicts.length === 0 ? '' : `${plural(conflicts.length, 'conflict')} left`;
    const words = [changed ? verb : '', left].filter((each) => each !== '').join(', ');
    if (words !== '') terminal.write(`${file}: ${words}\n`);
  }
}
