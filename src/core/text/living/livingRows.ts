/** The passages of an edited text as rows of spans: what each change of the text makes of them. */
import type { Anchoring } from '../anchor';
import { isCertain } from '../certainty';
import type { TextEdit } from '../edits';
import { contains, type Span } from '../span';
import { Cuts, type CutRow } from './cuts';
import { EditBatch } from './editBatch';
import { LivingText } from './livingText';
import { narrow } from './narrow';
import { afterReplacement, moved, shifted } from './replaced';
import { SpanRows, type RowPlace } from './spanRows';
import { Steps } from './steps';

/** How the text changed: `undo` and `redo` go to a text that was there before. */
export type ChangeKind = 'edit' | 'undo' | 'redo';

/**
 * What a change did. `shifted`: no passage gained or lost anything but what was changed in its
 * middle. `reshaped`: some did. `replaced`: so much text was replaced that passages without a
 * certain place may have one again.
 */
export type ChangeEffect = 'shifted' | 'reshaped' | 'replaced';

export interface RowChange {
  readonly effect: ChangeEffect;
  /** Rows with an edit in or near them. */
  readonly near: Iterable<number>;
  /** Rows that lost their place, and where their passages may be instead. */
  readonly proposed: readonly { readonly row: number; readonly anchoring: Anchoring }[];
}

/** Code units on both sides of a replacement from which lost passages may be found again. */
const MUCH = 400;

/** What one change does to rows apart from moving them. */
interface Settling {
  readonly batch: EditBatch;
  readonly near: readonly { readonly row: number; readonly span: Span }[];
  readonly settle: (place: RowPlace) => void;
  readonly proposed: { row: number; anchoring: Anchoring }[];
}

export class LivingRows {
  readonly text: LivingText;
  readonly rows = new SpanRows();
  readonly #steps = new Steps();
  readonly #cuts = new Cuts();

  constructor(text: string) {
    this.text = new LivingText(text);
  }

  /** A row for a place that the last change brought up: it goes and comes with that change. */
  addToLastChange(span: Span): number {
    const row = this.rows.add(span);
    this.#steps.amend({ row, span });
    return row;
  }

  /** `edits` do not overlap and have the offsets of the text before all of them. */
  apply(edits: readonly TextEdit[], change: ChangeKind): RowChange {
    const narrowed = edits
      .toSorted((a, b) => a.start - b.start)
      .flatMap((edit) => narrow(edit, this.text.slice(edit.start, edit.end)) ?? []);
    if (narrowed.length === 0) return { effect: 'shifted', near: [], proposed: [] };
    const back = this.#back(narrowed, change);
    if (back === undefined) return this.#forward(new EditBatch(narrowed));
    this.text.apply(narrowed);
    return { effect: 'reshaped', near: back, proposed: [] };
  }

  #back(edits: readonly TextEdit[], change: ChangeKind): readonly number[] | undefined {
    switch (change) {
      case 'edit':
        return undefined;
      case 'undo':
        return this.#steps.undo(this.text, edits, this.rows);
      case 'redo':
        return this.#steps.redo(this.text, edits, this.rows);
    }
  }

  #forward(batch: EditBatch): RowChange {
    const { edits } = batch;
    const { text, rows } = this;
    const inverse = batch.inverse(edits.map(({ start, end }) => text.slice(start, end)));
    const former = this.#steps.restored(text, edits, rows);
    const were = new Map(former?.map(({ row }) => [row, rows.get(row)]));
    const near = rows.follow(batch);
    for (const { row, span } of near) were.set(row, span);
    const settled = new Map<number, Span | undefined>();
    const settle = ({ row, span }: RowPlace): void => {
      if (!were.has(row)) were.set(row, rows.get(row));
      rows.set(row, span);
      settled.set(row, span);
    };
    const proposed: { row: number; anchoring: Anchoring }[] = [];
    if (former === undefined) this.#settle({ batch, near, settle, proposed });
    else former.forEach(settle);
    const before = [...were].flatMap(([row, span]) => {
      const now = rows.get(row);
      return isSame(now && inverse.follow(now), span) ? [] : [{ row, span }];
    });
    const after = [...settled].map(([row, span]) => ({ row, span }));
    text.apply(edits);
    this.#steps.add({ edits: batch, inverse, before, after });
    const isReshaped = settled.size > 0 || near.some(({ span }) => batch.reshapes(span));
    const effect = edits.some(isMuch) ? 'replaced' : isReshaped ? 'reshaped' : 'shifted';
    return { effect, near: were.keys(), proposed };
  }

  /** Passages whose words were replaced, and those that come back with what is pasted. */
  #settle(settling: Settling): void {
    const { batch, near } = settling;
    this.#cuts.begin();
    const hit = new Map<number, { row: number; span: Span }[]>();
    for (const each of near) {
      const [index, ...more] = batch.overlapping(each.span);
      const edit = batch.edits[index ?? -1];
      if (index === undefined || edit === undefined || more.length > 0) continue;
      if (contains(each.span, edit) && !isSame(edit, each.span)) continue;
      const hits = hit.get(index) ?? [];
      hits.push(each);
      hit.set(index, hits);
    }
    for (const [index, hits] of hit) this.#settleHits(settling, index, hits);
    this.#paste(settling);
  }

  /** `hits` are the rows that the edit with this index cuts or takes away. */
  #settleHits(
    { batch, settle, proposed }: Settling,
    index: number,
    hits: readonly { readonly row: number; readonly span: Span }[],
  ): void {
    const edit = batch.edits[index];
    if (edit === undefined) return;
    const spans = hits.map(({ span }) => span);
    const found = afterReplacement(this.text, edit, spans);
    const cut: CutRow[] = [];
    hits.forEach(({ row, span }, hit) => {
      const result = found[hit];
      if (result !== undefined && isCertain(result)) {
        settle({ row, span: moved(result.span, batch.shiftAt(index)) });
        return;
      }
      if (result !== undefined) {
        settle({ row, span: undefined });
        proposed.push({ row, anchoring: shifted(result, batch.shiftAt(index)) });
      }
      if (contains(edit, span)) cut.push({ row, span: moved(span, -edit.start) });
    });
    this.#cuts.remember(this.text.slice(edit.start, edit.end), cut);
  }

  #paste({ batch, settle }: Settling): void {
    const isGone = (row: number): boolean => this.rows.get(row) === undefined;
    batch.edits.forEach(({ start, newText }, index) => {
      const at = start + batch.shiftAt(index);
      for (const { row, span } of this.#cuts.pasted(newText, isGone)) {
        settle({ row, span: moved(span, at) });
      }
    });
  }
}

function isSame(a: Span | undefined, b: Span | undefined): boolean {
  return a?.start === b?.start && a?.end === b?.end;
}

function isMuch({ start, end, newText }: TextEdit): boolean {
  return end - start > MUCH && newText.length > MUCH;
}
