/** Shows passages in the editor while a list is open: the last one that was asked for, and at the end what was shown before. */
import * as vscode from 'vscode';
import type { Services } from '../services';

/** A passage, whose range is asked for once its source is in an editor; none when it has no certain place. */
export interface Previewed {
  readonly path: string;
  readonly rangeIn: (editor: vscode.TextEditor) => vscode.Range | undefined;
}

export class Preview {
  readonly #services: Services;
  readonly #before = vscode.window.activeTextEditor;
  readonly #selection = this.#before?.selection;
  readonly #visible = this.#before?.visibleRanges[0];
  #wanted: Previewed | undefined;
  #showing: Promise<void> | undefined;
  #hasShown = false;

  constructor(services: Services) {
    this.#services = services;
  }

  show(passage: Previewed): void {
    this.#wanted = passage;
    this.#showing ??= this.#showWanted().finally(() => {
      this.#showing = undefined;
    });
  }

  async goBack(): Promise<void> {
    this.#wanted = undefined;
    await this.#showing;
    const before = this.#before;
    if (!this.#hasShown || before === undefined || this.#selection === undefined) return;
    const { document, viewColumn } = before;
    const editor = await vscode.window.showTextDocument(document, {
      selection: this.#selection,
      ...(viewColumn === undefined ? {} : { viewColumn }),
    });
    if (this.#visible !== undefined) {
      editor.revealRange(this.#visible, vscode.TextEditorRevealType.AtTop);
    }
  }

  async #showWanted(): Promise<void> {
    while (this.#wanted !== undefined) {
      const { path, rangeIn } = this.#wanted;
      this.#wanted = undefined;
      this.#hasShown = true;
      const editor = await this.#services.passages.openSource(path, { preserveFocus: true });
      const range = editor && rangeIn(editor);
      if (editor === undefined || range === undefined) continue;
      editor.selection = new vscode.Selection(range.end, range.start);
      editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    }
  }
}
