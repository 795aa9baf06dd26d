/** Changing a file in the editor that has it open, and saving it there. */
import * as vscode from 'vscode';
import { commonEnds } from '../../core/text/edits';
import { normalise } from '../../core/text/normalise';

/** How long VS Code may take to notice that a file in an editor was changed on disk. */
const NOTICING_MS = 1_000;

/** All or nothing: what cannot be saved does not stay in the editor either. */
export async function editDocument(
  document: vscode.TextDocument,
  before: string,
  after: string,
): Promise<void> {
  if (!(await replace(document, before, after))) throw new Error('the editor refused the change');
  if (await document.save()) return;
  if (document.getText() === after) await replace(document, after, before);
  throw new Error('the editor could not save it');
}

/** Whether the editor shows this text: it has no byte order mark, and line ends of one kind. */
export function isShown(document: vscode.TextDocument, text: string): boolean {
  return normalise(document.getText()) === normalise(text);
}

/** The next change of the document, or the end of waiting for it. */
export function changeOf(document: vscode.TextDocument): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      listening.dispose();
      resolve();
    };
    const timer = setTimeout(end, NOTICING_MS);
    const listening = vscode.workspace.onDidChangeTextDocument((change) => {
      if (change.document === document) end();
    });
  });
}

/** Replaces what differs between the two texts, of which the document has the first. */
async function replace(
  document: vscode.TextDocument,
  before: string,
  after: string,
): Promise<boolean> {
  const { prefix, suffix } = commonEnds(before, after);
  const range = new vscode.Range(
    document.positionAt(prefix),
    document.positionAt(before.length - suffix),
  );
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, range, after.slice(prefix, after.length - suffix));
  return vscode.workspace.applyEdit(edit);
}
