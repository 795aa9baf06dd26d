/** What is suggested in the sources that editors show: looked for in slices, and never while somebody types. */
import * as vscode from 'vscode';
import type { Entity } from '../../core/model/records';
import type { ShownRejection } from '../../core/outline/suggestions';
import type { Store, StoreChange } from '../../core/store/store';
import { bodyRangesOf } from '../../core/suggestions/boilerplate';
import { Findings } from '../../core/suggestions/findings';
import { ProjectNames } from '../../core/suggestions/projectNames';
import { rejectedSpans } from '../../core/suggestions/rejected';
import { SUGGESTION_KINDS, type Suggestion } from '../../core/suggestions/suggestion';
import { suggestionsStepwise } from '../../core/suggestions/suggestionsIn';
import { outsideOf } from '../../core/text/bodyParts';
import type { SourceText } from '../../core/text/sourceText';
import type { SettingId } from '../generated/manifest';
import type { LivingDocuments } from './livingDocuments';
import type { Loader } from './loader';
import type { Passages } from './passages';
import { runSteps, Slice } from './slice';
import type { Sources } from './sources';

const ENABLED: SettingId = 'sourceAnnotator.suggestions.enabled';
const KINDS: SettingId = 'sourceAnnotator.suggestions.kinds';

/** After a record changed, */
const PAUSE_MS = 30;
/** and after a key: nobody reads suggestions while typing. */
const TYPING_PAUSE_MS = 400;
/** Where looking took long, the next look waits so many times longer, */
const PAUSE_FACTOR = 5;
/** but not longer than this. */
const LONGEST_PAUSE_MS = 3_000;

/** What was found in one version of a document. */
export interface Found {
  readonly path: string;
  readonly version: number;
  readonly text: SourceText;
  /** In the order of the text, none overlapping another. */
  readonly suggestions: readonly Suggestion[];
  readonly rejected: readonly ShownRejection[];
  /** How many characters seem to be no part of the document, when nobody has said what is. */
  readonly boilerplate?: number;
}

interface State {
  found: Found | undefined;
  /** What the text alone says. */
  findings: { readonly text: SourceText; readonly of: Findings } | undefined;
  /** Of the records that `found` was looked for with. */
  revision: string;
  looking: Promise<void> | undefined;
  timer: ReturnType<typeof setTimeout> | undefined;
  /** How long the last look took, or one in vain since, in milliseconds. */
  cost: number;
}

export class Suggestions {
  readonly #store: Store;
  readonly #sources: Sources;
  readonly #passages: Passages;
  readonly #changed = new vscode.EventEmitter<vscode.TextDocument>();
  readonly #states = new Map<vscode.TextDocument, State>();
  /** Counts changes of what all sources share, and of each source. */
  #common = 0;
  readonly #own = new Map<string, number>();
  #names: ProjectNames | undefined;
  readonly #subscriptions: { dispose(): unknown }[];
  /** Before the files are read everything would seem to be not annotated. */
  #isRead = false;
  #isDisposed = false;

  constructor(
    store: Store,
    loader: Loader,
    sources: Sources,
    passages: Passages,
    living: LivingDocuments,
  ) {
    this.#store = store;
    this.#sources = sources;
    this.#passages = passages;
    this.#subscriptions = [
      this.#changed,
      { dispose: store.onDidChange((change) => this.#recordsChanged(change)) },
      loader.onDidScan(() => {
        this.#isRead = true;
        this.#lookSoon(0);
      }),
      living.onDidRelocate(({ uri }) => {
        const path = sources.pathOf(uri);
        if (path !== undefined) this.#touch(path);
        this.#lookSoon(PAUSE_MS);
      }),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.#typed(document);
      }),
      vscode.workspace.onDidCloseTextDocument((document) => this.#forget(document)),
      vscode.window.onDidChangeVisibleTextEditors(() => this.#lookSoon(0)),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (!change.affectsConfiguration('sourceAnnotator.suggestions')) return;
        this.#common += 1;
        for (const document of this.#states.keys()) this.#changed.fire(document);
        this.#lookSoon(0);
      }),
    ];
  }

  /** Other suggestions were found in this document, or their settings changed. */
  get onDidChange(): vscode.Event<vscode.TextDocument> {
    return this.#changed.event;
  }

  /** Whether marks and the view are wanted. */
  get areShown(): boolean {
    return vscode.workspace.getConfiguration().get(ENABLED, true);
  }

  /** What was found last in a document that an editor shows; it may be about an older version. */
  of(document: vscode.TextDocument): Found | undefined {
    return this.#states.get(document)?.found;
  }

  /** For the text and the records as they are now; absent for what is no source, or closed meanwhile. */
  async current(document: vscode.TextDocument): Promise<Found | undefined> {
    while (this.#canSuggest(document) && !this.#isDisposed) {
      const state = this.#stateOf(document);
      if (this.#isFresh(document, state)) return state.found;
      await this.#look(document, state);
    }
    return undefined;
  }

  /** All names of the project as they are now. */
  names(): ProjectNames {
    const { indexes, schema } = this.#store;
    return (this.#names ??= new ProjectNames(indexes.liveEntities(), schema));
  }

  /** With one entity as it is given, whether there is a record of it or not. */
  namesWith(entity: Entity): ProjectNames {
    const { indexes, schema } = this.#store;
    const others = indexes.liveEntities().filter(({ id }) => id !== entity.id);
    return new ProjectNames([...others, entity], schema);
  }

  dispose(): void {
    this.#isDisposed = true;
    for (const document of [...this.#states.keys()]) this.#forget(document);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #recordsChanged({ path, added, updated, removed, schemaChanged }: StoreChange): void {
    const records = [...added, ...updated, ...removed];
    if (schemaChanged || records.some(({ kind }) => kind === 'entity')) {
      this.#names = undefined;
      this.#common += 1;
    }
    const content = this.#store.file(path)?.content;
    if (content?.kind === 'annotations') this.#touch(content.source.path);
    for (const record of records) {
      if (record.kind === 'annotation') this.#touch(record.source);
      if (record.kind === 'source') this.#touch(record.source.path);
    }
    this.#lookSoon(PAUSE_MS);
  }

  #touch(path: string): void {
    this.#own.set(path, (this.#own.get(path) ?? 0) + 1);
  }

  #typed(document: vscode.TextDocument): void {
    const state = this.#states.get(document);
    if (state === undefined) return;
    clearTimeout(state.timer);
    state.timer = undefined;
    this.#schedule(document, state, TYPING_PAUSE_MS);
  }

  /** In every visible source that has changed, as far as anybody wants to see it. */
  #lookSoon(pause: number): void {
    if (!this.#isRead || !this.areShown) return;
    for (const { document } of vscode.window.visibleTextEditors) {
      if (!this.#canSuggest(document)) continue;
      const state = this.#stateOf(document);
      if (!this.#isFresh(document, state)) this.#schedule(document, state, pause);
    }
  }

  #schedule(document: vscode.TextDocument, state: State, least: number): void {
    const pause = Math.min(LONGEST_PAUSE_MS, Math.max(least, state.cost * PAUSE_FACTOR));
    state.timer ??= setTimeout(() => {
      state.timer = undefined;
      if (this.areShown) void this.#look(document, state);
    }, pause);
  }

  /** One look at a time. What changes while it goes on ends it, and is looked at later. */
  #look(document: vscode.TextDocument, state: State): Promise<void> {
    state.looking ??= this.#lookThrough(document, state).finally(() => {
      state.looking = undefined;
    });
    return state.looking;
  }

  async #lookThrough(document: vscode.TextDocument, state: State): Promise<void> {
    const path = this.#sources.pathOf(document.uri);
    if (path === undefined || document.isClosed) return;
    const { version } = document;
    const revision = this.#revisionOf(path);
    const isWanted = (): boolean =>
      document.version === version && this.#revisionOf(path) === revision && !this.#isDisposed;
    const slice = new Slice();
    const steps = this.#steps(document, path, state);
    const { result, cost } = await runSteps(steps, () => slice.pauseAtEnd(), isWanted);
    if (result === undefined) {
      // Where changes come thick and fast, what was begun in vain counts, too.
      state.cost = Math.max(state.cost, cost);
      return;
    }
    state.found = { path, version, ...result };
    state.revision = revision;
    state.cost = cost;
    this.#changed.fire(document);
  }

  *#steps(
    document: vscode.TextDocument,
    path: string,
    state: State,
  ): Generator<undefined, Omit<Found, 'path' | 'version'>> {
    const text = this.#sources.textOf(document);
    const { indexes, schema } = this.#store;
    const rejections = indexes.rejectionsOf(path);
    const metadata = indexes.source(path);
    const located = this.#passages.of(document);
    yield;
    const names = this.names();
    yield;
    const findings = (state.findings =
      state.findings?.text === text ? state.findings : { text, of: new Findings(text) }).of;
    yield* findings.prepare(metadata?.published);
    yield;
    const input = { text, located, rejections, names, schema, metadata, findings };
    const wanted = kindsWanted();
    const all = yield* suggestionsStepwise(input);
    const suggestions = all.filter(({ kind }) => wanted.has(kind));
    yield;
    const places = rejectedSpans(text, rejections);
    const rejected = rejections.map((rejection, index) => {
      const span = places[index];
      return { rejection, ...(span === undefined ? {} : { span }) };
    });
    yield;
    const boilerplate = metadata?.body === undefined ? boilerplateIn(text) : 0;
    return { text, suggestions, rejected, ...(boilerplate > 0 ? { boilerplate } : {}) };
  }

  #isFresh(document: vscode.TextDocument, { found, revision }: State): boolean {
    return (
      found !== undefined &&
      found.version === document.version &&
      revision === this.#revisionOf(found.path)
    );
  }

  #revisionOf(path: string): string {
    return `${this.#common}.${this.#own.get(path) ?? 0}`;
  }

  /** Not in old revisions, which a diff shows under the same path. */
  #canSuggest(document: vscode.TextDocument): boolean {
    const path = this.#sources.pathOf(document.uri);
    if (path === undefined || document.isClosed || !this.#sources.isSource(path)) return false;
    return document.uri.scheme === this.#sources.uriOf(path)?.scheme;
  }

  #stateOf(document: vscode.TextDocument): State {
    const known = this.#states.get(document);
    if (known !== undefined) return known;
    const state: State = {
      found: undefined,
      findings: undefined,
      revision: '',
      looking: undefined,
      timer: undefined,
      cost: 0,
    };
    this.#states.set(document, state);
    return state;
  }

  #forget(document: vscode.TextDocument): void {
    if (!document.isClosed && !this.#isDisposed) return;
    clearTimeout(this.#states.get(document)?.timer);
    this.#states.delete(document);
  }
}

function kindsWanted(): ReadonlySet<string> {
  return new Set(
    vscode.workspace.getConfiguration().get<readonly string[]>(KINDS, SUGGESTION_KINDS),
  );
}

/** Characters, without the space between the parts. */
function boilerplateIn({ text }: SourceText): number {
  return outsideOf(bodyRangesOf(text), text.length)
    .map(({ start, end }) => text.slice(start, end).trim().length)
    .reduce((sum, size) => sum + size, 0);
}
