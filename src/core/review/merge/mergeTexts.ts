/** Three versions of a file whose lines end in line feeds → its pieces. */
import { readDocument } from '../../storage/document';
import { ENTITY_KEYS, EVENT_KEYS } from '../../storage/fields';
import { entryOf, textOf, type MapNode } from '../../storage/node';
import { FORMATS } from '../../storage/parse';
import { fileKind, recordId, sourceOfPath, type FileKind } from '../../storage/paths';
import { annotationView, topOf, type AnnotationView } from './annotationView';
import { fieldDifferences } from './declared';
import { mergeAnnotationFile, type AnnotationViews, type Declared } from './mergeAnnotationFile';
import type { Three } from './mergeParts';
import { mergeSchema } from './mergeSchema';
import { NO_PARTS, type Parts } from './parts';
import { pieceOf, type Piece } from './pieces';
import { fieldDecision, mergeFields } from './values';

export interface PlainTexts {
  readonly base: string | undefined;
  readonly ours: string;
  readonly theirs: string;
}

export type MergedTexts =
  | { readonly kind: 'pieces'; readonly pieces: readonly Piece[] }
  | { readonly kind: 'unreadable'; readonly side: 'base' | 'ours' | 'theirs' };

/** `declared` are ids of records in conflict of which both versions stay as they are. */
export function mergeTexts(path: string, texts: PlainTexts, declared: Declared): MergedTexts {
  const kind = fileKind(path);
  if (kind === undefined) return { kind: 'unreadable', side: 'ours' };
  const base = texts.base === undefined ? undefined : viewOf(kind, texts.base);
  const ours = viewOf(kind, texts.ours);
  const theirs = viewOf(kind, texts.theirs);
  if (texts.base !== undefined && base === undefined) return { kind: 'unreadable', side: 'base' };
  if (ours === undefined) return { kind: 'unreadable', side: 'ours' };
  if (theirs === undefined) return { kind: 'unreadable', side: 'theirs' };
  const views = { base, ours, theirs };
  return { kind: 'pieces', pieces: piecesOf(path, kind, views, declared) };
}

function piecesOf(
  path: string,
  kind: FileKind,
  views: AnnotationViews,
  declared: Declared,
): readonly Piece[] {
  if (kind === 'annotations') return mergeAnnotationFile(views, sourceOfPath(path), declared);
  const { base, ours, theirs } = views;
  const tops = { base: base?.top ?? NO_PARTS, ours: ours.top, theirs: theirs.top };
  if (kind === 'schema') return mergeSchema(tops, declared);
  return mergeRecordFile(path, kind, tops, declared);
}

/** Absent for what is no file of the format in a version that is known. */
function viewOf(kind: FileKind, text: string): AnnotationView | undefined {
  const view = kind === 'annotations' ? annotationView(text) : recordView(text);
  return view !== undefined && hasFormat(view.root, kind) ? view : undefined;
}

function recordView(text: string): AnnotationView | undefined {
  const { root, findings } = readDocument(text);
  if (root === undefined || findings.length > 0) return undefined;
  return { top: topOf(text, root), records: new Map(), blob: undefined, root };
}

function hasFormat(root: MapNode, kind: FileKind): boolean {
  return textOf(entryOf(root, 'format')?.value) === FORMATS[kind];
}

/** A record is one file, so in a conflict the whole file is there twice. */
function mergeRecordFile(
  path: string,
  kind: 'entity' | 'event',
  tops: Three<Parts>,
  declared: Declared,
): readonly Piece[] {
  const id = recordId(path);
  if (declared.has(id)) {
    const conflicts = fieldDifferences('', tops.ours.parts, tops.theirs.parts);
    const [ours, theirs] = [linesOf(tops.ours), linesOf(tops.theirs)];
    return [pieceOf('record', id, { ours, theirs, conflicts })];
  }
  const order = kind === 'entity' ? ENTITY_KEYS : EVENT_KEYS;
  const decide = fieldDecision((key) => ({ path: key, column: 0 }));
  return [pieceOf('record', id, mergeFields(tops, order, decide))];
}

function linesOf({ parts, tail }: Parts): string {
  return parts.map(({ loose, text }) => loose + text).join('') + tail;
}
