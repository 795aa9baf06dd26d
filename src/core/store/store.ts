/**
 * What is loaded now. Files go in as text and come out as records; listeners hear which records
 * were added, updated and removed. The store never writes, and never asks a host for anything.
 */
import type { Annotation } from '../model/annotation';
import type { Problem } from '../model/problem';
import type { Entity, EventRecord, SourceMetadata } from '../model/records';
import type { Schema } from '../model/schema';
import { BUILTIN_SCHEMA } from '../schema/builtin';
import { mergeSchema } from '../schema/merge';
import { parseFile, type FileContent } from '../storage/parse';
import { SCHEMA_PATH } from '../storage/paths';
import type { Span } from '../text/span';
import { Indexes } from './indexes';

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

export type StoredRecord = AnnotationRecord | EntityRecord | StoredEvent | SourceRecord;

/** What one file's change did. `schemaChanged` also when the schema file was lost or broke. */
export interface StoreChange {
  readonly path: string;
  readonly added: readonly StoredRecord[];
  readonly updated: readonly StoredRecord[];
  readonly removed: readonly StoredRecord[];
  readonly schemaChanged: boolean;
}

export interface StoredFile {
  readonly path: string;
  /** As it is on disk or in the editor now, even when it does not parse. */
  readonly text: string;
  /** False: `content` is the last good state, and the file must not be written. */
  readonly readable: boolean;
  readonly content: FileContent | undefined;
  readonly problems: readonly Problem[];
}

export class Store {
  readonly #files = new Map<string, StoredFile>();
  readonly #indexes = new Indexes();
  readonly #listeners = new Set<(change: StoreChange) => void>();
  #schema: Schema = BUILTIN_SCHEMA;

  /** The built-in schema with what the last good `schema.yaml` changes about it. */
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

  /** Takes in the text of a file; files that are none of the format's, and unchanged texts, do nothing. */
  replaceFile(path: string, text: string): void {
    const before = this.#files.get(path);
    if (before?.text === text) return;
    const parsed = parseFile(path, text);
    if (parsed === undefined) return;
    const content = parsed.content ?? before?.content;
    const readable = parsed.content !== undefined;
    this.#files.set(path, { path, text, readable, content, problems: parsed.problems });
    this.#change(path, before?.content, content);
  }

  removeFile(path: string): void {
    const before = this.#files.get(path);
    if (before === undefined) return;
    this.#files.delete(path);
    this.#change(path, before.content, undefined);
  }

  /** Calls `listener` after each change; the result ends that. */
  onDidChange(listener: (change: StoreChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #change(path: string, before: FileContent | undefined, after: FileContent | undefined): void {
    const change = compare(path, before, after);
    if (change.schemaChanged) {
      const content = this.#files.get(SCHEMA_PATH)?.content;
      this.#schema =
        content?.kind === 'schema' ? mergeSchema(BUILTIN_SCHEMA, content.schema) : BUILTIN_SCHEMA;
    }
    this.#indexes.apply(change);
    for (const listener of this.#listeners) listener(change);
  }
}

function compare(
  path: string,
  before: FileContent | undefined,
  after: FileContent | undefined,
): StoreChange {
  const old = new Map(recordsOf(path, before).map((record) => [recordKey(record), record]));
  const added: StoredRecord[] = [];
  const updated: StoredRecord[] = [];
  for (const record of recordsOf(path, after)) {
    const key = recordKey(record);
    const previous = old.get(key);
    old.delete(key);
    if (previous === undefined) added.push(record);
    else if (JSON.stringify(previous) !== JSON.stringify(record)) updated.push(record);
  }
  const schemaChanged = path === SCHEMA_PATH;
  return { path, added, updated, removed: [...old.values()], schemaChanged };
}

function recordsOf(path: string, content: FileContent | undefined): readonly StoredRecord[] {
  switch (content?.kind) {
    case 'annotations':
      return [
        { kind: 'source', source: content.source, path },
        ...content.annotations.map((annotation) => ({
          kind: 'annotation' as const,
          annotation,
          source: content.source.path,
          path,
        })),
      ];
    case 'entity':
      return [{ kind: 'entity', entity: content.entity, path }];
    case 'event':
      return [{ kind: 'event', event: content.event, path }];
    case 'schema':
    case undefined:
      return [];
  }
}

/** Distinguishes the records of one file. A record that changes its source counts as another. */
function recordKey(record: StoredRecord): string {
  switch (record.kind) {
    case 'annotation':
      return `annotation ${record.source} ${record.annotation.id}`;
    case 'source':
      return `source ${record.source.path}`;
    case 'entity':
    case 'event':
      return record.kind;
  }
}
