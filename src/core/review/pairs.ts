/** Which annotations of two annotators belong together, and in what they agree and differ. */
import { kindOf, type Annotation, type AnnotationKind } from '../model/annotation';
import { allSteps } from '../text/steps';
import type { Layer } from './layers';
import { differencesOf, type Difference, type Reading } from './pairing/differences';
import { matchUp, type Cost, type Match } from './pairing/matching';
import { resolverOf, typeOf, type Resolve } from './pairing/records';
import { spansKey, unitOf, type Unit } from './pairing/unit';

interface Common {
  /** Says which pair this is among all of a comparison, and the same again after a new comparison. */
  readonly key: string;
  readonly source: string;
  /** In a fixed order; empty unless the kind is `differing`. */
  readonly differences: readonly Difference[];
  /** Whether it was decided already what stands: such pairs are not offered again. */
  readonly decided: boolean;
}

export type Pair = Common &
  (
    | { readonly kind: 'agreed' | 'differing'; readonly a: Annotation; readonly b: Annotation }
    | { readonly kind: 'onlyA'; readonly a: Annotation; readonly b?: undefined }
    | { readonly kind: 'onlyB'; readonly a?: undefined; readonly b: Annotation }
  );

export interface PairOptions {
  /** Only these sources; absent means all that either layer has annotations in. */
  readonly sources?: readonly string[];
}

/**
 * Pairs the annotations of two layers, source by source: each with at most one of the other layer. The
 * same annotation in two revisions (one id) is a pair; then annotations of one kind are matched by how
 * well they cover each other, those that say the same before others (see `matchUp`); then those of
 * different kinds that have exactly the same span, but for notes. Exchanging `a` and `b` exchanges the
 * sides of each pair and changes nothing else. Sorted by source and place.
 */
export function pairUp(a: Layer, b: Layer, options: PairOptions = {}): readonly Pair[] {
  return allSteps(pairUpStepwise(a, b, options));
}

/** The same source by source, for hosts that must not be held up. */
export function* pairUpStepwise(
  a: Layer,
  b: Layer,
  options: PairOptions = {},
): Generator<undefined, readonly Pair[]> {
  const resolve = resolverOf([a.records, b.records]);
  const named = options.sources ?? [...a.annotations.keys(), ...b.annotations.keys()];
  const pairs: Pair[] = [];
  for (const source of [...new Set(named)].sort()) {
    for (const pair of pairSource(source, a, b, resolve)) pairs.push(pair);
    yield;
  }
  return pairs;
}

interface Item extends Unit {
  readonly annotation: Annotation;
  readonly kind: AnnotationKind;
}

function pairSource(source: string, a: Layer, b: Layer, resolve: Resolve): readonly Pair[] {
  const adopted = withoutAdopted(a.annotations.get(source) ?? [], b.annotations.get(source) ?? []);
  const ofA: Reading = { typeOf: (each) => typeOf(each, a.records), resolve };
  const ofB: Reading = { typeOf: (each) => typeOf(each, b.records), resolve };
  const cost: Cost<Item> = (one, two) =>
    differencesOf(one.annotation, two.annotation, ofA, ofB).length;

  const matches: Match<Item>[] = [];
  let left: Sides = { a: adopted.a.map(itemOf), b: adopted.b.map(itemOf) };
  const take = (found: readonly Match<Item>[]): void => {
    matches.push(...found);
    const done = new Set(found.flatMap((each) => [each.a, each.b]));
    const isLeft = (item: Item): boolean => !done.has(item);
    left = { a: left.a.filter(isLeft), b: left.b.filter(isLeft) };
  };
  take(matchByKey(left, ({ id }) => id));
  take(matchByKey(left, (item, side) => contentKey(item, side === 'a' ? ofA : ofB)));
  for (const kind of new Set(left.a.map((item) => item.kind))) {
    const isOfKind = (item: Item): boolean => item.kind === kind;
    take(matchUp(left.a.filter(isOfKind), left.b.filter(isOfKind), cost).matches);
  }
  take(matchSameSpans(left, cost));

  const readings = withRoleTargets(matches, adopted, ofA, ofB);
  const isDecided = (each: Annotation): boolean =>
    each.decision !== undefined || adopted.decided.has(each.id);
  const pairs: Pair[] = matches.map((match) => {
    const [one, two] = [match.a.annotation, match.b.annotation];
    const differences = differencesOf(one, two, readings.a, readings.b);
    return {
      kind: differences.length === 0 ? 'agreed' : 'differing',
      key: `${source} ${one.id} ${two.id}`,
      source,
      a: one,
      b: two,
      differences,
      decided: isDecided(one) && isDecided(two),
    };
  });
  const alone = { source, differences: [] };
  for (const { annotation, id } of left.a) {
    const key = `${source} ${id} -`;
    pairs.push({ ...alone, kind: 'onlyA', key, a: annotation, decided: isDecided(annotation) });
  }
  for (const { annotation, id } of left.b) {
    const key = `${source} - ${id}`;
    pairs.push({ ...alone, kind: 'onlyB', key, b: annotation, decided: isDecided(annotation) });
  }
  return inDocumentOrder(pairs);
}

interface Sides {
  readonly a: readonly Item[];
  readonly b: readonly Item[];
}

function itemOf(annotation: Annotation): Item {
  return { ...unitOf(annotation), annotation, kind: kindOf(annotation) };
}

interface Adopted {
  readonly a: readonly Annotation[];
  readonly b: readonly Annotation[];
  /** Ids of annotations whose decision is written in the files of the other layer. */
  readonly decided: ReadonlySet<string>;
}

/**
 * An annotation that stands in both revisions, decided in one of them only, was taken over from the
 * other when they were compared: there it is that annotator's still, here it is only the decision.
 */
function withoutAdopted(a: readonly Annotation[], b: readonly Annotation[]): Adopted {
  const undecided = (all: readonly Annotation[]): ReadonlySet<string> =>
    new Set(all.filter(({ decision }) => decision === undefined).map(({ id }) => id));
  const [inA, inB] = [undecided(a), undecided(b)];
  const decided = new Set<string>();
  const without = (
    own: readonly Annotation[],
    others: ReadonlySet<string>,
  ): readonly Annotation[] =>
    own.filter(({ id, decision }) => {
      const isAdopted = decision !== undefined && others.has(id);
      if (isAdopted) decided.add(id);
      return !isAdopted;
    });
  return { a: without(a, inB), b: without(b, inA), decided };
}

/** Those with the same key, in the order of their ids where several have it. */
function matchByKey(
  { a, b }: Sides,
  keyOf: (item: Item, side: 'a' | 'b') => string,
): readonly Match<Item>[] {
  const waiting = new Map<string, Item[]>();
  for (const item of [...b].sort(byId).reverse()) {
    const key = keyOf(item, 'b');
    const own = waiting.get(key) ?? [];
    waiting.set(key, own);
    own.push(item);
  }
  return [...a].sort(byId).flatMap((item) => {
    const other = waiting.get(keyOf(item, 'a'))?.pop();
    return other === undefined ? [] : [{ a: item, b: other }];
  });
}

function contentKey(item: Item, { typeOf: typeIn, resolve }: Reading): string {
  const { entity, event, value, note } = item.annotation;
  const record = entity ?? event;
  const named = record === undefined ? '' : resolve(record);
  const said = item.kind === 'note' ? note : '';
  return JSON.stringify([
    spansKey(item),
    item.kind,
    typeIn(item.annotation) ?? '',
    named,
    value ?? '',
    said,
  ]);
}

/** What is left that has the same span as something of another kind; a note goes with notes only. */
function matchSameSpans({ a, b }: Sides, cost: Cost<Item>): readonly Match<Item>[] {
  const bySpans = new Map<string, { readonly a: Item[]; readonly b: Item[] }>();
  for (const side of ['a', 'b'] as const) {
    for (const item of side === 'a' ? a : b) {
      if (item.kind === 'note') continue;
      const key = spansKey(item);
      const group = bySpans.get(key) ?? { a: [], b: [] };
      bySpans.set(key, group);
      group[side].push(item);
    }
  }
  return [...bySpans.values()].flatMap((group) => matchUp(group.a, group.b, cost).matches);
}

/** Readings in which a role names a passage alike on both sides, once it is known which belong together. */
function withRoleTargets(
  matches: readonly Match<Item>[],
  sides: Adopted,
  ofA: Reading,
  ofB: Reading,
): { readonly a: Reading; readonly b: Reading } {
  const common = new Map<string, string>();
  for (const { a, b } of matches) {
    const key = a.id < b.id ? a.id : b.id;
    common.set(a.id, key);
    common.set(b.id, key);
  }
  const reading = (own: readonly Annotation[], of: Reading): Reading => {
    const byIds = new Map(own.map((annotation) => [annotation.id, annotation]));
    // Whether a passage or its record is named is the same to a reader: the argument is the record.
    const roleTarget = (id: string): string => {
      const target = byIds.get(id);
      const record = target?.entity ?? target?.event;
      return record === undefined ? (common.get(id) ?? id) : of.resolve(record);
    };
    return { ...of, roleTarget };
  };
  return { a: reading(sides.a, ofA), b: reading(sides.b, ofB) };
}

function inDocumentOrder(pairs: readonly Pair[]): readonly Pair[] {
  const placed = pairs.map((pair) => {
    const starts = [pair.a, pair.b].flatMap((each) => each?.targets[0].start ?? []);
    const ends = [pair.a, pair.b].flatMap((each) => each?.targets.at(-1)?.end ?? []);
    const ids = [pair.a, pair.b].flatMap((each) => each?.id ?? []).sort();
    return { pair, start: Math.min(...starts), end: Math.max(...ends), ids: ids.join(' ') };
  });
  placed.sort((one, two) => {
    if (one.start !== two.start) return one.start - two.start;
    if (one.end !== two.end) return two.end - one.end;
    return one.ids < two.ids ? -1 : one.ids > two.ids ? 1 : 0;
  });
  return placed.map(({ pair }) => pair);
}

function byId(one: Item, two: Item): number {
  return one.id < two.id ? -1 : one.id > two.id ? 1 : 0;
}
