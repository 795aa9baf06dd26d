/** Puts files into the index, as `git add` does, but without programs that the repository names. */
import type { GitFailure } from './failure';
import { inRepository, missingWorkTree, type Repository } from './repository';
import { fieldsOf } from './run';

export type Staged = { readonly ok: true } | { readonly ok: false; readonly failure: GitFailure };

/**
 * Stages files, those that are gone as deletions. Paths are POSIX, relative to the workspace folder.
 * All are staged, or none is.
 */
export async function stage(repository: Repository, paths: readonly string[]): Promise<Staged> {
  const failure = missingWorkTree(repository);
  if (failure !== undefined) return { ok: false, failure };
  if (paths.length === 0) return { ok: true };
  const input = paths.map((path) => `${path}\0`).join('');
  if (repository.disarming.length > 0) {
    const asked = await filtersOf(repository, input);
    if (!asked.ok) return asked;
    const [filtered] = asked.filtered;
    if (filtered !== undefined) {
      const message = `${filtered} goes through a filter (a program of the repository) when it is staged. Stage it with git.`;
      return { ok: false, failure: { kind: 'failed', message } };
    }
  }
  const args = ['add', '--all', '--pathspec-from-file=-', '--pathspec-file-nul'];
  const added = await inRepository(repository, args, { input });
  return added.ok ? { ok: true } : added;
}

type Filters =
  | { readonly ok: true; readonly filtered: readonly string[] }
  | { readonly ok: false; readonly failure: GitFailure };

/** Those of the paths whose content a filter that is configured would change. */
async function filtersOf(repository: Repository, input: string): Promise<Filters> {
  const configured = new Set(repository.disarming.map(([name]) => name));
  const args = ['check-attr', '-z', '--stdin', 'filter'];
  const asked = await inRepository(repository, args, { input });
  if (!asked.ok) return asked;
  const fields = fieldsOf(asked.stdout);
  const filtered = fields.filter(
    (_, at) => at % 3 === 0 && configured.has(`filter.${fields[at + 2] ?? ''}.clean`),
  );
  return { ok: true, filtered };
}
