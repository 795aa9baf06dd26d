/** A loaded file and what is around it, for the rules; what costs time is computed when asked for. */
import type { Annotation } from '../model/annotation';
import type { Entity, EventRecord, SourceMetadata } from '../model/records';
import type { Schema } from '../model/schema';
import { readDocument } from '../storage/document';
import type { MapNode } from '../storage/node';
import type { FileContent } from '../storage/parse';
import type { Indexes } from '../store/indexes';
import type { Store, StoredFile } from '../store/store';
import { anchor } from '../text/anchor';
import type { SourceText } from '../text/sourceText';
import type { Span } from '../text/span';
import { leadsToValue, placeOf, type NodePath } from './nodePath';
import type { AnchoredTarget, CheckedFile } from './rule';

/** The text of a source at a path; absent when there is no such source. */
export type SourceTexts = (path: string) => SourceText | undefined;

export class LoadedFile implements CheckedFile {
  readonly path: string;
  readonly schema: Schema;
  readonly indexes: Indexes;
  readonly source: SourceText | undefined;
  readonly #text: string;
  readonly #content: FileContent | undefined;
  #root: { readonly node: MapNode | undefined } | undefined;
  #targets: readonly AnchoredTarget[] | undefined;

  constructor(store: Store, file: StoredFile, sourceText: SourceTexts) {
    this.path = file.path;
    this.schema = store.schema;
    this.indexes = store.indexes;
    this.#text = file.text;
    this.#content = file.content;
    this.source = this.metadata === undefined ? undefined : sourceText(this.metadata.path);
  }

  get annotations(): readonly Annotation[] {
    return this.#content?.kind === 'annotations' ? this.#content.annotations : [];
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
    return (this.#targets ??= anchored(this.annotations, this.source));
  }

  readonly states = (at: NodePath): boolean => leadsToValue(this.root, at);

  /** UTF-16 offsets in the file. */
  spanOf(at: NodePath): Span {
    return placeOf(this.root, at);
  }

  get root(): MapNode | undefined {
    this.#root ??= { node: readDocument(this.#text).root };
    return this.#root.node;
  }
}

function anchored(
  annotations: readonly Annotation[],
  source: SourceText | undefined,
): readonly AnchoredTarget[] {
  if (source === undefined) return [];
  return annotations.flatMap((annotation) =>
    annotation.targets.map((target, index) => ({
      annotation,
      index,
      anchoring: anchor(source, target),
    })),
  );
}
