/** What one kind of marks shows in the editors; of a long source only what is near the visible lines. */
import * as vscode from 'vscode';
import type { TextEdit } from '../../core/text/edits';
import { overlaps, type Span } from '../../core/text/span';
import { Drawing } from './drawing';
import { isWithin, linesAround, spanOfLines, type Lines } from './nearLines';

const SCROLL_PAUSE_MS = 50;

export class Drawings {
  readonly #draw: (editor: vscode.TextEditor) => void;
  readonly #drawings = new WeakMap<vscode.TextEditor, Drawing>();
  /** The lines that were drawn, in editors where not all are. */
  readonly #windows = new WeakMap<vscode.TextEditor, Lines>();
  readonly #scrolled = new Set<vscode.TextEditor>();
  readonly #subscription: vscode.Disposable;
  #scrollTimer: ReturnType<typeof setTimeout> | undefined;

  /** `draw` is called when an editor was scrolled to lines that are not drawn. */
  constructor(draw: (editor: vscode.TextEditor) => void) {
    this.#draw = draw;
    this.#subscription = vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => {
      this.#scrolledIn(textEditor);
    });
  }

  dispose(): void {
    clearTimeout(this.#scrollTimer);
    this.#subscription.dispose();
  }

  /** The drawing of an editor; absent when there is none yet, and none `isNeeded`. */
  of(editor: vscode.TextEditor, isNeeded: boolean): Drawing | undefined {
    const known = this.#drawings.get(editor);
    if (known !== undefined || !isNeeded) return known;
    const drawing = new Drawing(editor);
    this.#drawings.set(editor, drawing);
    return drawing;
  }

  /** Whether a span is to be drawn now: all are, or, when there are `tooMany`, those near the visible lines. */
  seenIn(editor: vscode.TextEditor, tooMany: boolean): (span: Span) => boolean {
    if (!tooMany) {
      this.#windows.delete(editor);
      return () => true;
    }
    const lines = linesAround(editor);
    this.#windows.set(editor, lines);
    const near = spanOfLines(editor, lines);
    return (span) => overlaps(span, near);
  }

  /** The text changed; offsets of the normalised text before. */
  edited(document: vscode.TextDocument, edits: readonly TextEdit[]): void {
    if (edits.length === 0) return;
    for (const drawing of this.#in(document)) drawing.edited(edits, performance.now());
  }

  /** What the editors of the document show is not known any more. */
  forget(document: vscode.TextDocument): void {
    for (const drawing of this.#in(document)) drawing.forget();
  }

  *#in(document: vscode.TextDocument): Generator<Drawing> {
    for (const editor of vscode.window.visibleTextEditors) {
      const drawing = editor.document === document ? this.#drawings.get(editor) : undefined;
      if (drawing !== undefined) yield drawing;
    }
  }

  #scrolledIn(editor: vscode.TextEditor): void {
    if (!this.#windows.has(editor)) return;
    this.#scrolled.add(editor);
    this.#scrollTimer ??= setTimeout(() => {
      this.#scrollTimer = undefined;
      const scrolled = [...this.#scrolled];
      this.#scrolled.clear();
      for (const each of scrolled) {
        const isVisible = vscode.window.visibleTextEditors.includes(each);
        if (isVisible && !isWithin(each, this.#windows.get(each))) this.#draw(each);
      }
    }, SCROLL_PAUSE_MS);
  }
}
