/**
 * What a check is. To add one: a file here that exports a `Rule`, a line in `index.ts` and a section in
 * `docs/checks.md`; the Problems panel, its quick fixes and the command line find it there, and the
 * tests of the table ask for an example.
 */
import type { Annotation } from '../model/annotation';
import type { Rejection } from '../model/rejection';
import type { Entity, EventRecord, SourceMetadata } from '../model/records';
import type { Schema, Severity } from '../model/schema';
import type { Indexes } from '../store/indexes';
import type { Move } from '../store/moves';
import type { Anchoring } from '../text/anchor';
import type { SourceText } from '../text/sourceText';
import type { Span } from '../text/span';
import type { AcrossFiles } from './acrossFiles';
import type { EditedFile, Fix } from './fix';
import type { NodePath } from './nodePath';

/** A line of the table of checks, whoever finds what it is about: a rule, the parser or the loader. */
export interface Check {
  /** Stable and kebab-case; projects set the severity by it under `checks:` in their schema. */
  readonly code: string;
  /** Unless the project's schema says otherwise. */
  readonly severity: Severity;
  /** What is checked, in one sentence, for lists of checks. */
  readonly description: string;
}

/** One check of one file. It looks at other files through indexes only, and changes nothing. */
export interface Rule extends Check {
  /** Everything found, in any order. Asked only about files that can be read. */
  readonly check: (file: CheckedFile) => Iterable<Finding>;
  /** Whether it is told of the file alone: the source shows it otherwise, as its comments. */
  readonly isOfFile?: true;
}

export interface Finding {
  /** Plain words for the person; names the ids concerned, and says what would be right. */
  readonly message: string;
  /** Below `annotations` the second step is the annotation concerned. */
  readonly at: NodePath;
  /** UTF-16 span in the source, where it is not that of the whole annotation. */
  readonly place?: Span;
  /** What can be done about it, computed when a person asks; the preferred one first. */
  readonly fixes?: () => readonly Fix[];
}

/** Where the target at `index` of an annotation is in its source now. */
export interface AnchoredTarget {
  readonly annotation: Annotation;
  readonly index: number;
  readonly anchoring: Anchoring;
  /** Of all targets of the annotation, this one included. */
  readonly anchorings: readonly Anchoring[];
}

/** Where a source went that is no longer at its path. */
export interface SourceMove extends Move {
  /** As the annotation file names it. */
  readonly from: string;
}

/** A file as rules see it: what it holds, and what is around it. */
export interface CheckedFile {
  readonly path: string;
  readonly text: string;
  readonly schema: Schema;
  /** The schema file, which fixes add to; empty when there is none, absent when it cannot be read. */
  readonly schemaFile: EditedFile | undefined;
  /** The codes of all checks. */
  readonly codes: readonly string[];
  readonly indexes: Indexes;
  /** Names and mentions of the whole workspace. */
  readonly across: AcrossFiles;
  /** Of an annotation file, in its order; empty for others. */
  readonly annotations: readonly Annotation[];
  /** Of an annotation file, in its order: suggestions that were turned down; empty for others. */
  readonly rejected: readonly Rejection[];
  /** What an annotation file says of its source. */
  readonly metadata: SourceMetadata | undefined;
  /** The source of an annotation file; absent when it is not there. */
  readonly source: SourceText | undefined;
  /** Whether the source is being edited, so that its hash says nothing yet. */
  readonly isUnsaved: boolean;
  /** Where the source has gone, or seems to have gone, when it is not where the file says. */
  readonly move: SourceMove | undefined;
  /** Every target of every annotation; empty without the source. */
  readonly targets: readonly AnchoredTarget[];
  readonly entity: Entity | undefined;
  readonly event: EventRecord | undefined;
  /** Whether the file itself says something at this place, rather than a default. */
  readonly states: (at: NodePath) => boolean;
  /** UTF-16 offsets in the file. */
  readonly spanOf: (at: NodePath) => Span;
}
