/** One record in conflict, for a person who decides: both versions, as lines and as what they say. */
import type { Annotation } from '../../model/annotation';
import type { Entity, EventRecord, SourceMetadata } from '../../model/records';
import type { Rejection } from '../../model/rejection';
import { FORMATS, parseFile, type FileContent } from '../../storage/parse';
import { REJECTED } from '../../storage/rejections';
import type { Span } from '../../text/span';
import type { MergeConflict } from '../merged';
import { conflictsOfPiece, type ConflictKind, type ConflictPiece } from '../merge/pieces';

/** What a version of a record says; absent where it is no record of the format, or cannot be read. */
export type RecordValue =
  | { readonly kind: 'annotation'; readonly annotation: Annotation }
  | { readonly kind: 'rejection'; readonly rejection: Rejection }
  | { readonly kind: 'entity'; readonly entity: Entity }
  | { readonly kind: 'event'; readonly event: EventRecord }
  | { readonly kind: 'source'; readonly source: SourceMetadata };

export interface RecordVersion {
  /** Its lines, ended by line feeds. */
  readonly text: string;
  readonly value: RecordValue | undefined;
}

export interface RecordConflict {
  /** Says which conflict of the file this is, and the same as long as it is there. */
  readonly key: string;
  readonly about: ConflictKind;
  /** Of the annotation, rejection or record; the path of the source; or the key in the file. */
  readonly id: string;
  /** Absent on the side that removed it. */
  readonly ours: RecordVersion | undefined;
  readonly theirs: RecordVersion | undefined;
  /** The fields that differ; one without a field where a side removed the record. */
  readonly fields: readonly MergeConflict[];
  /** Whether both can stay, the second with an id of its own. */
  readonly canKeepBoth: boolean;
  /** The first conflict of the text that is about it, markers included; UTF-16. Absent where there is none. */
  readonly span: Span | undefined;
}

export function keyOfPiece({ about, id }: ConflictPiece): string {
  return `${about}:${id}`;
}

export function recordConflict(
  path: string,
  piece: ConflictPiece,
  span: Span | undefined,
): RecordConflict {
  const { about, id, versions } = piece;
  const version = (text: string): RecordVersion | undefined =>
    text === '' ? undefined : { text, value: valueOf(path, about, text) };
  const [ours, theirs] = [version(versions.ours), version(versions.theirs)];
  const isMention = about === 'annotation' || about === 'rejection';
  return {
    key: keyOfPiece(piece),
    about,
    id,
    ours,
    theirs,
    fields: conflictsOfPiece(piece),
    canKeepBoth: isMention && ours !== undefined && theirs !== undefined,
    span,
  };
}

/** Reads the lines of one version as the file that they are of. */
export function valueOf(path: string, about: ConflictKind, text: string): RecordValue | undefined {
  const content = contentOf(path, about, text);
  switch (content?.kind) {
    case 'annotations': {
      const [annotation] = content.annotations;
      const [rejection] = content.rejected;
      if (about === 'annotation') return annotation && { kind: 'annotation', annotation };
      if (about === 'rejection') return rejection && { kind: 'rejection', rejection };
      return about === 'source' ? { kind: 'source', source: content.source } : undefined;
    }
    case 'entity':
      return { kind: 'entity', entity: content.entity };
    case 'event':
      return { kind: 'event', event: content.event };
    case 'schema':
    case undefined:
      return undefined;
  }
}

function contentOf(path: string, about: ConflictKind, text: string): FileContent | undefined {
  const head = `format: ${FORMATS.annotations}\n`;
  switch (about) {
    case 'annotation':
      return parseFile(path, `${head}annotations:\n${text}`)?.content;
    case 'rejection':
      return parseFile(path, `${head}${REJECTED}:\n${text}`)?.content;
    case 'source':
      return parseFile(path, `${head}${text}`)?.content;
    case 'record':
      return parseFile(path, text)?.content;
    case 'file':
    case 'other':
      return undefined;
  }
}
