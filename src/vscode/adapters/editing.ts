/** Performs the analyst's operations: core computes the edits, the writer makes them, history keeps them. */
import { History } from '../../core/history/history';
import type { FileChange } from '../../core/operations/draft';
import type { Operation } from '../../core/operations/operation';
import { perform } from '../../core/operations/perform';
import type { Store } from '../../core/store/store';
import type { SourceText } from '../../core/text/sourceText';
import { remark, tell } from './failures';
import type { FileWriter } from './fileWriter';
import type { Folder } from './folder';
import { newAnnotationId } from './ids';
import type { Loader } from './loader';
import type { Sources } from './sources';

export class Editing {
  readonly #store: Store;
  readonly #folder: Folder;
  readonly #sources: Sources;
  readonly #loader: Loader;
  readonly #writer: FileWriter;
  readonly #history = new History();
  /** Changes are made one after the other; the last one asked for is at the end of this. */
  #queue: Promise<unknown> = Promise.resolve();

  constructor(store: Store, folder: Folder, sources: Sources, loader: Loader, writer: FileWriter) {
    this.#store = store;
    this.#folder = folder;
    this.#sources = sources;
    this.#loader = loader;
    this.#writer = writer;
  }

  /**
   * All operations or none, saved at once as one step of undo. Gives the id that each operation
   * made or changed; when it cannot be done, tells the person why and gives nothing.
   */
  perform(label: string, operations: readonly Operation[]): Promise<readonly string[] | undefined> {
    return this.#enqueue(() => this.#perform(label, operations));
  }

  undo(): Promise<void> {
    return this.#enqueue(() => this.#reverse('undo'));
  }

  redo(): Promise<void> {
    return this.#enqueue(() => this.#reverse('redo'));
  }

  #enqueue<T>(task: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(task);
    this.#queue = result.catch(() => undefined);
    return result;
  }

  async #perform(
    label: string,
    operations: readonly Operation[],
  ): Promise<readonly string[] | undefined> {
    if (this.#folder.uri === undefined) {
      tell('Open the folder that holds the sources first: annotations are saved in it.');
      return undefined;
    }
    const texts = await this.#sourceTexts(operations);
    // A file that another program changed is read again, and the operations are done on that.
    for (let attempt = 0; attempt < 2; attempt++) {
      const around = { sourceText: (path: string) => texts.get(path), newAnnotationId };
      const performed = perform(this.#store, around, operations);
      if (!performed.ok) {
        tell(performed.error.message);
        return undefined;
      }
      const written = await this.#writer.write(performed.changes);
      if (written.ok) {
        this.#take(performed.changes);
        if (performed.changes.length > 0) {
          this.#history.record({ label, changes: performed.changes });
        }
        return performed.ids;
      }
      if ('message' in written) {
        tell(written.message);
        return undefined;
      }
      await this.#loader.scan();
    }
    tell(
      'The annotation files are being changed by another program; nothing was written. Try again.',
    );
    return undefined;
  }

  async #reverse(direction: 'undo' | 'redo'): Promise<void> {
    const textOf = (path: string): string | undefined => this.#store.file(path)?.text;
    const reversal = direction === 'undo' ? this.#history.undo(textOf) : this.#history.redo(textOf);
    if (!reversal.ok) {
      if (reversal.reason === 'nothing') {
        remark(`No annotation change to ${direction}.`);
      } else {
        tell(`${reversal.path} was changed at the same place since; ${direction} would lose that.`);
      }
      return;
    }
    const { label, changes } = reversal.step;
    const written = await this.#writer.write(changes);
    if (written.ok) {
      this.#history.commit(direction);
      this.#take(changes);
      remark(direction === 'undo' ? `Undone: ${label}` : `Done again: ${label}`);
      return;
    }
    if ('message' in written) {
      tell(written.message);
      return;
    }
    await this.#loader.scan();
    tell(`${written.changed} was changed by another program; ${direction} again to go on.`);
  }

  #take(changes: readonly FileChange[]): void {
    for (const { path, after } of changes) this.#loader.take(path, after);
  }

  async #sourceTexts(operations: readonly Operation[]): Promise<ReadonlyMap<string, SourceText>> {
    const paths = new Set(operations.flatMap((operation) => this.#sourcesOf(operation)));
    const texts = new Map<string, SourceText>();
    for (const path of paths) {
      const text = this.#sources.isSource(path) ? await this.#sources.read(path) : undefined;
      if (text !== undefined) texts.set(path, text);
    }
    return texts;
  }

  #sourcesOf(operation: Operation): readonly string[] {
    if ('source' in operation) return [operation.source];
    if (operation.op !== 'update' && operation.op !== 'delete') return [];
    return this.#store.indexes.annotationsWithId(operation.id).map((record) => record.source);
  }
}
