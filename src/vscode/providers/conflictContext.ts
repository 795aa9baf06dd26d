/** Tells the `when` clauses of the manifest which files a merge has left in conflict. */
import * as vscode from 'vscode';
import { conflictedPaths, isConflicted } from '../adapters/conflicts';
import type { Projects } from '../projects';
import type { Services } from '../services';

/** The paths of the files on disk, for menus of files; not empty where there is a conflict. */
const FILES = 'sourceAnnotator.conflictedFiles';
const HAS_FILES = 'sourceAnnotator.hasConflicts';

export function registerConflictContext(projects: Projects): vscode.Disposable {
  const conflicted = new Map<Services, Set<string>>();
  const stops = new Map<Services, () => void>();
  let shown = '';
  const show = (): void => {
    const uris = [...conflicted].flatMap(([{ folder }, paths]) =>
      [...paths].flatMap((path) => folder.uriOf(path)?.fsPath ?? []),
    );
    const now = uris.sort().join('\n');
    if (now === shown) return;
    shown = now;
    void vscode.commands.executeCommand('setContext', FILES, uris);
    void vscode.commands.executeCommand('setContext', HAS_FILES, uris.length > 0);
  };
  const follow = (services: Services): void => {
    const paths = new Set(conflictedPaths(services));
    conflicted.set(services, paths);
    const stop = services.store.onDidChange(({ path }) => {
      if (isConflicted(services, path) === paths.has(path)) return;
      if (!paths.delete(path)) paths.add(path);
      show();
    });
    stops.set(services, stop);
  };
  const renew = (): void => {
    const all = new Set(projects.all);
    for (const [services, stop] of stops) {
      if (all.has(services)) continue;
      stop();
      stops.delete(services);
      conflicted.delete(services);
    }
    for (const services of all) if (!stops.has(services)) follow(services);
    show();
  };
  renew();
  return vscode.Disposable.from(projects.onDidChange(renew), {
    dispose: () => {
      for (const stop of stops.values()) stop();
    },
  });
}
