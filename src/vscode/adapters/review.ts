/**
 * What changed in the files since a base: looked for in slices, after changes and only while somebody
 * wants to know, and given up when the files change meanwhile.
 */
import * as vscode from 'vscode';
import { inViewOrder } from '../../core/outline/review';
import type { Change } from '../../core/review/change';
import { compareStepwise } from '../../core/review/compare';
import type { FilePair, RevisionPair } from '../../core/review/revisions';
import { Ticked, type Ticks } from '../../core/review/ticks';
import { fileKind } from '../../core/storage/paths';
import type { ShownStore } from '../../core/store/shownStore';
import type { Folder } from './folder';
import { gitPath } from './gitExtension';
import type { Loader } from './loader';
import { withOpenDocuments } from './openDocuments';
import type { ReadPair, ReviewBase, ReviewFailure } from './reviewAnswers';
import { ChangeReader } from './reviewGit.node';
import { ReviewMemory } from './reviewMemory';
import { runSteps, Slice } from './slice';
import type { Sources } from './sources';

const PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 5_000;
/** While files are changed again and again, comparing them takes a part of the time only. */
const PAUSE_FACTOR = 4;

/** The files against the base, as they were at one moment. */
export interface Compared extends ReadPair {
  /** In the order in which they are listed and gone through. */
  readonly changes: readonly Change[];
  /** What records that were removed or renamed were called, by their ids. */
  readonly oldNames: ReadonlyMap<string, string>;
}

export type ReviewState =
  | { readonly kind: 'looking' }
  | { readonly kind: 'failed'; readonly failure: ReviewFailure }
  | { readonly kind: 'compared'; readonly compared: Compared };

export class Review {
  readonly #store: ShownStore;
  readonly #folder: Folder;
  readonly #sources: Sources;
  readonly #loader: Loader;
  readonly #memory: ReviewMemory;
  readonly #reader = new ChangeReader();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: { dispose(): unknown }[];
  #state: ReviewState = { kind: 'looking' };
  #ticked: Ticked | undefined;
  /** Counts what makes a comparison too old; `#known` is the count that the last one was made at. */
  #revision = 0;
  #known = -1;
  #looking: Promise<void> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #watchers = 0;
  #cost = 0;
  #isDisposed = false;

  constructor(
    store: ShownStore,
    folder: Folder,
    sources: Sources,
    loader: Loader,
    state: vscode.Memento,
  ) {
    this.#store = store;
    this.#folder = folder;
    this.#sources = sources;
    this.#loader = loader;
    this.#memory = new ReviewMemory(state, folder.uri?.toString() ?? '');
    this.#subscriptions = [
      this.#changed,
      { dispose: store.onDidChange(() => this.renew()) },
      // Scans follow each change of HEAD and of the index, and each return to the window.
      loader.onDidScan(() => this.renew()),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#fileChanged(document.uri)),
      vscode.workspace.onDidSaveTextDocument(({ uri }) => this.#fileChanged(uri)),
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.renew()),
      ...this.#watchSources(),
    ];
  }

  /** Another comparison was made, or what was reviewed or is hidden changed. */
  get onDidChange(): vscode.Event<void> {
    return this.#changed.event;
  }

  /** What was found last; it may be about older files. */
  get state(): ReviewState {
    return this.#state;
  }

  get compared(): Compared | undefined {
    return this.#state.kind === 'compared' ? this.#state.compared : undefined;
  }

  get base(): ReviewBase {
    return this.#memory.base;
  }

  set base(base: ReviewBase) {
    this.#memory.base = base;
    this.#state = { kind: 'looking' };
    this.#changed.fire();
    this.#revision++;
    this.#soon(0);
  }

  get hidesReviewed(): boolean {
    return this.#memory.hidesReviewed;
  }

  set hidesReviewed(hides: boolean) {
    this.#memory.hidesReviewed = hides;
    this.#changed.fire();
  }

  /** Keeps the comparison current until the result is disposed. */
  watch(): vscode.Disposable {
    this.#watchers++;
    let isOver = false;
    this.#soon(0);
    return new vscode.Disposable(() => {
      if (!isOver) this.#watchers--;
      isOver = true;
    });
  }

  /** With the files as they are now. */
  async current(): Promise<ReviewState> {
    await this.#loader.ready;
    while (this.#known !== this.#revision && !this.#isDisposed) {
      clearTimeout(this.#timer);
      this.#timer = undefined;
      await this.#look();
    }
    return this.#state;
  }

  /** Files or commits may have changed. */
  renew(): void {
    this.#revision++;
    this.#soon(PAUSE_MS);
  }

  isReviewed(change: Change): boolean {
    return this.#ticked?.has(change) ?? false;
  }

  /** Ticks the changes as reviewed, as they are now, or takes the ticks away. */
  tick(changes: readonly Change[], reviewed: boolean): void {
    const ticked = this.#ticked?.with(changes, reviewed);
    if (ticked === undefined) return;
    this.#memory.ticks = ticked.ticks;
    this.#ticked = ticked;
    this.#changed.fire();
  }

  dispose(): void {
    this.#isDisposed = true;
    clearTimeout(this.#timer);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #watchSources(): readonly vscode.Disposable[] {
    const root = this.#folder.uri;
    if (root === undefined) return [];
    const watcher = vscode.workspace.createFileSystemWatcher(
      new vscode.RelativePattern(root, '**/*'),
    );
    const changed = (uri: vscode.Uri): void => this.#fileChanged(uri);
    return [
      watcher,
      watcher.onDidChange(changed),
      watcher.onDidCreate(changed),
      watcher.onDidDelete(changed),
    ];
  }

  #fileChanged(uri: vscode.Uri): void {
    if (uri.scheme !== this.#folder.uri?.scheme) return;
    const path = this.#folder.pathOf(uri);
    if (path === undefined) return;
    if (this.#sources.isSource(path) || fileKind(path) !== undefined) this.renew();
  }

  #soon(pause: number): void {
    if (this.#watchers === 0 || this.#known === this.#revision || this.#isDisposed) return;
    const patient = Math.min(LONGEST_PAUSE_MS, Math.max(pause, this.#cost * PAUSE_FACTOR));
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      void this.#look();
    }, patient);
  }

  /** One look at a time; what changes meanwhile ends it, and is looked at later. */
  #look(): Promise<void> {
    this.#looking ??= this.#lookThrough().finally(() => {
      this.#looking = undefined;
      this.#soon(PAUSE_MS);
    });
    return this.#looking;
  }

  async #lookThrough(): Promise<void> {
    const revision = this.#revision;
    const state = await this.#answer(() => this.#revision === revision && !this.#isDisposed);
    if (state === undefined || this.#revision !== revision) return;
    this.#known = revision;
    this.#state = state;
    this.#changed.fire();
  }

  /** Absent when it is not wanted any more. */
  async #answer(isWanted: () => boolean): Promise<ReviewState | undefined> {
    const root = this.#folder.uri;
    if (root === undefined) return failed('no-folder', 'Open a folder first.');
    if (!vscode.workspace.isTrusted) {
      return failed('untrusted', 'Changes are read from git only in trusted workspaces.');
    }
    const answer = await this.#reader.read(root, this.#memory.base, await gitPath());
    if (!answer.ok) return { kind: 'failed', failure: answer.failure };
    if (!isWanted()) return undefined;
    const own = ownFiles(answer.value.pair, this.#folder);
    const pair = await withOpenDocuments(own, this.#folder, this.#sources);
    if (!isWanted()) return undefined;
    const slice = new Slice();
    const { ticks } = this.#memory;
    const steps = comparisonOf(pair, ticks);
    const { result, cost } = await runSteps(steps, () => slice.pauseAtEnd(), isWanted);
    this.#cost = result === undefined ? Math.max(this.#cost, cost) : cost;
    if (result === undefined) return undefined;
    const { ticked, oldNames } = result;
    const changes = result.changes.filter((change) => this.#isShown(change));
    // What was ticked meanwhile counts.
    const isCurrent = this.#memory.ticks === ticks;
    this.#ticked = isCurrent ? ticked : Ticked.of(this.#memory.ticks, pair);
    return { kind: 'compared', compared: { ...answer.value, pair, changes, oldNames } };
  }

  /** What others did is hidden with their annotations. */
  #isShown(change: Change): boolean {
    if (change.kind !== 'annotation' && change.kind !== 'rejection') return true;
    return [change.before, change.after].every(
      (each) => each === undefined || this.#store.showsOf(each.by),
    );
  }
}

interface Found {
  readonly changes: Compared['changes'];
  readonly oldNames: Compared['oldNames'];
  readonly ticked: Ticked;
}

function* comparisonOf(pair: RevisionPair, ticks: Ticks): Generator<undefined, Found> {
  const { changes } = yield* compareStepwise(pair);
  yield;
  const ticked = Ticked.of(ticks, pair);
  yield* ticked.prepare(changes);
  const names = changes.flatMap((change): [string, string][] => {
    if (change.kind === 'entity' && change.before) return [[change.id, change.before.name]];
    return change.kind === 'event' && change.before ? [[change.id, change.before.title]] : [];
  });
  return { changes: inViewOrder(changes), oldNames: new Map(names), ticked };
}

/** Without the files of workspace folders that lie inside this one. */
function ownFiles({ files, sources }: RevisionPair, folder: Folder): RevisionPair {
  const isOwn = ({ before, after }: FilePair): boolean =>
    folder.owns((after ?? before)?.path ?? '');
  return { files: files.filter(isOwn), sources: sources.filter(isOwn) };
}

function failed(kind: string, message: string): ReviewState {
  return { kind: 'failed', failure: { kind, message } };
}
