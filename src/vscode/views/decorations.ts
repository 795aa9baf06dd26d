/** Draws the annotations in every visible editor that shows a source, both sides of a diff included. */
import * as vscode from 'vscode';
import {
  marksOf,
  openThreadSpans,
  sameRecord,
  selectedBy,
  type Marks,
  type SelectedRecord,
} from '../../core/outline/marks';
import type { LocatedAnnotation } from '../../core/store/locate';
import type { Store } from '../../core/store/store';
import type { Span } from '../../core/text/span';
import type { LivingDocuments } from '../adapters/livingDocuments';
import type { Passages } from '../adapters/passages';
import type { Sources } from '../adapters/sources';
import type { SettingId } from '../generated/manifest';
import { discussedRendering, renderingOf, selectedRendering } from './decorationStyles';
import type { Drawing } from './drawing';
import { Drawings } from './drawings';
import { flipSetting } from './settings';

const SETTING: SettingId = 'sourceAnnotator.decorations.enabled';
/** Above this many places only those near the visible lines are sent to the editor. */
const MOST_AT_ONCE = 10_000;
const CARET_PAUSE_MS = 60;

export class Decorations {
  readonly #store: Store;
  readonly #sources: Sources;
  readonly #passages: Passages;
  readonly #types = new Map<string, vscode.TextEditorDecorationType>();
  readonly #selectedType = vscode.window.createTextEditorDecorationType(selectedRendering());
  readonly #discussedType = vscode.window.createTextEditorDecorationType(discussedRendering());
  /** By what is located, until a record changes, which may change the colours. */
  #marks = new WeakMap<readonly LocatedAnnotation[], ReadonlyMap<string, Marks>>();
  readonly #drawings = new Drawings((editor) => this.#draw(editor));
  readonly #subscriptions: vscode.Disposable;
  #selected: SelectedRecord | undefined;
  #marksSelected = true;
  #caretTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(store: Store, sources: Sources, passages: Passages, living: LivingDocuments) {
    this.#store = store;
    this.#sources = sources;
    this.#passages = passages;
    const all = (): void => {
      this.#drawAll();
    };
    this.#subscriptions = vscode.Disposable.from(
      this.#drawings,
      living.onDidEdit(({ document, edits }) => {
        this.#drawings.edited(document, edits);
      }),
      living.onDidRelocate((document) => {
        this.#drawings.forget(document);
      }),
      passages.onDidChange(({ isShift }) => {
        // What only moved, the editor has moved itself.
        if (!isShift) {
          this.#marks = new WeakMap();
          this.#drawAll();
        }
        if (this.#selected === undefined) this.#caretMoved();
      }),
      vscode.window.onDidChangeVisibleTextEditors(all),
      vscode.window.onDidChangeActiveTextEditor(() => {
        this.#caretMoved();
      }),
      vscode.window.onDidChangeTextEditorSelection(() => {
        this.#caretMoved();
      }),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(SETTING)) all();
      }),
    );
    all();
  }

  /** Shows or hides the annotations, and remembers that in the settings. */
  toggle(): void {
    void flipSetting(SETTING);
  }

  /** Outlines every passage about the record; nothing when absent. */
  select(record: SelectedRecord | undefined): void {
    if (JSON.stringify(record) === JSON.stringify(this.#selected)) return;
    this.#selected = record;
    for (const editor of vscode.window.visibleTextEditors) this.#drawSelected(editor);
  }

  /** Whether passages about the selected record are outlined: beside other marks that would be too much. */
  set marksSelected(marks: boolean) {
    if (marks === this.#marksSelected) return;
    this.#marksSelected = marks;
    for (const editor of vscode.window.visibleTextEditors) this.#drawSelected(editor);
  }

  dispose(): void {
    clearTimeout(this.#caretTimer);
    this.#subscriptions.dispose();
    this.#selectedType.dispose();
    this.#discussedType.dispose();
    for (const type of this.#types.values()) type.dispose();
  }

  #caretMoved(): void {
    clearTimeout(this.#caretTimer);
    this.#caretTimer = setTimeout(() => {
      this.#selectAtCaret();
    }, CARET_PAUSE_MS);
  }

  #selectAtCaret(): void {
    const editor = vscode.window.activeTextEditor;
    if (editor === undefined || !this.#sources.isSourceDocument(editor.document)) return;
    const [innermost] = this.#passages.at(editor.document, editor.selection.active);
    this.select(innermost && selectedBy(this.#store, innermost));
  }

  #drawAll(): void {
    for (const editor of vscode.window.visibleTextEditors) {
      this.#draw(editor);
      this.#drawSelected(editor);
    }
  }

  #draw(editor: vscode.TextEditor): void {
    const marks = this.#marksIn(editor);
    const drawing = this.#drawings.of(editor, marks.size > 0);
    if (drawing === undefined) return;
    const isSeen = this.#drawings.seenIn(editor, this.#isLarge(editor));
    const wanted = new Set<vscode.TextEditorDecorationType>([
      this.#selectedType,
      this.#discussedType,
    ]);
    const discussed = marks.size === 0 ? [] : openThreadSpans(this.#passages.of(editor.document));
    this.#show(editor, drawing, this.#discussedType, discussed.filter(isSeen));
    for (const [key, { style, spans }] of marks) {
      let type = this.#types.get(key);
      if (type === undefined) {
        type = vscode.window.createTextEditorDecorationType(renderingOf(style));
        this.#types.set(key, type);
      }
      wanted.add(type);
      this.#show(editor, drawing, type, spans.filter(isSeen));
    }
    for (const type of drawing.types) {
      if (!wanted.has(type)) this.#show(editor, drawing, type, []);
    }
  }

  #drawSelected(editor: vscode.TextEditor): void {
    const selected = this.#marksSelected ? this.#selected : undefined;
    const isDrawn = isEnabled() && this.#sources.isSourceDocument(editor.document);
    const located = isDrawn && selected !== undefined ? this.#passages.of(editor.document) : [];
    const about = selected === undefined ? [] : sameRecord(this.#store, located, selected);
    const spans = about.flatMap((each) => each.spans);
    const drawing = this.#drawings.of(editor, spans.length > 0);
    if (drawing !== undefined) this.#show(editor, drawing, this.#selectedType, spans);
  }

  #show(
    { document }: vscode.TextEditor,
    drawing: Drawing,
    type: vscode.TextEditorDecorationType,
    spans: readonly Span[],
  ): void {
    const rangeOf = (span: Span): vscode.Range => this.#passages.rangeOf(document, span);
    drawing.show(type, spans, rangeOf, performance.now());
  }

  #marksIn({ document }: vscode.TextEditor): ReadonlyMap<string, Marks> {
    if (!isEnabled() || !this.#sources.isSourceDocument(document)) return new Map();
    const located = this.#passages.of(document);
    const known = this.#marks.get(located);
    if (known !== undefined) return known;
    const marks = marksOf(this.#store, this.#sources.textOf(document), located);
    this.#marks.set(located, marks);
    return marks;
  }

  #isLarge(editor: vscode.TextEditor): boolean {
    let places = 0;
    for (const { spans } of this.#marksIn(editor).values()) places += spans.length;
    return places > MOST_AT_ONCE;
  }
}

function isEnabled(): boolean {
  return vscode.workspace.getConfiguration().get(SETTING, true);
}
