/** The changes of a text and what each did to its spans beyond moving them, to go back and forth. */
import type { TextEdit } from '../edits';
import type { EditBatch } from './editBatch';
import type { LivingText } from './livingText';
import type { RowPlace, SpanRows } from './spanRows';
import { stepsTo } from './stepsTo';

export interface Step {
  readonly edits: EditBatch;
  readonly inverse: EditBatch;
  /** Rows that `inverse` alone would not bring back to their places, with these. */
  readonly before: RowPlace[];
  /** Rows that `edits` alone would not bring to their places, with these. */
  readonly after: RowPlace[];
}

const MOST_STEPS = 10_000;
const MOST_TEXT = 20_000_000;
/** A change that is no undo may come back to a text of this many changes ago. */
const RECENT = 64;

export class Steps {
  /** Newest last. */
  readonly #done: Step[] = [];
  /** Undone, the one to do first last. */
  #undone: Step[] = [];
  #size = 0;

  add(step: Step): void {
    this.#undone = [];
    this.#done.push(step);
    this.#size += sizeOf(step);
    while (this.#done.length > MOST_STEPS || this.#size > MOST_TEXT) {
      const oldest = this.#done.shift();
      if (oldest === undefined) break;
      this.#size -= sizeOf(oldest);
    }
  }

  /** One more place that the newest step gave to a row that had none. */
  amend(place: RowPlace): void {
    const step = this.#done.at(-1);
    step?.before.push({ row: place.row, span: undefined });
    step?.after.push(place);
  }

  /**
   * Moves the rows back through the steps that `edits` take back, however they are grouped. Tells
   * the rows that were near; absent, with nothing moved, when the text was never so before.
   */
  undo(
    text: LivingText,
    edits: readonly TextEdit[],
    rows: SpanRows,
  ): readonly number[] | undefined {
    const count = stepsTo(text, edits, backwards(this.#done, this.#done.length));
    if (count === undefined) return undefined;
    const steps = passOn(this.#done, this.#undone, count);
    for (const step of steps) this.#size -= sizeOf(step);
    return steps.flatMap(({ inverse, before }) => move(rows, inverse, before));
  }

  /** The same forward, through steps that were undone. */
  redo(
    text: LivingText,
    edits: readonly TextEdit[],
    rows: SpanRows,
  ): readonly number[] | undefined {
    const count = stepsTo(text, edits, forwards(this.#undone));
    if (count === undefined) return undefined;
    const steps = passOn(this.#undone, this.#done, count);
    for (const step of steps) this.#size += sizeOf(step);
    return steps.flatMap(({ edits: own, after }) => move(rows, own, after));
  }

  /**
   * Where the rows that recent steps damaged were, when `edits` lead back to the text before these
   * steps: whoever deletes a letter of a name and types it again has the name again.
   */
  restored(
    text: LivingText,
    edits: readonly TextEdit[],
    rows: SpanRows,
  ): readonly RowPlace[] | undefined {
    if (this.#done.slice(-RECENT).every(({ before }) => before.length === 0)) return undefined;
    const count = stepsTo(text, edits, backwards(this.#done, RECENT));
    if (count === undefined) return undefined;
    const former = rows.clone();
    const damaged = new Set<number>();
    for (const { inverse, before, after } of this.#done.slice(-count).reverse()) {
      move(former, inverse, before);
      for (const { row } of [...before, ...after]) damaged.add(row);
    }
    return [...damaged].map((row) => ({ row, span: former.get(row) }));
  }
}

/** The last `count` steps of a stack, the last first, as they go onto the other stack. */
function passOn(from: Step[], to: Step[], count: number): readonly Step[] {
  const steps = from.splice(from.length - count).reverse();
  to.push(...steps);
  return steps;
}

function* backwards(steps: readonly Step[], most: number): Iterable<readonly TextEdit[]> {
  const least = Math.max(0, steps.length - most);
  for (let index = steps.length - 1; index >= least; index -= 1) {
    yield steps[index]?.inverse.edits ?? [];
  }
}

function* forwards(undone: readonly Step[]): Iterable<readonly TextEdit[]> {
  for (let index = undone.length - 1; index >= 0; index -= 1) {
    yield undone[index]?.edits.edits ?? [];
  }
}

/** Tells the rows that were near the edits or have a place among `places`. */
function move(rows: SpanRows, edits: EditBatch, places: readonly RowPlace[]): readonly number[] {
  const near = rows.follow(edits).map(({ row }) => row);
  for (const { row, span } of places) {
    rows.set(row, span);
    near.push(row);
  }
  return near;
}

function sizeOf({ edits, inverse, before, after }: Step): number {
  const textOf = (batch: EditBatch): number =>
    batch.edits.reduce((size, { newText }) => size + 40 + newText.length, 0);
  return textOf(edits) + textOf(inverse) + 10 * (before.length + after.length);
}
