/** One-to-one matching of the passages of two annotators by how well they cover each other. */
import { commonLength, type Unit } from './unit';

export interface Match<T> {
  readonly a: T;
  readonly b: T;
}

export interface Matched<T> {
  readonly matches: readonly Match<T>[];
  readonly onlyA: readonly T[];
  readonly onlyB: readonly T[];
}

/** Of two matches that cover each other equally well, the one with the lower cost is made. */
export type Cost<T> = (a: T, b: T) => number;

interface Candidate<T> extends Match<T> {
  /** Common length by the length of both together (Jaccard 1912): 1 for the same span. */
  readonly fit: number;
  readonly cost: number;
}

/**
 * Matches units that have at least one character in common, the best match first: that with the largest
 * part in common, then the lowest cost, then the first in the text, then the first by ids. So the same
 * span always comes before any other, nothing is left that could still be matched, and the result is
 * the same from either side. (A largest sum of overlaps would leave passages of the same span for two
 * of different ones, which no person would.) `cost` must be symmetrical.
 *
 * Every round matches those that are each other's best, which is what taking the best of all first
 * comes to; it needs no list of all candidates.
 */
export function matchUp<T extends Unit>(
  as: readonly T[],
  bs: readonly T[],
  cost: Cost<T> = () => 0,
): Matched<T> {
  const matches: Match<T>[] = [];
  let onlyA = [...as].sort(inOrder);
  let onlyB = [...bs].sort(inOrder);
  for (;;) {
    const made = mutuallyBest(onlyA, onlyB, cost);
    if (made.length === 0) return { matches, onlyA, onlyB };
    matches.push(...made);
    const done = new Set<T>(made.flatMap(({ a, b }) => [a, b]));
    onlyA = onlyA.filter((each) => !done.has(each));
    onlyB = onlyB.filter((each) => !done.has(each));
  }
}

function mutuallyBest<T extends Unit>(
  as: readonly T[],
  bs: readonly T[],
  cost: Cost<T>,
): readonly Match<T>[] {
  const bestOfA = new Map<T, Candidate<T>>();
  const bestOfB = new Map<T, Candidate<T>>();
  for (const { a, b } of overlapping(as, bs)) {
    const common = commonLength(a, b);
    if (common === 0) continue;
    const fit = common / (a.length + b.length - common);
    const ofA = bestOfA.get(a);
    const ofB = bestOfB.get(b);
    if (ofA !== undefined && ofB !== undefined && fit < ofA.fit && fit < ofB.fit) continue;
    const candidate = { a, b, fit, cost: cost(a, b) };
    if (ofA === undefined || compare(candidate, ofA) < 0) bestOfA.set(a, candidate);
    if (ofB === undefined || compare(candidate, ofB) < 0) bestOfB.set(b, candidate);
  }
  return [...bestOfA.values()].filter((candidate) => bestOfB.get(candidate.b) === candidate);
}

/** The better candidate first; no two are equal, and none depends on which side is which. */
function compare<T extends Unit>(one: Candidate<T>, two: Candidate<T>): number {
  if (one.fit !== two.fit) return two.fit - one.fit;
  if (one.cost !== two.cost) return one.cost - two.cost;
  const start = Math.min(one.a.start, one.b.start) - Math.min(two.a.start, two.b.start);
  if (start !== 0) return start;
  const end = Math.min(one.a.end, one.b.end) - Math.min(two.a.end, two.b.end);
  if (end !== 0) return end;
  const [ofOne, ofTwo] = [idsOf(one), idsOf(two)];
  return ofOne < ofTwo ? -1 : ofOne > ofTwo ? 1 : 0;
}

function idsOf<T extends Unit>({ a, b }: Match<T>): string {
  return a.id < b.id ? `${a.id} ${b.id}` : `${b.id} ${a.id}`;
}

/** Units whose extents overlap, found in one pass; both lists by start. */
function* overlapping<T extends Unit>(as: readonly T[], bs: readonly T[]): Generator<Match<T>> {
  let openA: T[] = [];
  let openB: T[] = [];
  let [nextA, nextB] = [0, 0];
  for (;;) {
    const a = as[nextA];
    const b = bs[nextB];
    if (a !== undefined && (b === undefined || a.start <= b.start)) {
      openB = openB.filter(({ end }) => end > a.start);
      for (const each of openB) yield { a, b: each };
      openA.push(a);
      nextA++;
    } else if (b !== undefined) {
      openA = openA.filter(({ end }) => end > b.start);
      for (const each of openA) yield { a: each, b };
      openB.push(b);
      nextB++;
    } else {
      return;
    }
  }
}

function inOrder(a: Unit, b: Unit): number {
  if (a.start !== b.start) return a.start - b.start;
  if (a.end !== b.end) return b.end - a.end;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
