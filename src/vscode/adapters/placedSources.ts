/** The texts of sources, and where annotations are in them: read once and kept until they change. */
import type { Indexes } from '../../core/store/indexes';
import { locate, locateStepwise, type LocatedAnnotation } from '../../core/store/locate';
import type { AnnotationRecord } from '../../core/store/store';
import type { SourceText } from '../../core/text/sourceText';
import type { Folder } from './folder';
import type { OldTexts } from './oldTexts';
import type { Passages } from './passages';
import type { Slice } from './slice';
import type { Sources } from './sources';

interface Placed {
  readonly text: SourceText;
  readonly located: readonly LocatedAnnotation[];
}

export class PlacedSources {
  readonly #folder: Folder;
  readonly #sources: Sources;
  readonly #passages: Passages;
  readonly #oldTexts: OldTexts;
  /** By path; nothing for a source that is not there. */
  readonly #placed = new Map<string, Placed | undefined>();

  constructor(folder: Folder, sources: Sources, passages: Passages, oldTexts: OldTexts) {
    this.#folder = folder;
    this.#sources = sources;
    this.#passages = passages;
    this.#oldTexts = oldTexts;
  }

  /** The text or the annotations of the source changed. */
  forget(path: string): void {
    this.#placed.delete(path);
  }

  forgetAll(): void {
    this.#placed.clear();
  }

  /** Resolves when the others know these sources; false when it was given up. */
  async prepare(
    paths: Iterable<string>,
    indexes: Indexes,
    slice: Slice,
    isWanted: () => boolean,
  ): Promise<boolean> {
    for (const path of paths) {
      if (!this.#placed.has(path)) {
        const placed = await this.#place(path, indexes, slice);
        if (!isWanted()) return false;
        this.#placed.set(path, placed);
      }
      await slice.pauseAtEnd();
      if (!isWanted()) return false;
    }
    return true;
  }

  sourceText(path: string): SourceText | undefined {
    return this.#placed.get(path)?.text;
  }

  located(path: string): readonly LocatedAnnotation[] {
    return this.#placed.get(path)?.located ?? [];
  }

  /** In any text, with the one that git has for the blob where that may help. */
  async locateIn(
    text: SourceText,
    records: readonly AnnotationRecord[],
    blob: string | undefined,
    slice: Slice,
  ): Promise<readonly LocatedAnnotation[]> {
    const steps = locateStepwise(text, records);
    let step = steps.next();
    while (step.done !== true) {
      await slice.pauseAtEnd();
      step = steps.next();
    }
    const isExact = step.value.every(({ anchorings }) =>
      anchorings.every(({ kind }) => kind === 'exact'),
    );
    if (isExact || blob === undefined || blob === text.blob) return step.value;
    await this.#oldTexts.load([blob]);
    const old = this.#oldTexts.get(blob);
    return old === undefined ? step.value : locate(text, records, old);
  }

  async #place(path: string, indexes: Indexes, slice: Slice): Promise<Placed | undefined> {
    const text = await this.#sources.read(path);
    if (text === undefined) return undefined;
    const document = this.#folder.documentOf(path);
    if (document !== undefined && this.#sources.textOf(document).text === text.text) {
      return { text, located: this.#passages.all(document) };
    }
    const records = indexes.annotationsOf(path);
    const blob = indexes.source(path)?.blob;
    return { text, located: await this.locateIn(text, records, blob, slice) };
  }
}
