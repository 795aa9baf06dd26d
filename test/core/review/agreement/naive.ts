/**
 * The measures once more, each written from its definition by pairs of labels, sections or characters,
 * slowly and in no other way like the real ones: what these must equal.
 */

export type Labels = readonly (string | undefined)[];

export interface Section {
  readonly start: number;
  readonly end: number;
}

/** Two labels for each item. NaN without variation. */
export function naiveCohen(items: readonly Labels[]): number {
  const both = items.filter(([a, b]) => a !== undefined && b !== undefined);
  const observed = both.filter(([a, b]) => a === b).length / both.length;
  let expected = 0;
  for (const [a] of both) for (const [, b] of both) if (a === b) expected++;
  expected /= both.length ** 2;
  return (observed - expected) / (1 - expected);
}

export function naiveFleiss(items: readonly Labels[]): number {
  const whole = items.filter((labels) => labels.every((label) => label !== undefined));
  const shares = whole.map(agreeingPairs);
  const observed = sum(shares) / whole.length;
  const all = whole.flat();
  let expected = 0;
  for (const one of all) for (const other of all) if (one === other) expected++;
  expected /= all.length ** 2;
  return (observed - expected) / (1 - expected);
}

function agreeingPairs(labels: Labels): number {
  let pairs = 0;
  let same = 0;
  labels.forEach((one, i) => {
    labels.forEach((other, j) => {
      if (i === j) return;
      pairs++;
      if (one === other) same++;
    });
  });
  return same / pairs;
}

export function naiveAlpha(items: readonly Labels[]): number {
  const units = items
    .map((labels) => labels.filter((label) => label !== undefined))
    .filter((labels) => labels.length > 1);
  const all = units.flat();
  const observed =
    sum(units.map((labels) => labels.length * (1 - agreeingPairs(labels)))) / all.length;
  const expected = 1 - agreeingPairs(all);
  return 1 - observed / expected;
}

interface Cut extends Section {
  readonly isUnit: boolean;
}

function sectionsOf(units: readonly Section[], length: number): readonly Cut[] {
  const sections: Cut[] = [];
  let at = 0;
  for (const { start, end } of [...units].sort((a, b) => a.start - b.start)) {
    if (start > at) sections.push({ start: at, end: start, isUnit: false });
    sections.push({ start, end, isUnit: true });
    at = end;
  }
  if (at < length) sections.push({ start: at, end: length, isUnit: false });
  return sections;
}

function delta(g: Cut, h: Cut): number {
  if (g.isUnit && h.isUnit) {
    if (g.end <= h.start || h.end <= g.start) return 0;
    return (g.start - h.start) ** 2 + (g.end - h.end) ** 2;
  }
  if (g.isUnit && h.start <= g.start && g.end <= h.end) return (g.end - g.start) ** 2;
  if (h.isUnit && g.start <= h.start && h.end <= g.end) return (h.end - h.start) ** 2;
  return 0;
}

/** Observed and expected; units of an annotator must not overlap. */
export function naiveUnitising(
  texts: readonly { readonly length: number; readonly units: readonly (readonly Section[])[] }[],
): readonly [number, number] {
  const annotators = texts[0]?.units.length ?? 0;
  const length = sum(texts.map((text) => text.length));
  let observed = 0;
  const all: Cut[] = [];
  for (const text of texts) {
    const cut = text.units.map((units) => sectionsOf(units, text.length));
    all.push(...cut.flat());
    cut.forEach((one, i) => {
      cut.forEach((other, j) => {
        if (i === j) return;
        for (const g of one) for (const h of other) observed += delta(g, h);
      });
    });
  }
  observed /= annotators * (annotators - 1) * length ** 2;
  const units = all.filter(({ isUnit }) => isUnit).map(({ start, end }) => end - start);
  const gaps = all.filter(({ isUnit }) => !isUnit).map(({ start, end }) => end - start);
  let expected = 0;
  for (const l of units) {
    // Σ over the places of a unit of length l against another one: 2 · (1² + … + (l − 1)²).
    let shifts = 0;
    for (let shift = 1; shift < l; shift++) shifts += 2 * shift ** 2;
    expected += (units.length - 1) * shifts;
    for (const gap of gaps) {
      for (let start = 0; start + l <= gap; start++) expected += l ** 2;
    }
  }
  const whole = annotators * length;
  const possible = whole * (whole - 1) - sum(units.map((l) => l * (l - 1)));
  return [observed, ((2 / length) * expected) / possible];
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((before, each) => before + each, 0);
}
