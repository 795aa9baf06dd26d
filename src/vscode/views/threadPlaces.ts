/** Where threads are shown: at the passage in its source, at the name of a record, at the start of a source. */
import * as vscode from 'vscode';
import type { Subject } from '../../core/model/thread';
import type { Annotation } from '../../core/model/annotation';
import { extentOf, locate, type LocatedAnnotation } from '../../core/store/locate';
import type { AnnotationRecord, Store } from '../../core/store/store';
import { LineIndex } from '../../core/text/lines';
import type { SourceText } from '../../core/text/sourceText';
import type { Folder } from '../adapters/folder';
import type { Passages } from '../adapters/passages';
import { rangeOf } from '../adapters/ranges';
import type { Sources } from '../adapters/sources';

export interface ThreadPlace {
  readonly uri: vscode.Uri;
  readonly range: vscode.Range;
  /** Whether it is where it belongs: the passage was found, the source is there. */
  readonly isFound: boolean;
}

const START = new vscode.Range(0, 0, 0, 0);

export class ThreadPlaces {
  readonly #store: Store;
  readonly #folder: Folder;
  readonly #sources: Sources;
  readonly #passages: Passages;
  /** Of annotations whose sources no editor has; null where there is no certain place. */
  readonly #known = new WeakMap<Annotation, vscode.Range | null>();
  /** Whether sources are there that no editor has; asked of the disk once until they are forgotten. */
  readonly #files = new Map<string, Promise<boolean>>();

  constructor(store: Store, folder: Folder, sources: Sources, passages: Passages) {
    this.#store = store;
    this.#folder = folder;
    this.#sources = sources;
    this.#passages = passages;
  }

  /** Sources may have come or gone. */
  forgetFiles(): void {
    this.#files.clear();
  }

  /** In the order of the subjects; absent where there is nothing left to be shown at. `paths` are their files. */
  async of(
    subjects: readonly { readonly subject: Subject; readonly path: string }[],
  ): Promise<readonly (ThreadPlace | undefined)[]> {
    const bySource = new Map<string, Promise<PlacesIn>>();
    const placesIn = (source: string): Promise<PlacesIn> => {
      const known = bySource.get(source) ?? this.#placesIn(source);
      bySource.set(source, known);
      return known;
    };
    return Promise.all(
      subjects.map(async ({ subject, path }) => {
        if (subject.kind === 'entity' || subject.kind === 'event') return this.#inRecord(path);
        const source = subject.kind === 'source' ? subject.path : subject.source;
        const uri = this.#sources.uriOf(source);
        const places = await placesIn(source);
        if (uri === undefined || !places.isThere) return this.#inAnnotationFile(path, subject);
        if (subject.kind === 'source') return { uri, range: START, isFound: true };
        const range = await places.rangeOf(subject.id, path);
        return { uri, range: range ?? START, isFound: range !== undefined };
      }),
    );
  }

  async #placesIn(source: string): Promise<PlacesIn> {
    const document = this.#folder.documentOf(source);
    // VS Code keeps documents of files that were deleted for a while.
    if (document !== undefined && (document.isDirty || (await this.#folder.isFile(source)))) {
      let byKey: ReadonlyMap<string, LocatedAnnotation> | undefined;
      return {
        isThere: true,
        rangeOf: (id, path) => {
          byKey ??= new Map(this.#passages.of(document).map((each) => [keyOf(each.record), each]));
          const located = byKey.get(`${path} ${id}`);
          return located && this.#passages.extentOf(document, located);
        },
      };
    }
    let text: Promise<SourceText | undefined> | undefined;
    const read = (): Promise<SourceText | undefined> => (text ??= this.#sources.read(source));
    return {
      isThere: await this.#isThere(source),
      rangeOf: (id, path) => this.#locate(read, source, id, path),
    };
  }

  #isThere(source: string): Promise<boolean> {
    const known = this.#files.get(source) ?? this.#folder.isFile(source);
    this.#files.set(source, known);
    return known;
  }

  /** Reads the source only for what was not looked for before. */
  async #locate(
    read: () => Promise<SourceText | undefined>,
    source: string,
    id: string,
    path: string,
  ): Promise<vscode.Range | undefined> {
    const record = this.#store.indexes
      .annotationsWithId(id)
      .find((each) => each.source === source && each.path === path);
    if (record === undefined) return undefined;
    const known = this.#known.get(record.annotation);
    if (known !== undefined) return known ?? undefined;
    const text = await read();
    const [located] = text === undefined ? [] : locate(text, [record]);
    const extent = located && extentOf(located);
    const range = text && extent && rangeOf(text, extent);
    this.#known.set(record.annotation, range ?? null);
    return range;
  }

  /** The line that names the record. */
  #inRecord(path: string): ThreadPlace | undefined {
    return this.#inYaml(path, (text) => {
      const line = /^(?:name|title):/m.exec(text) ?? /^id:/m.exec(text);
      return line?.index;
    });
  }

  #inAnnotationFile(path: string, subject: Subject): ThreadPlace | undefined {
    const place = this.#inYaml(path, (text) =>
      subject.kind === 'annotation'
        ? this.#store.placeOf(path, subject.id)?.start
        : /^source:/m.exec(text)?.index,
    );
    return place && { ...place, isFound: false };
  }

  #inYaml(path: string, offsetIn: (text: string) => number | undefined): ThreadPlace | undefined {
    const uri = this.#folder.uriOf(path);
    const text = this.#store.file(path)?.text;
    if (uri === undefined || text === undefined) return undefined;
    const lines = new LineIndex(text);
    const { line } = lines.positionAt(offsetIn(text) ?? 0);
    return { uri, range: rangeOf({ lines }, lines.lineSpan(line)), isFound: true };
  }
}

interface PlacesIn {
  readonly isThere: boolean;
  /** Of an annotation of that annotation file; absent without a certain place. */
  readonly rangeOf: (
    id: string,
    path: string,
  ) => vscode.Range | undefined | Promise<vscode.Range | undefined>;
}

function keyOf({ path, annotation }: AnnotationRecord): string {
  return `${path} ${annotation.id}`;
}
