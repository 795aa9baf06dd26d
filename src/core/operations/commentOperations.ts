/** What is done to discussions, as data. */
import type { Subject } from '../model/thread';

/**
 * One more comment, at the end of the thread. It needs words, or settles the thread without any. What is
 * said of a record that was merged into another one is said of that one.
 */
export interface AddComment {
  readonly op: 'comment';
  readonly on: Subject;
  readonly text?: string;
  /** Who says it. */
  readonly by?: string;
  /** Whether it settles the thread; a comment that does not opens it again. */
  readonly resolved?: boolean;
}

/** Other words for a comment; who wrote it, and whether it settles the thread, stay. */
export interface EditComment {
  readonly op: 'editComment';
  readonly on: Subject;
  /** Its place in the thread, counted from 0. */
  readonly index: number;
  readonly text: string;
}

export interface DeleteComment {
  readonly op: 'deleteComment';
  readonly on: Subject;
  readonly index: number;
}
