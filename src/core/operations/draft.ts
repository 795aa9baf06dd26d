/** Files as they would be after some operations: the store underneath, the changed texts on top. */
import type { Annotation } from '../model/annotation';
import type { Entity, EventRecord, SourceMetadata } from '../model/records';
import type { Rejection } from '../model/rejection';
import type { Schema } from '../model/schema';
import { annotationFileOf } from '../storage/annotationFile';
import { fileOf, parseFile, type FileContent, type ParsedFile } from '../storage/parse';
import { annotationPath, entityPath, eventPath } from '../storage/paths';
import { hasId, type Sections } from '../storage/sections';
import {
  aroundInsertion,
  aroundRecord,
  editRecords,
  splitFile,
  type SplitFile,
} from '../storage/splitFile';
import { namesRecord } from '../store/recordUses';
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

/** A new text of a file that is there; `known` is what was read of it, where that is known. */
export type Edit = (text: string, known: Sections | undefined) => string | undefined;

interface DraftFile extends ParsedFile {
  readonly text: string;
  readonly content: FileContent;
  /** Present while record after record is edited. */
  readonly split?: SplitFile;
}

export class Draft {
  readonly #store: Store;
  /** As the texts say; `content` has moved sources at their new places. */
  readonly #written = new Map<string, DraftFile>();
  readonly #removed = new Set<string>();

  constructor(store: Store) {
    this.#store = store;
  }

  get schema(): Schema {
    return this.#store.schema;
  }

  text(path: string): string | undefined {
    if (this.#removed.has(path)) return undefined;
    return this.#written.get(path)?.text ?? this.#store.file(path)?.text;
  }

  /** Whether there is such a file. */
  has(path: string): boolean {
    if (this.#removed.has(path)) return false;
    return this.#written.has(path) || this.#store.file(path) !== undefined;
  }

  /** Whether the file may be written: it is not there, or it parses. */
  isWritable(path: string): boolean {
    if (this.#written.has(path) || this.#removed.has(path)) return true;
    return this.#store.file(path)?.readable !== false;
  }

  content(path: string): FileContent | undefined {
    if (this.#removed.has(path)) return undefined;
    const written = this.#written.get(path)?.content;
    return written === undefined
      ? this.#store.file(path)?.content
      : this.#store.withMovedSource(written);
  }

  /** The records of the file as they stand in its text; absent where it was not read so. */
  sections(path: string): Sections | undefined {
    return (this.#written.get(path) ?? this.#store.file(path))?.sections;
  }

  /** Takes in a new text, unless it could not be read again: then nothing changes and the result is false. */
  write(path: string, text: string): boolean {
    const parsed = parseFile(path, text, this.#written.get(path) ?? this.#store.file(path));
    if (parsed?.content === undefined) return false;
    this.#written.set(path, { ...parsed, text, content: parsed.content });
    this.#removed.delete(path);
    return true;
  }

  /**
   * Makes a change of one record, given by its id or as the one that is put in, without reading or
   * writing the others. False when it cannot be made so; then nothing changed.
   */
  editRecord(path: string, record: string | Annotation, edit: Edit): boolean {
    const file = this.#removed.has(path)
      ? undefined
      : (this.#written.get(path) ?? this.#store.file(path));
    const sections = file?.sections;
    if (sections === undefined) return false;
    const range =
      typeof record === 'string'
        ? aroundRecord(sections, record)
        : aroundInsertion(sections, record);
    const before = this.#written.get(path)?.split ?? splitFile(sections);
    const split = range && editRecords(before, range, edit);
    const parsed = split && fileOf(split.sections, path);
    if (split === undefined || parsed?.content === undefined) return false;
    const { content } = parsed;
    this.#written.set(path, {
      ...parsed,
      content,
      split,
      get text() {
        return split.sections.text;
      },
    });
    return true;
  }

  remove(path: string): void {
    this.#written.delete(path);
    this.#removed.add(path);
  }

  /** Tells the store what reading the changed files gave: they are about to come back to it. */
  announce(): void {
    for (const [path, { text, content, problems, sections }] of this.#written) {
      // A copy: what was made in pieces would keep the pieces.
      const whole = sections && { ...sections };
      const copy =
        whole !== undefined && content.kind === 'annotations'
          ? annotationFileOf(whole, content)
          : content;
      this.#store.expectFile(path, { text, content: copy, problems, sections: whole });
    }
  }

  /** What differs from the store, by path. Files that came back to what they were are left out. */
  changes(): readonly FileChange[] {
    const changes: FileChange[] = [];
    for (const [path, { text }] of this.#written) {
      const before = this.#store.file(path)?.text;
      if (before !== text) changes.push({ path, before, after: text });
    }
    for (const path of this.#removed) {
      const before = this.#store.file(path)?.text;
      if (before !== undefined) changes.push({ path, before, after: undefined });
    }
    return changes.sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  /** The record as it stands in its file: merges are not followed. */
  entity(id: string): Entity | undefined {
    const content = this.content(entityPath(id));
    return content?.kind === 'entity' ? content.entity : undefined;
  }

  /** Ids of the entities with a relation that names the annotation as evidence. */
  entitiesCiting(annotation: string): readonly string[] {
    const written = [...this.#written.values()].flatMap(({ content }) =>
      content.kind === 'entity' ? content.entity.id : [],
    );
    const ids = new Set([...this.#store.indexes.entitiesCiting(annotation), ...written]);
    return [...ids].filter((id) =>
      (this.entity(id)?.relations ?? []).some(
        ({ evidence }) => evidence?.includes(annotation) === true,
      ),
    );
  }

  event(id: string): EventRecord | undefined {
    const content = this.content(eventPath(id));
    return content?.kind === 'event' ? content.event : undefined;
  }

  /** Ids of entities and events are one space, because roles name either. */
  isRecordTaken(id: string): boolean {
    return this.has(entityPath(id)) || this.has(eventPath(id));
  }

  sourceMetadata(path: string): SourceMetadata | undefined {
    return this.#filesOf(path)[0]?.source;
  }

  /** The file that new annotations of a source go to: its first one, or where the layout puts it. */
  annotationFile(source: string): string {
    return this.#filesOf(source)[0]?.path ?? annotationPath(source, this.schema.layout);
  }

  /** The annotation files of a source. */
  annotationFiles(source: string): readonly string[] {
    return this.#filesOf(source).map(({ path }) => path);
  }

  /** The annotation files in which this path of a source is written, wherever the source is now. */
  filesNaming(source: string): readonly string[] {
    const move = this.#store.moves.get(source);
    const stored = this.#store.indexes
      .sourceFiles(move?.certain === true ? move.to : source)
      .map(({ path }) => path)
      .filter((path) => !this.#written.has(path) && this.#store.writtenSource(path) === source);
    const drafted = [...this.#written].flatMap(([path, { content }]) =>
      content.kind === 'annotations' && content.source.path === source ? [path] : [],
    );
    return [...stored.filter((path) => !this.#removed.has(path)), ...drafted];
  }

  /** The files that name the record with this id, merges not followed. */
  filesNamingRecord(id: string): readonly string[] {
    const stored = this.#store.indexes
      .filesNaming(id)
      .filter((path) => !this.#written.has(path) && !this.#removed.has(path));
    const drafted = [...this.#written].flatMap(([path, { content }]) =>
      namesRecord(content, id) ? path : [],
    );
    return [...stored, ...drafted];
  }

  /** Annotations with this id, in one source or everywhere. */
  annotations(id: string, source?: string): readonly AnnotationRecord[] {
    const stored = this.#store.indexes
      .annotationsWithId(id)
      .filter(({ path }) => !this.#written.has(path) && !this.#removed.has(path));
    const drafted = [...this.#written].flatMap(([path, { sections }]): AnnotationRecord[] => {
      if (sections !== undefined && !hasId(sections.blocks, id)) return [];
      const content = this.content(path);
      if (content?.kind !== 'annotations') return [];
      return content.annotations
        .filter((annotation) => annotation.id === id)
        .map((annotation) => annotationRecord(annotation, content.source.path, path));
    });
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

  /** The suggestions of the source that were turned down, of all its files. */
  rejectionsOf(source: string): readonly Rejection[] {
    return this.#filesOf(source).flatMap(({ path }) => {
      const content = this.content(path);
      return content?.kind === 'annotations' ? content.rejected : [];
    });
  }

  /** The annotations of the source whose first target starts there, in code points. */
  annotationsFrom(source: string, start: number): readonly Annotation[] {
    return this.#filesOf(source).flatMap(({ path }) => {
      const blocks = this.sections(path)?.blocks;
      if (blocks !== undefined) {
        return blocks
          .filter((block) => block.start === start)
          .flatMap(({ annotation }) => annotation ?? []);
      }
      const content = this.content(path);
      if (content?.kind !== 'annotations') return [];
      return content.annotations.filter((each) => each.targets[0].start === start);
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
