/** What a comparison of two revisions is given: the files that differ, as texts. */

/** One file of one revision. */
export interface RevisionFile {
  /** POSIX, relative to the workspace folder. */
  readonly path: string;
  /** As it was decoded: with its line breaks and byte order mark. */
  readonly text: string;
}

/** One file in two revisions; absent on the side that does not have it. The paths differ for a renamed one. */
export interface FilePair {
  readonly before?: RevisionFile;
  readonly after?: RevisionFile;
}

export interface RevisionPair {
  /** The files of the format (annotations, records, schema) that differ, sorted by path. */
  readonly files: readonly FilePair[];
  /** The sources whose texts or paths differ, sorted by path. */
  readonly sources: readonly FilePair[];
}
