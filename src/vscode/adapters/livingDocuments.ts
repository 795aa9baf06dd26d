/** The annotations of every open source, kept at their places from the first look until it is closed. */
import * as vscode from 'vscode';
import { LivingSource, type OldTextOf } from '../../core/store/livingSource';
import type { Store, StoreChange } from '../../core/store/store';
import type { TextEdit } from '../../core/text/edits';
import type { ChangeEffect } from '../../core/text/living/livingRows';
import { editsOf, kindOfChange } from './livingChanges';
import type { OldTexts } from './oldTexts';
import type { Sources } from './sources';

/** After this pause the followed text is compared with the document's. */
const COMPARE_PAUSE_MS = 1_000;

export interface LivingChange {
  readonly document: vscode.TextDocument;
  /** In the order in which VS Code tells them; each has the offsets of the normalised text before. */
  readonly edits: readonly TextEdit[];
  readonly effect: ChangeEffect;
}

interface Open {
  readonly path: string;
  living: LivingSource;
  comparing: ReturnType<typeof setTimeout> | undefined;
  /** Counts what makes an answer of git too late. */
  question: number;
  eol: vscode.EndOfLine;
}

export class LivingDocuments {
  readonly #store: Store;
  readonly #sources: Sources;
  readonly #oldTexts: OldTexts;
  readonly #open = new Map<vscode.TextDocument, Open>();
  readonly #edited = new vscode.EventEmitter<LivingChange>();
  readonly #relocated = new vscode.EventEmitter<vscode.TextDocument>();
  readonly #subscriptions: { dispose(): unknown }[];

  constructor(store: Store, sources: Sources, oldTexts: OldTexts) {
    this.#store = store;
    this.#sources = sources;
    this.#oldTexts = oldTexts;
    this.#subscriptions = [
      this.#edited,
      this.#relocated,
      { dispose: store.onDidChange((change) => this.#storeChanged(change)) },
      vscode.workspace.onDidChangeTextDocument((change) => this.#textChanged(change)),
      vscode.workspace.onDidCloseTextDocument((document) => {
        // A document whose language changes is told as closed, but goes on.
        if (document.isClosed) this.#forget(document);
      }),
    ];
  }

  /** At once, after each change of the text of a document that was looked at. */
  get onDidEdit(): vscode.Event<LivingChange> {
    return this.#edited.event;
  }

  /** Passages are elsewhere without an edit of the text: git answered, or the text had to be read again. */
  get onDidRelocate(): vscode.Event<vscode.TextDocument> {
    return this.#relocated.event;
  }

  /** Absent for what is no open file, such as an old revision, and for what has no annotations. */
  of(document: vscode.TextDocument): LivingSource | undefined {
    const known = this.#open.get(document);
    if (known !== undefined) return known.living;
    const path = this.#sources.pathOf(document.uri);
    if (path === undefined || document.isClosed) return undefined;
    if (document.uri.scheme !== this.#sources.uriOf(path)?.scheme) return undefined;
    const records = this.#store.indexes.annotationsOf(path);
    if (records.length === 0) return undefined;
    const living = this.#read(document, path);
    const open = { path, living, comparing: undefined, question: 0, eol: document.eol };
    this.#open.set(document, open);
    void this.#refine(document, open, true);
    return living;
  }

  /** Reads the text of the document again if what was followed is not it. */
  compare(document: vscode.TextDocument): void {
    const open = this.#open.get(document);
    if (open === undefined || document.isClosed) return;
    if (open.living.text === this.#sources.textOf(document).text) return;
    open.living = this.#read(document, open.path);
    void this.#refine(document, open, true);
    this.#relocated.fire(document);
  }

  dispose(): void {
    for (const document of [...this.#open.keys()]) this.#forget(document);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #read(document: vscode.TextDocument, path: string): LivingSource {
    const records = this.#store.indexes.annotationsOf(path);
    return new LivingSource(this.#sources.textOf(document), records, this.#oldTextOf());
  }

  #forget(document: vscode.TextDocument): void {
    clearTimeout(this.#open.get(document)?.comparing);
    this.#open.delete(document);
  }

  #textChanged(change: vscode.TextDocumentChangeEvent): void {
    const { document } = change;
    const open = this.#open.get(document);
    if (open === undefined) return;
    if (open.eol !== document.eol) {
      // Offsets of this event may count the line ends of before or after; the words are the same.
      open.eol = document.eol;
      this.compare(document);
      return;
    }
    if (change.contentChanges.length === 0) return;
    const edits = editsOf(change);
    const effect = open.living.apply(edits, kindOfChange(change));
    this.#edited.fire({ document, edits, effect });
    clearTimeout(open.comparing);
    open.comparing = setTimeout(() => {
      this.compare(document);
    }, COMPARE_PAUSE_MS);
    if (effect === 'replaced') void this.#refine(document, open, false);
  }

  #storeChanged({ added, updated, removed }: StoreChange): void {
    if (this.#open.size === 0) return;
    const paths = new Set<string>();
    for (const record of [...added, ...updated, ...removed]) {
      if (record.kind === 'annotation') paths.add(record.source);
      else if (record.kind === 'source') paths.add(record.source.path);
    }
    for (const [document, open] of this.#open) {
      if (!paths.has(open.path)) continue;
      const records = this.#store.indexes.annotationsOf(open.path);
      const isPlaced = open.living.update(records, this.#oldTextOf());
      if (!isPlaced) void this.#refine(document, open, true);
    }
  }

  /**
   * With the old texts that git may have, if anything is uncertain without them. What was located
   * just now gains only from texts that were not known yet.
   */
  async #refine(document: vscode.TextDocument, open: Open, isJustLocated: boolean): Promise<void> {
    open.question += 1;
    const { question, living } = open;
    if (!living.isInDoubt) return;
    const unknown = this.#store.indexes
      .sourceFiles(open.path)
      .flatMap(({ source }) => source.blob ?? [])
      .filter((blob) => this.#oldTexts.get(blob) === undefined);
    await this.#oldTexts.load(unknown);
    const isWanted =
      this.#open.get(document) === open && open.question === question && open.living === living;
    if (!isWanted) return;
    const hasNew = unknown.some((blob) => this.#oldTexts.get(blob) !== undefined);
    if (isJustLocated && !hasNew) return;
    living.refine(this.#oldTextOf());
    this.#relocated.fire(document);
  }

  #oldTextOf(): OldTextOf {
    return (file) => {
      const content = this.#store.file(file)?.content;
      const blob = content?.kind === 'annotations' ? content.source.blob : undefined;
      return blob === undefined ? undefined : this.#oldTexts.get(blob);
    };
  }
}
