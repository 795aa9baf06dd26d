/** Sends ranges to one editor, and only those that it does not show already. */
import type * as vscode from 'vscode';
import type { TextEdit } from '../../core/text/edits';
import type { Span } from '../../core/text/span';
import { DrawnSpans } from '../../core/text/living/drawnSpans';

/** What was sent may reach the editor after what was typed meanwhile. */
const ON_THE_WAY_MS = 500;
/** Edits to keep until the next drawing before they are worked through. */
const MOST_PENDING = 256;

/** Is never what is wanted. */
const UNKNOWN = new DrawnSpans([{ start: -1, end: -1 }]);

export class Drawing {
  readonly #editor: vscode.TextEditor;
  readonly #drawn = new Map<vscode.TextEditorDecorationType, DrawnSpans>();
  readonly #sent = new Map<vscode.TextEditorDecorationType, number>();
  #pending: (readonly TextEdit[])[] = [];

  constructor(editor: vscode.TextEditor) {
    this.#editor = editor;
  }

  get types(): Iterable<vscode.TextEditorDecorationType> {
    return [...this.#drawn.keys()];
  }

  /** What the editor shows is not known any more. */
  forget(): void {
    for (const type of this.#drawn.keys()) this.#drawn.set(type, UNKNOWN);
    this.#pending = [];
  }

  /** The text that the editor shows changed; offsets of its normalised text before. */
  edited(edits: readonly TextEdit[], now: number): void {
    for (const [type, sent] of this.#sent) {
      if (now - sent < ON_THE_WAY_MS) this.#drawn.set(type, UNKNOWN);
    }
    this.#sent.clear();
    this.#pending.push(edits);
    if (this.#pending.length > MOST_PENDING) this.#catchUp();
  }

  /** Shows the type at these places and nowhere else. */
  show(
    type: vscode.TextEditorDecorationType,
    spans: readonly Span[],
    rangeOf: (span: Span) => vscode.Range,
    now: number,
  ): void {
    this.#catchUp();
    const drawn = this.#drawn.get(type);
    if (drawn === undefined ? spans.length === 0 : drawn.isShowing(spans)) return;
    this.#editor.setDecorations(type, spans.map(rangeOf));
    if (spans.length === 0) {
      this.#drawn.delete(type);
      this.#sent.delete(type);
      return;
    }
    this.#drawn.set(type, new DrawnSpans(spans));
    this.#sent.set(type, now);
  }

  #catchUp(): void {
    for (const edits of this.#pending) {
      for (const drawn of this.#drawn.values()) drawn.follow(edits);
    }
    this.#pending = [];
  }
}
