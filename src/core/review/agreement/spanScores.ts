/** Precision, recall and F1 of passages: how many of them both annotators marked. */
import { measured, unmeasured, type Measured } from './measured';

/** How many units each of two annotators has, and how many of them have a partner. */
export interface Matches {
  readonly matched: number;
  readonly a: number;
  readonly b: number;
}

export interface SpanScores {
  readonly f1: Measured;
  /** Of the second annotator's passages, those that the first has: the first is the reference. */
  readonly precision: Measured;
  /** Of the first annotator's passages, those that the second has. */
  readonly recall: Measured;
}

/**
 * F1 = 2 · matched / (|A| + |B|), the harmonic mean of precision = matched / |B| and recall = matched / |A|;
 * the same whichever annotator is the reference. For passages, of which nobody can say how many were not
 * marked, it is what kappa approaches.
 *
 * C. J. van Rijsbergen, Information Retrieval, 2nd ed. 1979, chapter 7; G. Hripcsak and A. S. Rothschild,
 * Agreement, the F-measure, and reliability in information retrieval, JAMIA 12 (2005) 296–298.
 */
export function spanScores({ matched, a, b }: Matches): SpanScores {
  return {
    f1: share(2 * matched, a + b),
    precision: share(matched, b),
    recall: share(matched, a),
  };
}

function share(part: number, whole: number): Measured {
  return whole === 0 ? unmeasured('nothing') : measured(part / whole);
}

export function addMatches(all: readonly Matches[]): Matches {
  return all.reduce(
    (sum, each) => ({
      matched: sum.matched + each.matched,
      a: sum.a + each.a,
      b: sum.b + each.b,
    }),
    { matched: 0, a: 0, b: 0 },
  );
}
