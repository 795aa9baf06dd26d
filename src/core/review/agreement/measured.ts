/** A measure of agreement, or why it has no value: a quotient of nothing by nothing is not a number. */

/**
 * `nothing`: there is nothing to compare. `no-variation`: everybody gave everything the same label, so
 * that chance alone would have made them agree, and no measure that corrects for chance is defined.
 * `one-annotator`: fewer than two annotators took part.
 */
export type Reason = 'nothing' | 'no-variation' | 'one-annotator';

export type Measured =
  { readonly value: number } | { readonly value?: undefined; readonly reason: Reason };

export function measured(value: number): Measured {
  return { value };
}

export function unmeasured(reason: Reason): Measured {
  return { reason };
}

/** The mean of those that have a value; without any, the reason of the first. */
export function meanOf(all: readonly Measured[]): Measured {
  const values = all.flatMap(({ value }) => value ?? []);
  if (values.length > 0) {
    return measured(values.reduce((sum, value) => sum + value, 0) / values.length);
  }
  return all.find(({ value }) => value === undefined) ?? unmeasured('one-annotator');
}
