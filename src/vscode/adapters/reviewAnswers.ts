/** What git and its twin in the browser answer about the revisions of a folder. */
import type { RevisionPair } from '../../core/review/revisions';

/** What the files are compared with. */
export type ReviewBase =
  | { readonly kind: 'head' }
  /** Where the branch left the main branch. */
  | { readonly kind: 'merge-base' }
  /** A branch, a tag or a commit. */
  | { readonly kind: 'revision'; readonly name: string };

export interface ReviewFailure {
  /** For the `when` clauses of the manifest: a kind of failure of git, `browser`, or `unsafe`. */
  readonly kind: string;
  /** Whole sentences for the person. */
  readonly message: string;
}

export type Answered<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: ReviewFailure };

/** A base and what differs from it in the files on disk. */
export interface ReadPair {
  readonly pair: RevisionPair;
  /** The commit of the base. */
  readonly commit: string;
  /** How the base is called, in a few words. */
  readonly label: string;
}

/** Something that can be the base. */
export interface ListedRevision {
  readonly kind: 'branch' | 'remote' | 'tag' | 'commit';
  readonly name: string;
  readonly commit: string;
  readonly subject: string;
  readonly author: string;
}

export interface Revisions {
  /** The main branch; absent where none is to be found. */
  readonly main: string | undefined;
  readonly revisions: readonly ListedRevision[];
}
