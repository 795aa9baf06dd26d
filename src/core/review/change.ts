/** What differs between two revisions, by meaning: each change is about one thing and explains its lines. */
import type { Annotation } from '../model/annotation';
import type { Entity, EventRecord, SourceMetadata } from '../model/records';
import type { Rejection } from '../model/rejection';

/** One-based lines, both ends included. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}

/** The lines of the YAML file that the change accounts for, on both sides. */
export interface ChangedLines {
  readonly before: readonly LineRange[];
  readonly after: readonly LineRange[];
}

export type Action = 'added' | 'removed' | 'changed';

/**
 * What happened to an annotation that is on both sides: it names another record (`retargeted`), covers
 * other words of the same text (`resized`), stands elsewhere because it was given another passage
 * (`replaced`), because the text around it changed (`moved`) or because its own words did (`reworded`),
 * has another type (`retyped`), or other values of a field. One that went to the file of another source
 * has other values of `source`.
 */
export type AnnotationAspect =
  'retargeted' | 'resized' | 'replaced' | 'moved' | 'reworded' | 'retyped' | FieldAspect;

/** What happened to a record that is on both sides. `split`: some of its mentions are a new record's now. */
export type RecordAspect = 'renamed' | 'merged' | 'split' | 'retyped' | FieldAspect;

/**
 * A field that has another value, by its key in the file; of maps by the keys below it, too, as
 * `attributes.tense`. Of a list there is one for each item that came, went or became another one.
 */
export interface FieldAspect {
  readonly field: string;
  /** Its values in words, absent where it has none. */
  readonly before?: string;
  readonly after?: string;
}

interface Common<Kind extends string, A> {
  readonly kind: Kind;
  /** Says which change this is among all of a comparison, and the same again after a new comparison. */
  readonly key: string;
  /** The YAML file, as it is called in the newer revision that has it. */
  readonly path: string;
  /** The file that `lines.before` are of, where it is another one. */
  readonly pathBefore?: string;
  readonly action: Action;
  /** Empty unless `action` is `changed`. */
  readonly aspects: readonly A[];
  readonly lines: ChangedLines;
}

/** Absent, too, for a damaged record, of which nothing is known but that it is there. */
interface Sides<T> {
  readonly before?: T;
  readonly after?: T;
}

export type AnnotationChange = Common<'annotation', AnnotationAspect> &
  Sides<Annotation> & {
    readonly source: string;
    /** The source before, where it is another one or has another path. */
    readonly sourceBefore?: string;
    /** The file that it was in, where it went to another one that was there already or is new. */
    readonly movedFrom?: string;
    readonly id: string;
  };

/** A suggestion was turned down (`added`), is made again (`removed`), or the words about that changed. */
export type RejectionChange = Common<'rejection', FieldAspect> &
  Sides<Rejection> & {
    readonly source: string;
    readonly sourceBefore?: string;
    readonly movedFrom?: string;
    readonly id: string;
  };

/** What an annotation file says of its source, or its path; `added` and `removed` are the file itself. */
export type MetadataChange = Common<'metadata', FieldAspect> &
  Sides<SourceMetadata> & { readonly source: string; readonly sourceBefore?: string };

export type EntityChange = Common<'entity', RecordAspect> &
  Sides<Entity> & {
    readonly id: string;
    /** Of a `merged` record: what took its place. Of a `split` or added one: the other part. */
    readonly other?: string;
  };

export type EventChange = Common<'event', RecordAspect> &
  Sides<EventRecord> & { readonly id: string; readonly other?: string };

/** `aspects` are its top-level keys and the ids below them, e.g. `entityTypes.person`. */
export type SchemaChange = Common<'schema', FieldAspect>;

/** The text of a source; `path` is the source itself, and `lines` are its lines. */
export type TextChange = Common<'text', never> & {
  readonly source: string;
  /** Its path before, where it has another one now. */
  readonly renamedFrom?: string;
};

/** Lines of a file of the format that differ and say the same: order, quotes, comments, blank lines. */
type FormattingChange = Common<'formatting', never>;

/**
 * A file that cannot be read on at least one side, or is in conflict there: its lines are listed, nothing
 * is known of them.
 */
type UnreadableChange = Common<'unreadable', never> & {
  readonly side: 'before' | 'after' | 'both';
  /** Whether all that keeps it from being read are the conflict markers of a merge. */
  readonly isConflicted: boolean;
};

export type Change =
  | AnnotationChange
  | RejectionChange
  | MetadataChange
  | EntityChange
  | EventChange
  | SchemaChange
  | TextChange
  | FormattingChange
  | UnreadableChange;
