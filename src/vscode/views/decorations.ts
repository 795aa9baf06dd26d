/** Draws the annotations in every visible editor that shows a source, both sides of a diff included. */
import * as vscode from 'vscode';
import {
  marksOf,
  sameRecord,
  selectedBy,
  type Marks,
  type SelectedRecord,
} from '../../core/outline/marks';
import type { LocatedAnnotation } from '../../core/store/locate';
import type { Store } from '../../core/store/store';
import type { SourceText } from '../../core/text/sourceText';
import { overlaps, type Span } from '../../core/text/span';
import type { Passages } from '../adapters/passages';
import { rangeOf, spanOf } from '../adapters/ranges';
import type { Sources } from '../adapters/sources';
import type { SettingId } from '../generated/manifest';
import { renderingOf, selectedRendering } from './decorationStyles';
import { flipSetting } from './settings';

const SETTING: SettingId = 'sourceAnnotator.decorations.enabled';
/** Above this many places only those near the visible lines are sent to the editor. */
const MOST_AT_ONCE = 10_000;
const LINES_AROUND = 50;
const CARET_PAUSE_MS = 60;

export class Decorations {
  readonly #store: Store;
  readonly #sources: Sources;
  readonly #passages: Passages;
  readonly #types = new Map<string, vscode.TextEditorDecorationType>();
  readonly #selectedType = vscode.window.createTextEditorDecorationType(selectedRendering());
  readonly #marks = new WeakMap<readonly LocatedAnnotation[], ReadonlyMap<string, Marks>>();
  /** The styles that each editor shows, to take away those that went. */
  readonly #drawn = new WeakMap<vscode.TextEditor, ReadonlySet<string>>();
  readonly #subscriptions: vscode.Disposable;
  #selected: SelectedRecord | undefined;
  #caretTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(store: Store, sources: Sources, passages: Passages) {
    this.#store = store;
    this.#sources = sources;
    this.#passages = passages;
    const all = (): void => {
      this.#drawAll();
    };
    this.#subscriptions = vscode.Disposable.from(
      passages.onDidChange(() => {
        this.#drawAll();
        if (this.#selected === undefined) this.#caretMoved();
      }),
      vscode.window.onDidChangeVisibleTextEditors(all),
      vscode.window.onDidChangeActiveTextEditor(() => {
        this.#caretMoved();
      }),
      vscode.window.onDidChangeTextEditorSelection(() => {
        this.#caretMoved();
      }),
      vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => {
        if (this.#isLarge(textEditor)) this.#draw(textEditor);
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

  dispose(): void {
    clearTimeout(this.#caretTimer);
    this.#subscriptions.dispose();
    this.#selectedType.dispose();
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
    const before = this.#drawn.get(editor);
    if (marks.size === 0 && before === undefined) return;
    const text = this.#sources.textOf(editor.document);
    const near = this.#isLarge(editor) ? nearby(editor, text) : undefined;
    for (const [key, { style, spans }] of marks) {
      let type = this.#types.get(key);
      if (type === undefined) {
        type = vscode.window.createTextEditorDecorationType(renderingOf(style));
        this.#types.set(key, type);
      }
      editor.setDecorations(type, rangesIn(text, spans, near));
    }
    for (const key of before ?? []) {
      const type = this.#types.get(key);
      if (type !== undefined && !marks.has(key)) editor.setDecorations(type, []);
    }
    this.#drawn.set(editor, new Set(marks.keys()));
  }

  #drawSelected(editor: vscode.TextEditor): void {
    const selected = this.#selected;
    const isDrawn = isEnabled() && this.#sources.isSourceDocument(editor.document);
    if (!isDrawn) {
      if (this.#drawn.has(editor)) editor.setDecorations(this.#selectedType, []);
      return;
    }
    const located = this.#passages.of(editor.document);
    const about = selected === undefined ? [] : sameRecord(this.#store, located, selected);
    const text = this.#sources.textOf(editor.document);
    const spans = about.flatMap((each) => each.spans);
    editor.setDecorations(this.#selectedType, rangesIn(text, spans, undefined));
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

/** The visible text with some lines around, from the first visible line to the last. */
function nearby({ visibleRanges }: vscode.TextEditor, text: SourceText): Span {
  const first = Math.max(0, (visibleRanges[0]?.start.line ?? 0) - LINES_AROUND);
  const last = (visibleRanges.at(-1)?.end.line ?? 0) + LINES_AROUND;
  return spanOf(text, new vscode.Range(first, 0, last + 1, 0));
}

function rangesIn(
  text: SourceText,
  spans: readonly Span[],
  near: Span | undefined,
): readonly vscode.Range[] {
  const wanted = near === undefined ? spans : spans.filter((span) => overlaps(span, near));
  return wanted.map((span) => rangeOf(text, span));
}
