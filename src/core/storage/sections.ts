/**
 * An annotation file cut into the lines of its records, which are read one by one: canonical ones
 * the fast way, others with the `yaml` package. What an edit leaves alone need not be read again.
 */
import { decodeAnnotation } from './annotationFile';
import { readCanonicalMap, readCanonicalRecord } from './canonical';
import { AnnotationReader } from './canonicalAnnotation';
import type { Annotation } from '../model/annotation';
import { Findings } from './decode';
import type { Rejection } from '../model/rejection';
import { entryOf, type Entry, type MapNode } from './node';
import { readYaml } from './readYaml';
import { decodeRejections } from './rejections';
import { spacesAt } from './scan';
import { hasForeignLine, readWhole } from './whole';

/** The lines of one record, with the comments and blank lines below it. */
export interface Block {
  readonly id: string;
  /** UTF-16 units of the id as it is written, with its quotes if it has any. */
  readonly idLength: number;
  readonly length: number;
  /** What the annotation says of its start, in code points; 0 when it says nothing. */
  readonly start: number;
  /** Absent for a record that says nothing. */
  readonly annotation: Annotation | undefined;
  /** False when reading the record found a problem; see `findProblems`. */
  readonly isSound: boolean;
}

export interface Sections {
  readonly text: string;
  /** Where the lines below `annotations:` start. */
  readonly from: number;
  /** Where the first record starts: comments may stand above it. */
  readonly first: number;
  /** From `first` on, one behind the other. Not empty. */
  readonly blocks: readonly Block[];
  /** Behind the last block. */
  readonly to: number;
  /** Whether all blocks are. */
  readonly isSound: boolean;
  /** The file without the lines `[from, to)`; places are those in that shorter text. */
  readonly rest: MapNode;
  /** What `rest` has under `rejected:`; absent when reading it found a problem. */
  readonly rejected: readonly Rejection[] | undefined;
}

const HEAD = 'annotations:';
const NOTHING = { entries: [] } as const;
const SECTION = /^annotations:[ \t]*\r?$/gm;

/**
 * Absent when the file is not laid out in lines that allow it, or when any part of it cannot be read
 * by itself without findings: then only the package's reading of the whole file counts.
 */
export function cutSections(text: string): Sections | undefined {
  const from = sectionStart(text);
  if (from === undefined) return undefined;
  const first = skipLoose(text, from);
  const records = readBlocks(text, first);
  if (records === undefined || records.blocks.length === 0) return undefined;
  if (hasDuplicates(records.blocks) || !isLooseText(text, from, first)) return undefined;
  const rest = readRest(text, from, records.to);
  const isSound = records.blocks.every((block) => block.isSound);
  return rest && { text, from, first, ...records, isSound, rest, rejected: rejectedIn(rest) };
}

/** The rejected suggestions of a file, from the file without its records; absent when any is odd. */
export function rejectedIn(rest: MapNode): readonly Rejection[] | undefined {
  const findings = new Findings('', '');
  const rejected = decodeRejections(rest, findings);
  return findings.problems.length === 0 ? rejected : undefined;
}

/** The line below `annotations:`. */
export function sectionStart(text: string): number | undefined {
  const head = text.startsWith(HEAD) ? 0 : text.indexOf(`\n${HEAD}`) + 1;
  if (head === 0 && !text.startsWith(HEAD)) return undefined;
  const feed = text.indexOf('\n', head);
  if (feed === -1 || text.slice(head + HEAD.length, feed).trim() !== '') return undefined;
  return feed + 1;
}

/** The file without its records; absent when it is not one map with an empty `annotations:`. */
export function readRest(text: string, from: number, to: number): MapNode | undefined {
  const shorter = text.slice(0, from) + text.slice(to);
  const canonical = readCanonicalRest(shorter, from);
  if (canonical !== undefined) return canonical;
  if (hasForeignLine(shorter) || [...shorter.matchAll(SECTION)].length !== 1) return undefined;
  const { root, findings } = readWhole(shorter);
  const section = entryOf(root, 'annotations')?.value;
  if (findings.length > 0 || section?.kind !== 'scalar' || section.value !== null) return undefined;
  return root;
}

/** The same for what the product writes: a bare `annotations:`, and above and below it canonical lines. */
function readCanonicalRest(text: string, from: number): MapNode | undefined {
  const line = text.lastIndexOf('\n', from - 2) + 1;
  if (line === 0 || !/^annotations:\r?\n$/.test(text.slice(line, from))) return undefined;
  const above = readCanonicalMap(text, 0, line);
  const below = from === text.length ? NOTHING : readCanonicalMap(text, from, text.length);
  if (above === undefined || below === undefined) return undefined;
  const keySpan = { start: line, end: line + HEAD.length - 1 };
  const at = keySpan.end + 1;
  const value = { kind: 'scalar', value: null, start: at, end: at } as const;
  const entries = [...above.entries, { key: 'annotations', keySpan, value }, ...below.entries];
  if (new Set(entries.map(({ key }) => key)).size < entries.length) return undefined;
  return { ...above, entries, end: entries.at(-1)?.value.end ?? at };
}

interface Blocks {
  readonly blocks: readonly Block[];
  readonly to: number;
}

/**
 * The records from the line at `start` on, up to the first line that is not indented. Absent when
 * some line leaves a doubt. Duplicate ids are not looked for.
 */
export function readBlocks(text: string, start: number): Blocks | undefined {
  const reader = new AnnotationReader(text);
  const blocks: Block[] = [];
  let at = start;
  while (at < text.length && spacesAt(text, at) > 0) {
    if (spacesAt(text, at) !== 2) return undefined;
    const annotation = reader.read(at);
    const end = annotation === undefined ? at : reader.end;
    const next = annotation === undefined ? at : skipLoose(text, end);
    const block =
      annotation !== undefined && isRecordEdge(text, next) && isLooseText(text, end, next)
        ? soundBlock(annotation, next - at)
        : readOddBlock(text, at);
    if (block === undefined) return undefined;
    blocks.push(block);
    at += block.length;
  }
  return { blocks, to: at };
}

function soundBlock(annotation: Annotation, length: number): Block {
  const { id } = annotation;
  const { start } = annotation.targets[0];
  return { id, idLength: id.length, length, start, annotation, isSound: true };
}

function readOddBlock(text: string, start: number): Block | undefined {
  const next = blockEnd(text, start);
  const entry = next === undefined ? undefined : readRecord(text, start, next);
  if (next === undefined || entry === undefined) return undefined;
  const { key, keySpan } = entry;
  const findings = new Findings('', '');
  const annotation = decodeAnnotation(entry, findings);
  const isSound = findings.problems.length === 0;
  const idLength = keySpan.end - keySpan.start;
  const hint = annotation?.targets[0].start ?? 0;
  return { id: key, idLength, length: next - start, start: hint, annotation, isSound };
}

/** Adds the problems of the records, in their order. */
export function findProblems(sections: Sections, findings: Findings): void {
  const { first, blocks } = sections;
  if (sections.isSound) return;
  const { text } = sections;
  let at = first;
  for (const { length, isSound } of blocks) {
    const entry = isSound ? undefined : readRecord(text, at, at + length);
    if (entry !== undefined) decodeAnnotation(entry, findings);
    at += length;
  }
}

/** The nodes of the record whose block is `text[start, next)`. */
export function readRecord(text: string, start: number, next: number): Entry | undefined {
  const canonical = readCanonicalRecord(text, start, next);
  if (canonical !== undefined) return canonical;
  const block = text.slice(start, next);
  if (hasForeignLine(block)) return undefined;
  const { root, findings } = readYaml(block, start);
  if (findings.length > 0 || root?.kind !== 'map' || root.flow || root.entries.length !== 1) {
    return undefined;
  }
  return root.entries[0];
}

/** Where the block that starts at `start` ends; absent when a line is indented oddly. */
function blockEnd(text: string, start: number): number | undefined {
  for (let at = nextLine(text, start); ; at = nextLine(text, at)) {
    at = skipLoose(text, at);
    if (isRecordEdge(text, at)) return at;
    const indent = spacesAt(text, at);
    if (indent === 1 || indent === 3) return undefined;
  }
}

/** Whether a record or another section starts here, or the text ends. */
function isRecordEdge(text: string, at: number): boolean {
  const indent = spacesAt(text, at);
  return at >= text.length || indent === 0 || indent === 2;
}

/** Behind the blank lines and comments that start at `at`. */
function skipLoose(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const code = text.charCodeAt(at + spacesAt(text, at));
    // A feed, a return, or a hash.
    if (code !== 10 && code !== 13 && code !== 35) return at;
    at = nextLine(text, at);
  }
  return at;
}

function isLooseText(text: string, start: number, end: number): boolean {
  return start === end || !hasForeignLine(text.slice(start, end));
}

function nextLine(text: string, at: number): number {
  const feed = text.indexOf('\n', at);
  return feed === -1 ? text.length : feed + 1;
}

/** Whether one of the blocks has the id. It compares little of ids that differ, as nearly all do. */
export function hasId(blocks: readonly Block[], id: string): boolean {
  const last = id.length - 1;
  const code = id.charCodeAt(last);
  return blocks.some((block) => block.id.charCodeAt(last) === code && block.id === id);
}

function hasDuplicates(blocks: readonly Block[]): boolean {
  return new Set(blocks.map(({ id }) => id)).size < blocks.length;
}
