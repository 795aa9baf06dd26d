// Sources in editors: writing, opening and selecting in them, the way a person would.

import * as vscode from 'vscode';
import { present } from './expect';
import { exists, uriOf, write } from './workspace';

/** Writes a source of its own for one test and opens it; the name must be free. */
export async function openNew(name: string, text: string): Promise<vscode.TextEditor> {
  const path = `seeds/${name}`;
  if (await exists(path)) throw new Error(`${path} is there already.`);
  await write(path, text);
  return open(path);
}

export async function open(path: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(uriOf(path));
}

/** Where the words stand; `occurrence` counts from 1. */
export function rangeOf(
  document: vscode.TextDocument,
  words: string,
  occurrence = 1,
): vscode.Range {
  let at = -1;
  for (let count = 0; count < occurrence; count++) {
    at = document.getText().indexOf(words, at + 1);
    if (at === -1) throw new Error(`“${words}” is not there ${occurrence} times.`);
  }
  return new vscode.Range(document.positionAt(at), document.positionAt(at + words.length));
}

export function select(editor: vscode.TextEditor, words: string, occurrence = 1): void {
  const { start, end } = rangeOf(editor.document, words, occurrence);
  editor.selection = new vscode.Selection(start, end);
}

/** Puts the caret behind the first character of the words. */
export function putCaretIn(editor: vscode.TextEditor, words: string, occurrence = 1): void {
  const caret = inside(editor.document, words, occurrence);
  editor.selection = new vscode.Selection(caret, caret);
}

/** The position behind the first character of the words. */
export function inside(
  document: vscode.TextDocument,
  words: string,
  occurrence = 1,
): vscode.Position {
  return rangeOf(document, words, occurrence).start.translate(0, 1);
}

/** The path of the file in the active editor, and what is selected there. */
export function shown(): { readonly path: string; readonly words: string } {
  const { document, selection } = present(vscode.window.activeTextEditor, 'active editor');
  return { path: pathOf(document.uri), words: document.getText(selection) };
}

/** The path of a file inside the workspace. */
export function pathOf(uri: vscode.Uri): string {
  return vscode.workspace.asRelativePath(uri, false);
}

/** Closes every editor; what was not saved is lost. */
export async function closeAll(): Promise<void> {
  const { textDocuments } = vscode.workspace;
  for (const document of textDocuments.filter(({ isDirty, isClosed }) => isDirty && !isClosed)) {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}
