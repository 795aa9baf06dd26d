/** Makes changes of annotation files: in the editor where a file is open, on disk where it is not. */
import * as vscode from 'vscode';
import { commonEnds } from '../../core/history/history';
import type { FileChange } from '../../core/operations/draft';
import { writeAtomically } from './atomicWrite.node';
import { wordsFor } from './failures';
import type { Folder } from './folder';

export type Written =
  | { readonly ok: true }
  /** Another program changed this file since it was read; nothing was written. */
  | { readonly ok: false; readonly changed: string }
  /** What was written before the failure has been taken back. */
  | { readonly ok: false; readonly message: string };

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
    return document === undefined ? this.#folder.readText(path) : document.getText();
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

async function editDocument(
  document: vscode.TextDocument,
  before: string,
  after: string,
): Promise<void> {
  const { prefix, suffix } = commonEnds(before, after);
  const range = new vscode.Range(
    document.positionAt(prefix),
    document.positionAt(before.length - suffix),
  );
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, range, after.slice(prefix, after.length - suffix));
  if (!(await vscode.workspace.applyEdit(edit))) throw new Error('the editor refused the change');
  if (!(await document.save())) throw new Error('the editor could not save it');
}
