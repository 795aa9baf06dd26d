/** A workspace folder that is annotated, and the paths of files in it. */
import * as vscode from 'vscode';
import { isNotFound, readTextFile } from './readFile.node';
import { REVISION_SCHEME } from './revisionScheme';

/** Show old revisions of files under the paths that these have now. */
const OLD_REVISIONS: ReadonlySet<string> = new Set(['git', REVISION_SCHEME]);

/** Paths are POSIX and relative to the folder. Without a folder nothing has a path. */
export class Folder {
  /** Absent when no folder is open. */
  readonly uri: vscode.Uri | undefined;
  readonly #inner: () => readonly vscode.Uri[];

  /** `inner` gives the workspace folders that lie inside this one: their files are theirs alone. */
  constructor(uri: vscode.Uri | undefined, inner: () => readonly vscode.Uri[] = () => []) {
    this.uri = uri;
    this.#inner = inner;
  }

  /** What tells this folder from the others of the workspace; empty where there are no others. */
  get label(): string {
    const all = vscode.workspace.workspaceFolders ?? [];
    const own = all.find(({ uri }) => uri.toString() === this.uri?.toString());
    return all.length > 1 ? (own?.name ?? '') : '';
  }

  /** The path of a file of the folder, whatever scheme shows it. */
  pathOf(uri: vscode.Uri): string | undefined {
    const root = this.uri;
    if (root === undefined) return undefined;
    if (uri.scheme !== root.scheme && !OLD_REVISIONS.has(uri.scheme)) return undefined;
    const path = pathBelow(root, uri);
    if (path === undefined) return undefined;
    return this.#inner().some((inner) => pathBelow(inner, uri) !== undefined) ? undefined : path;
  }

  uriOf(path: string): vscode.Uri | undefined {
    return this.uri === undefined ? undefined : vscode.Uri.joinPath(this.uri, path);
  }

  /** Whether a file at this path is of this folder, not of one inside it. */
  owns(path: string): boolean {
    const uri = this.uriOf(path);
    return uri !== undefined && this.pathOf(uri) !== undefined;
  }

  /** The open document of a file of the folder. */
  documentOf(path: string): vscode.TextDocument | undefined {
    const uri = this.uriOf(path)?.toString();
    return vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri);
  }

  /** The decoded text on disk, a byte order mark kept; absent when the file is not there. */
  async readText(path: string): Promise<string | undefined> {
    const uri = this.uriOf(path);
    if (uri === undefined) return undefined;
    try {
      return await readTextFile(uri);
    } catch (error) {
      if (isNotFound(error)) return undefined;
      throw error;
    }
  }

  /** Whether there is a file at the path. */
  async isFile(path: string): Promise<boolean> {
    const uri = this.uriOf(path);
    if (uri === undefined) return false;
    try {
      return ((await vscode.workspace.fs.stat(uri)).type & vscode.FileType.File) !== 0;
    } catch {
      return false;
    }
  }
}

/** The path of what lies below a folder, by the paths of both alone; absent for the folder itself. */
export function pathBelow(root: vscode.Uri, uri: vscode.Uri): string | undefined {
  const prefix = root.path.endsWith('/') ? root.path : `${root.path}/`;
  const isBelow = uri.path.startsWith(prefix) && uri.path.length > prefix.length;
  return isBelow ? uri.path.slice(prefix.length) : undefined;
}
