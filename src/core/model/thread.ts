/** A discussion of an annotation, a record or a source, in the file of what it is about. */

/** One line of a thread. Who wrote it when is git's to say, too; `by` is for those who do not ask git. */
export interface Comment {
  readonly by?: string;
  /** May have several lines. Absent where somebody resolved the thread without a word. */
  readonly text?: string;
  /** True where the comment settles the thread. A later comment opens it again. */
  readonly resolved?: boolean;
}

/** In the order in which they were written; never empty. */
export type Thread = readonly [Comment, ...Comment[]];

/** What a thread is about. `path` of a source is that of its text. */
export type Subject =
  | { readonly kind: 'annotation'; readonly source: string; readonly id: string }
  | { readonly kind: 'entity'; readonly id: string }
  | { readonly kind: 'event'; readonly id: string }
  | { readonly kind: 'source'; readonly path: string };

/** Whether somebody still has to answer: the last comment does not settle it. */
export function isOpenThread(thread: Thread | undefined): boolean {
  return thread !== undefined && thread.at(-1)?.resolved !== true;
}
