/** What git did to the folder: watchers miss files that came with their folders. */
import type * as vscode from 'vscode';
import { fileKind } from '../../core/storage/paths';
import { pathBelow, type Folder } from './folder';
import { watchRepositories, type Repository } from './gitExtension';

export interface GitListener {
  /** Another commit is checked out: anything may have changed. */
  readonly onHead: () => void;
  /** These annotation files were changed or became what the commit has; paths in the folder. */
  readonly onFiles: (paths: readonly string[]) => void;
}

/** Listens to each repository that the folder is in or that is in the folder, now and later. */
export function watchGit(folder: Folder, listener: GitListener): vscode.Disposable {
  return watchRepositories((repository) => {
    let head = repository.state.HEAD?.commit;
    let changed = changedFiles(folder, repository);
    return repository.state.onDidChange(() => {
      if (!isAbout(folder, repository)) return;
      const before = changed;
      changed = changedFiles(folder, repository);
      if (repository.state.HEAD?.commit !== head) {
        head = repository.state.HEAD?.commit;
        listener.onHead();
        return;
      }
      const paths = [
        ...[...changed].filter((path) => !before.has(path)),
        ...[...before].filter((path) => !changed.has(path)),
      ];
      if (paths.length > 0) listener.onFiles(paths);
    });
  });
}

/** Whether the folder is in the repository, or the repository in the folder. */
export function isAbout({ uri }: Folder, { rootUri }: Repository): boolean {
  if (uri === undefined) return false;
  return (
    uri.path === rootUri.path ||
    pathBelow(rootUri, uri) !== undefined ||
    pathBelow(uri, rootUri) !== undefined
  );
}

/** The annotation files of the folder that differ from the commit, or are not in it. */
function changedFiles(folder: Folder, { state }: Repository): ReadonlySet<string> {
  const { mergeChanges, indexChanges, workingTreeChanges, untrackedChanges = [] } = state;
  const paths = new Set<string>();
  for (const { uri } of [mergeChanges, indexChanges, workingTreeChanges, untrackedChanges].flat()) {
    const path = folder.pathOf(uri);
    if (path !== undefined && fileKind(path) !== undefined) paths.add(path);
  }
  return paths;
}
