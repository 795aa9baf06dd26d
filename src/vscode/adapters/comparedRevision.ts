/** What a revision has annotated, placed in the texts of the working files. */
import { calledNow, layerOfStepwise, type Layer } from '../../core/review/layers';
import type { LocatedAnnotation } from '../../core/store/locate';
import { Store } from '../../core/store/store';
import { SourceText } from '../../core/text/sourceText';
import type { ReadRevision } from './compareAnswers';
import type { PlacedSources } from './placedSources';
import { runSteps, type Slice } from './slice';

interface Placed {
  /** The text in which its annotations are placed: that of now where there is one. */
  readonly text: SourceText;
  readonly located: readonly LocatedAnnotation[];
}

export class ComparedRevision {
  readonly #read: ReadRevision;
  readonly #store: Store;
  /** By the path in the revision. */
  readonly #placed = new Map<string, Placed>();
  /** By the path in the working files. */
  readonly #texts = new Map<string, SourceText>();

  private constructor(read: ReadRevision, store: Store) {
    this.#read = read;
    this.#store = store;
  }

  static async of(read: ReadRevision, slice: Slice): Promise<ComparedRevision> {
    const store = new Store();
    for (const [path, text] of read.files) {
      store.replaceFile(path, text);
      await slice.pauseAtEnd();
    }
    return new ComparedRevision(read, store);
  }

  /** What its sources are called in the working files. */
  sources(): readonly string[] {
    return this.#store.indexes.sourcePaths().map((path) => this.#nowCalled(path));
  }

  /** Absent when it was given up. `working` has been prepared for `sources`. */
  async layer(
    working: PlacedSources,
    slice: Slice,
    isWanted: () => boolean,
  ): Promise<Layer | undefined> {
    const { indexes } = this.#store;
    for (const path of indexes.sourcePaths()) {
      await this.#place(path, working, slice);
      await slice.pauseAtEnd();
      if (!isWanted()) return undefined;
    }
    const steps = layerOfStepwise(this.#read.label, indexes, {
      sourceText: (path) => this.#placed.get(path)?.text,
      located: (path) => this.#placed.get(path)?.located ?? [],
    });
    const { result } = await runSteps(steps, () => slice.pauseAtEnd(), isWanted);
    return result && calledNow(result, this.#read.renamed);
  }

  /** The text that its annotations of a source are placed in, by what that is called now. */
  textOf(source: string): SourceText | undefined {
    return this.#texts.get(source);
  }

  #nowCalled(path: string): string {
    return this.#read.renamed.get(path) ?? path;
  }

  async #place(path: string, working: PlacedSources, slice: Slice): Promise<void> {
    const now = working.sourceText(this.#nowCalled(path));
    const own = this.#read.sources.get(path);
    const text = now ?? (own === undefined ? undefined : SourceText.of(own));
    if (text === undefined) {
      this.#placed.delete(path);
      return;
    }
    this.#texts.set(this.#nowCalled(path), text);
    if (this.#placed.get(path)?.text.text === text.text) return;
    const { indexes } = this.#store;
    const records = indexes.annotationsOf(path);
    const blob = indexes.source(path)?.blob;
    const located = await working.locateIn(text, records, blob, slice);
    this.#placed.set(path, { text, located });
  }
}
