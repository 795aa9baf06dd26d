/**
 * What is loaded now. Files go in as text and come out as records; listeners hear which records
 * were added, updated and removed. The store never writes, and never asks a host for anything.
 */
import type { Annotation } from '../model/annotation';
import type { Problem } from '../model/problem';
import type { Entity, EventRecord, SourceMetadata } from '../model/records';
import type { Rejection } from '../model/rejection';
import type { Schema } from '../model/schema';
import { BUILTIN_SCHEMA } from '../schema/builtin';
import { projectSchema } from '../schema/project';
import { openFile, type OpenedFile } from '../review/conflicted/openFile';
import type { FileContent, ParsedFile } from '../storage/parse';
import { SCHEMA_PATH } from '../storage/paths';
import type { Span } from '../text/span';
import { compareContents } from './changes';
import { Indexes } from './indexes';
import type { Moves } from './moves';

/** One annotation, and the file and source that it belongs to. */
export interface AnnotationRecord {
  readonly kind: 'annotation';
  readonly annotation: Annotation;
  /** Path of the source. */
  readonly source: string;
  /** Path of the annotation file. */
  readonly path: string;
}

export interface EntityRecord {
  readonly kind: 'entity';
  readonly entity: Entity;
  readonly path: string;
}

export interface StoredEvent {
  readonly kind: 'event';
  readonly event: EventRecord;
  readonly path: string;
}

export interface SourceRecord {
  readonly kind: 'source';
  readonly source: SourceMetadata;
  /** Path of the annotation file. */
  readonly path: string;
}

/** One suggestion that was turned down, and the file and source that remember it. */
export interface RejectionRecord {
  readonly kind: 'rejection';
  readonly rejection: Rejection;
  /** Path of the source. */
  readonly source: string;
  /** Path of the annotation file. */
  readonly path: string;
}

export type StoredRecord =
  AnnotationRecord | EntityRecord | StoredEvent | SourceRecord | RejectionRecord;

/** What one file's change did. `schemaChanged` also when the schema file was lost or broke. */
export interface StoreChange {
  readonly path: string;
  readonly added: readonly StoredRecord[];
  readonly updated: readonly StoredRecord[];
  /** What each of `updated` was before, in the same order. */
  readonly replaced: readonly StoredRecord[];
  readonly removed: readonly StoredRecord[];
  readonly schemaChanged: boolean;
}

export interface StoredFile extends ParsedFile {
  readonly path: string;
  /** As it is on disk or in the editor now, even when it does not parse. */
  readonly text: string;
  /**
   * False: the file must not be written. `content` is the last good state, or of a file that a merge
   * left in conflict what is not in conflict.
   */
  readonly readable: boolean;
  readonly content: FileContent | undefined;
  readonly problems: readonly Problem[];
}

/** A text and what reading it gives. */
interface ReadFile extends OpenedFile {
  readonly text: string;
}

export class Store {
  readonly #files = new Map<string, StoredFile>();
  readonly #indexes = new Indexes();
  readonly #expected = new Map<string, ReadFile>();
  readonly #listeners = new Set<(change: StoreChange) => void>();
  #schema: Schema = BUILTIN_SCHEMA;
  /** Whether the schema in force is that of a file without errors. */
  #isSchemaSound = false;
  #moves: Moves = new Map();
  /** By annotation file: the path that it has for its source, where that was moved for certain. */
  readonly #writtenSources = new Map<string, string>();

  /** The built-in schema with what the last good `schema.yaml` changes about it: one with an error waits. */
  get schema(): Schema {
    return this.#schema;
  }

  get indexes(): Indexes {
    return this.#indexes;
  }

  file(path: string): StoredFile | undefined {
    return this.#files.get(path);
  }

  files(): Iterable<StoredFile> {
    return this.#files.values();
  }

  /** Where the record with this id stands in its annotation file, as UTF-16 offsets. */
  placeOf(path: string, annotationId: string): Span | undefined {
    const content = this.#files.get(path)?.content;
    return content?.kind === 'annotations' ? content.places.get(annotationId) : undefined;
  }

  /** Where sources are that are not where annotation files say. */
  get moves(): Moves {
    return this.#moves;
  }

  /**
   * Annotations of a source that was moved for certain count as those of its new place from now on, in
   * records, indexes and contents; their files stay as they are.
   */
  setMoves(moves: Moves): void {
    const steps = this.setMovesStepwise(moves);
    while (steps.next().done !== true);
  }

  /** The same, file by file, for hosts that must not be held up: each step of it is a changed file. */
  *setMovesStepwise(moves: Moves): Generator<string> {
    this.#moves = moves;
    for (const path of [...this.#files.keys()]) {
      const file = this.#files.get(path);
      const written = this.writtenSource(path);
      if (file === undefined || written === undefined) continue;
      const content = this.#moved(path, file.content && withSource(file.content, written));
      if (sourcePath(content) === sourcePath(file.content)) continue;
      this.#files.set(path, { ...file, content });
      this.#change(path, file.content, content);
      yield path;
    }
  }

  /** The path of the source as it is written in an annotation file, wherever the source is now. */
  writtenSource(path: string): string | undefined {
    return this.#writtenSources.get(path) ?? sourcePath(this.#files.get(path)?.content);
  }

  /** What a file says, with its source where that is now. */
  withMovedSource<Content extends FileContent>(content: Content): Content {
    if (content.kind !== 'annotations') return content;
    const move = this.#moves.get(content.source.path);
    return move?.certain === true ? withSource(content, move.to) : content;
  }

  /** Takes in the text of a file; files that are none of the format's, and unchanged texts, do nothing. */
  replaceFile(path: string, text: string): void {
    const before = this.#files.get(path);
    if (before?.text === text) return;
    const expected = this.#expected.get(path);
    this.#expected.delete(path);
    const parsed = expected?.text === text ? expected : openFile(path, text, before);
    if (parsed === undefined) return;
    const content = this.#moved(path, parsed.content) ?? before?.content;
    const readable = parsed.content !== undefined && parsed.isInConflict !== true;
    const { problems, sections } = parsed;
    this.#files.set(path, { path, text, readable, content, problems, sections });
    this.#change(path, before?.content, content);
  }

  /** A text that the file will soon have, and was read already: taking it in is not to read it again. */
  expectFile(path: string, file: ReadFile): void {
    this.#expected.set(path, file);
  }

  /** Reads a text that is taken in next, for hosts that have other things to do in between. */
  prepareFile(path: string, text: string): void {
    const before = this.#files.get(path);
    if (before?.text === text) return;
    const parsed = openFile(path, text, before);
    if (parsed !== undefined) this.#expected.set(path, { ...parsed, text });
  }

  removeFile(path: string): void {
    const before = this.#files.get(path);
    if (before === undefined) return;
    this.#files.delete(path);
    this.#expected.delete(path);
    this.#writtenSources.delete(path);
    this.#change(path, before.content, undefined);
  }

  /** Calls `listener` after each change; the result ends that. */
  onDidChange(listener: (change: StoreChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** A schema with an error takes effect only where there is no good one before it, as far as it can be read. */
  #takeSchema(): void {
    const file = this.#files.get(SCHEMA_PATH);
    const own = file?.content?.kind === 'schema' ? file.content.schema : undefined;
    const sound = file !== undefined && isSound(file);
    if (own !== undefined && !sound && this.#isSchemaSound) return;
    this.#schema = own === undefined ? BUILTIN_SCHEMA : projectSchema(own);
    this.#isSchemaSound = own !== undefined && sound;
  }

  #moved(path: string, written: FileContent | undefined): FileContent | undefined {
    const content = written && this.withMovedSource(written);
    const source = sourcePath(written);
    if (source === undefined || content === written) this.#writtenSources.delete(path);
    else this.#writtenSources.set(path, source);
    return content;
  }

  #change(path: string, before: FileContent | undefined, after: FileContent | undefined): void {
    const change = compareContents(path, before, after);
    if (change.schemaChanged) this.#takeSchema();
    this.#indexes.apply(change);
    for (const listener of this.#listeners) listener(change);
  }
}

/** Whether nothing in a schema file is wrong enough for it not to be used. */
function isSound({ readable, problems }: StoredFile): boolean {
  return readable && problems.every(({ severity }) => severity !== 'error');
}

function sourcePath(content: FileContent | undefined): string | undefined {
  return content?.kind === 'annotations' ? content.source.path : undefined;
}

function withSource<Content extends FileContent>(content: Content, path: string): Content {
  if (content.kind !== 'annotations' || content.source.path === path) return content;
  return { ...content, source: { ...content.source, path } };
}
