/** Between offsets and lines with columns. */
import { clamp, countBelow } from './search';
import type { Span } from './span';

/** Zero-based line and zero-based UTF-16 code unit in the line. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/**
 * The lines of one text. A line ends at `\n`, `\r\n` or `\r`, or with the text; a text has at least
 * one line, and one that ends with a line break has an empty last line. Offsets are UTF-16 code units.
 */
export class LineIndex {
  readonly #text: string;
  readonly #starts: readonly number[];

  constructor(text: string) {
    this.#text = text;
    this.#starts = lineStarts(text);
  }

  get lineCount(): number {
    return this.#starts.length;
  }

  /** Offsets outside the text are clamped to it, and one between `\r` and `\n` to before both. */
  positionAt(offset: number): Position {
    const inText = clamp(offset, 0, this.#text.length);
    const line = countBelow(this.#starts, inText + 1) - 1;
    const { start, end } = this.lineSpan(line);
    return { line, character: Math.min(inText, end) - start };
  }

  /** A character past the end of its line is the end of the line; a line past the last is the end of the text. */
  offsetAt(position: Position): number {
    if (position.line < 0) return 0;
    if (position.line >= this.lineCount) return this.#text.length;
    const { start, end } = this.lineSpan(position.line);
    return start + clamp(position.character, 0, end - start);
  }

  /** The line without its line break; a line outside the text is clamped to the first or last. */
  lineSpan(line: number): Span {
    const index = clamp(line, 0, this.lineCount - 1);
    const start = this.#starts[index] ?? 0;
    const next = this.#starts[index + 1];
    if (next === undefined) return { start, end: this.#text.length };
    const pair =
      this.#text[next - 1] === '\n' && next - 2 >= start && this.#text[next - 2] === '\r';
    return { start, end: next - (pair ? 2 : 1) };
  }
}

function lineStarts(text: string): number[] {
  const starts = [0];
  const breaks = /\r\n?|\n/g;
  while (breaks.test(text)) starts.push(breaks.lastIndex);
  return starts;
}
