/** Fleiss' kappa: agreement of any number of annotators on labels, corrected for chance. */
import { addTo, type Coding } from './coding';
import { measured, unmeasured, type Measured } from './measured';

/**
 * κ = (P̄ − P̄_e) / (1 − P̄_e), where P̄ is the mean over the items of the share of pairs of annotators that
 * agree, P_i = Σ_j n_ij (n_ij − 1) / (n (n − 1)), and P̄_e = Σ_j p_j² with p_j the share of label j among
 * all that were given. Every item needs the same number n of annotators: those that one of them did not
 * label are left out.
 *
 * J. L. Fleiss, Measuring nominal scale agreement among many raters, Psychological Bulletin 76 (1971)
 * 378–382.
 */
export function fleissKappa(codings: readonly Coding[], annotators: number): Measured {
  if (annotators < 2) return unmeasured('one-annotator');
  const totals = new Map<string, number>();
  let items = 0;
  let agreeing = 0;
  for (const { labels, count } of codings) {
    const given = labels.flatMap((label) => label ?? []);
    if (given.length !== annotators) continue;
    items += count;
    const counts = new Map<string, number>();
    for (const label of given) addTo(counts, label, 1);
    for (const [label, times] of counts) {
      addTo(totals, label, times * count);
      agreeing += times * (times - 1) * count;
    }
  }
  if (items === 0) return unmeasured('nothing');
  if (totals.size === 1) return unmeasured('no-variation');
  const observed = agreeing / (items * annotators * (annotators - 1));
  const all = items * annotators;
  let expected = 0;
  for (const total of totals.values()) expected += (total / all) ** 2;
  return measured((observed - expected) / (1 - expected));
}
