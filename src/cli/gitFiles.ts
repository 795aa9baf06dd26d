/** A workspace as git has it: what the index or a revision has, and on disk what git does not keep. */
import { openTree } from '../node/compare/sides';
import { unkeptAmong } from '../node/compare/unkept';
import { listFiles, readFiles, type FileReading } from '../node/folder';
import { partial } from '../node/git/failure';
import type { Repository } from '../node/git/repository';
import type { WorkspaceFiles } from './workspace';

export type GitFiles =
  | {
      readonly ok: true;
      readonly files: WorkspaceFiles;
      /** Why what was read is not all there is, in words; absent when it is. */
      readonly lacking: () => string | undefined;
    }
  | { readonly ok: false; readonly message: string };

/** In a hook, the index is the one of the commit that is being made. */
export async function filesInGit(
  repository: Repository,
  side: { readonly kind: 'index' } | { readonly kind: 'revision'; readonly name: string },
): Promise<GitFiles> {
  const { folder } = repository;
  const opened = await openTree(side, repository);
  if (!opened.ok) return { ok: false, message: opened.failure.message };
  const { tree } = opened;
  const listing = await listFiles(folder);
  // A source may be ignored, or stand in a submodule, and be there all the same.
  const others = new Set(
    (await unkeptAmong(repository, listing.paths)).filter((path) => !tree.paths.has(path)),
  );
  const missing: string[] = [];
  const read = async (paths: readonly string[]): Promise<readonly FileReading[]> => {
    const kept = await tree.read(paths.filter((path) => !others.has(path)));
    for (const reading of kept) {
      if (reading.kind === 'unreadable' && reading.reason === 'missing') missing.push(reading.path);
    }
    const onDisk = paths.filter((path) => others.has(path));
    return [...kept, ...(await readFiles(folder, onDisk))];
  };
  return {
    ok: true,
    files: { paths: [...new Set([...tree.paths, ...others])].sort(), unreadable: [], read },
    lacking: () => (missing.length === 0 ? undefined : partial(missing).message),
  };
}
