/** Makes changes of annotation files: in the editor where a file is open, on disk where it is not. */
import type * as vscode from 'vscode';
import type { FileChange } from '../../core/operations/draft';
import { inSafeOrder } from '../../core/operations/order';
import type { Refusal, Written } from '../../core/operations/written';
import { hold, writeAtomically, type Held, type Holding } from './atomicWrite.node';
import { changeOf, editDocument, isShown } from './documentEdit';
import type { Folder } from './folder';

export class FileWriter {
  readonly #folder: Folder;

  constructor(folder: Folder) {
    this.#folder = folder;
  }

  /** All changes or none. Files in `held` are not waited for. */
  async write(changes: readonly FileChange[], held?: Held): Promise<Written> {
    const root = this.#folder.uri;
    if (root === undefined) return refused(noFolder(changes));
    const made: FileChange[] = [];
    for (const run of this.#runsOf(changes)) {
      const written = await this.#make(root, run, held);
      if (!written.ok) {
        await this.#takeBack(root, made, held);
        return written;
      }
      made.push(...run);
    }
    return { ok: true };
  }

  /** Keeps other programs from writing these files until they are released. */
  async hold(paths: readonly string[]): Promise<Holding> {
    const root = this.#folder.uri;
    return root === undefined ? refused(noFolder([])) : await hold(root, paths);
  }

  /** In safe order; neighbours that are written on disk are written together. */
  #runsOf(changes: readonly FileChange[]): readonly (readonly FileChange[])[] {
    const runs: FileChange[][] = [];
    let isOnDisk = false;
    for (const change of inSafeOrder(changes)) {
      const isOpen = this.#documentFor(change) !== undefined;
      const last = runs.at(-1);
      if (last === undefined || isOpen || !isOnDisk) runs.push([change]);
      else last.push(change);
      isOnDisk = !isOpen;
    }
    return runs;
  }

  /** The editor's text of a file that is to be changed there. */
  #documentFor({ path, before, after }: FileChange): vscode.TextDocument | undefined {
    return before === undefined || after === undefined ? undefined : this.#folder.documentOf(path);
  }

  async #make(
    root: vscode.Uri,
    run: readonly FileChange[],
    held: Held | undefined,
  ): Promise<Written> {
    const [first] = run;
    const document = first === undefined ? undefined : this.#documentFor(first);
    if (first === undefined || document === undefined) {
      return writeAtomically(root, await this.#asOnDisk(run), held);
    }
    if (held !== undefined) return this.#edit(document, first);
    const holding = await hold(root, [first.path]);
    // In a folder where no lock can be made the editor may still be able to save.
    if (!holding.ok && holding.refusal.kind !== 'failed') return holding;
    try {
      return await this.#edit(document, first);
    } finally {
      if (holding.ok) await holding.held.release();
    }
  }

  async #edit(document: vscode.TextDocument, change: FileChange): Promise<Written> {
    const { path, before = '', after = '' } = change;
    try {
      if ((await this.#current(document, path)) !== before) {
        return refused({ kind: 'changed', path });
      }
      await editDocument(document, before, after);
      return { ok: true };
    } catch (error) {
      return refused({ kind: 'failed', path, error, kept: [] });
    }
  }

  /** What the change has to start from: an open document counts, even when it is not saved. */
  async #current(document: vscode.TextDocument, path: string): Promise<string | undefined> {
    const onDisk = document.isDirty ? undefined : await this.#folder.readText(path);
    if (onDisk === undefined || isShown(document, onDisk)) return document.getText();
    // Saving now would fail: the editor has not noticed yet that the file was changed on disk.
    await changeOf(document);
    return isShown(document, onDisk) ? document.getText() : onDisk;
  }

  /** A file that goes though an editor has it: what the editor shows may be written otherwise on disk. */
  async #asOnDisk(run: readonly FileChange[]): Promise<readonly FileChange[]> {
    const changes = run.map(async (change) => {
      const { path, before, after } = change;
      const document = after === undefined ? this.#folder.documentOf(path) : undefined;
      if (document === undefined || document.getText() !== before) return change;
      const onDisk = await this.#folder.readText(path).catch(() => undefined);
      const isSame = onDisk !== undefined && (document.isDirty || isShown(document, onDisk));
      return isSame ? { ...change, before: onDisk } : change;
    });
    return Promise.all(changes);
  }

  async #takeBack(
    root: vscode.Uri,
    made: readonly FileChange[],
    held: Held | undefined,
  ): Promise<void> {
    for (const { path, before, after } of made.toReversed()) {
      await this.#make(root, [{ path, before: after, after: before }], held).catch(() => undefined);
    }
  }
}

function refused(refusal: Refusal): { readonly ok: false; readonly refusal: Refusal } {
  return { ok: false, refusal };
}

function noFolder([first]: readonly FileChange[]): Refusal {
  const error = new Error('no folder is open');
  return { kind: 'failed', path: first?.path ?? '', error, kept: [] };
}
