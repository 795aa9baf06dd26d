/** What annotators say of the same items: the data of measures for labels. */

/** Items that have the same labels, so that long texts need few rows. */
export interface Coding {
  /** One label for each annotator, in one order throughout; absent where one did not label the items. */
  readonly labels: readonly (string | undefined)[];
  /** How many items. */
  readonly count: number;
}

/** How often each label was given. */
export function addTo(counts: Map<string, number>, label: string, count: number): void {
  counts.set(label, (counts.get(label) ?? 0) + count);
}
