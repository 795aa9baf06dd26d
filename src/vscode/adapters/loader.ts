/** Feeds the annotation files of the folder into the store, and keeps them current. */
import * as vscode from 'vscode';
import { ANNOTATION_GLOBS, fileKind, RECORD_FOLDERS, SCHEMA_PATH } from '../../core/storage/paths';
import { readPatiently } from '../../core/storage/patience';
import type { Store } from '../../core/store/store';
import { tell, wordsForError } from './failures';
import type { Folder } from './folder';
import { filesIn, listFiles } from './listing';
import { Slice } from './slice';

/** More at once gains nothing; see the measurements in CONTRIBUTING.md. */
const READS_AT_ONCE = 64;
const RESCAN_DELAY_MS = 300;
/** In UTF-16 code units: reading such a file and taking in its records are two slices. */
const LONG = 1_000_000;
/** Long enough for a view to show the first records before the disk is busy with the others. */
const SHOW_MS = 150;

interface Reading {
  readonly path: string;
  readonly text: string | undefined;
  /** How often the file had been taken in when it was read. */
  readonly taken: number | undefined;
}

export class Loader {
  readonly #store: Store;
  readonly #folder: Folder;
  readonly #scanned = new vscode.EventEmitter<void>();
  readonly #disposables: { dispose(): unknown }[] = [this.#scanned];
  /** What is still to be read. Whatever is added while something is read comes next. */
  readonly #wanted = new Set<string>();
  #isScanWanted = false;
  #hasScanned = false;
  #work: Promise<void> | undefined;
  #firstScan: Promise<void> = Promise.resolve();
  /** How often a text of each file was taken in, to know a read that was overtaken. */
  readonly #taken = new Map<string, number>();
  /** Files whose last read failed, so that each is told once. */
  readonly #unreadable = new Set<string>();
  #rescan: ReturnType<typeof setTimeout> | undefined;
  #isDisposed = false;

  constructor(store: Store, folder: Folder) {
    this.#store = store;
    this.#folder = folder;
  }

  /** Watches the files, and starts a first scan that nothing waits for. */
  start(): void {
    const root = this.#folder.uri;
    if (root !== undefined) this.#watch(root);
    this.#firstScan = this.scan();
  }

  /** Resolves when the files that were there at the start have been read. */
  get ready(): Promise<void> {
    return this.#firstScan;
  }

  /** Fires after each scan, when the store has what it found. */
  get onDidScan(): vscode.Event<void> {
    return this.#scanned.event;
  }

  /**
   * Reads every annotation file anew. A scan asked for while one runs follows it, and several of them
   * are one. Resolves when everything that was asked for so far has been read; never rejects.
   */
  scan(): Promise<void> {
    this.#isScanWanted = true;
    return this.#start();
  }

  /** A scan in a moment, for what often comes many times at once. */
  scanSoon(): void {
    this.#rescan ??= setTimeout(() => {
      this.#rescan = undefined;
      void this.scan();
    }, RESCAN_DELAY_MS);
  }

  /** Reads these files anew; paths of other files are left out. */
  reload(paths: Iterable<string>): Promise<void> {
    for (const path of paths) {
      if (fileKind(path) !== undefined) this.#wanted.add(path);
    }
    return this.#start();
  }

  /** Takes in a text that was just written, without waiting for the watcher. */
  take(path: string, text: string | undefined): void {
    this.#taken.set(path, (this.#taken.get(path) ?? 0) + 1);
    if (text === undefined) this.#store.removeFile(path);
    else this.#store.replaceFile(path, text);
  }

  dispose(): void {
    this.#isDisposed = true;
    clearTimeout(this.#rescan);
    for (const disposable of this.#disposables) disposable.dispose();
  }

  #watch(root: vscode.Uri): void {
    for (const glob of ANNOTATION_GLOBS) {
      const watcher = this.#watcher(root, glob);
      watcher.onDidChange((uri) => this.#changed(uri));
      watcher.onDidCreate((uri) => this.#changed(uri));
      watcher.onDidDelete((uri) => this.#changed(uri));
    }
    // Files created with their folder give no event of their own, and `git` creates many at once.
    const folders = this.#watcher(root, 'annotations/**');
    folders.onDidCreate((uri) => this.#folderChanged(uri));
    folders.onDidDelete((uri) => this.#folderChanged(uri));
    // The git extension looks at most every few seconds; what git wrote last is there at once.
    const git = this.#watcher(root, '.git/{index,logs/HEAD}');
    git.onDidChange(() => this.scanSoon());
    git.onDidCreate(() => this.scanSoon());
    this.#disposables.push(
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#takeDocument(document)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#changed(uri)),
      vscode.workspace.onDidRenameFiles(({ files }) => {
        for (const { oldUri, newUri } of files) {
          this.#changedHere(oldUri);
          this.#changedHere(newUri);
        }
      }),
      vscode.workspace.onDidCreateFiles(({ files }) => {
        for (const uri of files) this.#changed(uri);
      }),
      vscode.workspace.onDidDeleteFiles(({ files }) => {
        for (const uri of files) this.#changedHere(uri);
      }),
      vscode.window.onDidChangeWindowState(({ focused }) => {
        if (focused) this.scanSoon();
      }),
    );
  }

  #watcher(root: vscode.Uri, glob: string): vscode.FileSystemWatcher {
    const pattern = new vscode.RelativePattern(root, glob);
    const watcher = vscode.workspace.createFileSystemWatcher(pattern);
    this.#disposables.push(watcher);
    return watcher;
  }

  #changed(uri: vscode.Uri): void {
    const path = uri.scheme === this.#folder.uri?.scheme ? this.#folder.pathOf(uri) : undefined;
    if (path !== undefined && fileKind(path) !== undefined) void this.reload([path]);
  }

  /** What the other watchers report, and what stands beside a file that is saved, need no scan. */
  #folderChanged({ path }: vscode.Uri): void {
    if (!/\.(?:yaml|tmp|lock)$/.test(path)) this.scanSoon();
  }

  /** A file or folder that was moved or deleted in this window. */
  #changedHere(uri: vscode.Uri): void {
    const path = this.#folder.pathOf(uri);
    if (path === undefined) return;
    if (fileKind(path) === undefined) this.scanSoon();
    else void this.reload([path]);
  }

  #start(): Promise<void> {
    return (this.#work ??= this.#workUntilQuiet());
  }

  async #workUntilQuiet(): Promise<void> {
    try {
      // Changes often come many at once: one round for all of them.
      await Promise.resolve();
      while ((this.#isScanWanted || this.#wanted.size > 0) && !this.#isDisposed) {
        const paths = [...this.#wanted];
        this.#wanted.clear();
        if (this.#isScanWanted) {
          this.#isScanWanted = false;
          await this.#scanOnce(paths);
          this.#scanned.fire();
        } else {
          await this.#load(paths);
        }
      }
    } finally {
      this.#work = undefined;
    }
  }

  /** `more` are files that something was said about: the listing may not have them. */
  async #scanOnce(more: readonly string[]): Promise<void> {
    const root = this.#folder.uri;
    if (root === undefined) return;
    const records = await this.#recordsToShow(root);
    const [listed] = await Promise.all([listFiles(root, this.#folder), this.#load(records)]);
    const shownFirst = new Set(records);
    const gone = [...this.#store.files()]
      .map(({ path }) => path)
      .filter((path) => !listed.has(path));
    // An unmounted disk or a folder that was taken away has deleted nothing.
    if (listed.size === 0 && gone.length > 0 && !(await isThere(root))) return;
    const rest = [...listed].filter((path) => !shownFirst.has(path)).sort();
    await this.#load([...new Set([...rest, ...gone, ...more])]);
  }

  /**
   * The first time the records, with which the views begin, need not wait for a search of the whole
   * folder: some are read, with a moment to show them. Gives the others.
   */
  async #recordsToShow(root: vscode.Uri): Promise<readonly string[]> {
    if (this.#hasScanned) return [];
    this.#hasScanned = true;
    const lists = RECORD_FOLDERS.map((path) => filesIn(root, path, this.#folder));
    const records = (await Promise.all(lists)).flat().sort();
    await this.#load([SCHEMA_PATH, ...records.slice(0, READS_AT_ONCE)]);
    if (records.length <= READS_AT_ONCE) return [];
    await new Promise((resolve) => setTimeout(resolve, SHOW_MS));
    return records.slice(READS_AT_ONCE);
  }

  async #load(paths: readonly string[]): Promise<void> {
    const slice = new Slice();
    const readFrom = (from: number): Promise<readonly (Reading | undefined)[]> =>
      Promise.all(paths.slice(from, from + READS_AT_ONCE).map((path) => this.#read(path)));
    let next = readFrom(0);
    for (let from = READS_AT_ONCE; !this.#isDisposed; from += READS_AT_ONCE) {
      const readings = await next;
      if (readings.length === 0) return;
      // The disk works while these are taken in.
      next = readFrom(from);
      for (const reading of readings) {
        if (reading?.text !== undefined && reading.text.length > LONG) {
          this.#store.prepareFile(reading.path, reading.text);
          await slice.pause();
        }
        if (reading !== undefined) this.#takeReading(reading);
        await slice.pauseAtEnd();
      }
    }
  }

  /** The file on disk; absent when an editor has it, whose text is taken in, or it cannot be read. */
  async #read(path: string): Promise<Reading | undefined> {
    const document = this.#folder.documentOf(path);
    // What was deleted may stay open; it counts while it holds what is saved nowhere.
    if (document !== undefined && (document.isDirty || (await this.#folder.isFile(path)))) {
      this.#takeDocument(document);
      return undefined;
    }
    const taken = this.#taken.get(path);
    try {
      const text = await readPatiently(
        () => this.#folder.readText(path),
        (read) => read === '',
        (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
      );
      this.#unreadable.delete(path);
      return { path, text, taken };
    } catch (error) {
      // The file keeps its last state in the store, and the next scan tries again.
      if (!this.#unreadable.has(path)) tell(wordsForError(path, 'read', error));
      this.#unreadable.add(path);
      return undefined;
    }
  }

  /** A file that was written or opened meanwhile may have been read as it was before: once more. */
  #takeReading({ path, text, taken }: Reading): void {
    const isOvertaken = this.#taken.get(path) !== taken;
    const isOpen = text !== undefined && this.#folder.documentOf(path) !== undefined;
    if (isOvertaken || isOpen) this.#wanted.add(path);
    else this.take(path, text);
  }

  /** An open annotation file counts as it stands in the editor. */
  #takeDocument(document: vscode.TextDocument): void {
    if (document.uri.scheme !== this.#folder.uri?.scheme) return;
    const path = this.#folder.pathOf(document.uri);
    if (path !== undefined && fileKind(path) !== undefined) this.take(path, document.getText());
  }
}

async function isThere(folder: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(folder);
    return true;
  } catch {
    return false;
  }
}
