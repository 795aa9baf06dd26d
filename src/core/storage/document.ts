/** One annotation, record or schema file as a tree with places, and whether it may be written. */
import { readCanonicalMap } from './canonical';
import type { Entry, MapNode } from './node';
import { cutSections, readRecord, type Block, type Sections } from './sections';
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

/**
 * The file as nodes, with the records `[first, last)` and no others; with all when `wanted` is absent.
 * Of these only the records that `isWanted` says, where it is given.
 */
export function nodesOf(
  sections: Sections,
  wanted?: BlockRange,
  isWanted?: (block: Block) => boolean,
): MapNode | undefined {
  const { from, first, blocks, to, rest } = sections;
  const range = wanted ?? { first: 0, last: blocks.length };
  const records: Entry[] = [];
  let at = first;
  for (let index = 0; index < range.last; index++) {
    const block = blocks[index];
    const length = block?.length ?? 0;
    if (index >= range.first && (block === undefined || isWanted?.(block) !== false)) {
      const record = readRecord(sections.text, at, at + length);
      if (record === undefined) return undefined;
      records.push(record);
    }
    at += length;
  }
  const shift = to - from;
  const entries = rest.entries.map((entry) =>
    entry.keySpan.start < from ? entry : entryMoved(entry, shift),
  );
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
  const below = section === entries.length - 1 ? undefined : rest.entries.at(-1);
  const end = below === undefined ? entries.at(-1)?.value.end : below.value.end + shift;
  return { ...rest, entries, end: end ?? rest.end };
}

/** Moved when somebody asks for it: sections below the records may be long. */
function entryMoved({ key, keySpan, value }: Entry, shift: number): Entry {
  let moved: Entry['value'] | undefined;
  return {
    key,
    keySpan: { start: keySpan.start + shift, end: keySpan.end + shift },
    get value() {
      return (moved ??= shiftNode(value, shift));
    },
  };
}

function shiftNode<N extends Entry['value']>(node: N, shift: number): N {
  const moved = { ...node, start: node.start + shift, end: node.end + shift };
  if (moved.kind === 'map') {
    const entries = moved.entries.map((entry) => ({
      key: entry.key,
      keySpan: { start: entry.keySpan.start + shift, end: entry.keySpan.end + shift },
      value: shiftNode(entry.value, shift),
    }));
    return { ...moved, entries };
  }
  if (moved.kind === 'seq') {
    return { ...moved, items: moved.items.map((item) => shiftNode(item, shift)) };
  }
  return moved;
}
