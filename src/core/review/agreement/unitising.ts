/** Krippendorff's alpha for unitising: do annotators cut the same passages out of a text? */
import { compareSpans, type Span } from '../../text/span';
import { measured, unmeasured, type Measured } from './measured';

/** One text, and what each annotator marked in it as one type. */
export interface Continuum {
  /** Of the text, in the unit of the spans. */
  readonly length: number;
  /** By annotator, in one order throughout; in any order, whole numbers inside the text. */
  readonly units: readonly (readonly Span[])[];
}

export interface Disagreement {
  readonly observed: number;
  readonly expected: number;
}

/**
 * α_U = 1 − Σ_c D_oc / Σ_c D_ec over the types c; of one type, the same with that type alone.
 */
export function unitisingAlpha(types: readonly Disagreement[]): Measured {
  const observed = types.reduce((sum, each) => sum + each.observed, 0);
  const expected = types.reduce((sum, each) => sum + each.expected, 0);
  if (types.length === 0) return unmeasured('nothing');
  return expected === 0 ? unmeasured('no-variation') : measured(1 - observed / expected);
}

/**
 * The disagreement on one type, observed and expected by chance; absent without a unit, without a text
 * or with fewer than two annotators.
 *
 * A text of length L is cut by each of m annotators into sections: the units of the type and the gaps
 * between them. Of two sections of different annotators, with beginnings b, lengths l and ends e = b + l,
 * δ² = (b_g − b_h)² + (e_g − e_h)² where both are units and overlap, l² where one is a unit of length l that
 * lies in a gap of the other, otherwise 0. Then
 *
 *   D_o = Σ_i Σ_g Σ_{j ≠ i} Σ_h δ² / (m (m − 1) L²)
 *
 *   D_e = (2 / L) Σ_units [ (N − 1) / 3 · (2 l³ − 3 l² + l) + l² Σ_gaps with l_h ≥ l (l_h − l + 1) ]
 *         / (m L (m L − 1) − Σ_units l (l − 1))
 *
 * with N units in all and the gaps of all annotators. Several texts are one continuum, laid end to end,
 * in which no section goes from one text to the next. An annotator's units of one type that overlap
 * count as one; those that only touch do not.
 *
 * K. Krippendorff, On the reliability of unitizing continuous data, Sociological Methodology 25 (1995)
 * 47–76; Content Analysis, 2nd ed., Sage 2004, section 11.6, the form that is used here.
 */
export function disagreementOn(continua: readonly Continuum[]): Disagreement | undefined {
  const annotators = Math.max(0, ...continua.map(({ units }) => units.length));
  const length = continua.reduce((sum, each) => sum + each.length, 0);
  const cut = continua.map((each) => ({
    length: each.length,
    units: each.units.map(separate),
  }));
  const all = cut.flatMap(({ units }) => units.flat());
  if (annotators < 2 || length === 0 || all.length === 0) return undefined;
  const sum = cut.reduce((before, { units }) => before + observedIn(units), 0);
  const gaps = cut.flatMap((each) => each.units.flatMap((units) => gapsOf(units, each.length)));
  return {
    observed: sum / (annotators * (annotators - 1) * length * length),
    expected: expectedFor(all.map(lengthOf), gaps, annotators, length),
  };
}

function lengthOf({ start, end }: Span): number {
  return end - start;
}

/** In order, those that overlap as one. */
function separate(spans: readonly Span[]): readonly Span[] {
  const units: Span[] = [];
  for (const span of [...spans].sort(compareSpans)) {
    const last = units.at(-1);
    if (span.end <= span.start) continue;
    if (last === undefined || span.start >= last.end) units.push(span);
    else units[units.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
  }
  return units;
}

/** Σ δ² over the ordered pairs of annotators of one text. */
function observedIn(byAnnotator: readonly (readonly Span[])[]): number {
  let sum = 0;
  byAnnotator.forEach((one, index) => {
    for (const other of byAnnotator.slice(index + 1)) {
      // δ² is symmetrical, and each two annotators are in the sum in both orders.
      sum += 2 * (overlapping(one, other) + inGaps(one, other) + inGaps(other, one));
    }
  });
  return sum;
}

function overlapping(one: readonly Span[], other: readonly Span[]): number {
  let sum = 0;
  let from = 0;
  for (const g of one) {
    while ((other[from]?.end ?? Infinity) <= g.start) from++;
    for (let index = from; index < other.length; index++) {
      const h = other[index];
      if (h === undefined || h.start >= g.end) break;
      sum += (g.start - h.start) ** 2 + (g.end - h.end) ** 2;
    }
  }
  return sum;
}

/** A unit lies in a gap of the other annotator when it overlaps none of their units. */
function inGaps(units: readonly Span[], others: readonly Span[]): number {
  let sum = 0;
  let from = 0;
  for (const unit of units) {
    while ((others[from]?.end ?? Infinity) <= unit.start) from++;
    const isInGap = (others[from]?.start ?? Infinity) >= unit.end;
    if (isInGap) sum += lengthOf(unit) ** 2;
  }
  return sum;
}

/** Lengths of the gaps, none of them empty. */
function gapsOf(units: readonly Span[], length: number): readonly number[] {
  const gaps: number[] = [];
  let at = 0;
  for (const { start, end } of units) {
    if (start > at) gaps.push(start - at);
    at = end;
  }
  if (length > at) gaps.push(length - at);
  return gaps;
}

function expectedFor(
  units: readonly number[],
  gaps: readonly number[],
  annotators: number,
  length: number,
): number {
  const longestFirst = [...gaps].sort((a, b) => b - a);
  let sum = 0;
  let lengths = 0;
  let squares = 0;
  let taken = 0;
  // From the longest unit to the shortest, ever more gaps are long enough.
  for (const l of [...units].sort((a, b) => b - a)) {
    for (let gap = longestFirst[taken]; gap !== undefined && gap >= l; gap = longestFirst[taken]) {
      lengths += gap + 1;
      taken++;
    }
    const placesInGaps = lengths - taken * l;
    sum += ((units.length - 1) / 3) * (2 * l ** 3 - 3 * l ** 2 + l) + l ** 2 * placesInGaps;
    squares += l * (l - 1);
  }
  const whole = annotators * length;
  const places = whole * (whole - 1) - squares;
  return places === 0 ? 0 : ((2 / length) * sum) / places;
}
