/** Texts as lines, however they end, and where lines stand. Lines are counted from 0 here. */
import type { LineRange } from '../change';

/** Lines `[first, end)`. */
export interface LineSpan {
  readonly first: number;
  readonly end: number;
}

/** The text with LF line breaks and without a byte order mark: what a comparison looks at. */
export function plainText(text: string): string {
  const start = text.startsWith('\ufeff') ? text.slice(1) : text;
  return start.includes('\r') ? start.replaceAll('\r\n', '\n') : start;
}

/** The lines of a plain text without their breaks; a break at its end begins no further line. */
export function linesOf(text: string): readonly string[] {
  if (text === '') return [];
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

/** The lines with their own breaks, CRLF included; a byte order mark stays with the first one. */
export function rawLinesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** Says on which line an offset is, for offsets that are asked for in ascending order. */
export class LineCounter {
  readonly #text: string;
  #offset = 0;
  #line = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** The number of line breaks before `offset`. */
  lineAt(offset: number): number {
    let feed = this.#text.indexOf('\n', this.#offset);
    while (feed !== -1 && feed < offset) {
      this.#line++;
      this.#offset = feed + 1;
      feed = this.#text.indexOf('\n', this.#offset);
    }
    return this.#line;
  }
}

/** Ascending lines as ranges, one-based, both ends included. */
export function rangesOf(spans: readonly LineSpan[]): readonly LineRange[] {
  const ranges: { first: number; last: number }[] = [];
  for (const { first, end } of [...spans].sort((a, b) => a.first - b.first)) {
    if (first === end) continue;
    const last = ranges.at(-1);
    if (last !== undefined && last.last === first) last.last = end;
    else ranges.push({ first: first + 1, last: end });
  }
  return ranges;
}
