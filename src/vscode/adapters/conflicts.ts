/** Files of a project in which a merge has left conflicts, and what git still knows of them. */
import * as vscode from 'vscode';
import type { Services } from '../services';
import { changeOf, isShown } from './documentEdit';
import { askWithButton, remark, tell } from './failures';
import type { Folder } from './folder';
import { gitPath } from './gitExtension';
import { readTexts, stageFiles } from './reviewGit.node';

const MARKER = 'conflict-marker';

/** Whether the file has markers of git in it. */
export function isConflicted({ store }: Pick<Services, 'store'>, path: string): boolean {
  return store.file(path)?.problems.some(({ code }) => code === MARKER) === true;
}

/** The paths of all of them, sorted. */
export function conflictedPaths(services: Pick<Services, 'store'>): readonly string[] {
  const paths = [...services.store.files()].map(({ path }) => path);
  return paths.filter((path) => isConflicted(services, path)).sort();
}

/**
 * The text of the file as it is on disk, or as an editor has it unsaved: right after a merge the window may
 * not have noticed yet what git wrote, and the store is told then. Absent where there is no such file.
 */
export async function textNow(
  { folder, loader, store }: Pick<Services, 'folder' | 'loader' | 'store'>,
  path: string,
): Promise<string | undefined> {
  const document = folder.documentOf(path);
  if (document === undefined || document.isDirty) {
    await loader.reload([path]);
    return store.file(path)?.text;
  }
  const onDisk = await folder.readText(path).catch(() => undefined);
  if (onDisk === undefined || isShown(document, onDisk)) return document.getText();
  await changeOf(document);
  return isShown(document, onDisk) ? document.getText() : onDisk;
}

/**
 * The version that both sides started from, which git keeps in its index while it merges; absent where
 * there is none, after the merge, and where git is not asked.
 */
export async function commonVersion(
  { folder }: Pick<Services, 'folder'>,
  path: string,
): Promise<string | undefined> {
  if (folder.uri === undefined || !mayAskGit(folder)) return undefined;
  const found = await readTexts(folder.uri, ':1', [path], await gitPath());
  return found.get(path);
}

/** Nothing is staged by itself: the person may want to look first. */
export function offerToStage({ folder }: Pick<Services, 'folder'>, path: string): void {
  const { uri } = folder;
  if (uri === undefined || !mayAskGit(folder)) {
    remark(`No conflict is left in ${path}.`);
    return;
  }
  askWithButton(`No conflict is left in ${path}.`, 'Stage the File', () => {
    void gitPath()
      .then((git) => stageFiles(uri, [path], git))
      .then((staged) => {
        if (!staged.ok) tell(staged.failure.message);
      });
  });
}

function mayAskGit({ uri }: Folder): boolean {
  return uri?.scheme === 'file' && vscode.workspace.isTrusted;
}
