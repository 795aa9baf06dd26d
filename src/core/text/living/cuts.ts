/** What was deleted with whole passages in it, so that pasting it brings them along. */
import type { Span } from '../span';

/** A passage that went with a deletion: its row, and its place in the deleted text. */
export interface CutRow {
  readonly row: number;
  readonly span: Span;
}

interface Cut {
  readonly moment: number;
  readonly text: string;
  readonly rows: readonly CutRow[];
}

const MOST_CUTS = 32;
const LONGEST_CUT = 1_000_000;
/** One letter is typed again by chance. */
const SHORTEST = 2;
/** A cut this long is found in a longer insertion too. */
const LONG = 16;

export class Cuts {
  readonly #cuts: Cut[] = [];
  #moment = 0;

  /** What is remembered from now on belongs to one change of the text. */
  begin(): void {
    this.#moment += 1;
  }

  remember(text: string, rows: readonly CutRow[]): void {
    if (rows.length === 0 || text.length > LONGEST_CUT) return;
    this.#cuts.push({ moment: this.#moment, text, rows });
    if (this.#cuts.length > MOST_CUTS) this.#cuts.shift();
  }

  /**
   * Where passages that are gone stand in an inserted text: when it is what was cut, or contains it
   * with other whitespace around it. Of what the same change cut, as when lines are moved, short
   * texts are looked for in longer insertions too.
   */
  pasted(inserted: string, isGone: (row: number) => boolean): readonly CutRow[] {
    if (inserted.length < SHORTEST) return [];
    for (let index = this.#cuts.length - 1; index >= 0; index -= 1) {
      const cut = this.#cuts[index];
      const rows = cut?.rows.filter(({ row }) => isGone(row)) ?? [];
      if (cut === undefined || rows.length === 0) continue;
      const shortest = cut.moment === this.#moment ? SHORTEST : LONG;
      const offset = offsetIn(inserted, cut.text, shortest);
      if (offset === undefined) continue;
      return rows.flatMap(({ row, span }) => {
        const start = span.start + offset;
        const end = span.end + offset;
        return start >= 0 && end <= inserted.length ? [{ row, span: { start, end } }] : [];
      });
    }
    return [];
  }
}

/** What to add to an offset in `cut` to have it in `inserted`; negative when its whitespace is not there. */
function offsetIn(inserted: string, cut: string, shortest: number): number | undefined {
  if (inserted === cut) return 0;
  const words = cut.trim();
  if (words.length < shortest) return undefined;
  const at = inserted.indexOf(words);
  return at < 0 ? undefined : at - cut.indexOf(words);
}
