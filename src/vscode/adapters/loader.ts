/** Feeds the annotation files of the folder into the store, and keeps them current. */
import * as vscode from 'vscode';
import { ANNOTATION_GLOBS, fileKind } from '../../core/storage/paths';
import type { Store } from '../../core/store/store';
import { tell, wordsFor } from './failures';
import type { Folder } from './folder';

/** More at once gains nothing; see the measurements in CONTRIBUTING.md. */
const READS_AT_ONCE = 64;
const RESCAN_DELAY_MS = 300;

export class Loader {
  readonly #store: Store;
  readonly #folder: Folder;
  readonly #disposables: vscode.Disposable[] = [];
  #scan: Promise<void> | undefined;
  #firstScan: Promise<void> = Promise.resolve();
  #scansWanted = 0;
  /** How often a text of each file was taken in, to know a read that was overtaken. */
  readonly #taken = new Map<string, number>();
  /** Files whose last read failed, so that each is told once. */
  readonly #unreadable = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(store: Store, folder: Folder) {
    this.#store = store;
    this.#folder = folder;
  }

  /** Watches the files, and starts a first scan that nothing waits for. */
  start(): void {
    const root = this.#folder.uri;
    if (root !== undefined) this.#watch(root);
    this.#disposables.push(
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#takeDocument(document)),
      vscode.workspace.onDidCloseTextDocument((document) => void this.#readFile(document.uri)),
      vscode.window.onDidChangeWindowState(({ focused }) => {
        if (focused) this.#rescanSoon();
      }),
      vscode.workspace.onDidChangeWorkspaceFolders(() => void this.scan()),
    );
    this.#firstScan = this.scan();
  }

  /** Resolves when the files that were there at the start have been read. */
  get ready(): Promise<void> {
    return this.#firstScan;
  }

  /** Reads every annotation file anew; a scan asked for while one runs follows it. */
  async scan(): Promise<void> {
    if (this.#scan !== undefined) {
      this.#scansWanted++;
      return this.#scan;
    }
    this.#scan = this.#scanUntilQuiet();
    try {
      await this.#scan;
    } finally {
      this.#scan = undefined;
    }
  }

  /** Takes in a text that was just written, without waiting for the watcher. */
  take(path: string, text: string | undefined): void {
    this.#taken.set(path, (this.#taken.get(path) ?? 0) + 1);
    if (text === undefined) this.#store.removeFile(path);
    else this.#store.replaceFile(path, text);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const disposable of this.#disposables) disposable.dispose();
  }

  #watch(root: vscode.Uri): void {
    for (const glob of ANNOTATION_GLOBS) {
      const watcher = vscode.workspace.createFileSystemWatcher(
        new vscode.RelativePattern(root, glob),
      );
      watcher.onDidChange((uri) => void this.#readFile(uri));
      watcher.onDidCreate((uri) => void this.#readFile(uri));
      watcher.onDidDelete((uri) => void this.#readFile(uri));
      this.#disposables.push(watcher);
    }
    // Files created with their folder give no event of their own, and `git` creates many at once.
    const folders = vscode.workspace.createFileSystemWatcher(
      new vscode.RelativePattern(root, 'annotations/**'),
    );
    folders.onDidCreate((uri) => this.#rescanFor(uri));
    folders.onDidDelete((uri) => this.#rescanFor(uri));
    this.#disposables.push(folders);
  }

  async #scanUntilQuiet(): Promise<void> {
    do {
      this.#scansWanted = 0;
      await this.#scanOnce();
    } while (this.#scansWanted > 0);
  }

  async #scanOnce(): Promise<void> {
    const root = this.#folder.uri;
    if (root === undefined) return;
    const found = await Promise.all(
      ANNOTATION_GLOBS.map((glob) =>
        vscode.workspace.findFiles(new vscode.RelativePattern(root, glob), '**/node_modules/**'),
      ),
    );
    const paths = new Set(found.flat().flatMap((uri) => this.#folder.pathOf(uri) ?? []));
    const wanted = [...paths].filter((path) => fileKind(path) !== undefined).sort();
    for (let from = 0; from < wanted.length; from += READS_AT_ONCE) {
      await Promise.all(wanted.slice(from, from + READS_AT_ONCE).map((path) => this.#load(path)));
    }
    for (const { path } of [...this.#store.files()]) {
      if (!paths.has(path)) await this.#load(path);
    }
  }

  async #readFile(uri: vscode.Uri): Promise<void> {
    const path = uri.scheme === this.#folder.uri?.scheme ? this.#folder.pathOf(uri) : undefined;
    if (path !== undefined && fileKind(path) !== undefined) await this.#load(path);
  }

  async #load(path: string): Promise<void> {
    const document = this.#folder.documentOf(path);
    if (document !== undefined) {
      this.#takeDocument(document);
      return;
    }
    const taken = this.#taken.get(path);
    try {
      const text = await this.#folder.readText(path);
      // A file that was written meanwhile may have been read as it was before.
      if (this.#taken.get(path) !== taken) {
        await this.#load(path);
        return;
      }
      this.take(path, text);
      this.#unreadable.delete(path);
    } catch (error) {
      // The file keeps its last state in the store, and the next scan tries again.
      if (!this.#unreadable.has(path)) tell(wordsFor(path, 'read', error));
      this.#unreadable.add(path);
    }
  }

  /** An open annotation file counts as it stands in the editor. */
  #takeDocument(document: vscode.TextDocument): void {
    if (document.uri.scheme !== this.#folder.uri?.scheme) return;
    const path = this.#folder.pathOf(document.uri);
    if (path !== undefined && fileKind(path) !== undefined) this.take(path, document.getText());
  }

  /** What the other watchers report, and the temporary files of saving, need no scan. */
  #rescanFor({ path }: vscode.Uri): void {
    if (!/\.(?:yaml|tmp)$/.test(path)) this.#rescanSoon();
  }

  #rescanSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.scan(), RESCAN_DELAY_MS);
  }
}
