/** Notices sources that another program renamed, moved or deleted, and lets their annotations follow. */
import * as vscode from 'vscode';
import { sourceGlobs } from '../../core/schema/sources';
import {
  annotatedSources,
  MoveSearch,
  type AnnotatedSource,
  type Moves,
} from '../../core/store/moves';
import type { Store } from '../../core/store/store';
import type { Editing } from './editing';
import { askWithButton } from './failures';
import type { Folder } from './folder';
import type { Loader } from './loader';
import { Slice } from './slice';
import type { Sources } from './sources';

const PAUSE_MS = 300;
const READS_AT_ONCE = 64;

export class MovedSources {
  readonly #store: Store;
  readonly #folder: Folder;
  readonly #sources: Sources;
  readonly #loader: Loader;
  readonly #editing: Editing;
  readonly #changed = new vscode.EventEmitter<readonly string[]>();
  readonly #subscriptions: { dispose(): unknown }[];
  #watchers: vscode.Disposable | undefined;
  #watched: readonly string[] | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isRunning = false;
  #isDisposed = false;
  #missing: ReadonlySet<string> = new Set();
  /** What was missing and what could be it, when that was looked at last. */
  #lookedAt = '';
  /** Moves that the person was told of. */
  readonly #told = new Set<string>();

  constructor(store: Store, folder: Folder, sources: Sources, loader: Loader, editing: Editing) {
    this.#store = store;
    this.#folder = folder;
    this.#sources = sources;
    this.#loader = loader;
    this.#editing = editing;
    const stop = store.onDidChange(({ added, updated, removed, schemaChanged }) => {
      if (schemaChanged) this.#watch();
      const isAboutSource = [added, updated, removed].flat().some(({ kind }) => kind === 'source');
      if (isAboutSource || schemaChanged) this.#soon();
    });
    this.#subscriptions = [
      this.#changed,
      { dispose: stop },
      loader.onDidScan(() => this.#soon()),
      vscode.workspace.onDidRenameFiles(() => this.#soon()),
      vscode.workspace.onDidDeleteFiles(() => this.#soon()),
    ];
    this.#watch();
  }

  /** Sources went, came back, or are recognised elsewhere: the paths that annotation files name. */
  get onDidChange(): vscode.Event<readonly string[]> {
    return this.#changed.event;
  }

  dispose(): void {
    this.#isDisposed = true;
    clearTimeout(this.#timer);
    this.#watchers?.dispose();
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  /** Sources, and folders of them that come or go at once. */
  #watch(): void {
    const root = this.#folder.uri;
    const { sources } = this.#store.schema;
    if (root === undefined || this.#watched === sources) return;
    this.#watched = sources;
    this.#watchers?.dispose();
    const globs = sourceGlobs(this.#store.schema);
    const folders = globs.map((glob) => `${literalFolder(glob)}**`);
    const watchers = [...new Set([...globs, ...folders])].flatMap((glob) => {
      const pattern = new vscode.RelativePattern(root, glob);
      const watcher = vscode.workspace.createFileSystemWatcher(pattern, false, true, false);
      const hear = (uri: vscode.Uri): void => this.#heard(uri);
      return [watcher, watcher.onDidCreate(hear), watcher.onDidDelete(hear)];
    });
    this.#watchers = vscode.Disposable.from(...watchers);
  }

  /** Of a folder that was moved, its going is told for certain, without what was in it. */
  #heard(uri: vscode.Uri): void {
    const path = this.#folder.pathOf(uri);
    if (path === undefined) return;
    const isFolder = !nameOf(path).includes('.');
    const below = `${path}/`;
    const isAbove = (): boolean =>
      this.#store.indexes.sourcePaths().some((each) => each.startsWith(below));
    if (isFolder || this.#sources.isSource(path) || isAbove()) this.#soon();
  }

  #soon(): void {
    if (this.#isDisposed) return;
    this.#timer ??= setTimeout(() => void this.#look(), PAUSE_MS);
  }

  /** One look at a time; the timer stays set until it is over, and a new one is set if asked for. */
  async #look(): Promise<void> {
    this.#timer = undefined;
    if (this.#isRunning) {
      this.#soon();
      return;
    }
    this.#isRunning = true;
    try {
      await this.#loader.ready;
      await this.#lookOnce();
    } finally {
      this.#isRunning = false;
    }
  }

  async #lookOnce(): Promise<void> {
    const listed = await this.#sources.list();
    const named = new Set<string>();
    for (const { path } of this.#store.files()) {
      const source = this.#store.writtenSource(path);
      if (source !== undefined) named.add(source);
    }
    const missing = await this.#missingOf(named, new Set(listed));
    const before = this.#missing;
    this.#missing = missing;
    const changed = new Set([...missing].filter((path) => !before.has(path)));
    for (const path of before) if (!missing.has(path)) changed.add(path);
    const candidates = missing.size === 0 ? [] : listed.filter((path) => !named.has(path));
    const lookedAt = JSON.stringify([...missing, '', ...candidates]);
    if (lookedAt !== this.#lookedAt) {
      this.#lookedAt = lookedAt;
      const known = this.#store.moves;
      const sources = annotatedSources(this.#store).filter(({ path }) => missing.has(path));
      const moves = await this.#search(sources, candidates);
      if (this.#isDisposed) return;
      if (moves.size > 0 || known.size > 0) await this.#setMoves(moves);
      for (const path of [...moves.keys(), ...known.keys()]) changed.add(path);
      this.#offer(moves);
    }
    if (changed.size > 0) this.#changed.fire([...changed]);
  }

  /** A source need not be among those of the schema: what counts is whether the file is there. */
  async #missingOf(
    named: ReadonlySet<string>,
    listed: ReadonlySet<string>,
  ): Promise<ReadonlySet<string>> {
    const missing = new Set<string>();
    const unlisted = [...named].filter((path) => !listed.has(path)).sort();
    for (let from = 0; from < unlisted.length; from += READS_AT_ONCE) {
      const batch = unlisted.slice(from, from + READS_AT_ONCE);
      const there = await Promise.all(batch.map((path) => this.#folder.isFile(path)));
      for (const [index, path] of batch.entries()) if (there[index] !== true) missing.add(path);
    }
    return missing;
  }

  async #setMoves(moves: Moves): Promise<void> {
    const slice = new Slice();
    const steps = this.#store.setMovesStepwise(moves);
    while (steps.next().done !== true) await slice.pauseAtEnd();
  }

  async #search(
    missing: readonly AnnotatedSource[],
    candidates: readonly string[],
  ): Promise<Moves> {
    const search = new MoveSearch(missing);
    const slice = new Slice();
    for (let from = 0; from < candidates.length && !this.#isDisposed; from += READS_AT_ONCE) {
      const batch = candidates.slice(from, from + READS_AT_ONCE);
      const texts = await Promise.all(batch.map((path) => this.#sources.read(path)));
      for (const [index, path] of batch.entries()) {
        const text = texts[index];
        if (text !== undefined) search.consider(path, text);
        await slice.pauseAtEnd();
      }
    }
    return search.moves();
  }

  /** Tells of each move once; those that are certain first. */
  #offer(moves: Moves): void {
    const fresh = [...moves].filter(([from, { to }]) => !this.#told.has(`${from}\n${to}`));
    const certain = fresh.filter(([, move]) => move.certain);
    const offered = certain.length > 0 ? certain : fresh;
    const [first] = offered;
    if (first === undefined) return;
    for (const [from, { to }] of fresh) this.#told.add(`${from}\n${to}`);
    askWithButton(wordsFor(offered), 'Move Annotations Along', () => {
      const operations = offered
        .filter(([from, { to }]) => this.#store.moves.get(from)?.to === to)
        .map(([from, { to }]) => ({ op: 'moveSource', from, to }) as const);
      if (operations.length > 0) void this.#editing.perform('Move annotations', operations);
    });
  }
}

type Offered = readonly (readonly [string, { readonly to: string; readonly certain: boolean }])[];

function wordsFor(offered: Offered): string {
  const [first] = offered;
  if (first === undefined) return '';
  const [from, { to, certain }] = first;
  if (offered.length === 1) {
    return certain
      ? `${from} was moved to ${to}: its annotations are shown there.`
      : `${from} is gone, and ${to} has nearly all of its annotated passages.`;
  }
  return certain
    ? `${offered.length} sources were moved: their annotations are shown at the new places.`
    : `${offered.length} sources are gone, and others have nearly all of their annotated passages.`;
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The folder that a glob begins with, with a slash; empty when it begins with a pattern. */
function literalFolder(glob: string): string {
  const literal = /^[^*?{[\]}!]*/.exec(glob)?.[0] ?? '';
  return literal.slice(0, literal.lastIndexOf('/') + 1);
}
