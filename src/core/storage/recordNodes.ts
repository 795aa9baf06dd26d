/** An annotation file as nodes, with one record at a time: reading all takes long where there are many. */
import type { MapNode } from './node';
import { nodesOf } from './document';
import { readRecord, type Sections } from './sections';

const NONE = { first: 0, last: 0 } as const;

export class RecordNodes {
  readonly #sections: Sections;
  /** By id, the UTF-16 offsets of the lines of a record. */
  #lines: ReadonlyMap<string, readonly [start: number, end: number]> | undefined;
  #frame: { readonly node: MapNode | undefined } | undefined;
  #last: { readonly id: string; readonly node: MapNode | undefined } | undefined;

  constructor(sections: Sections) {
    this.#sections = sections;
  }

  /** The file without its records, its `annotations:` empty. */
  get frame(): MapNode | undefined {
    this.#frame ??= { node: nodesOf(this.#sections, NONE) };
    return this.#frame.node;
  }

  /** The file with this record alone; `frame` when it has no such record. */
  with(id: string): MapNode | undefined {
    if (this.#last?.id !== id) this.#last = { id, node: this.#read(id) };
    return this.#last.node;
  }

  #read(id: string): MapNode | undefined {
    const { frame } = this;
    this.#lines ??= linesOf(this.#sections);
    const lines = this.#lines.get(id);
    if (lines === undefined || frame === undefined) return frame;
    const record = readRecord(this.#sections.text, ...lines);
    if (record === undefined) return undefined;
    const { start } = record.keySpan;
    const { end } = record.value;
    const value = { kind: 'map', flow: false, entries: [record], start, end } as const;
    const entries = frame.entries.map((entry) =>
      entry.key === 'annotations' ? { ...entry, value } : entry,
    );
    return { ...frame, entries };
  }
}

function linesOf({
  first,
  blocks,
}: Sections): ReadonlyMap<string, readonly [start: number, end: number]> {
  const lines = new Map<string, readonly [start: number, end: number]>();
  let at = first;
  for (const { id, length } of blocks) {
    lines.set(id, [at, at + length]);
    at += length;
  }
  return lines;
}
