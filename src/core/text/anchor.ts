/** From the selectors of a passage to its place in a text; the way back from `describe`. */
import type { Target } from '../model/annotation';
import { anchorAll } from './anchorAll';
import type { Candidate } from './proposals';
import type { SourceText } from './sourceText';
import type { Span } from './span';

export type { Candidate, CandidateReason } from './proposals';

/**
 * Where a target is now. `exact` and `moved` are certain enough to use without asking; `similar` and
 * `ambiguous` are proposals for a person; `orphaned` means that nothing in the text speaks for a
 * place. Spans are UTF-16 code units; scores are 0 to 1, and candidates come best first.
 */
export type Anchoring =
  | { readonly kind: 'exact'; readonly span: Span }
  | { readonly kind: 'moved'; readonly span: Span }
  | {
      readonly kind: 'similar';
      /** Of the first candidate. */
      readonly span: Span;
      /** Of the first candidate. */
      readonly score: number;
      readonly candidates: readonly Candidate[];
    }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly Candidate[] }
  | { readonly kind: 'orphaned' };

/**
 * Finds `target` by itself, without its neighbours. A quote that occurs without its context is never
 * taken for the one that was meant.
 *
 * `anchor(source, describe(source, span))` is `exact` with `span`, for every span that begins and
 * ends between code points. Never throws, whatever numbers and strings the target holds.
 */
export function anchor(source: SourceText, target: Target): Anchoring {
  return anchorAll(source, [target])[0] ?? { kind: 'orphaned' };
}
