/** An annotation file cut into its sections, and those into records, without reading records. */
import { readDocument } from '../../storage/document';
import { lineEnd, lineStart } from '../../storage/editMap';
import type { MapNode } from '../../storage/node';
import { REJECTED } from '../../storage/rejections';
import { spacesAt } from '../../storage/scan';
import { cutSections, readRecord, type Sections } from '../../storage/sections';
import { childMap, cutMap, NO_PARTS, type Located, type Part, type Parts } from './parts';
import { blobOf } from './targetChoice';

export const ANNOTATIONS = 'annotations';
const FEED = 10;
const HASH = 35;
/** Behind the ids of records and in front of their fields, unless a file has it otherwise. */
export const RECORD_COLUMNS = { id: 2, fields: 4 } as const;

export interface AnnotationView {
  /** The keys of the file; of a section of records only its first line counts. */
  readonly top: Parts;
  /** At column 2, by the keys of their sections. */
  readonly records: ReadonlyMap<string, Parts>;
  readonly blob: string | undefined;
  readonly root: MapNode;
}

/** Absent where the text cannot be read. It has a line feed at the end of every line. */
export function annotationView(text: string): AnnotationView | undefined {
  const sections = cutSections(text);
  if (sections !== undefined) return viewOfSections(sections);
  const { root, findings } = readDocument(text);
  if (root === undefined || findings.length > 0) return undefined;
  return viewOf(root, topOf(text, root), new Map());
}

/** The keys of a file, each with its lines; those of a file in braces get lines. */
export function topOf(text: string, root: MapNode): Parts {
  if (!root.flow) return cutMap(text, root, 0, text.length);
  const keySpan = { start: 0, end: 0 };
  return childMap({ doc: text, entry: { key: '', keySpan, value: root }, start: 0, end: 0 }, 0);
}

function viewOf(root: MapNode, top: Parts, known: ReadonlyMap<string, Parts>): AnnotationView {
  const records = new Map(known);
  for (const { key, located } of top.parts) {
    if ((key !== ANNOTATIONS && key !== REJECTED) || records.has(key)) continue;
    const section = located();
    records.set(key, section === undefined ? NO_PARTS : withHints(section));
  }
  return { top, records, blob: blobOf(root), root };
}

function withHints(section: Located): Parts {
  const { parts, tail } = childMap(section, RECORD_COLUMNS.id);
  return { parts: parts.map((part) => ({ ...part, hint: hintOf(part.located()) })), tail };
}

function hintOf(located: Located | undefined): number {
  const value = located?.entry.value;
  const map = value?.kind === 'map' ? value : undefined;
  const fragments = map?.entries.find(({ key }) => key === 'fragments')?.value;
  const first = fragments?.kind === 'seq' ? fragments.items[0] : map;
  const start =
    first?.kind === 'map' ? first.entries.find(({ key }) => key === 'start') : undefined;
  const hint = start?.value.kind === 'scalar' ? start.value.value : undefined;
  return typeof hint === 'number' ? hint : 0;
}

/** The records are cut by their blocks, whose comments and blank lines stand below them. */
function viewOfSections(sections: Sections): AnnotationView {
  const { text, from, first, blocks, to, rest } = sections;
  const shorter = text.slice(0, from) + text.slice(to);
  const top = cutMap(shorter, rest, 0, shorter.length);
  const parts: Part[] = [];
  let loose = text.slice(from, first);
  let at = first;
  for (const { id, length, start } of blocks) {
    const begin = at;
    at += length;
    const end = contentEnd(text, begin, at);
    parts.push(recordPart(text, { id, begin, end, loose, hint: start }));
    loose = text.slice(end, at);
  }
  const own = ownTail(loose);
  const section: Parts = { parts, tail: loose.slice(0, own) };
  const below = loose.slice(own);
  const index = top.parts.findIndex(({ key }) => key === ANNOTATIONS);
  const next = top.parts[index + 1];
  const moved =
    next === undefined
      ? { parts: top.parts, tail: below + top.tail }
      : {
          parts: top.parts.with(index + 1, { ...next, loose: below + next.loose }),
          tail: top.tail,
        };
  return viewOf(rest, moved, new Map([[ANNOTATIONS, section]]));
}

interface Cut {
  readonly id: string;
  readonly begin: number;
  readonly end: number;
  readonly loose: string;
  readonly hint: number;
}

function recordPart(text: string, { id, begin, end, loose, hint }: Cut): Part {
  const located = (): Located | undefined => {
    const entry = readRecord(text, begin, end);
    return entry && { doc: text, entry, start: begin, end };
  };
  return { key: id, loose, text: text.slice(begin, end), located, hint };
}

/** In front of the blank lines and comments at the end of a block that do not belong to its record. */
function contentEnd(text: string, begin: number, end: number): number {
  let at = end;
  while (at > begin) {
    const start = lineStart(text, at - 1);
    const indent = spacesAt(text, start);
    const code = text.charCodeAt(start + indent);
    const isComment = code === HASH && indent <= RECORD_COLUMNS.id;
    if (code !== FEED && !isComment && start + indent < at) break;
    at = start;
  }
  return at;
}

/** How much of the comments below the last record belongs to the section: what is indented, as it is. */
function ownTail(loose: string): number {
  let own = 0;
  for (let at = 0; at < loose.length;) {
    const next = lineEnd(loose, at + 1);
    if (/^ +#/.test(loose.slice(at, next))) own = next;
    else if (/^#/.test(loose.slice(at, next))) break;
    at = next;
  }
  return own;
}
