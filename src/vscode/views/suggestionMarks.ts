/** Dots under what is suggested, in every visible editor, as long as the person wants to see them. */
import * as vscode from 'vscode';
import { overlaps, type Span } from '../../core/text/span';
import { editsOf } from '../adapters/livingChanges';
import type { Passages } from '../adapters/passages';
import type { Suggestions } from '../adapters/suggestions';
import type { SettingId } from '../generated/manifest';
import { suggestedRendering } from './decorationStyles';
import { Drawing } from './drawing';
import { isWithin, linesAround, spanOfLines, type Lines } from './nearLines';

const DECORATIONS: SettingId = 'sourceAnnotator.decorations.enabled';
/** Above this many only those near the visible lines are sent to the editor. */
const MOST_AT_ONCE = 5_000;
const SCROLL_PAUSE_MS = 50;

export class SuggestionMarks {
  readonly #suggestions: Suggestions;
  readonly #passages: Passages;
  readonly #type = vscode.window.createTextEditorDecorationType(suggestedRendering());
  readonly #drawings = new WeakMap<vscode.TextEditor, Drawing>();
  /** The lines that were drawn, in editors where not all are. */
  readonly #windows = new WeakMap<vscode.TextEditor, Lines>();
  readonly #scrolled = new Set<vscode.TextEditor>();
  readonly #subscriptions: vscode.Disposable;
  #scrollTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(suggestions: Suggestions, passages: Passages) {
    this.#suggestions = suggestions;
    this.#passages = passages;
    this.#subscriptions = vscode.Disposable.from(
      suggestions.onDidChange((document) => this.#draw((editor) => editor.document === document)),
      vscode.window.onDidChangeVisibleTextEditors(() => this.#draw(() => true)),
      vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => {
        this.#scrolledIn(textEditor);
      }),
      vscode.workspace.onDidChangeTextDocument((change) => this.#edited(change)),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(DECORATIONS)) this.#draw(() => true);
      }),
    );
  }

  dispose(): void {
    clearTimeout(this.#scrollTimer);
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
    const known = this.#drawings.get(editor);
    if (spans.length === 0 && known === undefined) return;
    const drawing = known ?? new Drawing(editor);
    this.#drawings.set(editor, drawing);
    const near = this.#near(editor, spans);
    const rangeOf = (span: Span): vscode.Range => this.#passages.rangeOf(document, span);
    drawing.show(this.#type, near, rangeOf, performance.now());
  }

  get #isShown(): boolean {
    return this.#suggestions.areShown && vscode.workspace.getConfiguration().get(DECORATIONS, true);
  }

  #near(editor: vscode.TextEditor, spans: readonly Span[]): readonly Span[] {
    if (spans.length <= MOST_AT_ONCE) {
      this.#windows.delete(editor);
      return spans;
    }
    const lines = linesAround(editor);
    this.#windows.set(editor, lines);
    const near = spanOfLines(editor, lines);
    return spans.filter((each) => overlaps(each, near));
  }

  #edited(change: vscode.TextDocumentChangeEvent): void {
    if (change.contentChanges.length === 0) return;
    for (const editor of vscode.window.visibleTextEditors) {
      if (editor.document !== change.document) continue;
      this.#drawings.get(editor)?.edited(editsOf(change), performance.now());
    }
  }

  #scrolledIn(editor: vscode.TextEditor): void {
    if (!this.#windows.has(editor)) return;
    this.#scrolled.add(editor);
    this.#scrollTimer ??= setTimeout(() => {
      this.#scrollTimer = undefined;
      const scrolled = [...this.#scrolled];
      this.#scrolled.clear();
      this.#draw((each) => scrolled.includes(each) && !isWithin(each, this.#windows.get(each)));
    }, SCROLL_PAUSE_MS);
  }
}
