/**
 * A mode of one editor, in which keys decide on what is selected: its context key, what it draws and says, and
 * how it notices that the person types, moves the cursor, or goes elsewhere.
 */
import * as vscode from 'vscode';
import { remarkUntilDisposed } from '../adapters/failures';

/** Selections that were made here may be told a while later, after newer ones. */
const MOST_REMEMBERED = 32;

export class EditorMode {
  readonly #context: string;
  readonly #type: vscode.TextEditorDecorationType;
  readonly #subscriptions: vscode.Disposable;
  /** Where the mode is on, or was last. */
  #editor: vscode.TextEditor | undefined;
  #isOn = false;
  #remark: vscode.Disposable | undefined;
  /** In this editor: as they were at first, and as they were made here; the newest first. */
  #selections: readonly (readonly vscode.Selection[])[] = [];

  /** `context` is what the `when` clauses of the keys ask for; `leave` is to end the mode. */
  constructor(context: string, rendering: vscode.DecorationRenderOptions, leave: () => void) {
    this.#context = context;
    this.#type = vscode.window.createTextEditorDecorationType(rendering);
    this.#subscriptions = vscode.Disposable.from(
      vscode.window.onDidChangeTextEditorSelection((change) => {
        if (this.#isOn && change.textEditor === this.#editor && !this.#isOurs(change)) leave();
      }),
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        if (this.#isOn && editor !== this.#editor) leave();
      }),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        const isHere = this.#isOn && document === this.#editor?.document;
        if (isHere && contentChanges.length > 0) leave();
      }),
    );
  }

  /** Resolves when the keys are taken: select nothing before, or an early key replaces it. */
  async begin(editor: vscode.TextEditor): Promise<void> {
    if (editor !== this.#editor) this.#selections = [];
    this.#editor = editor;
    this.#isOn = true;
    this.#remember(editor.selections);
    await vscode.commands.executeCommand('setContext', this.#context, true);
  }

  /** The selection stays as it is. */
  end(): void {
    if (!this.#isOn) return;
    this.#isOn = false;
    void vscode.commands.executeCommand('setContext', this.#context, false);
    this.draw([]);
    this.say(undefined);
  }

  /** In the editor of the mode, also when it has just ended: the next begins before this is told. */
  select(...selections: readonly vscode.Selection[]): void {
    if (this.#editor === undefined) return;
    this.#remember(selections);
    this.#editor.selections = selections;
  }

  draw(ranges: readonly vscode.Range[] | readonly vscode.DecorationOptions[]): void {
    this.#editor?.setDecorations(this.#type, ranges);
  }

  /** Until something else is said, or nothing. */
  say(message: string | undefined): void {
    const before = this.#remark;
    this.#remark = message === undefined ? undefined : remarkUntilDisposed(message);
    before?.dispose();
  }

  dispose(): void {
    this.end();
    this.#subscriptions.dispose();
    this.#type.dispose();
  }

  #remember(selections: readonly vscode.Selection[]): void {
    this.#selections = [selections, ...this.#selections.slice(0, MOST_REMEMBERED - 1)];
  }

  #isOurs({ selections, kind }: vscode.TextEditorSelectionChangeEvent): boolean {
    const { Keyboard, Mouse } = vscode.TextEditorSelectionChangeKind;
    if (kind === Keyboard || kind === Mouse) return false;
    return this.#selections.some(
      (ours) =>
        ours.length === selections.length &&
        ours.every((each, at) => selections[at]?.isEqual(each) === true),
    );
  }
}
