/** The twin of `readFile.node.ts` for browsers and virtual workspaces, by the file service of VS Code. */
import * as vscode from 'vscode';

/** The text of a file decoded as UTF-8, a byte order mark kept; rejects when it cannot be read. */
export async function readTextFile(uri: vscode.Uri): Promise<string> {
  const bytes = await vscode.workspace.fs.readFile(uri);
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

/** Differs once the file was written again, as far as its provider tells; rejects when it is not there. */
export async function stampOf(uri: vscode.Uri): Promise<string> {
  const { mtime, size } = await vscode.workspace.fs.stat(uri);
  return `${mtime} ${size}`;
}

export function isNotFound(error: unknown): boolean {
  return error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
}
