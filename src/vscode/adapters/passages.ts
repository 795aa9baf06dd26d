/** Where the annotations of a source are in its open documents. */
import * as vscode from 'vscode';
import { annotationsAt, extentOf, locate, type LocatedAnnotation } from '../../core/store/locate';
import type { ShownStore } from '../../core/store/shownStore';
import type { Span } from '../../core/text/span';
import { tell } from './failures';
import { offsetIn } from './livingChanges';
import type { LivingDocuments } from './livingDocuments';
import { rangeOf } from './ranges';
import type { RevisionDocuments } from './revisions';
import { REVISION_SCHEME } from './revisionScheme';
import type { Sources } from './sources';

/** Views follow the keyboard at this pace while a source is typed in, */
const TYPING_PAUSE_MS = 120;
/** and where passages only move along they wait longer, by so much for each annotation. */
const PAUSE_FOR_EACH_MS = 0.08;
const LONGEST_PAUSE_MS = 1_000;
/** While many files are read, following them takes a part of the time only. */
const PAUSE_FACTOR = 5;

const NONE: readonly LocatedAnnotation[] = [];

/** What became of passages since the event before. */
export interface PassagesChange {
  /** Whether they did nothing but move along with the text around them. */
  readonly isShift: boolean;
}

interface Cached {
  readonly version: number;
  readonly revision: number;
  readonly located: readonly LocatedAnnotation[];
}

export class Passages {
  readonly #store: ShownStore;
  readonly #sources: Sources;
  readonly #living: LivingDocuments;
  readonly #revisions: RevisionDocuments;
  readonly #changed = new vscode.EventEmitter<PassagesChange>();
  /** Of documents that are not followed: old revisions. */
  readonly #cache = new WeakMap<vscode.TextDocument, Cached>();
  /** Of all that was located, what is shown while others' annotations are hidden. */
  #shown = new WeakMap<readonly LocatedAnnotation[], readonly LocatedAnnotation[]>();
  readonly #subscriptions: { dispose(): unknown }[];
  #revision = 0;
  /** When each document was typed in last. */
  readonly #typedAt = new WeakMap<vscode.TextDocument, number>();
  #isShift = true;
  #pause = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #typing: ReturnType<typeof setTimeout> | undefined;

  constructor(
    store: ShownStore,
    sources: Sources,
    living: LivingDocuments,
    revisions: RevisionDocuments,
  ) {
    this.#store = store;
    this.#sources = sources;
    this.#living = living;
    this.#revisions = revisions;
    this.#subscriptions = [
      this.#changed,
      { dispose: store.onDidChange(() => this.#recordsChanged()) },
      living.onDidRelocate(() => this.#recordsChanged()),
      living.onDidEdit(({ effect }) => {
        this.#isShift &&= effect === 'shifted';
      }),
      vscode.workspace.onDidChangeTextDocument((change) => this.#typed(change)),
    ];
  }

  /** The records or the text of a source changed; several changes at once are one event. */
  get onDidChange(): vscode.Event<PassagesChange> {
    return this.#changed.event;
  }

  /**
   * Those that are shown, in document order, those without a certain place last. The same array while
   * nothing changes.
   */
  of(document: vscode.TextDocument): readonly LocatedAnnotation[] {
    const all = this.all(document);
    if (!this.#store.isHiding) return all;
    const known = this.#shown.get(all);
    if (known !== undefined) return known;
    const shown = all.filter(({ record }) => this.#store.shows(record));
    this.#shown.set(all, shown);
    return shown;
  }

  /** The same with what is hidden: for what is checked and written. */
  all(document: vscode.TextDocument): readonly LocatedAnnotation[] {
    return this.#living.of(document)?.located ?? this.#unfollowed(document);
  }

  /** How long ago a source was typed in, in milliseconds; infinite when it was not. */
  sinceTyped(document: vscode.TextDocument): number {
    return performance.now() - (this.#typedAt.get(document) ?? Number.NEGATIVE_INFINITY);
  }

  /** The annotations at a position, the innermost first. */
  at(document: vscode.TextDocument, position: vscode.Position): readonly LocatedAnnotation[] {
    const living = this.#living.of(document);
    const offset = offsetIn(document, position);
    const all = living?.at(offset) ?? annotationsAt(this.#unfollowed(document), offset);
    return all.filter(({ record }) => this.#store.shows(record));
  }

  rangesOf(document: vscode.TextDocument, located: LocatedAnnotation): readonly vscode.Range[] {
    return located.spans.map((span) => this.rangeOf(document, span));
  }

  /** From the first to the last fragment; absent when the place is not certain. */
  extentOf(document: vscode.TextDocument, located: LocatedAnnotation): vscode.Range | undefined {
    const extent = extentOf(located);
    return extent && this.rangeOf(document, extent);
  }

  /** Of a span of the normalised text of the document. */
  rangeOf(document: vscode.TextDocument, span: Span): vscode.Range {
    if (document.eol === vscode.EndOfLine.CRLF) {
      return rangeOf(this.#sources.textOf(document), span);
    }
    return new vscode.Range(document.positionAt(span.start), document.positionAt(span.end));
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

  #unfollowed(document: vscode.TextDocument): readonly LocatedAnnotation[] {
    const path = this.#sources.pathOf(document.uri);
    if (path === undefined) return NONE;
    const cached = this.#cache.get(document);
    const { version } = document;
    if (cached?.version === version && cached.revision === this.#revision) return cached.located;
    const records =
      document.uri.scheme === REVISION_SCHEME
        ? this.#revisions.recordsOf(document.uri)
        : this.#store.indexes.annotationsOf(path);
    const located = records.length === 0 ? NONE : locate(this.#sources.textOf(document), records);
    this.#cache.set(document, { version, revision: this.#revision, located });
    return located;
  }

  #recordsChanged(): void {
    this.#revision++;
    this.#shown = new WeakMap();
    this.#isShift = false;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      const start = performance.now();
      this.#fire();
      this.#pause = Math.min(LONGEST_PAUSE_MS, (performance.now() - start) * PAUSE_FACTOR);
    }, this.#pause);
  }

  #typed({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    if (contentChanges.length === 0 || !this.#sources.isSourceDocument(document)) return;
    this.#typedAt.set(document, performance.now());
    clearTimeout(this.#typing);
    const size = this.#isShift ? (this.#living.of(document)?.size ?? 0) : 0;
    const pause = Math.min(LONGEST_PAUSE_MS, TYPING_PAUSE_MS + PAUSE_FOR_EACH_MS * size);
    this.#typing = setTimeout(() => this.#fire(), pause);
  }

  #fire(): void {
    const isShift = this.#isShift;
    this.#isShift = true;
    this.#changed.fire({ isShift });
  }
}
