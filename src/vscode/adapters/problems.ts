/** The problems of all files of the project, kept current in the background as files and sources change. */
import * as vscode from 'vscode';
import type { Problem } from '../../core/model/problem';
import { AcrossFiles } from '../../core/rules/acrossFiles';
import { checkFileStepwise, fixesOf } from '../../core/rules/check';
import type { Around } from '../../core/rules/checkedFile';
import type { Fix } from '../../core/rules/fix';
import { sourceGlobs } from '../../core/schema/sources';
import { sourceOfPath } from '../../core/storage/paths';
import { locateStepwise, type LocatedAnnotation } from '../../core/store/locate';
import type { Store, StoreChange } from '../../core/store/store';
import type { SourceText } from '../../core/text/sourceText';
import type { Folder } from './folder';
import type { OldTexts } from './oldTexts';
import type { Passages } from './passages';
import { runSteps, Slice } from './slice';
import type { Sources } from './sources';

const PAUSE_MS = 250;
/** A file whose check took long is checked after a pause that is so many times longer, */
const PAUSE_FACTOR = 5;
/** but not after a longer one than this. */
const LONGEST_PAUSE_MS = 2_000;
/** The annotations of a source with more than these are located in slices. */
const MANY_ANNOTATIONS = 1_000;
/** When more files than these have changed, all are checked again. */
const MANY = 200;

/** What was found in one file, and the text of its source that it was found with. */
export interface Checked {
  readonly path: string;
  readonly problems: readonly Problem[];
  readonly sourceText: SourceText | undefined;
}

export class Problems {
  readonly #store: Store;
  readonly #folder: Folder;
  readonly #sources: Sources;
  readonly #oldTexts: OldTexts;
  readonly #passages: Passages;
  readonly #across: AcrossFiles;
  readonly #checked = new vscode.EventEmitter<Checked>();
  /** Files whose records others must learn of, and files to check; the first come first. */
  readonly #untaken = new Set<string>();
  readonly #stale = new Set<string>();
  readonly #subscriptions: { dispose(): unknown }[];
  #watchers: { dispose(): unknown }[] = [];
  #watched: readonly string[] | undefined;
  /** How long the last check took of files where that was long, in milliseconds. */
  readonly #costs = new Map<string, number>();
  /** Nothing is checked before: somebody is typing, or files are being read. */
  #notBefore = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #areMany = false;
  #isRunning = false;
  #isDisposed = false;

  constructor(
    store: Store,
    folder: Folder,
    sources: Sources,
    oldTexts: OldTexts,
    passages: Passages,
  ) {
    this.#store = store;
    this.#folder = folder;
    this.#sources = sources;
    this.#oldTexts = oldTexts;
    this.#passages = passages;
    this.#across = new AcrossFiles(store);
    this.#subscriptions = [
      this.#checked,
      { dispose: store.onDidChange((change) => this.#changed(change)) },
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#sourceChanged(document.uri)),
      vscode.workspace.onDidSaveTextDocument(({ uri }) => this.#sourceChanged(uri)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#sourceChanged(uri)),
      passages.onDidChange(({ isShift }) => {
        if (!isShift) this.#openSourcesChanged();
      }),
    ];
    this.#watchSources();
  }

  /** Fires for each file that was checked, also when nothing is wrong with it or when it is gone. */
  get onDidCheck(): vscode.Event<Checked> {
    return this.#checked.event;
  }

  /** Anything may have changed, as when another commit was checked out. */
  checkAll(): void {
    for (const { path } of this.#store.files()) this.#stale.add(path);
    this.#soon();
  }

  /** The sources at these paths came, went, or are recognised elsewhere. */
  checkSources(paths: Iterable<string>): void {
    for (const path of paths) this.#sourceAtChanged(path);
  }

  /** What can be done about a problem now; none when it is no longer there. */
  async fixesOf(problem: Problem): Promise<readonly Fix[]> {
    const around = await this.#aroundOf(problem.path);
    return fixesOf(this.#store, problem, around);
  }

  dispose(): void {
    this.#isDisposed = true;
    clearTimeout(this.#timer);
    for (const each of [...this.#subscriptions, ...this.#watchers]) each.dispose();
  }

  #changed({ path, schemaChanged }: StoreChange): void {
    this.#untaken.add(path);
    this.#stale.add(path);
    if (schemaChanged) {
      this.#watchSources();
      this.checkAll();
    }
    this.#soon();
  }

  #sourceChanged(uri: vscode.Uri): void {
    const path = this.#sources.pathOf(uri);
    if (path !== undefined) this.#sourceAtChanged(path);
  }

  #sourceAtChanged(path: string): void {
    const files = this.#store.indexes.sourceFiles(path);
    if (files.length === 0) return;
    let pause = PAUSE_MS;
    for (const file of files) {
      this.#stale.add(file.path);
      pause = Math.max(pause, (this.#costs.get(file.path) ?? 0) * PAUSE_FACTOR);
    }
    this.#soon(Math.min(pause, LONGEST_PAUSE_MS));
  }

  /** Passages may be placed otherwise without an edit, as when git has given the old text. */
  #openSourcesChanged(): void {
    for (const { uri } of vscode.workspace.textDocuments) this.#sourceChanged(uri);
  }

  /** Sources that other programs change; events are hints, and those of open documents come twice. */
  #watchSources(): void {
    const root = this.#folder.uri;
    const { sources } = this.#store.schema;
    if (root === undefined || this.#watched === sources) return;
    this.#watched = sources;
    for (const watcher of this.#watchers) watcher.dispose();
    this.#watchers = sourceGlobs(this.#store.schema).flatMap((glob) => {
      const pattern = new vscode.RelativePattern(root, glob);
      const watcher = vscode.workspace.createFileSystemWatcher(pattern);
      const hear = (uri: vscode.Uri): void => this.#sourceChanged(uri);
      return [
        watcher,
        watcher.onDidCreate(hear),
        watcher.onDidChange(hear),
        watcher.onDidDelete(hear),
      ];
    });
  }

  #soon(pause = PAUSE_MS): void {
    this.#notBefore = performance.now() + pause;
    if (this.#isRunning) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#work(), pause);
  }

  /** One round at a time; what becomes stale meanwhile is in the same round. */
  async #work(): Promise<void> {
    if (this.#isRunning) return;
    this.#isRunning = true;
    try {
      const slice = new Slice();
      while (this.#untaken.size + this.#stale.size > 0 && !this.#isDisposed) {
        await this.#pauseAtEnd(slice);
        await this.#next(slice);
      }
    } finally {
      this.#isRunning = false;
    }
  }

  /** At the end of the slice, and for as long as something goes on that must not be held up. */
  async #pauseAtEnd(slice: Slice): Promise<void> {
    await slice.pauseAtEnd();
    for (let left = this.#left; left > 0 && !this.#isDisposed; left = this.#left) {
      await new Promise((resolve) => setTimeout(resolve, left));
    }
  }

  /** How long nothing is to be checked, in milliseconds. */
  get #left(): number {
    return this.#notBefore - performance.now();
  }

  async #next(slice: Slice): Promise<void> {
    const [untaken] = this.#untaken;
    if (untaken !== undefined) {
      this.#take(untaken);
      return;
    }
    const [path] = this.#stale;
    if (path === undefined) return;
    this.#stale.delete(path);
    const around = await this.#aroundOf(path, slice);
    const source = this.#sourceOf(path)?.path;
    const sourceText = source === undefined ? undefined : around.sourceText(source);
    const problems = await this.#check(path, around, slice);
    const isWanted = problems !== undefined && !this.#isDisposed;
    if (isWanted) this.#checked.fire({ path, problems, sourceText });
  }

  #take(path: string): void {
    this.#areMany ||= this.#untaken.size > MANY;
    this.#untaken.delete(path);
    if (!this.#areMany) {
      for (const each of this.#across.take(path)) this.#stale.add(each);
      return;
    }
    this.#across.takeOneOfMany(path);
    if (this.#untaken.size > 0) return;
    this.#areMany = false;
    for (const file of this.#store.files()) this.#stale.add(file.path);
  }

  /** Absent when the file or its source changed meanwhile: it is checked again later. */
  async #check(
    path: string,
    around: Around,
    slice: Slice,
  ): Promise<readonly Problem[] | undefined> {
    const { result, cost } = await runSteps(
      checkFileStepwise(this.#store, path, around),
      () => this.#pauseAtEnd(slice),
      () => !this.#stale.has(path) && !this.#isDisposed,
    );
    if (result === undefined) return undefined;
    if (cost * PAUSE_FACTOR > PAUSE_MS) this.#costs.set(path, cost);
    else this.#costs.delete(path);
    return result;
  }

  /** The text of the source, and the older one that the file was written for, ready to be asked for. */
  async #aroundOf(path: string, slice = new Slice()): Promise<Around> {
    const source = this.#sourceOf(path);
    const read = new Map<string, SourceText | undefined>();
    if (source !== undefined) {
      for (const each of new Set([source.path, sourceOfPath(path)])) {
        read.set(each, await this.#sources.read(each));
      }
      const text = read.get(source.path);
      const { blob } = source;
      const isUnsaved = this.#folder.documentOf(source.path)?.isDirty === true;
      if (!isUnsaved && blob !== undefined && text !== undefined) {
        const steps = text.prepareBlob();
        while (steps.next().done !== true) await slice.pauseAtEnd();
        if (text.blob !== blob) await this.#oldTexts.load([blob]);
      }
    }
    const located = source && (await this.#locatedIn(read.get(source.path), source, slice));
    return {
      sourceText: (each) => {
        const document = this.#folder.documentOf(each);
        const text = read.get(each);
        // A deleted source may still have its document.
        return text === undefined || document === undefined ? text : this.#sources.textOf(document);
      },
      oldText: (blob) => this.#oldTexts.get(blob),
      located: (each) => {
        const document = this.#folder.documentOf(each);
        if (document !== undefined) return this.#passages.all(document);
        return each === source?.path ? located : undefined;
      },
      isUnsaved: (each) => this.#folder.documentOf(each)?.isDirty === true,
      across: this.#across,
    };
  }

  /** Absent when that is quick, or when an older text has to be asked. */
  async #locatedIn(
    text: SourceText | undefined,
    { path, blob }: { readonly path: string; readonly blob?: string },
    slice: Slice,
  ): Promise<readonly LocatedAnnotation[] | undefined> {
    const records = this.#store.indexes.annotationsOf(path);
    const isQuick = records.length <= MANY_ANNOTATIONS;
    if (isQuick || text === undefined || (blob !== undefined && text.blob !== blob)) {
      return undefined;
    }
    if (this.#folder.documentOf(path) !== undefined) return undefined;
    const steps = locateStepwise(text, records);
    for (;;) {
      const step = steps.next();
      if (step.done === true) return step.value;
      await slice.pauseAtEnd();
    }
  }

  #sourceOf(path: string): { readonly path: string; readonly blob?: string } | undefined {
    const content = this.#store.file(path)?.content;
    return content?.kind === 'annotations' ? content.source : undefined;
  }
}
