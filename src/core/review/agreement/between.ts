/** How two annotators compare, counted source by source and type by type. */
import { matchUp } from '../pairing/matching';
import { DIFFERENCES, type Difference } from '../pairing/differences';
import { typeOf } from '../pairing/records';
import { spansKey } from '../pairing/unit';
import { pairUp, type Pair } from '../pairs';
import type { Layer } from '../layers';
import type { Coding } from './coding';
import type { SourceUnits, TypedUnit } from './sourceUnits';
import type { Matches } from './spanScores';

/** The passages of one type in one source. */
interface TypeMatches {
  readonly source: string;
  readonly type: string;
  /** The same span. */
  readonly exact: Matches;
  /** Spans with at least one character in common, each passage matched once. */
  readonly partial: Matches;
}

/** The types that the two gave passages that both marked. */
interface TypePairs {
  readonly source: string;
  readonly codings: readonly Coding[];
}

export interface Counts {
  readonly agreed: number;
  readonly differing: number;
  readonly onlyA: number;
  readonly onlyB: number;
  /** Of the differing, how many differ in what; one may differ in several. */
  readonly differences: Readonly<Partial<Record<Difference, number>>>;
}

export interface Comparison {
  /** Places of the two among the annotators. */
  readonly a: number;
  readonly b: number;
  readonly matches: readonly TypeMatches[];
  readonly types: readonly TypePairs[];
  readonly counts: Counts;
}

/** Of the sources that both have read, in steps. */
export function* compareTwo(
  layers: readonly Layer[],
  sources: readonly SourceUnits[],
  a: number,
  b: number,
): Generator<undefined, Comparison | undefined> {
  const [first, second] = [layers[a], layers[b]];
  if (first === undefined || second === undefined) return undefined;
  const matches: TypeMatches[] = [];
  const types: TypePairs[] = [];
  const all: Pair[] = [];
  for (const { source, units } of sources) {
    const [ofA, ofB] = [units[a], units[b]];
    if (ofA === undefined || ofB === undefined) continue;
    matches.push(...matchesIn(source, ofA, ofB));
    yield;
    const pairs = pairsIn(source, first, second, ofA, ofB);
    for (const pair of pairs) all.push(pair);
    types.push({ source, codings: pairs.flatMap((pair) => typesOf(pair, first, second)) });
    yield;
  }
  return { a, b, matches, types, counts: countsOf(all) };
}

function matchesIn(
  source: string,
  ofA: readonly TypedUnit[],
  ofB: readonly TypedUnit[],
): readonly TypeMatches[] {
  const types = new Set([...ofA, ...ofB].map(({ type }) => type));
  return [...types].map((type) => {
    const as = ofA.filter((each) => each.type === type);
    const bs = ofB.filter((each) => each.type === type);
    const counts = { a: as.length, b: bs.length };
    return {
      source,
      type,
      exact: { ...counts, matched: sameSpans(as, bs) },
      partial: { ...counts, matched: matchUp(as, bs).matches.length },
    };
  });
}

function sameSpans(as: readonly TypedUnit[], bs: readonly TypedUnit[]): number {
  const left = new Map<string, number>();
  for (const unit of bs) left.set(spansKey(unit), (left.get(spansKey(unit)) ?? 0) + 1);
  return as.filter((unit) => {
    const times = left.get(spansKey(unit)) ?? 0;
    left.set(spansKey(unit), times - 1);
    return times > 0;
  }).length;
}

/** Without what has no type or stands outside the part that is compared. */
function pairsIn(
  source: string,
  first: Layer,
  second: Layer,
  ofA: readonly TypedUnit[],
  ofB: readonly TypedUnit[],
): readonly Pair[] {
  const [inA, inB] = [ofA, ofB].map((units) => new Set(units.map(({ id }) => id)));
  return pairUp(first, second, { sources: [source] }).filter(
    ({ a, b }) =>
      (a === undefined || inA?.has(a.id) === true) && (b === undefined || inB?.has(b.id) === true),
  );
}

function typesOf({ a, b }: Pair, first: Layer, second: Layer): readonly Coding[] {
  if (a === undefined || b === undefined) return [];
  return [{ labels: [typeOf(a, first.records), typeOf(b, second.records)], count: 1 }];
}

function countsOf(pairs: readonly Pair[]): Counts {
  const of = (kind: Pair['kind']): number => pairs.filter((pair) => pair.kind === kind).length;
  const differences = DIFFERENCES.flatMap((difference) => {
    const count = pairs.filter((pair) => pair.differences.includes(difference)).length;
    return count === 0 ? [] : [[difference, count] as const];
  });
  return {
    agreed: of('agreed'),
    differing: of('differing'),
    onlyA: of('onlyA'),
    onlyB: of('onlyB'),
    differences: Object.fromEntries(differences),
  };
}
