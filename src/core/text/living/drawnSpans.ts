/** What an editor shows of the ranges that it was sent, after it moved them with the text by itself. */
import type { TextEdit } from '../edits';
import type { Span } from '../span';
import { EditBatch } from './editBatch';
import { SpanRows } from './spanRows';

export class DrawnSpans {
  readonly #rows: SpanRows;
  readonly #count: number;

  constructor(spans: readonly Span[]) {
    this.#rows = new SpanRows(
      spans.map(({ start }) => start),
      spans.map(({ end }) => end),
    );
    this.#count = spans.length;
  }

  /**
   * The edits of one change, with the offsets of the text before it. Ranges that they only move, or
   * change in the middle, every editor keeps alike; what becomes of others is unknown.
   */
  follow(edits: readonly TextEdit[]): void {
    const batch = new EditBatch(edits.toSorted((a, b) => a.start - b.start));
    for (const { row, span } of this.#rows.follow(batch)) {
      if (batch.reshapes(span)) this.#rows.set(row, undefined);
    }
  }

  /** Whether these are certainly the spans that are shown, in this order. */
  isShowing(spans: readonly Span[]): boolean {
    return (
      spans.length === this.#count &&
      spans.every(({ start, end }, row) => {
        const shown = this.#rows.get(row);
        return shown?.start === start && shown.end === end;
      })
    );
  }
}
