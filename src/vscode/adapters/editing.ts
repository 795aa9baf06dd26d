/** Performs the analyst's operations: core computes the edits, the writer makes them, history keeps them. */
import * as vscode from 'vscode';
import { History, type Reversal } from '../../core/history/history';
import { carryOut, type CarriedOut, type Files } from '../../core/operations/carryOut';
import type { FileChange } from '../../core/operations/draft';
import type { Operation } from '../../core/operations/operation';
import { perform, type Performed } from '../../core/operations/perform';
import type { Store } from '../../core/store/store';
import type { SourceText } from '../../core/text/sourceText';
import type { Held } from './atomicWrite.node';
import { remark, tell, tellWithButton, wordsFor } from './failures';
import type { FileWriter } from './fileWriter';
import type { Folder } from './folder';
import { newAnnotationId } from './ids';
import type { Loader } from './loader';
import type { Pending } from './pending';
import type { Sources } from './sources';
import { workingFiles } from './workingFiles';

/** What was asked for, with the texts that its offsets are of. */
interface Request {
  readonly label: string;
  readonly operations: readonly Operation[];
  readonly automatic: boolean;
  readonly texts: ReadonlyMap<string, SourceText>;
}

type Direction = 'undo' | 'redo';

export class Editing {
  readonly #store: Store;
  readonly #folder: Folder;
  readonly #sources: Sources;
  readonly #files: Files<Held>;
  readonly #pending: Pending;
  readonly #history = new History();
  /** What could not be written, in its order. */
  readonly #waiting: Request[] = [];
  /** Changes are made one after the other; the last one asked for is at the end of this. */
  #queue: Promise<unknown> = Promise.resolve();

  constructor(
    store: Store,
    folder: Folder,
    sources: Sources,
    loader: Loader,
    writer: FileWriter,
    pending: Pending,
  ) {
    this.#store = store;
    this.#folder = folder;
    this.#sources = sources;
    this.#files = workingFiles(writer, loader);
    this.#pending = pending;
  }

  /**
   * All operations or none, saved at once as one step of undo. Gives the id that each operation
   * made or changed; when it cannot be done, tells the person why and gives nothing. What cannot be
   * written is kept, and tried again before the next operation. An `automatic` step is made by the
   * extension itself: it is undone with the step of the person before it, and nothing is told or kept.
   */
  perform(
    label: string,
    operations: readonly Operation[],
    { automatic = false }: { readonly automatic?: boolean } = {},
  ): Promise<readonly string[] | undefined> {
    return this.#enqueue(() => this.#perform(label, operations, automatic));
  }

  /**
   * Other texts of files, or new ones, saved as one step of undo; nothing, with a message, when one of the
   * files has changed or is there already.
   */
  rewrite(label: string, ...changes: readonly FileChange[]): Promise<boolean> {
    return this.#enqueue(() => this.#rewrite(label, changes));
  }

  undo(): Promise<void> {
    return this.#enqueue(() => this.#undo());
  }

  redo(): Promise<void> {
    return this.#enqueue(() => this.#reverse('redo'));
  }

  /** Tries again to save what could not be written. */
  retry(): Promise<void> {
    return this.#enqueue(() => this.#retry());
  }

  #enqueue<T>(task: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(task);
    this.#queue = result.catch(() => undefined);
    return result;
  }

  async #perform(
    label: string,
    operations: readonly Operation[],
    automatic: boolean,
  ): Promise<readonly string[] | undefined> {
    if (this.#folder.uri === undefined) {
      tell('Open the folder that holds the sources first: annotations are saved in it.');
      return undefined;
    }
    const texts = await this.#sourceTexts(operations);
    await this.#saveWaiting();
    const request = { label, operations, automatic, texts };
    const outcome = await this.#save(request);
    if (outcome.kind === 'written') return outcome.decision.ids;
    if (automatic) return undefined;
    if (outcome.kind === 'refused') tell(outcome.decision.error.message);
    else this.#keep(request, wordsFor(outcome.refusal));
    return undefined;
  }

  async #save({ label, operations, automatic, texts }: Request): Promise<CarriedOut<Performed>> {
    const around = { sourceText: (path: string) => texts.get(path), newAnnotationId };
    const outcome = await carryOut(this.#files, () => perform(this.#store, around, operations));
    if (outcome.kind === 'written' && outcome.decision.changes.length > 0) {
      this.#history.record({ label, changes: outcome.decision.changes, automatic });
    }
    return outcome;
  }

  #keep(request: Request, message: string): void {
    this.#waiting.push(request);
    this.#announce();
    this.#tellWaiting(message);
  }

  #tellWaiting(message: string): void {
    const which = this.#waiting.map(({ label }) => `“${label}”`).join(', ');
    tellWithButton(`${message} Kept until it can be saved: ${which}.`, 'Retry', () => {
      void this.retry();
    });
  }

  #announce(): void {
    const labels = this.#waiting.map(({ label }) => label);
    this.#pending.set(this, { labels, retry: () => this.retry() });
  }

  /** In their order, up to the first one that still cannot be written; why that cannot. */
  async #saveWaiting(): Promise<string | undefined> {
    for (let next = this.#waiting[0]; next !== undefined; next = this.#waiting[0]) {
      const outcome = await this.#save(next);
      if (outcome.kind === 'unwritten') return wordsFor(outcome.refusal);
      this.#waiting.shift();
      this.#announce();
      if (outcome.kind === 'refused') {
        tell(`“${next.label}” can no longer be saved: ${outcome.decision.error.message}`);
      } else {
        remark(`Saved: ${next.label}`);
      }
    }
    return undefined;
  }

  async #retry(): Promise<void> {
    const message = await this.#saveWaiting();
    if (message !== undefined) this.#tellWaiting(message);
  }

  async #rewrite(label: string, changes: readonly FileChange[]): Promise<boolean> {
    const written = await this.#files.write(changes, undefined);
    if (written.ok) {
      this.#history.record({ label, changes });
      return true;
    }
    const { refusal } = written;
    if (refusal.kind === 'changed') await this.#files.reload([refusal.path]);
    tell(wordsFor(refusal));
    return false;
  }

  /** What the person did last may be what was not saved: that is simply forgotten. */
  async #undo(): Promise<void> {
    const last = this.#waiting.pop();
    if (last === undefined) return this.#reverse('undo');
    this.#announce();
    remark(`Taken back before it was saved: ${last.label}`);
  }

  async #reverse(direction: Direction): Promise<void> {
    const textOf = (path: string): string | undefined => this.#store.file(path)?.text;
    const outcome = await carryOut(this.#files, () => asDecision(this.#history[direction](textOf)));
    switch (outcome.kind) {
      case 'written': {
        this.#history.commit(direction);
        const { label } = outcome.decision;
        remark(direction === 'undo' ? `Undone: ${label}` : `Done again: ${label}`);
        return;
      }
      case 'refused':
        refuse(direction, outcome.decision);
        return;
      case 'unwritten':
        tell(wordsFor(outcome.refusal));
    }
  }

  async #sourceTexts(operations: readonly Operation[]): Promise<ReadonlyMap<string, SourceText>> {
    const paths = new Set(operations.flatMap((operation) => this.#sourcesOf(operation)));
    const texts = new Map<string, SourceText>();
    for (const path of paths) {
      const text = this.#sources.isSource(path) ? await this.#sourceText(path) : undefined;
      if (text !== undefined) texts.set(path, text);
    }
    return texts;
  }

  /** A source in an editor can be annotated though its disk is gone: the change waits then. */
  async #sourceText(path: string): Promise<SourceText | undefined> {
    const text = await this.#sources.read(path);
    const document = text === undefined ? this.#folder.documentOf(path) : undefined;
    if (document === undefined || (await isThere(this.#folder.uri))) return text;
    return this.#sources.textOf(document);
  }

  #sourcesOf(operation: Operation): readonly string[] {
    if (operation.op === 'moveSource') return [operation.to];
    if ('source' in operation) return [operation.source];
    if (operation.op === 'comment')
      return operation.on.kind === 'source' ? [operation.on.path] : [];
    if (operation.op !== 'update' && operation.op !== 'delete') return [];
    return this.#store.indexes.annotationsWithId(operation.id).map((record) => record.source);
  }
}

async function isThere(uri: vscode.Uri | undefined): Promise<boolean> {
  if (uri === undefined) return false;
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}

type ReversalDecision =
  | { readonly ok: true; readonly changes: readonly FileChange[]; readonly label: string }
  | Extract<Reversal, { ok: false }>;

function asDecision(reversal: Reversal): ReversalDecision {
  if (!reversal.ok) return reversal;
  const { label, changes } = reversal.step;
  return { ok: true, changes, label };
}

function refuse(direction: Direction, reversal: Extract<Reversal, { ok: false }>): void {
  if (reversal.reason === 'nothing') {
    remark(`No annotation change to ${direction}.`);
    return;
  }
  const { path, id } = reversal;
  const what = id === undefined ? path : `“${id}” in ${path}`;
  tell(`${what} was changed at the same place since; ${direction} would lose that.`);
}
