/** Who is compared with whom, and what git and its twin in the browser answer about a revision. */

export type CompareAsk =
  /** Two annotators, as `by` of the annotations of the working files names them. */
  | { readonly kind: 'annotators'; readonly a: string; readonly b: string }
  /** Two branches, tags or commits; the working files where `b` is absent. */
  | { readonly kind: 'revisions'; readonly a: string; readonly b?: string };

/** A revision, as far as it is not the working files. Paths are POSIX, relative to the folder. */
export interface ReadRevision {
  /** As people call it. */
  readonly label: string;
  /** Whether it is the branch that is checked out: then the working files are what it has, and more. */
  readonly isCheckedOut: boolean;
  /** The texts of its annotation files, records and schema. */
  readonly files: ReadonlyMap<string, string>;
  /** Sources whose texts are not those of the working files. */
  readonly sources: ReadonlyMap<string, string>;
  /** What sources are called in the working files, where that is something else. */
  readonly renamed: ReadonlyMap<string, string>;
}

/** `anna ↔ boris`. */
export function labelOfAsk(ask: CompareAsk): string {
  return `${ask.a} ↔ ${ask.b ?? WORKING_FILES}`;
}

/** How the layer of the working files is called. */
export const WORKING_FILES = 'working files';
