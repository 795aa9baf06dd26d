/** What merging three versions of a file gives. */

/** The three versions of one file; absent where the file is not there. */
export interface MergeInput {
  /** POSIX, relative to the workspace folder: decides what kind of file it is. */
  readonly path: string;
  readonly base: string | undefined;
  readonly ours: string | undefined;
  readonly theirs: string | undefined;
  /** What stands behind the conflict markers, e.g. the names of the branches. */
  readonly labels?: { readonly ours: string; readonly theirs: string };
}

/** One thing that both sides changed, each in its own way. */
export interface MergeConflict {
  /** Of the annotation, rejection or record; the path of the source for what is said of it. */
  readonly id: string;
  /** The key in the file, e.g. `note`; absent where one side removed what the other changed. */
  readonly field?: string;
  /** The values in words; absent where that side has none, or removed it all. */
  readonly ours?: string;
  readonly theirs?: string;
}

export type Merged =
  | {
      readonly kind: 'merged';
      /** With conflict markers around each record in `conflicts`; absent when the file goes. */
      readonly text: string | undefined;
      readonly conflicts: readonly MergeConflict[];
    }
  /** A side is no file of the format: its text has to be merged line by line. */
  | { readonly kind: 'unreadable'; readonly side: 'base' | 'ours' | 'theirs' };
