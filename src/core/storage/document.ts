/** One annotation, record or schema file as a tree with places, and whether it may be written. */
import { readCanonicalRecord } from './canonical';
import type { Entry, MapNode } from './node';
import { readYaml, type YamlFinding } from './readYaml';

export interface YamlDocument {
  readonly text: string;
  /** Absent when the text is empty or its top level is not a map. */
  readonly root: MapNode | undefined;
  /** Not empty: the file does not parse as the format asks, and must not be written. */
  readonly findings: readonly YamlFinding[];
}

const SECTION = /^annotations:[ \t]*\r?$/gm;
const FOREIGN_LINE = /^(?:---|\.\.\.|%|<<<<<<<|=======|>>>>>>>|[?:!&*|>@`"'[{-])|^[ ]*\t/m;

/** Reads `text`; never throws. Annotations in canonical form take the fast way. */
export function readDocument(text: string): YamlDocument {
  return readSections(text) ?? readWhole(text);
}

/** The reading by the `yaml` package alone: what `readDocument` must agree with. */
export function readWhole(text: string): YamlDocument {
  const { root, findings } = readYaml(text);
  if (root === undefined) return { text, root: undefined, findings };
  if (root.kind !== 'map') {
    const message = 'The top level of the file must be a map of keys.';
    const finding = { code: 'yaml-syntax', message, start: root.start, end: root.end } as const;
    return { text, root: undefined, findings: [...findings, finding] };
  }
  return { text, root, findings };
}

/**
 * Reads the annotations block by block, and the rest of the file with the `yaml` package. Absent
 * when the file is not laid out in lines that allow it, or when any block has a finding: then only
 * the package's reading of the whole file counts.
 */
function readSections(text: string): YamlDocument | undefined {
  SECTION.lastIndex = 0;
  const heads = [...text.matchAll(SECTION)];
  const head = heads[0];
  if (head === undefined || heads.length > 1) return undefined;
  const from = nextLine(text, head.index);
  const to = sectionEnd(text, from);
  if (FOREIGN_LINE.test(text)) return undefined;
  const records = readRecords(text, from, to);
  if (records === undefined || records.length === 0) return undefined;

  const rest = readWhole(text.slice(0, from) + text.slice(to));
  if (rest.findings.length > 0 || rest.root === undefined) return undefined;
  const shift = to - from;
  const entries = rest.root.entries.map((entry) => shiftEntry(entry, from, shift));
  const section = entries.findIndex((entry) => entry.key === 'annotations');
  const place = entries[section];
  const first = records[0];
  const last = records.at(-1);
  if (place?.value.kind !== 'scalar' || place.value.value !== null) return undefined;
  if (first === undefined || last === undefined) return undefined;
  const map: MapNode = {
    kind: 'map',
    flow: false,
    entries: records,
    start: first.keySpan.start,
    end: last.value.end,
  };
  entries[section] = { ...place, value: map };
  const end = entries.at(-1)?.value.end ?? rest.root.end;
  return { text, root: { ...rest.root, entries, end }, findings: [] };
}

/** The entries of the section `text[from, to)`; absent when the lines leave any doubt. */
function readRecords(text: string, from: number, to: number): Entry[] | undefined {
  const starts: number[] = [];
  const ends: number[] = [];
  let end = from;
  for (let at = from; at < to;) {
    const next = Math.min(nextLine(text, at), to);
    const indent = indentOf(text, at, next);
    if (indent !== undefined) {
      if (indent < 2 || indent === 3) return undefined;
      if (indent === 2) {
        if (starts.length > 0) ends.push(end);
        starts.push(at);
      } else if (starts.length === 0) {
        return undefined;
      }
      end = next;
    }
    at = next;
  }
  if (starts.length > 0) ends.push(end);

  const entries: Entry[] = [];
  const seen = new Set<string>();
  for (const [index, start] of starts.entries()) {
    const entry = readRecord(text, start, ends[index] ?? start, starts[index + 1] ?? to);
    if (entry === undefined || seen.has(entry.key)) return undefined;
    seen.add(entry.key);
    entries.push(entry);
  }
  return entries;
}

/** `end` is after the last line that is neither blank nor a comment, `next` where the next record starts. */
function readRecord(text: string, start: number, end: number, next: number): Entry | undefined {
  const canonical = readCanonicalRecord(text, start, end);
  if (canonical !== undefined) return canonical;
  const { root, findings } = readYaml(text.slice(start, next), start);
  if (findings.length > 0 || root?.kind !== 'map' || root.flow || root.entries.length !== 1) {
    return undefined;
  }
  return root.entries[0];
}

/** Column of the first character of the line; absent for blank lines and comments. */
function indentOf(text: string, at: number, next: number): number | undefined {
  for (let index = at; index < next; index++) {
    const code = text.charCodeAt(index);
    if (code === 32) continue;
    return code === 10 || code === 13 || code === 35 ? undefined : index - at;
  }
  return undefined;
}

function sectionEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at = nextLine(text, at)) {
    if (indentOf(text, at, nextLine(text, at)) === 0) return at;
  }
  return text.length;
}

function nextLine(text: string, at: number): number {
  const feed = text.indexOf('\n', at);
  return feed === -1 ? text.length : feed + 1;
}

function shiftEntry(entry: Entry, from: number, shift: number): Entry {
  if (entry.keySpan.start < from) return entry;
  return {
    key: entry.key,
    keySpan: { start: entry.keySpan.start + shift, end: entry.keySpan.end + shift },
    value: shiftNode(entry.value, shift),
  };
}

function shiftNode<N extends Entry['value']>(node: N, shift: number): N {
  const moved = { ...node, start: node.start + shift, end: node.end + shift };
  if (moved.kind === 'map') {
    const entries = moved.entries.map((entry) => shiftEntry(entry, 0, shift));
    return { ...moved, entries };
  }
  if (moved.kind === 'seq') {
    return { ...moved, items: moved.items.map((item) => shiftNode(item, shift)) };
  }
  return moved;
}
