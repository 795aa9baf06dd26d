/** A loaded file and what is around it, for the rules; what costs time is computed when asked for. */
import type { Annotation } from '../model/annotation';
import type { Entity, EventRecord, SourceMetadata } from '../model/records';
import type { Rejection } from '../model/rejection';
import type { Schema } from '../model/schema';
import { readDocument } from '../storage/document';
import type { MapNode } from '../storage/node';
import type { FileContent } from '../storage/parse';
import { SCHEMA_PATH } from '../storage/paths';
import { RecordNodes } from '../storage/recordNodes';
import type { Indexes } from '../store/indexes';
import { locate, type LocatedAnnotation } from '../store/locate';
import type { Store, StoredFile } from '../store/store';
import type { SourceText } from '../text/sourceText';
import type { Span } from '../text/span';
import { AcrossFiles } from './acrossFiles';
import { CHECKS } from './allChecks';
import type { EditedFile } from './fix';
import { KeyFinder, leadsToValue, placeOf, type NodePath } from './nodePath';
import type { AnchoredTarget, CheckedFile, SourceMove } from './rule';

/** What is around the files that are checked. */
export interface Around {
  /** The text of a source at a path; absent when there is no such source. */
  readonly sourceText: (path: string) => SourceText | undefined;
  /** The text with this git blob id, where it is still known. */
  readonly oldText?: ((blob: string) => SourceText | undefined) | undefined;
  /** Where the annotations of a source are, when somebody has followed them while it was edited. */
  readonly located?: ((source: string) => readonly LocatedAnnotation[] | undefined) | undefined;
  /** Whether somebody is typing in the source: the hash of such a text says nothing. */
  readonly isUnsaved?: ((source: string) => boolean) | undefined;
  /** Current for all files of the store; made anew for each file that is checked when absent. */
  readonly across?: AcrossFiles | undefined;
}

export class LoadedFile implements CheckedFile {
  readonly path: string;
  readonly text: string;
  readonly schema: Schema;
  readonly indexes: Indexes;
  readonly source: SourceText | undefined;
  readonly move: SourceMove | undefined;
  readonly isUnsaved: boolean;
  readonly #store: Store;
  readonly #content: FileContent | undefined;
  readonly #around: Around;
  readonly #keys = new KeyFinder();
  readonly #records: RecordNodes | undefined;
  #root: { readonly node: MapNode | undefined } | undefined;
  #targets: readonly AnchoredTarget[] | undefined;
  #across: AcrossFiles | undefined;

  constructor(store: Store, file: StoredFile, around: Around) {
    this.path = file.path;
    this.text = file.text;
    this.schema = store.schema;
    this.indexes = store.indexes;
    this.#store = store;
    this.#content = file.content;
    this.#around = around;
    const path = this.metadata?.path;
    this.source = path === undefined ? undefined : around.sourceText(path);
    this.isUnsaved = path !== undefined && around.isUnsaved?.(path) === true;
    const { sections } = file;
    this.#records = sections?.text === file.text ? new RecordNodes(sections) : undefined;
    this.move = moveOf(store, file.path);
  }

  get across(): AcrossFiles {
    return (this.#across ??= this.#around.across ?? AcrossFiles.of(this.#store));
  }

  get schemaFile(): EditedFile | undefined {
    const file = this.#store.file(SCHEMA_PATH);
    if (file === undefined) return { path: SCHEMA_PATH, text: '' };
    return file.readable ? file : undefined;
  }

  get codes(): readonly string[] {
    return CHECKS.map(({ code }) => code);
  }

  get annotations(): readonly Annotation[] {
    return this.#content?.kind === 'annotations' ? this.#content.annotations : [];
  }

  get rejected(): readonly Rejection[] {
    return this.#content?.kind === 'annotations' ? this.#content.rejected : [];
  }

  get metadata(): SourceMetadata | undefined {
    return this.#content?.kind === 'annotations' ? this.#content.source : undefined;
  }

  get entity(): Entity | undefined {
    return this.#content?.kind === 'entity' ? this.#content.entity : undefined;
  }

  get event(): EventRecord | undefined {
    return this.#content?.kind === 'event' ? this.#content.event : undefined;
  }

  get targets(): readonly AnchoredTarget[] {
    return (this.#targets ??= this.#anchored());
  }

  readonly states = (at: NodePath): boolean => leadsToValue(this.#rootFor(at), at, this.#keys);

  readonly spanOf = (at: NodePath): Span => placeOf(this.#rootFor(at), at, this.#keys);

  /** As far as the path needs it. */
  #rootFor([section, id]: NodePath): MapNode | undefined {
    const records = this.#records;
    if (section !== 'annotations') return records?.frame ?? this.root;
    return typeof id === 'string' ? (records?.with(id) ?? this.root) : this.root;
  }

  get root(): MapNode | undefined {
    this.#root ??= { node: readDocument(this.text).root };
    return this.#root.node;
  }

  /** Together with the annotations that other files have of the source, as every view places them. */
  #anchored(): readonly AnchoredTarget[] {
    const { source, metadata, path } = this;
    if (source === undefined || metadata === undefined) return [];
    const located = this.#around.located?.(metadata.path) ?? this.#located(source, metadata);
    const own = new Map(
      located
        .filter(({ record }) => record.path === path)
        .map(({ record, anchorings }) => [record.annotation.id, anchorings]),
    );
    return this.annotations.flatMap((annotation) => {
      const anchorings = own.get(annotation.id) ?? [];
      return anchorings.map((anchoring, index) => ({ annotation, index, anchoring, anchorings }));
    });
  }

  #located(source: SourceText, { path, blob }: SourceMetadata): readonly LocatedAnnotation[] {
    const isOld = blob !== undefined && blob !== source.blob;
    const old = isOld ? this.#around.oldText?.(blob) : undefined;
    return locate(source, this.indexes.annotationsOf(path), old);
  }
}

function moveOf(store: Store, path: string): SourceMove | undefined {
  const from = store.writtenSource(path);
  const move = from === undefined ? undefined : store.moves.get(from);
  return from === undefined || move === undefined ? undefined : { from, ...move };
}
