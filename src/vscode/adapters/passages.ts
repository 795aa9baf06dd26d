/** Where the annotations of a source are in its open documents. */
import * as vscode from 'vscode';
import { annotationsAt, extentOf, locate, type LocatedAnnotation } from '../../core/store/locate';
import type { Store } from '../../core/store/store';
import { tell } from './failures';
import { offsetOf, rangeOf } from './ranges';
import type { Sources } from './sources';

/** Views follow the keyboard at this pace while a source is typed in. */
const TYPING_PAUSE_MS = 150;

interface Cached {
  readonly version: number;
  readonly revision: number;
  readonly located: readonly LocatedAnnotation[];
}

export class Passages {
  readonly #store: Store;
  readonly #sources: Sources;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #cache = new WeakMap<vscode.TextDocument, Cached>();
  readonly #subscriptions: { dispose(): unknown }[];
  #revision = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #typing: ReturnType<typeof setTimeout> | undefined;

  constructor(store: Store, sources: Sources) {
    this.#store = store;
    this.#sources = sources;
    this.#subscriptions = [
      this.#changed,
      { dispose: store.onDidChange(() => this.#storeChanged()) },
      vscode.workspace.onDidChangeTextDocument((change) => this.#typed(change)),
    ];
  }

  /** The records or the text of a source changed; several changes at once are one event. */
  get onDidChange(): vscode.Event<void> {
    return this.#changed.event;
  }

  /** In document order, those without a certain place last. Cached while text and records stay. */
  of(document: vscode.TextDocument): readonly LocatedAnnotation[] {
    const path = this.#sources.pathOf(document.uri);
    if (path === undefined) return [];
    const cached = this.#cache.get(document);
    if (cached?.version === document.version && cached.revision === this.#revision) {
      return cached.located;
    }
    const records = this.#store.indexes.annotationsOf(path);
    const located = locate(this.#sources.textOf(document), records);
    const { version } = document;
    this.#cache.set(document, { version, revision: this.#revision, located });
    return located;
  }

  /** The annotations at a position, the innermost first. */
  at(document: vscode.TextDocument, position: vscode.Position): readonly LocatedAnnotation[] {
    const located = this.of(document);
    if (located.length === 0) return [];
    return annotationsAt(located, offsetOf(this.#sources.textOf(document), position));
  }

  rangesOf(document: vscode.TextDocument, located: LocatedAnnotation): readonly vscode.Range[] {
    const text = this.#sources.textOf(document);
    return located.spans.map((span) => rangeOf(text, span));
  }

  /** From the first to the last fragment; absent when the place is not certain. */
  extentOf(document: vscode.TextDocument, located: LocatedAnnotation): vscode.Range | undefined {
    const extent = extentOf(located);
    return extent && rangeOf(this.#sources.textOf(document), extent);
  }

  /**
   * Opens the source and selects the annotation. Without a certain place the source is opened, the
   * person is told, and the result is false.
   */
  async open(
    source: string,
    annotationId: string,
    options: { readonly preserveFocus?: boolean; readonly preview?: boolean } = {},
  ): Promise<boolean> {
    const editor = await this.openSource(source, options);
    if (editor === undefined) return false;
    const located = this.of(editor.document).find(
      ({ record }) => record.annotation.id === annotationId,
    );
    const range = located && this.extentOf(editor.document, located);
    if (range === undefined) {
      tell('This passage cannot be found in the text with certainty.');
      return false;
    }
    editor.selection = new vscode.Selection(range.end, range.start);
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    return true;
  }

  /** Opens a source in the editor; absent, with a message, when it is not there or is not text. */
  async openSource(
    source: string,
    options: { readonly preserveFocus?: boolean; readonly preview?: boolean } = {},
  ): Promise<vscode.TextEditor | undefined> {
    const uri = this.#sources.uriOf(source);
    if (uri === undefined) return undefined;
    try {
      const document = await vscode.workspace.openTextDocument(uri);
      return await vscode.window.showTextDocument(document, { preview: true, ...options });
    } catch {
      tell(`${source} cannot be opened as text.`);
      return undefined;
    }
  }

  dispose(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#typing);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #storeChanged(): void {
    this.#revision++;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#changed.fire();
    }, 0);
  }

  #typed({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    if (contentChanges.length === 0 || !this.#sources.isSourceDocument(document)) return;
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => this.#changed.fire(), TYPING_PAUSE_MS);
  }
}
