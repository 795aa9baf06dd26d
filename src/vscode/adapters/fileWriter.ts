/** Makes changes of annotation files: in the editor where a file is open, on disk where it is not. */
import * as vscode from 'vscode';
import { commonEnds } from '../../core/history/history';
import type { FileChange } from '../../core/operations/draft';
import { normalise } from '../../core/text/normalise';
import { writeAtomically } from './atomicWrite.node';
import { wordsFor } from './failures';
import type { Folder } from './folder';

export type Written =
  | { readonly ok: true }
  /** Another program changed this file since it was read; nothing was written. */
  | { readonly ok: false; readonly changed: string }
  /** What was written before the failure has been taken back. */
  | { readonly ok: false; readonly message: string };

/** How long VS Code may take to notice that a file in an editor was changed on disk. */
const NOTICING_MS = 1_000;

export class FileWriter {
  readonly #folder: Folder;

  constructor(folder: Folder) {
    this.#folder = folder;
  }

  /** All changes or none. */
  async write(changes: readonly FileChange[]): Promise<Written> {
    for (const { path, before } of changes) {
      try {
        if ((await this.#current(path)) !== before) return { ok: false, changed: path };
      } catch (error) {
        return { ok: false, message: wordsFor(path, 'written', error) };
      }
    }
    const made: FileChange[] = [];
    for (const change of changes) {
      try {
        await this.#make(change);
        made.push(change);
      } catch (error) {
        await this.#takeBack(made);
        return { ok: false, message: wordsFor(change.path, 'written', error) };
      }
    }
    return { ok: true };
  }

  /** What the change has to start from: an open document counts, even when it is not saved. */
  async #current(path: string): Promise<string | undefined> {
    const document = this.#folder.documentOf(path);
    if (document === undefined) return this.#folder.readText(path);
    const onDisk = document.isDirty ? undefined : await this.#folder.readText(path);
    if (onDisk === undefined || isShown(document, onDisk)) return document.getText();
    // Saving now would fail: the editor has not noticed yet that the file was changed on disk.
    await changeOf(document);
    return isShown(document, onDisk) ? document.getText() : onDisk;
  }

  async #make({ path, before, after }: FileChange): Promise<void> {
    const uri = this.#folder.uriOf(path);
    if (uri === undefined) throw new Error('no folder is open');
    if (after === undefined) {
      await vscode.workspace.fs.delete(uri);
      return;
    }
    const document = this.#folder.documentOf(path);
    if (document === undefined || before === undefined) {
      await writeAtomically(uri, new TextEncoder().encode(after));
      return;
    }
    await editDocument(document, before, after);
  }

  async #takeBack(made: readonly FileChange[]): Promise<void> {
    for (const { path, before, after } of made) {
      await this.#make({ path, before: after, after: before }).catch(() => undefined);
    }
  }
}

/** All or nothing: what cannot be saved does not stay in the editor either. */
async function editDocument(
  document: vscode.TextDocument,
  before: string,
  after: string,
): Promise<void> {
  if (!(await replace(document, before, after))) throw new Error('the editor refused the change');
  if (await document.save()) return;
  if (document.getText() === after) await replace(document, after, before);
  throw new Error('the editor could not save it');
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

/** A document has no byte order mark, and line ends of one kind. */
function isShown(document: vscode.TextDocument, text: string): boolean {
  return normalise(document.getText()) === normalise(text);
}

/** The next change of the document, or the end of waiting for it. */
function changeOf(document: vscode.TextDocument): Promise<void> {
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
