/** Finding a former text again: which steps an undo takes back, however the editor groups them. */
import { applyEdits, type TextEdit } from '../edits';
import type { LivingText } from './livingText';

/** Code units that a search may copy before it gives up. */
const MOST_COPIED = 4_000_000;

/**
 * How many of `steps` lead to the text that `edits` make of `text`: the steps come in the order in
 * which they would be taken, the first with the offsets of `text`, each other with those of the text
 * that the one before it leaves. The least number from 1 on; absent when none does.
 */
export function stepsTo(
  text: LivingText,
  edits: readonly TextEdit[],
  steps: Iterable<readonly TextEdit[]>,
): number | undefined {
  const wanted = new Window(text, edits[0]?.start ?? 0);
  wanted.apply(edits);
  const reached = new Window(text, edits[0]?.start ?? 0);
  let copied = 0;
  let count = 0;
  for (const step of steps) {
    reached.apply(step);
    count += 1;
    if (reached.growth === wanted.growth && reached.isSame(wanted)) return count;
    copied += reached.size;
    if (copied > MOST_COPIED) return undefined;
  }
  return undefined;
}

/** What stands instead of `[from, to)` of a text; everything around it is as in the text. */
class Window {
  readonly #text: LivingText;
  #from: number;
  #to: number;
  #content = '';

  constructor(text: LivingText, at: number) {
    this.#text = text;
    this.#from = at;
    this.#to = at;
  }

  get size(): number {
    return this.#content.length;
  }

  get growth(): number {
    return this.#content.length - (this.#to - this.#from);
  }

  /** `edits` have the offsets of the text as this window shows it. */
  apply(edits: readonly TextEdit[]): void {
    const [first] = edits;
    const last = edits.at(-1);
    if (first === undefined || last === undefined) return;
    this.#widen(first.start, last.end - this.growth);
    const from = this.#from;
    const own = edits.map((edit) => ({
      start: edit.start - from,
      end: edit.end - from,
      newText: edit.newText,
    }));
    this.#content = applyEdits(this.#content, own);
  }

  isSame(other: Window): boolean {
    const from = Math.min(this.#from, other.#from);
    const to = Math.max(this.#to, other.#to);
    this.#widen(from, to);
    other.#widen(from, to);
    return this.#content === other.#content;
  }

  /** Offsets of the underlying text. */
  #widen(from: number, to: number): void {
    if (from < this.#from) {
      this.#content = this.#text.slice(from, this.#from) + this.#content;
      this.#from = from;
    }
    if (to > this.#to) {
      this.#content += this.#text.slice(this.#to, to);
      this.#to = to;
    }
  }
}
