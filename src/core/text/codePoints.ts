/** Between code points, which files count in, and UTF-16 code units, which programs count in. */
import { clamp, countBelow } from './search';

/**
 * The code points of one text. Keeps a table of the astral characters only (those of two code
 * units), so texts without any cost one scan. A lone surrogate counts as one code point.
 */
export class CodePoints {
  /** Number of code points. */
  readonly length: number;
  readonly #textLength: number;
  /** UTF-16 offsets of the astral characters. */
  readonly #offsets: readonly number[];
  /** The same characters, counted in code points. */
  readonly #indexes: readonly number[];

  constructor(text: string) {
    this.#offsets = astralOffsets(text);
    this.#indexes = this.#offsets.map((offset, before) => offset - before);
    this.#textLength = text.length;
    this.length = text.length - this.#offsets.length;
  }

  /** The UTF-16 offset where the code point begins; clamped to the text. */
  toUtf16(codePoint: number): number {
    const index = clamp(codePoint, 0, this.length);
    return index + countBelow(this.#indexes, index);
  }

  /** How many code points begin before `offset`; inside a surrogate pair those before the pair. Clamped. */
  fromUtf16(offset: number): number {
    const inText = clamp(offset, 0, this.#textLength);
    return inText - countBelow(this.#offsets, inText);
  }
}

function astralOffsets(text: string): number[] {
  const offsets: number[] = [];
  const pairs = /[\uD800-\uDBFF][\uDC00-\uDFFF]/g;
  for (let found = pairs.exec(text); found !== null; found = pairs.exec(text)) {
    offsets.push(found.index);
  }
  return offsets;
}

/** Whether `offset` lies between the two halves of a surrogate pair. */
export function splitsPair(text: string, offset: number): boolean {
  return isHigh(text.charCodeAt(offset - 1)) && isLow(text.charCodeAt(offset));
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
