/** What is typed and not saved yet, as a part of what changed. */
import * as vscode from 'vscode';
import type { FilePair, RevisionPair } from '../../core/review/revisions';
import { fileKind } from '../../core/storage/paths';
import type { Folder } from './folder';
import type { Sources } from './sources';

/** The pair with the texts of the editors in the place of those on disk. */
export async function withOpenDocuments(
  pair: RevisionPair,
  folder: Folder,
  sources: Sources,
): Promise<RevisionPair> {
  let { files, sources: texts } = pair;
  for (const document of vscode.workspace.textDocuments) {
    const path = document.isDirty ? pathIn(folder, document) : undefined;
    if (path === undefined) continue;
    const isFile = fileKind(path) !== undefined;
    if (!isFile && !sources.isSource(path)) continue;
    const onDisk = await folder.readText(path).catch(() => undefined);
    if (isFile) files = withText(files, path, document.getText(), onDisk);
    else texts = withText(texts, path, document.getText(), onDisk);
  }
  return { files, sources: texts };
}

function pathIn(folder: Folder, { uri }: vscode.TextDocument): string | undefined {
  return uri.scheme === folder.uri?.scheme ? folder.pathOf(uri) : undefined;
}

/** What does not differ on disk is `onDisk` on both sides. */
function withText(
  pairs: readonly FilePair[],
  path: string,
  text: string,
  onDisk: string | undefined,
): readonly FilePair[] {
  const after = { path, text };
  if (pairs.some((each) => each.after?.path === path)) {
    return pairs.map((each) => (each.after?.path === path ? { ...each, after } : each));
  }
  const before = onDisk === undefined ? {} : { before: { path, text: onDisk } };
  return [...pairs, { ...before, after }].sort((a, b) => (pathOf(a) < pathOf(b) ? -1 : 1));
}

function pathOf({ before, after }: FilePair): string {
  return after?.path ?? before?.path ?? '';
}
