/** Which annotation files a folder has. */
import * as vscode from 'vscode';
import {
  ANNOTATION_FOLDER,
  ANNOTATION_GLOBS,
  BESIDE_GLOB,
  fileKind,
} from '../../core/storage/paths';
import type { Folder } from './folder';

const LEFT_OUT = 'node_modules';
const EXCLUDED = `**/${LEFT_OUT}/**`;

/**
 * The paths of every annotation file. The folder that holds nearly all of them is walked through: a
 * search gives its whole result at once, which holds up the extension host when that is long.
 */
export async function listFiles(root: vscode.Uri, folder: Folder): Promise<ReadonlySet<string>> {
  const found: string[] = [];
  const [isWalked] = await Promise.all([
    walk(root, ANNOTATION_FOLDER, folder, found),
    search(root, BESIDE_GLOB, `{${EXCLUDED},${ANNOTATION_FOLDER}/**}`, folder, found),
  ]);
  if (!isWalked) {
    const all = ANNOTATION_GLOBS.map((glob) => search(root, glob, EXCLUDED, folder, found));
    await Promise.all(all);
  }
  return new Set(found.filter((path) => fileKind(path) !== undefined));
}

/** The paths of the annotation files in one folder alone; none when it cannot be listed. */
export async function filesIn(
  root: vscode.Uri,
  path: string,
  folder: Folder,
): Promise<readonly string[]> {
  if (!isOwn(root, path, folder)) return [];
  return (await entriesOf(root, path))
    .filter(([, type]) => isA(type, vscode.FileType.File))
    .map(([name]) => `${path}/${name}`)
    .filter((file) => fileKind(file) !== undefined);
}

async function search(
  root: vscode.Uri,
  glob: string,
  excluded: string,
  folder: Folder,
  found: string[],
): Promise<void> {
  const pattern = new vscode.RelativePattern(root, glob);
  const uris = await vscode.workspace.findFiles(pattern, excluded);
  for (const uri of uris) {
    const path = folder.pathOf(uri);
    if (path !== undefined) found.push(path);
  }
}

/** False where links lead to other folders, perhaps in a circle: a search knows about these. */
async function walk(
  root: vscode.Uri,
  path: string,
  folder: Folder,
  found: string[],
): Promise<boolean> {
  if (!isOwn(root, path, folder)) return true;
  const deeper: Promise<boolean>[] = [];
  for (const [name, type] of await entriesOf(root, path)) {
    const below = `${path}/${name}`;
    if (isA(type, vscode.FileType.File)) found.push(below);
    else if (!isA(type, vscode.FileType.Directory) || name === LEFT_OUT) continue;
    else if (isA(type, vscode.FileType.SymbolicLink)) return false;
    else deeper.push(walk(root, below, folder, found));
  }
  return (await Promise.all(deeper)).every((isWalked) => isWalked);
}

/** Whether what lies in the folder at the path belongs to no other workspace folder. */
function isOwn(root: vscode.Uri, path: string, folder: Folder): boolean {
  return folder.pathOf(vscode.Uri.joinPath(root, path, 'any')) !== undefined;
}

async function entriesOf(
  root: vscode.Uri,
  path: string,
): Promise<readonly (readonly [string, vscode.FileType])[]> {
  try {
    return await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(root, path));
  } catch {
    return [];
  }
}

function isA(type: vscode.FileType, kind: vscode.FileType): boolean {
  return (type & kind) !== 0;
}
