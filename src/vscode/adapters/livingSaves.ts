/** When a source is saved, the files say anew what edits changed about their annotations. */
import * as vscode from 'vscode';
import type { Differing, LivingSource } from '../../core/store/livingSource';
import type { Store } from '../../core/store/store';
import { SourceText } from '../../core/text/sourceText';
import type { Editing } from './editing';
import type { LivingDocuments } from './livingDocuments';
import type { Sources } from './sources';

export class LivingSaves {
  readonly #store: Store;
  readonly #sources: Sources;
  readonly #living: LivingDocuments;
  readonly #editing: Editing;
  readonly #subscription: vscode.Disposable;

  constructor(store: Store, sources: Sources, living: LivingDocuments, editing: Editing) {
    this.#store = store;
    this.#sources = sources;
    this.#living = living;
    this.#editing = editing;
    this.#subscription = vscode.workspace.onDidSaveTextDocument((document) => {
      void this.#saved(document);
    });
  }

  dispose(): void {
    this.#subscription.dispose();
  }

  /** One write for the annotations whose words or context changed; none when there are none. */
  async #saved(document: vscode.TextDocument): Promise<void> {
    const path = this.#sources.pathOf(document.uri);
    if (path === undefined || !this.#sources.isSourceDocument(document)) return;
    this.#living.compare(document);
    const living = this.#living.of(document);
    const differing = living?.differing.filter((each) => this.#canWrite(each)) ?? [];
    if (living === undefined || differing.length === 0) return;
    living.rewriting(differing.map(({ record }) => record));
    const operation = {
      op: 'reanchor' as const,
      source: path,
      places: placesOf(living, differing),
    };
    await this.#editing.perform('Passages of a saved source', [operation], { automatic: true });
    living.rewriting([]);
  }

  /** Files that do not parse, and ids that stand for several annotations, are a matter for the checks. */
  #canWrite({ record, spans }: Differing): boolean {
    const { annotation, source, path } = record;
    const twins = this.#store.indexes
      .annotationsWithId(annotation.id)
      .filter((other) => other.source === source);
    const isReadable = this.#store.file(path)?.readable === true;
    return twins.length === 1 && isReadable && spans.every(({ start, end }) => end > start);
  }
}

function placesOf(
  living: LivingSource,
  differing: readonly Differing[],
): { id: string; targets: { start: number; end: number }[] }[] {
  const { codePoints } = SourceText.of(living.text);
  return differing.map(({ record, spans }) => ({
    id: record.annotation.id,
    targets: spans.map(({ start, end }) => ({
      start: codePoints.fromUtf16(start),
      end: codePoints.fromUtf16(end),
    })),
  }));
}
