/** Many spans of one text, kept in place through its edits: two numbers each, nothing to sort. */
import type { Span } from '../span';
import type { EditBatch } from './editBatch';

/** Code units; edits this close to a span are told: it covers 32 code points of context. */
const NEAR = 64;

const GONE = -1;

/** The place of a row, or that it has none. */
export interface RowPlace {
  readonly row: number;
  readonly span: Span | undefined;
}

export class SpanRows {
  /** UTF-16 offsets by row; a start of -1 is a row whose passage is gone. */
  readonly #starts: number[];
  readonly #ends: number[];

  constructor(starts: readonly number[] = [], ends: readonly number[] = []) {
    this.#starts = [...starts];
    this.#ends = [...ends];
  }

  clone(): SpanRows {
    return new SpanRows(this.#starts, this.#ends);
  }

  /** The number of the new row. */
  add(span: Span | undefined): number {
    this.#starts.push(span?.start ?? GONE);
    this.#ends.push(span?.end ?? GONE);
    return this.#starts.length - 1;
  }

  /** Absent when the passage is gone. */
  get(row: number): Span | undefined {
    const start = this.#starts[row] ?? GONE;
    return start === GONE ? undefined : { start, end: this.#ends[row] ?? start };
  }

  set(row: number, span: Span | undefined): void {
    this.#starts[row] = span?.start ?? GONE;
    this.#ends[row] = span?.end ?? GONE;
  }

  /** The rows that contain or touch an offset. */
  touching(offset: number): readonly number[] {
    const found: number[] = [];
    this.#starts.forEach((start, row) => {
      if (start !== GONE && start <= offset && (this.#ends[row] ?? GONE) >= offset) found.push(row);
    });
    return found;
  }

  /** Moves every span. Tells those that an edit touches or comes near to, as they were before. */
  follow(batch: EditBatch): readonly { readonly row: number; readonly span: Span }[] {
    const near: { row: number; span: Span }[] = [];
    if (batch.edits.length === 0) return near;
    const starts = this.#starts;
    const ends = this.#ends;
    const least = batch.start - NEAR;
    const most = batch.end + NEAR;
    const { growth } = batch;
    for (let row = 0; row < starts.length; row += 1) {
      const start = starts[row] ?? GONE;
      const end = ends[row] ?? GONE;
      if (start === GONE || end < least) continue;
      if (start > most) {
        starts[row] = start + growth;
        ends[row] = end + growth;
        continue;
      }
      const span = { start, end };
      if (batch.isNear(span, NEAR)) near.push({ row, span });
      this.set(row, batch.follow(span));
    }
    return near;
  }
}
