/** Cohen's kappa: agreement of two annotators on labels, corrected for chance. */
import { addTo, type Coding } from './coding';
import { measured, unmeasured, type Measured } from './measured';

/**
 * κ = (p_o − p_e) / (1 − p_e), where p_o is the share of items with the same label and p_e = Σ_c p_1c p_2c
 * that expected if each annotator gave labels at random, as often as they gave them. Items that one of
 * the two did not label are left out.
 *
 * J. Cohen, A coefficient of agreement for nominal scales, Educational and Psychological Measurement 20
 * (1960) 37–46.
 */
export function cohenKappa(codings: readonly Coding[]): Measured {
  const first = new Map<string, number>();
  const second = new Map<string, number>();
  let items = 0;
  let same = 0;
  for (const { labels, count } of codings) {
    const [a, b] = labels;
    if (a === undefined || b === undefined) continue;
    addTo(first, a, count);
    addTo(second, b, count);
    items += count;
    if (a === b) same += count;
  }
  if (items === 0) return unmeasured('nothing');
  let products = 0;
  for (const [label, count] of first) products += count * (second.get(label) ?? 0);
  // In whole numbers, so that no variation is seen as such: p_e = products / items².
  const unexpected = items * items - products;
  if (unexpected === 0) return unmeasured('no-variation');
  return measured((same * items - products) / unexpected);
}
