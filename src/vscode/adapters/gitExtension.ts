/**
 * VS Code's own git extension: which program git is, and when a repository changed. It may be
 * missing, turned off, or come later; nothing here depends on it. The shapes are those of its
 * documented interface (extensions/git/src/api/git.d.ts).
 */
import * as vscode from 'vscode';

interface GitExtension {
  readonly enabled: boolean;
  readonly onDidChangeEnablement: vscode.Event<boolean>;
  /** Throws while the extension is turned off. */
  getAPI(version: 1): GitApi;
}

interface GitApi {
  readonly git: { readonly path: string };
  readonly repositories: readonly Repository[];
  readonly onDidOpenRepository: vscode.Event<Repository>;
  readonly onDidCloseRepository: vscode.Event<Repository>;
}

/** A change in the working tree that is not committed. */
interface Change {
  readonly uri: vscode.Uri;
}

export interface Repository {
  readonly rootUri: vscode.Uri;
  readonly state: {
    readonly HEAD: { readonly commit?: string } | undefined;
    readonly mergeChanges: readonly Change[];
    readonly indexChanges: readonly Change[];
    readonly workingTreeChanges: readonly Change[];
    readonly untrackedChanges?: readonly Change[];
    readonly onDidChange: vscode.Event<void>;
  };
}

/** The git program that VS Code uses; absent without the extension. */
export async function gitPath(): Promise<string | undefined> {
  return (await gitApi())?.git.path;
}

/** Calls `opened` for each repository there is and will be; what that gives is disposed with it. */
export function watchRepositories(
  opened: (repository: Repository) => vscode.Disposable,
): vscode.Disposable {
  const watched = new Map<Repository, vscode.Disposable>();
  const listening: vscode.Disposable[] = [];
  let isDisposed = false;
  const open = (repository: Repository): void => {
    if (!isDisposed && !watched.has(repository)) watched.set(repository, opened(repository));
  };
  const close = (repository: Repository): void => {
    watched.get(repository)?.dispose();
    watched.delete(repository);
  };
  const closeAll = (): void => {
    for (const repository of [...watched.keys()]) close(repository);
  };
  const connect = async (): Promise<void> => {
    const extension = await gitExtension();
    if (isDisposed || extension === undefined || listening.length > 0) return;
    const start = (): void => {
      const api = apiOf(extension);
      if (api === undefined) return;
      listening.push(api.onDidOpenRepository(open), api.onDidCloseRepository(close));
      for (const repository of api.repositories) open(repository);
    };
    listening.push(
      extension.onDidChangeEnablement((enabled) => {
        if (enabled) start();
        else closeAll();
      }),
    );
    start();
  };
  const installing = vscode.extensions.onDidChange(() => void connect());
  void connect();
  return new vscode.Disposable(() => {
    isDisposed = true;
    installing.dispose();
    for (const each of listening) each.dispose();
    closeAll();
  });
}

async function gitApi(): Promise<GitApi | undefined> {
  const extension = await gitExtension();
  return extension && apiOf(extension);
}

async function gitExtension(): Promise<GitExtension | undefined> {
  try {
    return await vscode.extensions.getExtension<GitExtension>('vscode.git')?.activate();
  } catch {
    return undefined;
  }
}

function apiOf(extension: GitExtension): GitApi | undefined {
  try {
    return extension.enabled ? extension.getAPI(1) : undefined;
  } catch {
    return undefined;
  }
}
