/** Files as they were in a commit: read-only documents, with the annotations of that commit. */
import * as vscode from 'vscode';
import { parseFile } from '../../core/storage/parse';
import { annotationPath, fileKind } from '../../core/storage/paths';
import type { AnnotationRecord, Store } from '../../core/store/store';
import type { Folder } from './folder';
import { gitPath } from './gitExtension';
import { REVISION_SCHEME } from './revisionScheme';
import { readTexts } from './reviewGit.node';

const NONE: readonly AnnotationRecord[] = [];

export class RevisionDocuments implements vscode.TextDocumentContentProvider {
  readonly #store: Store;
  readonly #folder: Folder;
  readonly #records = new Map<string, readonly AnnotationRecord[]>();
  readonly #subscriptions: vscode.Disposable;

  constructor(store: Store, folder: Folder) {
    this.#store = store;
    this.#folder = folder;
    this.#subscriptions = vscode.Disposable.from(
      vscode.workspace.registerTextDocumentContentProvider(REVISION_SCHEME, this),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#records.delete(uri.toString())),
    );
  }

  /** The file at the path as it was in the commit; empty where `commit` is absent. */
  uriOf(path: string, commit: string | undefined): vscode.Uri | undefined {
    const uri = this.#folder.uriOf(path);
    return uri?.with({ scheme: REVISION_SCHEME, query: commit ?? '' });
  }

  /** The annotations that the commit of a document has for it; none before it is open. */
  recordsOf(uri: vscode.Uri): readonly AnnotationRecord[] {
    return this.#records.get(uri.toString()) ?? NONE;
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string | undefined> {
    const path = this.#folder.pathOf(uri);
    const root = this.#folder.uri;
    if (path === undefined || root === undefined) return undefined;
    const commit = uri.query;
    if (commit === '' || !vscode.workspace.isTrusted) return '';
    const places = fileKind(path) === undefined ? this.#annotationPaths(path) : [];
    const texts = await readTexts(root, commit, [path, ...places], await gitPath());
    this.#records.set(uri.toString(), recordsIn(texts, path, places));
    return (texts.get(path) ?? '').replace(/^\ufeff/, '');
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  /** Where the annotations of a source may have been. */
  #annotationPaths(source: string): readonly string[] {
    const now = this.#store.indexes.sourceFiles(source).map(({ path }) => path);
    return [
      ...new Set([...now, annotationPath(source, 'folder'), annotationPath(source, 'beside')]),
    ];
  }
}

function recordsIn(
  texts: ReadonlyMap<string, string>,
  source: string,
  paths: readonly string[],
): readonly AnnotationRecord[] {
  return paths.flatMap((path) => {
    const text = texts.get(path);
    const content = text === undefined ? undefined : parseFile(path, text)?.content;
    if (content?.kind !== 'annotations' || content.source.path !== source) return [];
    return content.annotations.map((annotation) => ({
      kind: 'annotation' as const,
      annotation,
      source,
      path,
    }));
  });
}
