/**
 * The NATO Admiralty code in words. Reliability is of the source, credibility of the information; the
 * two are judged independently, and F and 6 mean that there is no basis to judge.
 */
import type { Reliability } from '../model/records';

export const RELIABILITY_LABELS: Readonly<Record<Reliability, string>> = {
  A: 'Completely reliable',
  B: 'Usually reliable',
  C: 'Fairly reliable',
  D: 'Not usually reliable',
  E: 'Unreliable',
  F: 'Reliability cannot be judged',
};

/** Credibility 1 to 6, in this order. */
export const CREDIBILITY_LABELS: readonly string[] = [
  'Confirmed by other sources',
  'Probably true',
  'Possibly true',
  'Doubtful',
  'Improbable',
  'Truth cannot be judged',
];

/** A credibility as `2, probably true`; a number outside of the code as it is. */
export function credibilityWords(credibility: number): string {
  const label = CREDIBILITY_LABELS[credibility - 1];
  return label === undefined ? `${credibility}` : `${credibility}, ${label.toLowerCase()}`;
}
