/** The browser's twin of `atomicWrite.node.ts`: the file system provider replaces the file. */
import * as vscode from 'vscode';

export async function writeAtomically(uri: vscode.Uri, bytes: Uint8Array): Promise<void> {
  await vscode.workspace.fs.writeFile(uri, bytes);
}
