/** Krippendorff's alpha for labels: any number of annotators, any of whom may have left items out. */
import { addTo, type Coding } from './coding';
import { measured, unmeasured, type Measured } from './measured';

/**
 * α = 1 − D_o / D_e, nominal: D_o = (1 / n) Σ_c Σ_{k ≠ c} o_ck and D_e = (1 / (n (n − 1))) Σ_c Σ_{k ≠ c} n_c n_k.
 * o_ck are the coincidences: in an item that m annotators labelled, every ordered pair of its labels
 * counts 1 / (m − 1). n_c is how often c was given in items with at least two labels; others tell nothing
 * about agreement and are left out.
 *
 * K. Krippendorff, Computing Krippendorff's Alpha-Reliability, University of Pennsylvania, 2011.
 */
export function nominalAlpha(codings: readonly Coding[]): Measured {
  const totals = new Map<string, number>();
  let values = 0;
  let disagreeing = 0;
  let hasTwo = false;
  for (const { labels, count } of codings) {
    const given = labels.flatMap((label) => label ?? []);
    hasTwo ||= labels.length > 1;
    if (given.length < 2 || count === 0) continue;
    const counts = new Map<string, number>();
    for (const label of given) addTo(counts, label, 1);
    values += given.length * count;
    let pairs = given.length * (given.length - 1);
    for (const [label, times] of counts) {
      addTo(totals, label, times * count);
      pairs -= times * (times - 1);
    }
    disagreeing += (pairs * count) / (given.length - 1);
  }
  if (values === 0) return unmeasured(hasTwo || codings.length === 0 ? 'nothing' : 'one-annotator');
  if (totals.size === 1) return unmeasured('no-variation');
  let expected = values * values;
  for (const total of totals.values()) expected -= total * total;
  return measured(1 - ((values - 1) * disagreeing) / expected);
}
