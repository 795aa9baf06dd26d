/** Discussions in VS Code's own comments: one controller for a project, made when there is something to show. */
import * as vscode from 'vscode';
import { isOpenThread, type Subject } from '../../core/model/thread';
import { sameSubject } from '../../core/outline/node';
import { topicOf } from '../../core/outline/threads';
import { keyOf, ThreadIndex, type FoundThread } from '../../core/review/threads';
import type { Store } from '../../core/store/store';
import { blobId } from '../../core/text/blob';
import type { Author } from '../adapters/author';
import type { Blames } from '../adapters/blames';
import type { Folder } from '../adapters/folder';
import type { Passages } from '../adapters/passages';
import { ShownComment } from './shownComment';
import type { ThreadPlace, ThreadPlaces } from './threadPlaces';

/** Changes that come together are shown together. */
const PAUSE_MS = 50;
/** What the menus of the manifest begin with; several projects of a window need several controllers. */
const CONTROLLER = 'sourceAnnotator';

interface Said {
  readonly subject: Subject;
  /** The file that it is in, or will be. */
  readonly path: string;
  /** Absent while nothing was said yet. */
  readonly found: FoundThread | undefined;
  /** What is being written at its end. */
  readonly draft: ShownComment | undefined;
}

/** How the person moves the caret of an editor; one that is moved for them may be told late. */
const LEAVING: readonly vscode.TextEditorSelectionChangeKind[] = [
  vscode.TextEditorSelectionChangeKind.Keyboard,
  vscode.TextEditorSelectionChangeKind.Mouse,
];
/** Of the boxes that comments are written in. */
const BOX_SCHEME = 'comment';

/** A thread in the window. */
interface Shown extends Said {
  readonly thread: vscode.CommentThread;
  readonly comments: readonly ShownComment[];
}

export class Threads {
  readonly #store: Store;
  readonly #folder: Folder;
  readonly #places: ThreadPlaces;
  readonly #author: Author;
  readonly #blames: Blames;
  readonly #index: ThreadIndex;
  readonly #shown = new Map<string, Shown>();
  readonly #subjects = new WeakMap<vscode.CommentThread, Subject>();
  readonly #subscriptions: vscode.Disposable;
  #controller: vscode.CommentController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Refreshes follow one another. */
  #last: Promise<void> = Promise.resolve();
  #isDisposed = false;

  constructor(
    store: Store,
    folder: Folder,
    passages: Passages,
    places: ThreadPlaces,
    author: Author,
    blames: Blames,
  ) {
    this.#store = store;
    this.#folder = folder;
    this.#places = places;
    this.#author = author;
    this.#blames = blames;
    this.#index = new ThreadIndex(store);
    const soon = (): void => {
      this.#soon();
    };
    this.#subscriptions = vscode.Disposable.from(
      { dispose: store.onDidChange(soon) },
      passages.onDidChange(soon),
      vscode.window.onDidChangeVisibleTextEditors(() => {
        places.forgetFiles();
        soon();
      }),
      vscode.window.onDidChangeTextEditorSelection(({ kind }) => {
        if (kind !== undefined && LEAVING.includes(kind)) this.#dropEmptyDrafts();
      }),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('sourceAnnotator.annotator')) soon();
      }),
    );
  }

  /** Every thread of the project, by file. */
  all(): readonly FoundThread[] {
    return this.#index.all();
  }

  get hasAny(): boolean {
    return this.#index.size > 0;
  }

  /** What a thread of VS Code is about; absent for those of others. */
  subjectOf(thread: vscode.CommentThread): Subject | undefined {
    return this.#subjects.get(thread);
  }

  /**
   * Opens the thread of a subject of the file at `path`, which may have none yet, with the keyboard in the
   * box for a new comment. False when there is no place for it.
   */
  async write(subject: Subject, path: string): Promise<boolean> {
    const me = await this.#author.name();
    await this.#refresh();
    const key = keyOf(subject, path);
    const before = this.#shown.get(key);
    const [place] = await this.#places.of([{ subject, path }]);
    if (place === undefined || this.#isDisposed) return false;
    await open(place);
    const { uri } = place;
    // VS Code moves the keyboard only into one that is new to it.
    const draft = new ShownComment({ subject, index: Infinity, uri }, undefined, me);
    const shown = this.#put(key, { subject, path, found: before?.found, draft }, place);
    shown.thread.collapsibleState = vscode.CommentThreadCollapsibleState.Expanded;
    return true;
  }

  /** Opens the editor at the thread, and the thread in it. */
  async reveal(subject: Subject, path: string): Promise<boolean> {
    await this.#refresh();
    const [place] = await this.#places.of([{ subject, path }]);
    if (place === undefined) return false;
    await vscode.window.showTextDocument(place.uri, { selection: place.range });
    const shown = this.#shown.get(keyOf(subject, path));
    if (shown !== undefined)
      shown.thread.collapsibleState = vscode.CommentThreadCollapsibleState.Expanded;
    return true;
  }

  /** Lets the words of a comment be changed in its place. */
  edit(comment: ShownComment): void {
    comment.mode = vscode.CommentMode.Editing;
    this.#showAgain(comment);
  }

  /** Ends writing or changing a comment; of all of them without one. */
  stop(comment?: ShownComment): void {
    for (const shown of [...this.#shown.values()]) {
      const isMeant = (each: ShownComment): boolean => comment === undefined || each === comment;
      const edited = shown.comments.filter(
        (each) => isMeant(each) && each.mode === vscode.CommentMode.Editing,
      );
      for (const each of edited) each.reset();
      if (shown.draft !== undefined && isMeant(shown.draft)) this.#dropDraft(shown);
      else if (edited.length > 0) this.#showComments(shown);
    }
  }

  /** The same, and closes the threads in which a new comment was being written. */
  leave(comment?: ShownComment): void {
    for (const { draft, thread } of this.#shown.values()) {
      if (draft === undefined || (comment !== undefined && draft !== comment)) continue;
      thread.collapsibleState = vscode.CommentThreadCollapsibleState.Collapsed;
    }
    this.stop(comment);
  }

  /** Shows what the files say now; a thread that was settled closes. */
  async settle(subject: Subject): Promise<void> {
    await this.#refresh();
    for (const { found, thread, subject: of } of this.#shown.values()) {
      if (found === undefined || isOpenThread(found.thread) || !sameSubject(of, subject)) continue;
      thread.collapsibleState = vscode.CommentThreadCollapsibleState.Collapsed;
    }
  }

  dispose(): void {
    this.#isDisposed = true;
    clearTimeout(this.#timer);
    this.#subscriptions.dispose();
    this.#index.dispose();
    this.#controller?.dispose();
  }

  #soon(): void {
    if (this.#index.size === 0 && this.#shown.size === 0) return;
    this.#timer ??= setTimeout(() => void this.#refresh(), PAUSE_MS);
  }

  #refresh(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const shown = this.#last.then(() => this.#show());
    // One that fails must not keep the next one from showing what is there then.
    this.#last = shown.catch(() => undefined);
    return shown;
  }

  async #show(): Promise<void> {
    const all = this.#index.all();
    if (all.length > 0 && this.#shown.size === 0) await this.#author.name();
    const wanted = new Map<string, Said>();
    for (const [key, shown] of this.#shown) {
      if (shown.draft !== undefined) wanted.set(key, { ...shown, found: undefined });
    }
    for (const found of all) {
      const key = keyOf(found.subject, found.path);
      wanted.set(key, { ...found, found, draft: this.#shown.get(key)?.draft });
    }
    const entries = [...wanted.entries()];
    const places = await this.#places.of(entries.map(([, said]) => said));
    if (this.#isDisposed) return;
    for (const [key, shown] of this.#shown) if (!wanted.has(key)) this.#forget(key, shown);
    for (const [index, [key, said]] of entries.entries()) {
      const place = places[index];
      const before = this.#shown.get(key);
      // Somebody may have begun or ended to write meanwhile.
      const draft = before?.draft;
      if (place !== undefined) this.#put(key, { ...said, draft }, place);
      else if (before !== undefined) this.#forget(key, before);
    }
    this.#askWhen();
  }

  /** Shows a thread at its place, and only what differs; anew where it is in another file now. */
  #put(
    key: string,
    { subject, path, found, draft }: Said,
    { uri, range, isFound }: ThreadPlace,
  ): Shown {
    const before = this.#shown.get(key);
    const comments = this.#commentsOf(subject, uri, found, before?.comments ?? []);
    const isThere = before?.thread.uri.toString() === uri.toString();
    const listed = draft === undefined ? comments : [...comments, draft];
    if (!isThere) before?.thread.dispose();
    // Made without a comment, VS Code would take the keyboard for the first one.
    const thread = isThere
      ? before.thread
      : this.#controllerNow().createCommentThread(uri, range, listed);
    const shown: Shown = { subject, path, thread, found, comments, draft };
    this.#shown.set(key, shown);
    this.#subjects.set(thread, subject);
    const topic = topicOf(this.#store, subject);
    const isOpen = found === undefined || isOpenThread(found.thread);
    update(thread, {
      range,
      label: isFound ? topic : `${topic} (its place cannot be found)`,
      state: isOpen ? vscode.CommentThreadState.Unresolved : vscode.CommentThreadState.Resolved,
      contextValue: found === undefined ? 'new' : isOpen ? 'open' : 'resolved',
      canReply: draft === undefined,
      comments: listed,
    });
    return shown;
  }

  /** Those of before where they are the same: VS Code tells comments apart by that. */
  #commentsOf(
    subject: Subject,
    uri: vscode.Uri,
    found: FoundThread | undefined,
    before: readonly ShownComment[],
  ): readonly ShownComment[] {
    const me = this.#author.known;
    const comments = (found?.thread ?? []).map((comment, index) => {
      const known = before[index];
      if (known?.isOf(comment, index, me) === true) return known;
      return new ShownComment({ subject, index, uri }, comment, me);
    });
    return sameItems(before, comments) ? before : comments;
  }

  #showComments({ thread, comments, draft }: Shown): void {
    thread.comments = draft === undefined ? comments : [...comments, draft];
  }

  #showAgain(comment: ShownComment | undefined): void {
    for (const shown of this.#shown.values()) {
      if (shown.comments.some((each) => each === comment)) this.#showComments(shown);
    }
  }

  /** VS Code does not say that the box for a comment was left; what is typed there is a document of its own. */
  #dropEmptyDrafts(): void {
    const drafted = [...this.#shown.values()].filter(({ draft }) => draft !== undefined);
    if (drafted.length === 0) return;
    const boxes = vscode.workspace.textDocuments.filter(({ uri }) => uri.scheme === BOX_SCHEME);
    if (boxes.length === 0 || boxes.some((box) => box.getText() !== '')) return;
    for (const shown of drafted) this.#dropDraft(shown);
  }

  #dropDraft(shown: Shown): void {
    const key = keyOf(shown.subject, shown.path);
    if (shown.found === undefined) {
      this.#forget(key, shown);
      return;
    }
    const without = { ...shown, draft: undefined };
    this.#shown.set(key, without);
    shown.thread.canReply = true;
    this.#showComments(without);
  }

  #forget(key: string, { thread }: Shown): void {
    thread.dispose();
    this.#shown.delete(key);
  }

  /** When each comment was written, in the editors that are seen: shown as soon as git says so. */
  #askWhen(): void {
    const seen = new Set(
      vscode.window.visibleTextEditors.map(({ document }) => document.uri.toString()),
    );
    for (const [key, { subject, comments, thread }] of this.#shown) {
      const isAsked = comments.every(({ timestamp }) => timestamp !== undefined);
      if (isAsked || !seen.has(thread.uri.toString())) continue;
      void this.#blames.commentsOf(subject, comments.length).then((lines) => {
        const now = this.#shown.get(key);
        if (this.#isDisposed || now?.comments !== comments || lines.length === 0) return;
        const before = comments.map(({ timestamp }) => timestamp);
        const blamed = comments.map((comment, index) => comment.blamedOn(lines[index]));
        if (blamed.every(({ timestamp }, index) => timestamp === before[index])) return;
        const shown = { ...now, comments: blamed };
        this.#shown.set(key, shown);
        this.#showComments(shown);
      });
    }
  }

  #controllerNow(): vscode.CommentController {
    if (this.#controller !== undefined) return this.#controller;
    const id = `${CONTROLLER}-${blobId(this.#folder.uri?.toString() ?? '').slice(0, 12)}`;
    const controller = vscode.comments.createCommentController(id, 'Source Annotator');
    controller.options = { prompt: 'Reply…', placeHolder: 'Write a comment' };
    this.#controller = controller;
    return controller;
  }
}

/** Opens the editor there; a caret that is in the lines of the place already stays where it is. */
async function open({ uri, range }: ThreadPlace): Promise<void> {
  const active = vscode.window.activeTextEditor;
  const isThere = active?.document.uri.toString() === uri.toString();
  const { line } = active?.selection.active ?? range.start;
  if (isThere && line >= range.start.line && line <= range.end.line) {
    active.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    return;
  }
  await vscode.window.showTextDocument(uri, { selection: range });
}

type Fields = Pick<
  vscode.CommentThread,
  'range' | 'label' | 'state' | 'contextValue' | 'canReply' | 'comments'
>;

/** Sends VS Code what differs. */
function update(thread: vscode.CommentThread, wanted: Required<Fields>): void {
  const { range, comments, label, state, contextValue, canReply } = wanted;
  if (range === undefined || thread.range?.isEqual(range) !== true) thread.range = range;
  if (!sameItems(thread.comments, comments)) thread.comments = comments;
  if (thread.label !== label) thread.label = label;
  if (thread.state !== state) thread.state = state;
  if (thread.contextValue !== contextValue) thread.contextValue = contextValue;
  if (thread.canReply !== canReply) thread.canReply = canReply;
}

function sameItems<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((each, index) => each === b[index]);
}
