/** Reads typed values out of YAML nodes; what does not fit becomes a problem at its place. */
import type { Problem } from '../model/problem';
import { LineIndex } from '../text/lines';
import type { Span } from '../text/span';
import { entryOf, textOf, type Entry, type MapNode, type YamlNode } from './node';

/** Collects the problems of one file and puts line numbers on them. */
export class Findings {
  readonly problems: Problem[] = [];
  readonly #path: string;
  readonly #text: () => string;
  #lines: LineIndex | undefined;

  /** The text is asked for at the first problem. */
  constructor(path: string, text: string | (() => string)) {
    this.#path = path;
    this.#text = typeof text === 'string' ? (): string => text : text;
  }

  add(code: string, message: string, span: Span, severity: Problem['severity'] = 'error'): void {
    this.#lines ??= new LineIndex(this.#text());
    const { line, character } = this.#lines.positionAt(span.start);
    this.problems.push({
      code,
      severity,
      message,
      path: this.#path,
      span: { start: span.start, end: span.end },
      line: line + 1,
      column: character + 1,
    });
  }
}

/** Typed access to the keys of one map. A value of the wrong kind is reported and read as absent. */
export class MapReader {
  readonly #map: MapNode;
  readonly #findings: Findings;

  constructor(map: MapNode, findings: Findings) {
    this.#map = map;
    this.#findings = findings;
  }

  entry(key: string): Entry | undefined {
    return entryOf(this.#map, key);
  }

  /** A string; numbers and booleans are taken as written, because `2024` needs no quotes to be a date. */
  string(key: string): string | undefined {
    const value = this.entry(key)?.value;
    if (value === undefined || isNull(value)) return undefined;
    if (value.kind === 'scalar') return textOf(value);
    this.#wrong(value, `“${key}” must be text.`);
    return undefined;
  }

  integer(key: string): number | undefined {
    const value = this.entry(key)?.value;
    if (value === undefined || isNull(value)) return undefined;
    if (value.kind === 'scalar' && Number.isSafeInteger(value.value)) return Number(value.value);
    this.#wrong(value, `“${key}” must be a whole number.`);
    return undefined;
  }

  yesOrNo(key: string): boolean | undefined {
    const value = this.entry(key)?.value;
    if (value === undefined || isNull(value)) return undefined;
    if (value.kind === 'scalar' && typeof value.value === 'boolean') return value.value;
    this.#wrong(value, `“${key}” must be true or false.`);
    return undefined;
  }

  oneOf<T extends string>(key: string, allowed: readonly T[]): T | undefined {
    const value = this.string(key);
    if (value === undefined) return undefined;
    const match = allowed.find((each) => each === value);
    const place = this.entry(key)?.value;
    if (match === undefined && place !== undefined) {
      this.#wrong(place, `“${key}” must be one of ${allowed.join(', ')}.`);
    }
    return match;
  }

  /** The items of a list; an absent key is an empty list. */
  items(key: string): readonly YamlNode[] {
    const value = this.entry(key)?.value;
    if (value === undefined || isNull(value)) return [];
    if (value.kind === 'seq') return value.items;
    this.#wrong(value, `“${key}” must be a list.`);
    return [];
  }

  map(key: string): MapNode | undefined {
    const value = this.entry(key)?.value;
    if (value === undefined || isNull(value)) return undefined;
    if (value.kind === 'map') return value;
    this.#wrong(value, `“${key}” must be a map of keys.`);
    return undefined;
  }

  /** The map at `key` with every scalar value as text. */
  strings(key: string): Readonly<Record<string, string>> {
    const map = this.map(key);
    if (map === undefined) return {};
    const reader = new MapReader(map, this.#findings);
    return Object.fromEntries(
      map.entries.flatMap((entry) => {
        const text = reader.string(entry.key);
        return text === undefined ? [] : [[entry.key, text]];
      }),
    );
  }

  /** The words of a list; other items are reported. Absent when there are none. */
  words(key: string): readonly string[] | undefined {
    const words = this.items(key).flatMap((item): readonly string[] => {
      const word = textOf(item);
      if (word !== undefined) return [word];
      this.#wrong(item, `Each of “${key}” must be text.`);
      return [];
    });
    return words.length === 0 ? undefined : words;
  }

  /** Two words of each map in a list, such as a role and its target; others are reported. */
  pairs(key: string, first: string, second: string): readonly (readonly [string, string])[] {
    return this.items(key).flatMap((item) => {
      const reader = item.kind === 'map' ? new MapReader(item, this.#findings) : undefined;
      const one = reader?.string(first);
      const two = reader?.string(second);
      if (one !== undefined && two !== undefined) return [[one, two] as const];
      this.#wrong(item, `Each of “${key}” needs “${first}” and “${second}”.`);
      return [];
    });
  }

  #wrong(node: YamlNode, message: string): void {
    this.#findings.add('value-invalid', message, node);
  }
}

export function isNull(node: YamlNode): boolean {
  return node.kind === 'scalar' && node.value === null;
}

/** Leaves out the keys whose value is `undefined`, as `exactOptionalPropertyTypes` asks. */
export function present<T extends object>(
  fields: T,
): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]?: Exclude<T[K], undefined> };
}
