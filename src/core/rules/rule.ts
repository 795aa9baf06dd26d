/**
 * What a check is. To add one: a file here that exports a `Rule`, and one line in `index.ts`; the
 * Problems panel and the command line find it there, and the test of the table asks for an example.
 */
import type { Annotation } from '../model/annotation';
import type { Problem } from '../model/problem';
import type { Entity, EventRecord, SourceMetadata } from '../model/records';
import type { Schema } from '../model/schema';
import type { Indexes } from '../store/indexes';
import type { Anchoring } from '../text/anchor';
import type { SourceText } from '../text/sourceText';
import type { NodePath } from './nodePath';

/** One check of one file. It looks at other files through the indexes only, and changes nothing. */
export interface Rule {
  /** Stable and kebab-case; projects set the severity by it under `checks:` in their schema. */
  readonly code: string;
  /** Unless the project's schema says otherwise. */
  readonly severity: Problem['severity'];
  /** What is checked, in one sentence, for lists of checks. */
  readonly description: string;
  /** Everything found, in any order. Asked only about files that can be read. */
  readonly check: (file: CheckedFile) => Iterable<Finding>;
}

export interface Finding {
  /** Plain words for the person; names the ids concerned, and says what would be right. */
  readonly message: string;
  /** Below `annotations` the second step is the annotation concerned. */
  readonly at: NodePath;
}

/** Where the target at `index` of an annotation is in its source now. */
export interface AnchoredTarget {
  readonly annotation: Annotation;
  readonly index: number;
  readonly anchoring: Anchoring;
}

/** A file as rules see it: what it holds, and what is around it. */
export interface CheckedFile {
  readonly path: string;
  readonly schema: Schema;
  readonly indexes: Indexes;
  /** Of an annotation file, in its order; empty for others. */
  readonly annotations: readonly Annotation[];
  /** What an annotation file says of its source. */
  readonly metadata: SourceMetadata | undefined;
  /** The source of an annotation file; absent when it is not there. */
  readonly source: SourceText | undefined;
  /** Every target of every annotation; empty without the source. */
  readonly targets: readonly AnchoredTarget[];
  readonly entity: Entity | undefined;
  readonly event: EventRecord | undefined;
  /** Whether the file itself says something at this place, rather than a default. */
  readonly states: (at: NodePath) => boolean;
}
