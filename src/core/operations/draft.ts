/** Files as they would be after some operations: the store underneath, the changed texts on top. */
import type { Annotation } from '../model/annotation';
import type { Entity, EventRecord, SourceMetadata } from '../model/records';
import type { Schema } from '../model/schema';
import { parseFile, type FileContent } from '../storage/parse';
import { annotationPath, entityPath, eventPath } from '../storage/paths';
import type { AnnotationRecord, Store } from '../store/store';
import type { SourceText } from '../text/sourceText';

/** A file before and after; `undefined` means that it is not there. */
export interface FileChange {
  readonly path: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** What operations need besides the files: they themselves know no clock, chance or disk. */
export interface Surroundings {
  /** The text of a source; absent when there is no such source. */
  readonly sourceText: (path: string) => SourceText | undefined;
  /** A new annotation id, `a-` and six or more random characters of `0-9a-z`. */
  readonly newAnnotationId: () => string;
}

interface DraftFile {
  readonly text: string;
  readonly content: FileContent;
}

export class Draft {
  readonly #store: Store;
  readonly #written = new Map<string, DraftFile>();

  constructor(store: Store) {
    this.#store = store;
  }

  get schema(): Schema {
    return this.#store.schema;
  }

  text(path: string): string | undefined {
    return this.#written.get(path)?.text ?? this.#store.file(path)?.text;
  }

  /** Whether the file may be written: it is not there, or it parses. */
  isWritable(path: string): boolean {
    if (this.#written.has(path)) return true;
    return this.#store.file(path)?.readable !== false;
  }

  content(path: string): FileContent | undefined {
    return this.#written.get(path)?.content ?? this.#store.file(path)?.content;
  }

  /** Takes in a new text, unless it could not be read again: then nothing changes and the result is false. */
  write(path: string, text: string): boolean {
    const content = parseFile(path, text)?.content;
    if (content !== undefined) this.#written.set(path, { text, content });
    return content !== undefined;
  }

  /** What differs from the store, by path. Files that came back to what they were are left out. */
  changes(): readonly FileChange[] {
    const changes: FileChange[] = [];
    for (const [path, { text }] of this.#written) {
      const before = this.#store.file(path)?.text;
      if (before !== text) changes.push({ path, before, after: text });
    }
    return changes.sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  /** The record as it stands in its file: merges are not followed. */
  entity(id: string): Entity | undefined {
    const content = this.content(entityPath(id));
    return content?.kind === 'entity' ? content.entity : undefined;
  }

  event(id: string): EventRecord | undefined {
    const content = this.content(eventPath(id));
    return content?.kind === 'event' ? content.event : undefined;
  }

  /** Ids of entities and events are one space, because roles name either. */
  isRecordTaken(id: string): boolean {
    return this.text(entityPath(id)) !== undefined || this.text(eventPath(id)) !== undefined;
  }

  sourceMetadata(path: string): SourceMetadata | undefined {
    return this.#filesOf(path)[0]?.source;
  }

  /** The file that new annotations of a source go to: its first one, or where the layout puts it. */
  annotationFile(source: string): string {
    return this.#filesOf(source)[0]?.path ?? annotationPath(source, this.schema.layout);
  }

  /** Annotations with this id, in one source or everywhere. */
  annotations(id: string, source?: string): readonly AnnotationRecord[] {
    const stored = this.#store.indexes
      .annotationsWithId(id)
      .filter((record) => !this.#written.has(record.path));
    const drafted = [...this.#written].flatMap(([path, { content }]): AnnotationRecord[] =>
      content.kind === 'annotations'
        ? content.annotations
            .filter((annotation) => annotation.id === id)
            .map((annotation) => annotationRecord(annotation, content.source.path, path))
        : [],
    );
    const all = [...stored, ...drafted];
    return source === undefined ? all : all.filter((record) => record.source === source);
  }

  /** Every annotation of the source, of all its files. */
  annotationsOf(source: string): readonly AnnotationRecord[] {
    return this.#filesOf(source).flatMap(({ path }) => {
      const content = this.content(path);
      if (content?.kind !== 'annotations') return [];
      return content.annotations.map((each) => annotationRecord(each, source, path));
    });
  }

  #filesOf(source: string): readonly { path: string; source: SourceMetadata }[] {
    const stored = this.#store.indexes.sourceFiles(source).map((record) => record.path);
    const expected = annotationPath(source, this.schema.layout);
    const paths = new Set([...stored, ...(this.#written.has(expected) ? [expected] : [])]);
    return [...paths].flatMap((path) => {
      const content = this.content(path);
      return content?.kind === 'annotations' ? [{ path, source: content.source }] : [];
    });
  }
}

function annotationRecord(annotation: Annotation, source: string, path: string): AnnotationRecord {
  return { kind: 'annotation', annotation, source, path };
}
