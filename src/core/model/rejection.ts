/** A suggestion that was turned down: remembered with the source, so that it is not made again. */
import type { Target } from './annotation';

/** What was turned down: that the passage names this entity, is a time, or names anything at all. */
export type RejectedReading =
  | { readonly kind: 'entity'; readonly entity: string }
  | { readonly kind: 'time' }
  | { readonly kind: 'name' };

/** One record under `rejected:` of an annotation file. */
export interface Rejection {
  /** `r-` and six or more random characters of `0-9a-z`. */
  readonly id: string;
  readonly target: Target;
  readonly reading: RejectedReading;
  readonly note?: string;
  /** The annotator, when it matters. */
  readonly by?: string;
}
