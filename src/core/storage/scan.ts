/** Steps of the strict readers over the text of a file. Offsets are UTF-16; -1 says "it is not that". */

const FEED = 10;
const RETURN = 13;
const SPACE = 32;
const QUOTE = 34;

/** No control characters, no byte order mark, and the escapes that JSON has too. */
const QUOTED = /"(?:[^"\\\p{Cc}\ufeff]|\\["\\/bfnrt]|\\u[0-9a-fA-F]{4})*"/uy;
const RESERVED = /^(?:null|true|false)$/i;

/** How many spaces stand at `at`. */
export function spacesAt(text: string, at: number): number {
  let end = at;
  while (text.charCodeAt(end) === SPACE) end++;
  return end - at;
}

/** Where the next line starts when one ends at `at`; the end of the text ends a line too. */
export function lineBreak(text: string, at: number, end: number): number {
  if (at >= end) return at === end ? at : -1;
  const code = text.charCodeAt(at);
  if (code === FEED) return at + 1;
  return code === RETURN && text.charCodeAt(at + 1) === FEED ? at + 2 : -1;
}

/** Behind the double-quoted scalar that starts at `at`. */
export function quotedEnd(text: string, at: number): number {
  QUOTED.lastIndex = at;
  return QUOTED.test(text) ? QUOTED.lastIndex : -1;
}

/** What the double-quoted scalar `text[start, end)` says, given that `quotedEnd` found it. */
export function quotedText(text: string, start: number, end: number): string {
  const between = text.slice(start + 1, end - 1);
  return between.includes('\\') ? (JSON.parse(`"${between}"`) as string) : between;
}

/**
 * Behind the plain word at `at`: letters and digits, joined by dashes and slashes, a letter first. It
 * may still be one that YAML reserves.
 */
export function wordEnd(text: string, at: number): number {
  if (!isLetter(text.charCodeAt(at))) return -1;
  let end = at + 1;
  let code = text.charCodeAt(end);
  while (isLetter(code) || isDigit(code) || code === 45 || code === 47) {
    code = text.charCodeAt(++end);
  }
  const last = text.charCodeAt(end - 1);
  return last === 45 || last === 47 ? -1 : end;
}

/** Words that are no text in YAML 1.2. */
export function isReserved(word: string): boolean {
  return (word.length === 4 || word.length === 5) && RESERVED.test(word);
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

/**
 * Double-quoted scalars of one text, asked for from its start to its end: what is odd in the text is
 * looked for ahead of them, once, and not in each of them.
 */
export class QuotedScalars {
  readonly #text: string;
  /** Control characters, returns that end no line, and byte order marks. */
  readonly #odd = /[^\P{Cc}\n\r]|\ufeff|\r(?!\n)/gu;
  #nextOdd = -1;
  #nextEscape = -1;
  /** Behind the scalar that was read last. */
  end = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** What the scalar at `at` says; absent when there is none in the strict form. */
  read(at: number): string | undefined {
    const text = this.#text;
    if (text.charCodeAt(at) !== QUOTE) return undefined;
    if (this.#nextEscape < at) this.#nextEscape = orEnd(text.indexOf('\\', at));
    const close = text.indexOf('"', at + 1);
    if (close === -1) return undefined;
    if (close < this.#nextEscape) {
      if (this.#oddBefore(at, close)) return undefined;
      this.end = close + 1;
      return text.slice(at + 1, close);
    }
    const end = quotedEnd(text, at);
    if (end === -1) return undefined;
    this.end = end;
    return JSON.parse(text.slice(at, end)) as string;
  }

  /** Line feeds too: none may stand in a scalar. */
  #oddBefore(at: number, close: number): boolean {
    if (this.#nextOdd < at) {
      this.#odd.lastIndex = at;
      this.#nextOdd = orEnd(this.#odd.exec(this.#text)?.index ?? -1);
    }
    if (this.#nextOdd < close) return true;
    const feed = this.#text.indexOf('\n', at);
    return feed !== -1 && feed < close;
  }
}

function orEnd(found: number): number {
  return found === -1 ? Number.POSITIVE_INFINITY : found;
}
