/** A YAML map in block style, cut into the lines of its keys and the comments between them. */
import { lineEnd, lineStart } from '../../storage/editMap';
import { field, flowPair, type FieldValue } from '../../storage/emit';
import { plainValue, type Entry, type MapNode, type YamlNode } from '../../storage/node';
import { readYaml } from '../../storage/readYaml';

/** An entry and the text that its places are in. */
export interface Located {
  readonly doc: string;
  readonly entry: Entry;
  /** The lines of the entry, comments below it that are indented deeper included. */
  readonly start: number;
  readonly end: number;
}

/** One key of a map, one record of a section, or one item of a list. */
export interface Part {
  readonly key: string;
  /** The comments and blank lines above it. */
  readonly loose: string;
  /** Its own lines. */
  readonly text: string;
  /** Absent where the lines cannot be read by themselves. */
  readonly located: () => Located | undefined;
  /** Of a record: what it says of its start, in code points. */
  readonly hint?: number;
}

export interface Parts<P extends Part = Part> {
  readonly parts: readonly P[];
  /** The comments and blank lines below the last one. */
  readonly tail: string;
}

export const NO_PARTS: Parts<never> = { parts: [], tail: '' };

/** The map whose lines are `doc[from, to)`. */
export function cutMap(doc: string, map: MapNode, from: number, to: number): Parts {
  let at = from;
  const column = columnOf(doc, map);
  const parts = map.entries.map((entry): Part => {
    const start = lineStart(doc, entry.keySpan.start);
    const end = Math.min(entryEnd(doc, column, entry), to);
    const loose = doc.slice(at, start);
    at = end;
    return partOf(loose, { doc, entry, start, end });
  });
  return { parts, tail: doc.slice(at, to) };
}

function partOf(loose: string, located: Located): Part {
  const { doc, entry, start, end } = located;
  return { key: entry.key, loose, text: doc.slice(start, end), located: () => located };
}

function columnOf(doc: string, node: YamlNode): number {
  return node.start - lineStart(doc, node.start);
}

/** Behind the lines of an entry, and of the comments below it that are indented deeper than its key. */
function entryEnd(doc: string, column: number, { keySpan, value }: Entry): number {
  return commentsEnd(doc, column, lineEnd(doc, Math.max(keySpan.end, value.end)));
}

export function commentsEnd(doc: string, column: number, from: number): number {
  let end = from;
  for (let at = from; at < doc.length;) {
    const next = lineEnd(doc, at + 1);
    const line = doc.slice(at, next);
    const indent = line.search(/\S/);
    at = next;
    if (indent === -1) continue;
    if (indent <= column || line[indent] !== '#') break;
    end = next;
  }
  return end;
}

/** The map under a key, in lines of its own at `column`; what stands in braces gets lines. */
export function childMap({ doc, entry, end }: Located, column: number): Parts {
  const map = entry.value;
  if (map.kind !== 'map') return NO_PARTS;
  if (map.flow) return reread(map.entries.map((each) => lineOf(doc, each, column)).join(''));
  const from = lineEnd(doc, entry.keySpan.end);
  const own = columnOf(doc, map);
  if (own === column) return cutMap(doc, map, from, end);
  return reread(shifted(doc.slice(from, end), column - own));
}

function reread(text: string): Parts {
  const { root } = readYaml(text);
  return root?.kind === 'map' ? cutMap(text, root, 0, text.length) : NO_PARTS;
}

/** An entry of a map in braces as a line of its own. */
function lineOf(doc: string, entry: Entry, column: number): string {
  const source = doc.slice(entry.keySpan.start, entry.value.end);
  if (!source.includes('\n')) return `${' '.repeat(column)}${source}\n`;
  const lines = field(entry.key, plainValue(entry.value) as FieldValue, column);
  return lines.map((line) => `${line}\n`).join('');
}

/** The lines further in, or further out where they are that far in. */
export function shifted(text: string, by: number): string {
  if (by === 0) return text;
  return by > 0
    ? text.replace(/^(?=.)/gm, ' '.repeat(by))
    : text.replace(new RegExp(`^ {1,${-by}}`, 'gm'), '');
}

/** An entry as it stands in braces. */
export function inBraces({ doc, entry }: Located): string {
  const source = doc.slice(entry.keySpan.start, entry.value.end);
  const isFlow = entry.value.kind === 'scalar' || entry.value.flow;
  if (isFlow && !source.includes('\n')) return source;
  return flowPair(entry.key, plainValue(entry.value) as FieldValue);
}

/** What a value says, however it is written: equal texts mean equal values. */
export function meaning(node: YamlNode): string {
  switch (node.kind) {
    case 'scalar':
      return JSON.stringify(node.value === null ? null : (node.source ?? String(node.value)));
    case 'seq':
      return `[${node.items.map(meaning).join(',')}]`;
    case 'map': {
      const entries = node.entries.map(
        ({ key, value }) => `${JSON.stringify(key)}:${meaning(value)}`,
      );
      return `{${entries.sort().join(',')}}`;
    }
  }
}
