/** One version of a file of the format, read for a comparison: its parts, and what each of them says. */
import type { Annotation } from '../../model/annotation';
import type { SourceMetadata } from '../../model/records';
import type { Rejection } from '../../model/rejection';
import { decodeAnnotation, decodeSource } from '../../storage/annotationFile';
import { conflictsIn } from '../../storage/conflicts';
import { Findings } from '../../storage/decode';
import { nodesOf } from '../../storage/document';
import { entryOf, mapAt, textOf, type Entry, type MapNode } from '../../storage/node';
import { FORMATS } from '../../storage/parse';
import type { FileKind } from '../../storage/paths';
import { decodeRejections, REJECTED } from '../../storage/rejections';
import { rereadSections } from '../../storage/reread';
import { cutSections, readRecord, type Sections } from '../../storage/sections';
import { readWhole } from '../../storage/whole';
import { readCanonicalMap } from '../../storage/canonical';
import { AnnotationReader } from '../../storage/canonicalAnnotation';
import { isBinary } from '../../text/normalise';
import { partsOfRoot, partsOfSections, type Part } from './parts';

export interface Side {
  readonly path: string;
  /** Without a byte order mark, with LF line breaks. */
  readonly text: string;
  readonly parts: readonly Part[];
  /** The top level of the file; where `sections` are given without its annotations. */
  readonly root: MapNode;
  readonly sections: Sections | undefined;
}

/** Absent for a text that is no file of the format, with conflict markers included. */
export function readSide(
  kind: FileKind,
  path: string,
  text: string,
  other?: Side,
): Side | undefined {
  const sections = kind === 'annotations' ? sectionsOf(text, other?.sections) : undefined;
  const root = sections === undefined ? rootOf(text) : nodesOf(sections, { first: 0, last: 0 });
  if (root === undefined || textOf(entryOf(root, 'format')?.value) !== FORMATS[kind]) {
    return undefined;
  }
  const parts = sections === undefined ? partsOfRoot(text, root) : partsOfSections(sections);
  return { path, text, parts, root, sections };
}

function sectionsOf(text: string, known: Sections | undefined): Sections | undefined {
  return (known && rereadSections(known, text)) ?? cutSections(text);
}

function rootOf(text: string): MapNode | undefined {
  const canonical = readCanonicalMap(text);
  if (canonical !== undefined) return canonical;
  if (isBinary(text) || isInConflict(text)) return undefined;
  const { root, findings } = readWhole(text);
  return findings.length > 0 ? undefined : root;
}

/** Whether a merge left conflict markers, or some of them, in a text. */
export function isInConflict(text: string): boolean {
  if (isBinary(text)) return false;
  const { conflicts, strays } = conflictsIn(text);
  return conflicts.length > 0 || strays.some(({ start }) => text[start] !== '=');
}

/** What an annotation file says of its source. */
export function sourceOf({ path, root }: Side): SourceMetadata {
  return decodeSource(root, path, new Findings('', ''));
}

/** The record as nodes; absent when there is none. */
export function annotationEntry({ sections, root, text }: Side, part: Part): Entry | undefined {
  if (sections !== undefined) return readRecord(text, part.start, part.end);
  return entryOf(mapAt(root, 'annotations'), part.id);
}

/** Absent for a damaged record. */
export function annotationAt(side: Side, part: Part): Annotation | undefined {
  if (part.block !== undefined) return part.block.annotation;
  const entry = annotationEntry(side, part);
  return entry && decodeAnnotation(entry, new Findings('', ''));
}

/** Whether a record says nothing but what an annotation has: the strict reader takes no other keys. */
export function isCanonical({ sections, text }: Side, part: Part): boolean {
  if (sections === undefined) return false;
  const lines = text.slice(part.start, part.end);
  const reader = new AnnotationReader(lines);
  return reader.read(0) !== undefined && reader.end === lines.length;
}

export function rejectionEntry({ root }: Side, id: string): Entry | undefined {
  return entryOf(mapAt(root, REJECTED), id);
}

/** The rejections that can be read, by their ids. */
export function rejectionsOf({ root, sections }: Side): ReadonlyMap<string, Rejection> {
  const read = sections?.rejected ?? decodeRejections(root, new Findings('', ''));
  return new Map(read.map((each) => [each.id, each]));
}

/** The ids of all annotations, damaged ones included. */
export function annotationIds({ sections, root }: Side): readonly string[] {
  if (sections !== undefined) return sections.blocks.map(({ id }) => id);
  return mapAt(root, 'annotations')?.entries.map(({ key }) => key) ?? [];
}

/** The records of a section, also where they have no lines of their own. In the order of the file. */
export function recordsIn(
  side: Side | undefined,
  kind: 'annotation' | 'rejection',
): readonly Part[] {
  if (side === undefined) return [];
  const own = side.parts.filter((part) => part.kind === kind);
  if (own.length > 0 || (side.sections !== undefined && kind === 'annotation')) return own;
  const section = mapAt(side.root, kind === 'annotation' ? 'annotations' : REJECTED);
  return (section?.entries ?? []).map(({ key, keySpan, value }) => {
    return { kind, id: key, start: keySpan.start, end: value.end, place: 0 };
  });
}
