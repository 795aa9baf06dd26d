/** Dots under what is suggested, in every visible editor, as long as the person wants to see them. */
import * as vscode from 'vscode';
import type { Span } from '../../core/text/span';
import { editsOf } from '../adapters/livingChanges';
import type { Passages } from '../adapters/passages';
import type { Suggestions } from '../adapters/suggestions';
import type { SettingId } from '../generated/manifest';
import { suggestedRendering } from './decorationStyles';
import { Drawings } from './drawings';

const DECORATIONS: SettingId = 'sourceAnnotator.decorations.enabled';
/** Above this many only those near the visible lines are sent to the editor. */
const MOST_AT_ONCE = 5_000;

export class SuggestionMarks {
  readonly #suggestions: Suggestions;
  readonly #passages: Passages;
  readonly #type = vscode.window.createTextEditorDecorationType(suggestedRendering());
  readonly #drawings = new Drawings((editor) => this.#drawIn(editor));
  readonly #subscriptions: vscode.Disposable;

  constructor(suggestions: Suggestions, passages: Passages) {
    this.#suggestions = suggestions;
    this.#passages = passages;
    this.#subscriptions = vscode.Disposable.from(
      this.#drawings,
      suggestions.onDidChange((document) => this.#draw((editor) => editor.document === document)),
      vscode.window.onDidChangeVisibleTextEditors(() => this.#draw(() => true)),
      vscode.workspace.onDidChangeTextDocument((change) => {
        this.#drawings.edited(change.document, editsOf(change));
      }),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(DECORATIONS)) this.#draw(() => true);
      }),
    );
  }

  dispose(): void {
    this.#subscriptions.dispose();
    this.#type.dispose();
  }

  #draw(isMeant: (editor: vscode.TextEditor) => boolean): void {
    for (const editor of vscode.window.visibleTextEditors) {
      if (isMeant(editor)) this.#drawIn(editor);
    }
  }

  /** While the text is another than that which was looked through, the editor moves the marks along. */
  #drawIn(editor: vscode.TextEditor): void {
    const { document } = editor;
    const found = this.#suggestions.of(document);
    const isStale = found?.version !== document.version;
    if (isStale && this.#isShown) return;
    const spans = this.#isShown ? (found?.suggestions ?? []).map(({ span }) => span) : [];
    const drawing = this.#drawings.of(editor, spans.length > 0);
    if (drawing === undefined) return;
    const near = spans.filter(this.#drawings.seenIn(editor, spans.length > MOST_AT_ONCE));
    const rangeOf = (span: Span): vscode.Range => this.#passages.rangeOf(document, span);
    drawing.show(this.#type, near, rangeOf, performance.now());
  }

  get #isShown(): boolean {
    return this.#suggestions.areShown && vscode.workspace.getConfiguration().get(DECORATIONS, true);
  }
}
