/** The workspace folder that is annotated, and the paths of files in it. */
import * as vscode from 'vscode';

/** Paths are POSIX and relative to the folder. Without a folder nothing has a path. */
export class Folder {
  /** The first folder of the workspace, when one is open. */
  get uri(): vscode.Uri | undefined {
    return vscode.workspace.workspaceFolders?.[0]?.uri;
  }

  /** The path of a file of the folder, whatever scheme shows it (`git:` shows old revisions). */
  pathOf(uri: vscode.Uri): string | undefined {
    const root = this.uri;
    if (root === undefined) return undefined;
    const prefix = root.path.endsWith('/') ? root.path : `${root.path}/`;
    const isShown = uri.scheme === root.scheme || uri.scheme === 'git';
    if (!isShown || !uri.path.startsWith(prefix)) return undefined;
    return uri.path.slice(prefix.length);
  }

  uriOf(path: string): vscode.Uri | undefined {
    return this.uri === undefined ? undefined : vscode.Uri.joinPath(this.uri, path);
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
      const bytes = await vscode.workspace.fs.readFile(uri);
      return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    } catch (error) {
      if (isNotFound(error)) return undefined;
      throw error;
    }
  }
}

function isNotFound(error: unknown): boolean {
  return error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
}
