/**
 * A strict reader of the one form in which the product writes YAML (see `emit`). It either gives
 * exactly the nodes that the `yaml` package would give, or nothing; a law in the tests holds the two
 * together. It exists for speed: about a hundred times that of the package.
 */
import type { Entry, MapNode, SeqNode, YamlNode } from './node';
import { isReserved, lineBreak, quotedEnd, quotedText, spacesAt, wordEnd } from './scan';

const KEY = /[A-Za-z]\w*(?:-+\w+)*/y;
const INTEGER = /0|-?[1-9][0-9]{0,14}/y;
/** YAML takes no longer ones without a question mark. */
const LONGEST_KEY = 1000;
/** Deeper than anything that the product writes. */
const DEEPEST = 8;

/**
 * The entry of the record whose lines are `text[start, end)`, or absent when any line differs from
 * the canonical form. Places are UTF-16 offsets in `text`.
 */
export function readCanonicalRecord(text: string, start: number, end: number): Entry | undefined {
  const reader = new CanonicalReader(text, start, end);
  const map = reader.all(2);
  const entry = map?.entries[0];
  return map?.entries.length === 1 && entry?.value.kind === 'map' ? entry : undefined;
}

/** The top level of a file, or the part of it in `[start, end)`, that is canonical as a whole. */
export function readCanonicalMap(text: string, start = 0, end = text.length): MapNode | undefined {
  return new CanonicalReader(text, start, end).all(0);
}

class CanonicalReader {
  readonly #text: string;
  readonly #end: number;
  #at: number;

  constructor(text: string, start: number, end: number) {
    this.#text = text;
    this.#at = start;
    this.#end = end;
  }

  /** The map whose keys stand at column `indent`, when there is nothing but it. */
  all(indent: number): MapNode | undefined {
    const map = this.map(indent);
    return this.#at === this.#end ? map : undefined;
  }

  /** The map whose keys stand at column `indent`, up to the first line that stands further left. */
  map(indent: number): MapNode | undefined {
    const entries: Entry[] = [];
    const seen = new Set<string>();
    while (this.#at < this.#end) {
      const spaces = spacesAt(this.#text, this.#at);
      if (spaces < indent && entries.length > 0) break;
      if (spaces !== indent || indent > 2 * DEEPEST) return undefined;
      this.#at += indent;
      const entry = this.#entry(indent);
      if (entry === undefined || seen.has(entry.key)) return undefined;
      seen.add(entry.key);
      entries.push(entry);
    }
    const first = entries[0];
    const last = entries.at(-1);
    if (first === undefined || last === undefined) return undefined;
    return { kind: 'map', flow: false, entries, start: first.keySpan.start, end: last.value.end };
  }

  /** `key: value` with its line breaks; the value may be the lines below. */
  #entry(indent: number): Entry | undefined {
    const start = this.#at;
    const key = this.#key();
    if (key === undefined) return undefined;
    const keySpan = { start, end: this.#at - 1 };
    const below = lineBreak(this.#text, this.#at, this.#end);
    if (below !== -1) {
      this.#at = below;
      const value = this.#isItem(indent + 2) ? this.#items(indent + 2) : this.map(indent + 2);
      return value && { key, keySpan, value };
    }
    const value = this.#skip(' ') ? this.#value(0) : undefined;
    return value && this.#lineEnds() ? { key, keySpan, value } : undefined;
  }

  #items(indent: number): SeqNode | undefined {
    const start = this.#at + indent;
    const items: YamlNode[] = [];
    while (this.#isItem(indent)) {
      this.#at += indent + 2;
      const item = this.#value(0);
      if (item === undefined || !this.#lineEnds()) return undefined;
      items.push(item);
    }
    const last = items.at(-1);
    return last && { kind: 'seq', flow: false, items, start, end: last.end };
  }

  #isItem(indent: number): boolean {
    const dash = this.#at + indent;
    return (
      dash < this.#end &&
      spacesAt(this.#text, this.#at) === indent &&
      this.#text.startsWith('- ', dash)
    );
  }

  /** A value on one line. */
  #value(depth: number): YamlNode | undefined {
    switch (this.#text[this.#at]) {
      case '"':
        return this.#quoted();
      case '{':
        return depth < DEEPEST ? this.#flowMap(depth + 1) : undefined;
      case '[':
        return depth < DEEPEST ? this.#flowSeq(depth + 1) : undefined;
      default:
        return this.#plain();
    }
  }

  #quoted(): YamlNode | undefined {
    const start = this.#at;
    const end = quotedEnd(this.#text, start);
    if (end === -1) return undefined;
    this.#at = end;
    return { kind: 'scalar', value: quotedText(this.#text, start, end), start, end };
  }

  #plain(): YamlNode | undefined {
    const start = this.#at;
    const end = wordEnd(this.#text, start);
    if (end !== -1) {
      const value = this.#text.slice(start, end);
      this.#at = end;
      if (!isReserved(value)) return { kind: 'scalar', value, start, end };
      if (value !== 'true' && value !== 'false') return undefined;
      return { kind: 'scalar', value: value === 'true', start, end };
    }
    INTEGER.lastIndex = start;
    const digits = INTEGER.exec(this.#text)?.[0];
    if (digits === undefined) return undefined;
    this.#at = start + digits.length;
    return { kind: 'scalar', value: Number(digits), start, end: this.#at };
  }

  #flowMap(depth: number): MapNode | undefined {
    const start = this.#at;
    const entries: Entry[] = [];
    const seen = new Set<string>();
    if (!this.#skip('{}')) {
      do {
        // The first entry stands behind the brace and a space, the others behind a comma and a space.
        this.#at += 2;
        const keyStart = this.#at;
        const key = this.#text[keyStart - 1] === ' ' ? this.#key() : undefined;
        if (key === undefined || seen.has(key)) return undefined;
        const keySpan = { start: keyStart, end: this.#at - 1 };
        const value = this.#skip(' ') ? this.#value(depth) : undefined;
        if (value === undefined) return undefined;
        seen.add(key);
        entries.push({ key, keySpan, value });
      } while (this.#text[this.#at] === ',');
      if (!this.#skip(' }')) return undefined;
    }
    return { kind: 'map', flow: true, entries, start, end: this.#at };
  }

  #flowSeq(depth: number): SeqNode | undefined {
    const start = this.#at;
    const items: YamlNode[] = [];
    if (!this.#skip('[]')) {
      this.#at++;
      do {
        if (items.length > 0 && !this.#skip(', ')) return undefined;
        const item = this.#value(depth);
        if (item === undefined) return undefined;
        items.push(item);
      } while (this.#text[this.#at] === ',');
      if (!this.#skip(']')) return undefined;
    }
    return { kind: 'seq', flow: true, items, start, end: this.#at };
  }

  /** A plain key and its colon. */
  #key(): string | undefined {
    KEY.lastIndex = this.#at;
    const key = KEY.exec(this.#text)?.[0];
    if (key === undefined || key.length > LONGEST_KEY || isReserved(key)) return undefined;
    this.#at += key.length;
    return this.#skip(':') ? key : undefined;
  }

  #lineEnds(): boolean {
    const next = lineBreak(this.#text, this.#at, this.#end);
    if (next !== -1) this.#at = next;
    return next !== -1;
  }

  #skip(literal: string): boolean {
    if (!this.#text.startsWith(literal, this.#at)) return false;
    this.#at += literal.length;
    return true;
  }
}
