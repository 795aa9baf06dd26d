/** Old texts from the git repository of a folder. */
import type * as vscode from 'vscode';
import { readBlobs } from '../../node/git/blobs';

/** The texts of blobs by their ids; what git does not have is left out. Never throws. */
export function readOldTexts(
  folder: vscode.Uri,
  blobs: readonly string[],
  git: string | undefined,
): Promise<ReadonlyMap<string, string>> {
  if (folder.scheme !== 'file') return Promise.resolve(new Map());
  return readBlobs(folder.fsPath, blobs, git);
}
