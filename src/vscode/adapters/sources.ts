/** Which documents are sources, and their text. */
import * as vscode from 'vscode';
import type { Schema } from '../../core/model/schema';
import { sourceGlobs, sourceMatcher } from '../../core/schema/sources';
import type { Store } from '../../core/store/store';
import { isBinary } from '../../core/text/normalise';
import { SourceText } from '../../core/text/sourceText';
import type { Folder } from './folder';

/** What is no source in any folder, and may be very much. */
export const EXCLUDED = '**/{node_modules,.git}/**';

export class Sources {
  readonly #store: Store;
  readonly #folder: Folder;
  readonly #texts = new WeakMap<vscode.TextDocument, { version: number; text: SourceText }>();
  #matcher: { schema: Schema; matches: (path: string) => boolean } | undefined;

  constructor(store: Store, folder: Folder) {
    this.#store = store;
    this.#folder = folder;
  }

  pathOf(uri: vscode.Uri): string | undefined {
    return this.#folder.pathOf(uri);
  }

  uriOf(path: string): vscode.Uri | undefined {
    return this.#folder.uriOf(path);
  }

  /** Whether the schema counts the file among the sources. */
  isSource(path: string): boolean {
    const { schema } = this.#store;
    if (this.#matcher?.schema !== schema) {
      this.#matcher = { schema, matches: sourceMatcher(schema) };
    }
    return this.#matcher.matches(path);
  }

  isSourceDocument(document: vscode.TextDocument): boolean {
    const path = this.pathOf(document.uri);
    return path !== undefined && this.isSource(path);
  }

  /** Every source of the folder, sorted. */
  async list(): Promise<readonly string[]> {
    const root = this.#folder.uri;
    if (root === undefined) return [];
    const found = await Promise.all(
      sourceGlobs(this.#store.schema).map((glob) =>
        vscode.workspace.findFiles(new vscode.RelativePattern(root, glob), EXCLUDED),
      ),
    );
    const paths = found.flat().flatMap((uri) => this.pathOf(uri) ?? []);
    return [...new Set(paths)].filter((path) => this.isSource(path)).sort();
  }

  /** The normalised text of an open document, computed once for each version of it. */
  textOf(document: vscode.TextDocument): SourceText {
    const cached = this.#texts.get(document);
    if (cached?.version === document.version) return cached.text;
    const text = SourceText.of(document.getText());
    this.#texts.set(document, { version: document.version, text });
    return text;
  }

  /** From the open document or from disk; absent when there is no such file that can be read as text. */
  async read(path: string): Promise<SourceText | undefined> {
    const document = this.#folder.documentOf(path);
    // VS Code keeps documents of files that were deleted for a while.
    if (document !== undefined && (document.isDirty || (await this.#folder.isFile(path)))) {
      return this.textOf(document);
    }
    // A folder of this name, or one without permission, is no text either.
    const decoded = await this.#folder.readText(path).catch(() => undefined);
    return decoded === undefined || isBinary(decoded) ? undefined : SourceText.of(decoded);
  }
}
