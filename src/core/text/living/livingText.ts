/** A text that is edited often, in pieces, so that an edit and a look at a passage cost little. */
import { applyEdits, type TextEdit } from '../edits';
import { clamp } from '../search';

/** Code units of a piece when the text is cut up; one that grows to twice this is cut again. */
const PIECE = 8_192;
/** More edits than this at once are made in the whole text. */
const MANY_EDITS = 64;

export class LivingText {
  #pieces: string[];
  #length: number;
  #whole: string | undefined;

  constructor(text: string) {
    this.#pieces = piecesOf(text);
    this.#length = text.length;
    this.#whole = text;
  }

  /** UTF-16 code units. */
  get length(): number {
    return this.#length;
  }

  /** `[start, end)` in UTF-16, as far as it lies in the text. */
  slice(start: number, end: number): string {
    const from = clamp(start, 0, this.#length);
    const to = clamp(end, from, this.#length);
    if (this.#whole !== undefined) return this.#whole.slice(from, to);
    let result = '';
    let at = 0;
    for (const piece of this.#pieces) {
      const next = at + piece.length;
      if (next > from) result += piece.slice(Math.max(0, from - at), to - at);
      if (next >= to) break;
      at = next;
    }
    return result;
  }

  /** `edits` are in order, do not overlap, and have the offsets of the text before all of them. */
  apply(edits: readonly TextEdit[]): void {
    if (edits.length > MANY_EDITS) {
      const text = applyEdits(this.toString(), edits);
      this.#pieces = piecesOf(text);
      this.#length = text.length;
      this.#whole = text;
      return;
    }
    for (let index = edits.length - 1; index >= 0; index -= 1) {
      const edit = edits[index];
      if (edit !== undefined) this.#replace(edit);
    }
    this.#whole = undefined;
  }

  /** The whole text; joined only when it was edited since it was last asked for. */
  toString(): string {
    return (this.#whole ??= this.#pieces.join(''));
  }

  #replace({ start, end, newText }: TextEdit): void {
    const pieces = this.#pieces;
    let first = 0;
    let at = 0;
    for (; first < pieces.length - 1; first += 1) {
      const next = at + (pieces[first] ?? '').length;
      if (next >= start) break;
      at = next;
    }
    let last = first;
    let lastAt = at;
    while (last < pieces.length - 1 && lastAt + (pieces[last] ?? '').length < end) {
      lastAt += (pieces[last] ?? '').length;
      last += 1;
    }
    const head = (pieces[first] ?? '').slice(0, start - at);
    const tail = (pieces[last] ?? '').slice(end - lastAt);
    const piece = head + newText + tail;
    const fresh = piece.length > 2 * PIECE ? piecesOf(piece) : piece === '' ? [] : [piece];
    if (fresh.length === 1 && first === last) pieces[first] = piece;
    else this.#pieces = [...pieces.slice(0, first), ...fresh, ...pieces.slice(last + 1)];
    this.#length += newText.length - (end - start);
  }
}

function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (let at = 0; at < text.length; at += PIECE) pieces.push(text.slice(at, at + PIECE));
  return pieces;
}
