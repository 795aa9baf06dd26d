/** The problems that a workspace had at an earlier revision, to leave them out. */
import type { Problem } from '../core/model/problem';
import { checkWorkspace } from '../core/rules/check';
import { newProblems } from '../core/rules/newProblems';
import { loadRevisionPair } from '../node/revisionPair';
import type { Repository } from '../node/git/repository';
import { mergeBase, resolveRevision } from '../node/git/revisions';
import { filesInGit } from './gitFiles';
import { loadWorkspace, type Workspace } from './workspace';

export type ProblemsSince =
  | { readonly ok: true; readonly problems: readonly Problem[] }
  | { readonly ok: false; readonly message: string };

/** All that is wrong with a loaded workspace. */
export function problemsOf(workspace: Workspace): readonly Problem[] {
  return [...workspace.unreadable, ...checkWorkspace(workspace.store, workspace)];
}

/**
 * Those of `problems` that the base does not have. `name` is a revision, or ends with `...` for the
 * commit in which HEAD parted from it; `now` is where `problems` were found.
 */
export async function problemsSince(
  repository: Repository,
  name: string,
  problems: readonly Problem[],
  now: 'index' | 'worktree',
): Promise<ProblemsSince> {
  const resolved = name.endsWith('...')
    ? await mergeBase(repository, name.slice(0, -'...'.length), 'HEAD')
    : await resolveRevision(repository, name);
  if (!resolved.ok) return { ok: false, message: resolved.failure.message };
  const { id } = resolved.revision;
  if (problems.length === 0) return { ok: true, problems };
  const base = { kind: 'revision', name: id } as const;
  const files = await filesInGit(repository, base);
  if (!files.ok) return files;
  const loaded = await loadWorkspace(repository.folder, files.files);
  if (!loaded.ok) return loaded;
  const lacking = files.lacking();
  if (lacking !== undefined) return { ok: false, message: lacking };
  const pair = await loadRevisionPair(repository.folder, base, { kind: now }, repository);
  if (!pair.ok) return { ok: false, message: pair.failure.message };
  const renames = [...pair.pair.files, ...pair.pair.sources].flatMap(({ before, after }) =>
    before === undefined || after === undefined || before.path === after.path
      ? []
      : [[before.path, after.path] as const],
  );
  const before = problemsOf(loaded.workspace);
  return { ok: true, problems: newProblems(problems, before, new Map(renames)) };
}
