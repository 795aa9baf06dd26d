/**
 * A store as somebody sees it from whom some annotations are hidden: they are in no index
 * and no content, and changes of them are not told. The texts of files, the records and everything
 * else are those of the whole store.
 */
import type { Moves } from './moves';
import { Indexes } from './indexes';
import { Store, type StoreChange, type StoredFile, type StoredRecord } from './store';
import { recordsOf } from './changes';
import type { FileContent } from '../storage/parse';
import type { Schema } from '../model/schema';
import type { Span } from '../text/span';

/** Whether what this annotator made is hidden; `by` is absent for what names nobody. */
export type IsHidden = (by: string | undefined) => boolean;

export class ShownStore extends Store {
  readonly #whole: Store;
  readonly #listeners = new Set<(change: StoreChange) => void>();
  #isHidden: IsHidden | undefined;
  /** What files say, without what is hidden. */
  #contents = new WeakMap<FileContent, FileContent>();
  /** Without what is hidden; absent while nothing is. */
  #indexes: Indexes | undefined;

  constructor(whole: Store) {
    super();
    this.#whole = whole;
    whole.onDidChange((change) => this.#follow(change));
  }

  get isHiding(): boolean {
    return this.#isHidden !== undefined;
  }

  /** Whether what this annotator makes is shown. */
  showsOf(by: string | undefined): boolean {
    return this.#isHidden?.(by) !== true;
  }

  shows(record: StoredRecord): boolean {
    return this.#isHidden === undefined || isShown(record, this.#isHidden);
  }

  /** Hides what `isHidden` says, or nothing; listeners hear what went and came, as changes of its files. */
  hide(isHidden: IsHidden | undefined): void {
    const before = this.#isHidden;
    if (before === undefined && isHidden === undefined) return;
    this.#isHidden = isHidden;
    this.#contents = new WeakMap();
    this.#indexes = isHidden && indexesWithout(this.#whole, isHidden);
    for (const { path, content } of this.#whole.files()) {
      const change = differenceIn(path, content, before, isHidden);
      if (change !== undefined) this.#tell(change);
    }
  }

  override get schema(): Schema {
    return this.#whole.schema;
  }

  override get indexes(): Indexes {
    return this.#indexes ?? this.#whole.indexes;
  }

  override file(path: string): StoredFile | undefined {
    const file = this.#whole.file(path);
    return file && this.#seen(file);
  }

  override *files(): Iterable<StoredFile> {
    for (const file of this.#whole.files()) yield this.#seen(file);
  }

  override placeOf(path: string, annotationId: string): Span | undefined {
    return this.#whole.placeOf(path, annotationId);
  }

  override get moves(): Moves {
    return this.#whole.moves;
  }

  override setMovesStepwise(moves: Moves): Generator<string> {
    return this.#whole.setMovesStepwise(moves);
  }

  override writtenSource(path: string): string | undefined {
    return this.#whole.writtenSource(path);
  }

  override withMovedSource<Content extends FileContent>(content: Content): Content {
    return this.#whole.withMovedSource(content);
  }

  override replaceFile(path: string, text: string): void {
    this.#whole.replaceFile(path, text);
  }

  override expectFile(...file: Parameters<Store['expectFile']>): void {
    this.#whole.expectFile(...file);
  }

  override prepareFile(path: string, text: string): void {
    this.#whole.prepareFile(path, text);
  }

  override removeFile(path: string): void {
    this.#whole.removeFile(path);
  }

  override onDidChange(listener: (change: StoreChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The text is what the file has: it is shown as it is. */
  #seen(file: StoredFile): StoredFile {
    const isHidden = this.#isHidden;
    const { content } = file;
    if (isHidden === undefined || content?.kind !== 'annotations') return file;
    const known = this.#contents.get(content);
    if (known !== undefined) return { ...file, content: known };
    const seen = {
      ...content,
      annotations: content.annotations.filter(({ by }) => !isHidden(by)),
      rejected: content.rejected.filter(({ by }) => !isHidden(by)),
    };
    this.#contents.set(content, seen);
    return { ...file, content: seen };
  }

  #follow(change: StoreChange): void {
    const isHidden = this.#isHidden;
    const seen = isHidden === undefined ? change : seenOf(change, isHidden);
    this.#indexes?.apply(seen);
    this.#tell(seen);
  }

  #tell(change: StoreChange): void {
    for (const listener of this.#listeners) listener(change);
  }
}

/** Suggestions that others turned down are hidden with their annotations: they would tell of them. */
function isShown(record: StoredRecord, isHidden: IsHidden): boolean {
  if (record.kind === 'annotation') return !isHidden(record.annotation.by);
  return record.kind !== 'rejection' || !isHidden(record.rejection.by);
}

function indexesWithout(whole: Store, isHidden: IsHidden): Indexes {
  const indexes = new Indexes();
  for (const { path, content } of whole.files()) {
    const added = recordsOf(path, content).filter((record) => isShown(record, isHidden));
    indexes.apply({ ...unchanged(path), added });
  }
  return indexes;
}

/** What of a file is hidden no more, and what is hidden now; absent when nothing is either. */
function differenceIn(
  path: string,
  content: FileContent | undefined,
  before: IsHidden | undefined,
  after: IsHidden | undefined,
): StoreChange | undefined {
  if (content?.kind !== 'annotations') return undefined;
  const records = recordsOf(path, content);
  const was = (record: StoredRecord): boolean => before === undefined || isShown(record, before);
  const is = (record: StoredRecord): boolean => after === undefined || isShown(record, after);
  const added = records.filter((record) => is(record) && !was(record));
  const removed = records.filter((record) => was(record) && !is(record));
  if (added.length + removed.length === 0) return undefined;
  return { ...unchanged(path), added, removed };
}

/** A record that changes hands comes or goes. */
function seenOf(change: StoreChange, isHidden: IsHidden): StoreChange {
  const shown = (record: StoredRecord): boolean => isShown(record, isHidden);
  const added = change.added.filter(shown);
  const removed = change.removed.filter(shown);
  const updated: StoredRecord[] = [];
  const replaced: StoredRecord[] = [];
  for (const [index, record] of change.updated.entries()) {
    const old = change.replaced[index];
    const wasShown = old !== undefined && shown(old);
    if (shown(record) && wasShown) {
      updated.push(record);
      replaced.push(old);
    } else if (wasShown) removed.push(old);
    else if (shown(record)) added.push(record);
  }
  return { ...change, added, updated, replaced, removed };
}

function unchanged(path: string): StoreChange {
  return { path, added: [], updated: [], replaced: [], removed: [], schemaChanged: false };
}
