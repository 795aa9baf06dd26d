/** One annotation, record or schema file as a tree with places, and whether it may be written. */
import { readCanonicalMap } from './canonical';
import type { Entry, MapNode } from './node';
import { cutSections, readRecord, type Sections } from './sections';
import type { BlockRange } from './splitFile';
import { readWhole, type YamlDocument } from './whole';

/** Reads `text`; never throws. What is written in canonical form takes the fast way. */
export function readDocument(text: string): YamlDocument {
  const root = readCanonicalMap(text) ?? readSections(text);
  return root === undefined ? readWhole(text) : { text, root, findings: [] };
}

function readSections(text: string): MapNode | undefined {
  const sections = cutSections(text);
  return sections && nodesOf(sections);
}

/** The file as nodes, with the records `[first, last)` and no others; with all when `wanted` is absent. */
export function nodesOf(sections: Sections, wanted?: BlockRange): MapNode | undefined {
  const { from, first, blocks, to, rest } = sections;
  const range = wanted ?? { first: 0, last: blocks.length };
  const records: Entry[] = [];
  let at = first;
  for (let index = 0; index < range.last; index++) {
    const length = blocks[index]?.length ?? 0;
    if (index >= range.first) {
      const record = readRecord(sections.text, at, at + length);
      if (record === undefined) return undefined;
      records.push(record);
    }
    at += length;
  }
  const shift = to - from;
  const entries = rest.entries.map((entry) => shiftEntry(entry, from, shift));
  const section = entries.findIndex((entry) => entry.key === 'annotations');
  const place = entries[section];
  const last = records.at(-1);
  if (place !== undefined && last !== undefined) {
    const start = records[0]?.keySpan.start ?? first;
    const value = {
      kind: 'map',
      flow: false,
      entries: records,
      start,
      end: last.value.end,
    } as const;
    entries[section] = { ...place, value };
  }
  return { ...rest, entries, end: entries.at(-1)?.value.end ?? rest.end };
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
