/**
 * Two annotators against each other: their annotations are paired in slices, again after each change,
 * while somebody compares them.
 */
import * as vscode from 'vscode';
import { inComparedOrder } from '../../core/outline/compare';
import { agreementStepwise, type Agreement } from '../../core/review/agreement/agreement';
import { pairUpStepwise, type Pair } from '../../core/review/pairs';
import { fileKind } from '../../core/storage/paths';
import type { Store, StoreChange } from '../../core/store/store';
import type { Annotators } from './annotators';
import type { CompareAsk } from './compareAnswers';
import { LayerReader, type ManyLayers, type ReadLayers } from './comparedLayers';
import type { Folder } from './folder';
import type { Loader } from './loader';
import type { OldTexts } from './oldTexts';
import type { Passages } from './passages';
import type { Answered } from './reviewAnswers';
import { runSteps, Slice } from './slice';
import type { Sources } from './sources';

const PAUSE_MS = 100;
/** While files are changed again and again, comparing takes a part of the time only. */
const PAUSE_FACTOR = 4;
const LONGEST_PAUSE_MS = 5_000;
const CONTEXT = 'sourceAnnotator.comparing';

const GIVEN_UP: Answered<never> = {
  ok: false,
  failure: { kind: 'changed', message: 'The files changed meanwhile: try again.' },
};

export interface ComparedAnnotators extends ReadLayers {
  /** In the order in which they are listed and gone through. */
  readonly pairs: readonly Pair[];
  /** Absent until it is reckoned. */
  readonly agreement?: Agreement;
}

export type CompareState =
  | { readonly kind: 'ended' }
  | { readonly kind: 'looking' }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'compared'; readonly compared: ComparedAnnotators };

export class Comparing {
  readonly #folder: Folder;
  readonly #sources: Sources;
  readonly #annotators: Annotators;
  readonly #newReader: () => LayerReader;
  readonly #reader: LayerReader;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: { dispose(): unknown }[];
  #ask: CompareAsk | undefined;
  #state: CompareState = { kind: 'ended' };
  /** Counts what makes a comparison too old; `#known` is the count that the last one was made at. */
  #revision = 0;
  #known = -1;
  #looking: Promise<void> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #cost = 0;
  #isDeciding = false;
  #watching: vscode.Disposable | undefined;

  constructor(
    whole: Store,
    folder: Folder,
    sources: Sources,
    loader: Loader,
    passages: Passages,
    oldTexts: OldTexts,
    annotators: Annotators,
  ) {
    this.#folder = folder;
    this.#sources = sources;
    this.#annotators = annotators;
    this.#newReader = () => new LayerReader(whole, folder, sources, passages, oldTexts);
    this.#reader = this.#newReader();
    this.#subscriptions = [
      this.#changed,
      { dispose: whole.onDidChange((change) => this.#recordsChanged(change)) },
      // Scans follow each change of HEAD, and each return to the window.
      loader.onDidScan(() => {
        if (this.#ask?.kind !== 'revisions') return;
        this.#reader.forgetRevisions();
        this.#renew();
      }),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.#fileChanged(document.uri);
      }),
    ];
  }

  /** Another comparison was made, something was decided, or comparing began or ended. */
  get onDidChange(): vscode.Event<void> {
    return this.#changed.event;
  }

  get state(): CompareState {
    return this.#state;
  }

  get compared(): ComparedAnnotators | undefined {
    return this.#state.kind === 'compared' ? this.#state.compared : undefined;
  }

  /** Who is compared; absent when nobody is. */
  get ask(): CompareAsk | undefined {
    return this.#ask;
  }

  async begin(ask: CompareAsk): Promise<CompareState> {
    this.#ask = ask;
    this.#state = { kind: 'looking' };
    this.#revision++;
    this.#annotators.isComparing = true;
    this.#reader.forgetAll();
    this.#watching ??= this.#watchSources();
    await vscode.commands.executeCommand('setContext', CONTEXT, true);
    this.#changed.fire();
    return this.current();
  }

  async end(): Promise<void> {
    this.#ask = undefined;
    this.#state = { kind: 'ended' };
    this.#revision++;
    clearTimeout(this.#timer);
    this.#watching?.dispose();
    this.#watching = undefined;
    this.#reader.forgetAll();
    this.#annotators.isComparing = false;
    await vscode.commands.executeCommand('setContext', CONTEXT, false);
    this.#changed.fire();
  }

  /** With the files as they are now. */
  async current(): Promise<CompareState> {
    while (this.#ask !== undefined && this.#known !== this.#revision) {
      clearTimeout(this.#timer);
      this.#timer = undefined;
      await this.#look();
    }
    return this.#state;
  }

  /** How far the compared, or else all annotators agree, with the files as they are now. */
  async agreement(): Promise<Answered<Agreement>> {
    const state = await this.current();
    if (state.kind === 'failed') {
      return { ok: false, failure: { kind: 'failed', message: state.message } };
    }
    const layers = await this.#layersNow();
    if (!layers.ok) return layers;
    const slice = new Slice();
    const steps = agreementStepwise(layers.value.layers, layers.value.comparedTextOf);
    const { result } = await runSteps(
      steps,
      () => slice.pauseAtEnd(),
      () => true,
    );
    return result === undefined ? GIVEN_UP : { ok: true, value: result };
  }

  /** One decision at a time: what is asked for meanwhile is not done. */
  async alone<T>(decide: () => Promise<T>): Promise<T | undefined> {
    if (this.#isDeciding) return undefined;
    this.#isDeciding = true;
    try {
      return await decide();
    } finally {
      this.#isDeciding = false;
    }
  }

  /** They are decided in the files: nobody has to wait until they are compared again to go on. */
  decided(keys: readonly string[]): void {
    const { compared } = this;
    if (compared === undefined) return;
    const done = new Set(keys);
    const pairs = compared.pairs.map((pair) =>
      done.has(pair.key) ? { ...pair, decided: true } : pair,
    );
    this.#state = { kind: 'compared', compared: { ...compared, pairs: inComparedOrder(pairs) } };
    this.#changed.fire();
  }

  dispose(): void {
    this.#ask = undefined;
    this.#revision++;
    clearTimeout(this.#timer);
    this.#watching?.dispose();
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  async #layersNow(): Promise<Answered<ManyLayers>> {
    const { compared } = this;
    if (compared !== undefined) {
      const { a, b, comparedTextOf } = compared;
      return { ok: true, value: { layers: [a, b], comparedTextOf } };
    }
    // Nobody follows the files while nobody is compared: what is read is for this once.
    return (await this.#newReader().everybody(() => true)) ?? GIVEN_UP;
  }

  #recordsChanged({ path, added, updated, removed }: StoreChange): void {
    if (this.#ask === undefined) return;
    this.#reader.forgetFile(path);
    for (const record of [...added, ...updated, ...removed]) {
      if (record.kind === 'annotation') this.#reader.forget(record.source);
      if (record.kind === 'source') this.#reader.forget(record.source.path);
    }
    this.#renew();
  }

  #watchSources(): vscode.Disposable | undefined {
    const root = this.#folder.uri;
    if (root === undefined) return undefined;
    const watcher = vscode.workspace.createFileSystemWatcher(
      new vscode.RelativePattern(root, '**/*'),
    );
    const changed = (uri: vscode.Uri): void => this.#fileChanged(uri);
    return vscode.Disposable.from(
      watcher,
      watcher.onDidChange(changed),
      watcher.onDidCreate(changed),
      watcher.onDidDelete(changed),
    );
  }

  /** What happens to annotation files the store tells. */
  #fileChanged(uri: vscode.Uri): void {
    if (this.#ask === undefined || uri.scheme !== this.#folder.uri?.scheme) return;
    const path = this.#folder.pathOf(uri);
    if (path === undefined || fileKind(path) !== undefined || !this.#sources.isSource(path)) return;
    this.#reader.forget(path);
    this.#renew();
  }

  #renew(): void {
    this.#revision++;
    this.#soon();
  }

  #soon(): void {
    if (this.#ask === undefined || this.#known === this.#revision) return;
    const pause = Math.min(LONGEST_PAUSE_MS, Math.max(PAUSE_MS, this.#cost * PAUSE_FACTOR));
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      void this.#look();
    }, pause);
  }

  /** One look at a time; what changes meanwhile ends it, and is looked at later. */
  #look(): Promise<void> {
    this.#looking ??= this.#lookThrough().finally(() => {
      this.#looking = undefined;
      this.#soon();
    });
    return this.#looking;
  }

  async #lookThrough(): Promise<void> {
    const revision = this.#revision;
    const ask = this.#ask;
    if (ask === undefined) return;
    const isWanted = (): boolean => this.#revision === revision;
    const read = await this.#reader.read(ask, isWanted);
    if (read === undefined || !isWanted()) return;
    if (!read.ok) {
      this.#found({ kind: 'failed', message: read.failure.message }, revision);
      return;
    }
    const { a, b } = read.value;
    const slice = new Slice();
    const { result, cost } = await runSteps(
      pairUpStepwise(a, b),
      () => slice.pauseAtEnd(),
      isWanted,
    );
    this.#cost = cost;
    if (result === undefined) return;
    const own = ask.kind === 'revisions' ? result.filter(isOwn) : result;
    const compared = { ...read.value, pairs: inComparedOrder(own) };
    const before = this.compared?.agreement;
    this.#found(
      {
        kind: 'compared',
        compared: before === undefined ? compared : { ...compared, agreement: before },
      },
      revision,
    );
    await this.#reckon(compared, isWanted);
  }

  /** The figures come after the pairs: nobody waits for them to decide. */
  async #reckon(compared: ComparedAnnotators, isWanted: () => boolean): Promise<void> {
    const { a, b, comparedTextOf } = compared;
    const slice = new Slice();
    const { result } = await runSteps(
      agreementStepwise([a, b], comparedTextOf),
      () => slice.pauseAtEnd(),
      isWanted,
    );
    const { compared: now } = this;
    if (result === undefined || now === undefined) return;
    this.#state = { kind: 'compared', compared: { ...now, agreement: result } };
    this.#changed.fire();
  }

  #found(state: CompareState, revision: number): void {
    this.#known = revision;
    this.#state = state;
    this.#changed.fire();
  }
}

/** What both revisions have under one id and say alike was inherited, not annotated twice. */
function isOwn({ kind, a, b }: Pair): boolean {
  return kind !== 'agreed' || a.id !== b.id;
}
