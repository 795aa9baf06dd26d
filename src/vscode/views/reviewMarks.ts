/** Marks of what changed since the base, in every visible source, while the person wants to see them. */
import * as vscode from 'vscode';
import {
  marksInBase,
  marksOfChanges,
  reviewMarksAt,
  type ReviewMark,
} from '../../core/outline/reviewMarks';
import type { Action } from '../../core/review/change';
import type { LocatedAnnotation } from '../../core/store/locate';
import { SourceText } from '../../core/text/sourceText';
import type { Span } from '../../core/text/span';
import { editsOf, offsetIn } from '../adapters/livingChanges';
import type { Passages } from '../adapters/passages';
import type { Compared, Review } from '../adapters/review';
import { REVISION_SCHEME } from '../adapters/revisionScheme';
import type { Sources } from '../adapters/sources';
import { reviewRendering } from './decorationStyles';
import { Drawings } from './drawings';

const LOOKS: readonly Action[] = ['added', 'removed', 'changed'];
/** Above this many only those near the visible lines are sent to the editor. */
const MOST_AT_ONCE = 500;

interface Cached {
  readonly version: number;
  readonly compared: Compared;
  readonly located: readonly LocatedAnnotation[];
  readonly marks: readonly ReviewMark[];
}

export class ReviewMarks {
  readonly #review: Review;
  readonly #passages: Passages;
  readonly #sources: Sources;
  readonly #types = new Map(
    LOOKS.map((look) => [
      look,
      vscode.window.createTextEditorDecorationType(reviewRendering(look)),
    ]),
  );
  readonly #cache = new WeakMap<vscode.TextDocument, Cached>();
  readonly #drawings = new Drawings((editor) => this.#draw(editor));
  readonly #toggled = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable;
  #watching: vscode.Disposable | undefined;

  constructor(review: Review, passages: Passages, sources: Sources) {
    this.#review = review;
    this.#passages = passages;
    this.#sources = sources;
    this.#subscriptions = vscode.Disposable.from(
      this.#drawings,
      this.#toggled,
      review.onDidChange(() => this.#drawAll()),
      passages.onDidChange(({ isShift }) => {
        if (!isShift) this.#drawAll();
      }),
      vscode.window.onDidChangeVisibleTextEditors(() => this.#drawAll()),
      vscode.workspace.onDidChangeTextDocument((change) => {
        this.#drawings.edited(change.document, editsOf(change));
      }),
    );
  }

  /** The marks were turned on or off. */
  get onDidToggle(): vscode.Event<void> {
    return this.#toggled.event;
  }

  get areShown(): boolean {
    return this.#watching !== undefined;
  }

  set areShown(shown: boolean) {
    if (shown === this.areShown) return;
    this.#watching?.dispose();
    this.#watching = shown ? this.#review.watch() : undefined;
    this.#drawAll();
    this.#toggled.fire();
  }

  /** In the order of the text, for the comparison that was made last; none in what is no source. */
  of(document: vscode.TextDocument): readonly ReviewMark[] {
    const { compared } = this.#review;
    const path = this.#sources.pathOf(document.uri);
    if (compared === undefined || path === undefined || !this.#sources.isSource(path)) return [];
    const located = this.#passages.of(document);
    const known = this.#cache.get(document);
    const isKnown = known?.version === document.version && known.located === located;
    if (isKnown && known.compared === compared) return known.marks;
    const marks = this.#marksIn(document, path, compared, located);
    this.#cache.set(document, { version: document.version, compared, located, marks });
    return marks;
  }

  /** Those at a position, the shortest first. */
  at(document: vscode.TextDocument, position: vscode.Position): readonly ReviewMark[] {
    return reviewMarksAt(this.of(document), offsetIn(document, position));
  }

  dispose(): void {
    this.#watching?.dispose();
    this.#subscriptions.dispose();
    for (const type of this.#types.values()) type.dispose();
  }

  #marksIn(
    document: vscode.TextDocument,
    path: string,
    compared: Compared,
    located: readonly LocatedAnnotation[],
  ): readonly ReviewMark[] {
    const { changes, pair, commit } = compared;
    const { scheme, query } = document.uri;
    if (scheme === REVISION_SCHEME) {
      return query === commit ? marksInBase(changes, path, located) : [];
    }
    if (scheme !== this.#sources.uriOf(path)?.scheme) return [];
    const before = pair.sources.find(({ after }) => after?.path === path)?.before;
    const old = before && SourceText.of(before.text);
    return marksOfChanges(changes, path, located, this.#sources.textOf(document), old);
  }

  #drawAll(): void {
    for (const editor of vscode.window.visibleTextEditors) this.#draw(editor);
  }

  #draw(editor: vscode.TextEditor): void {
    const marks = this.areShown ? this.of(editor.document) : [];
    const drawing = this.#drawings.of(editor, marks.length > 0);
    if (drawing === undefined) return;
    const isSeen = this.#drawings.seenIn(editor, marks.length > MOST_AT_ONCE);
    const near = marks.filter(({ spans }) => spans.some(isSeen));
    const rangeOf = (span: Span): vscode.Range => this.#passages.rangeOf(editor.document, span);
    for (const [look, type] of this.#types) {
      const spans = near.flatMap((mark) => (mark.look === look ? mark.spans : []));
      drawing.show(type, spans, rangeOf, performance.now());
    }
  }
}
