/** Agreement of annotators: every measure, in all, by type and by source. docs/agreement.md explains them. */
import { allSteps } from '../../text/steps';
import type { Layer } from '../layers';
import { compareTwo, type Comparison, type Counts } from './between';
import type { Coding } from './coding';
import { cohenKappa } from './cohen';
import { fleissKappa } from './fleiss';
import { independentStepwise } from './independent';
import { nominalAlpha } from './krippendorff';
import { meanOf, unmeasured, type Measured } from './measured';
import type { ComparedText } from './comparedText';
import { sourceUnits, type SourceUnits } from './sourceUnits';
import { addMatches, spanScores, type SpanScores } from './spanScores';
import { disagreementOn, unitisingAlpha, type Disagreement } from './unitising';
import { asCodings, asCodingsOf } from './wordLabels';

export interface Scores {
  /** How many annotations each annotator has, in the order of `annotators`; notes are not counted. */
  readonly annotations: readonly number[];
  /** F1 of passages with the same span and type. Of more than two annotators the mean of each two. */
  readonly exact: Measured;
  /** F1 of passages of one type whose spans overlap, matched one to one. The mean, likewise. */
  readonly partial: Measured;
  /** Cohen's kappa on the types of passages that both marked. The mean, likewise (Light 1971). */
  readonly typeKappa: Measured;
  /** Cohen's kappa on the types of each word. The mean, likewise. */
  readonly wordKappa: Measured;
  /** Fleiss' kappa on the types of each word, of the sources that all annotators have read. */
  readonly fleiss: Measured;
  /** Krippendorff's alpha, nominal, on the types of each word; who did not read a source is missing. */
  readonly alpha: Measured;
  /** Krippendorff's alpha for unitising, of the sources that all annotators have read. */
  readonly unitising: Measured;
}

/** The measures, in the order in which they are shown. */
export const MEASURES = [
  'exact',
  'partial',
  'typeKappa',
  'wordKappa',
  'fleiss',
  'alpha',
  'unitising',
] as const;
export type Measure = (typeof MEASURES)[number];

/** Each two annotators, the first as the reference. */
export interface Between {
  readonly a: string;
  readonly b: string;
  readonly counts: Counts;
  readonly exact: SpanScores;
  readonly partial: SpanScores;
  readonly typeKappa: Measured;
  readonly wordKappa: Measured;
}

export interface Agreement {
  readonly annotators: readonly string[];
  /** Paths of the sources that at least two annotators have read, sorted. */
  readonly sources: readonly string[];
  /** Sources that were left out, because they are not there or only one annotator has read them. */
  readonly skipped: readonly {
    readonly source: string;
    readonly reason: 'no-text' | 'one-annotator';
  }[];
  /** By annotator: annotations that were left out, because it is uncertain where they stand. */
  readonly unplaced: readonly number[];
  readonly total: Scores;
  /** Sorted by type. */
  readonly byType: readonly { readonly type: string; readonly scores: Scores }[];
  readonly bySource: readonly { readonly source: string; readonly scores: Scores }[];
  readonly between: readonly Between[];
}

export interface AgreementOptions {
  /** Only these sources; absent means all. */
  readonly sources?: readonly string[];
  /**
   * Whether an annotator without an annotation in a source has read it and found nothing. Otherwise they
   * are taken not to have read it, unless their revision says that it is done.
   */
  readonly everySource?: boolean;
}

/** `textOf` is absent for a source that is not there: it is left out. */
export function agreementOf(
  compared: readonly Layer[],
  textOf: (source: string) => ComparedText | undefined,
  options: AgreementOptions = {},
): Agreement {
  return allSteps(agreementStepwise(compared, textOf, options));
}

/** The same in steps of a source or a measure, for hosts that must not be held up. */
export function* agreementStepwise(
  compared: readonly Layer[],
  textOf: (source: string) => ComparedText | undefined,
  options: AgreementOptions = {},
): Generator<undefined, Agreement> {
  const layers = yield* independentStepwise(compared);
  const paths = [...new Set(layers.flatMap(({ annotations }) => [...annotations.keys()]))].sort();
  const wanted = paths.filter((path) => options.sources?.includes(path) ?? true);
  const read =
    options.everySource === true ? layers.map((layer) => reading(layer, wanted)) : layers;
  const skipped: Agreement['skipped'][number][] = [];
  const sources: SourceUnits[] = [];
  for (const source of wanted) {
    const text = textOf(source);
    const readers = read.filter(({ annotations }) => annotations.has(source)).length;
    if (text === undefined) skipped.push({ source, reason: 'no-text' });
    else if (readers < 2) skipped.push({ source, reason: 'one-annotator' });
    else sources.push(sourceUnits(source, text, read));
    yield;
  }
  const comparisons: Comparison[] = [];
  for (const [a, b] of eachTwo(read.length)) {
    const comparison = yield* compareTwo(read, sources, a, b);
    if (comparison !== undefined) comparisons.push(comparison);
  }
  const all = { sources, comparisons, annotators: layers.length };
  const types = new Set(sources.flatMap(({ units }) => units.flat().map((each) => each?.type)));
  const byType: Agreement['byType'][number][] = [];
  for (const type of [...types].flatMap((each) => each ?? []).sort()) {
    byType.push({ type, scores: yield* scoresOf(all, type) });
  }
  const bySource: Agreement['bySource'][number][] = [];
  for (const each of sources) {
    const own = { ...all, sources: [each] };
    bySource.push({ source: each.source, scores: yield* scoresOf(own) });
  }
  const total = yield* scoresOf(all);
  const between: Between[] = [];
  for (const each of comparisons) {
    between.push(betweenOf(each, layers, sources));
    yield;
  }
  return {
    annotators: layers.map(({ name }) => name),
    sources: sources.map(({ source }) => source),
    skipped,
    unplaced: layers.map(({ unplaced }) => unplaced),
    total,
    byType,
    bySource,
    between,
  };
}

interface Data {
  readonly sources: readonly SourceUnits[];
  readonly comparisons: readonly Comparison[];
  readonly annotators: number;
}

function reading(layer: Layer, sources: readonly string[]): Layer {
  const none = sources.map((source) => [source, []] as const);
  return { ...layer, annotations: new Map([...none, ...layer.annotations]) };
}

function eachTwo(count: number): readonly (readonly [number, number])[] {
  const places = Array.from({ length: count }, (_, place) => place);
  return places.flatMap((a) => places.slice(a + 1).map((b) => [a, b] as const));
}

/** The measures of which there is one for each two annotators. */
type TwoScores = Pick<Scores, 'exact' | 'partial' | 'typeKappa' | 'wordKappa'>;

function* scoresOf(data: Data, type?: string): Generator<undefined, Scores> {
  const { sources, comparisons, annotators } = data;
  const codings = wordCodings(sources, type);
  yield;
  const readByAll = sources.filter(({ units }) => units.every((own) => own !== undefined));
  const two: TwoScores[] = [];
  for (const each of comparisons) {
    const scores = spanScoresOf(each, sources, type);
    two.push({
      exact: scores.exact.f1,
      partial: scores.partial.f1,
      typeKappa: cohenKappa(typeCodings(each, sources, type)),
      wordKappa: cohenKappa(twoOf(codings, each)),
    });
    yield;
  }
  const isOne = annotators < 2;
  const mean = (of: (scores: TwoScores) => Measured): Measured =>
    isOne ? unmeasured('one-annotator') : meanOf(two.map(of));
  const unitising = yield* unitisingOf(isOne ? [] : readByAll, type);
  const fleiss = fleissKappa(codings, annotators);
  yield;
  return {
    annotations: Array.from({ length: annotators }, (_, place) => countOf(sources, place, type)),
    exact: mean(({ exact }) => exact),
    partial: mean(({ partial }) => partial),
    typeKappa: mean(({ typeKappa }) => typeKappa),
    wordKappa: mean(({ wordKappa }) => wordKappa),
    fleiss,
    alpha: isOne ? unmeasured('one-annotator') : nominalAlpha(codings),
    unitising: isOne ? unmeasured('one-annotator') : unitising,
  };
}

function countOf(sources: readonly SourceUnits[], place: number, type?: string): number {
  const counts = sources.map(
    ({ units }) => units[place]?.filter((each) => type === undefined || each.type === type).length,
  );
  return counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
}

function wordCodings(sources: readonly SourceUnits[], type?: string): readonly Coding[] {
  return sources.flatMap(({ words }) =>
    type === undefined ? asCodings(words) : asCodingsOf(type, words),
  );
}

function twoOf(codings: readonly Coding[], { a, b }: Comparison): readonly Coding[] {
  return codings.map(({ labels, count }) => ({ labels: [labels[a], labels[b]], count }));
}

function typeCodings(
  { types }: Comparison,
  sources: readonly SourceUnits[],
  type?: string,
): readonly Coding[] {
  const wanted = new Set(sources.map(({ source }) => source));
  const codings = types.flatMap((each) => (wanted.has(each.source) ? each.codings : []));
  if (type === undefined) return codings;
  const isOfType = (label: string | undefined): string => (label === type ? type : '');
  return codings.map(({ labels, count }) => ({ labels: labels.map(isOfType), count }));
}

function spanScoresOf(
  { matches }: Comparison,
  sources: readonly SourceUnits[],
  type?: string,
): { readonly exact: SpanScores; readonly partial: SpanScores } {
  const wanted = new Set(sources.map(({ source }) => source));
  const counted = matches.filter(
    (each) => wanted.has(each.source) && (type === undefined || each.type === type),
  );
  return {
    exact: spanScores(addMatches(counted.map(({ exact }) => exact))),
    partial: spanScores(addMatches(counted.map(({ partial }) => partial))),
  };
}

function* unitisingOf(
  sources: readonly SourceUnits[],
  only?: string,
): Generator<undefined, Measured> {
  const all = sources.flatMap(({ units }) => units.flatMap((own) => own ?? []));
  const types = only === undefined ? [...new Set(all.map(({ type }) => type))].sort() : [only];
  const disagreements: Disagreement[] = [];
  for (const type of types) {
    const continua = sources.map(({ length, units }) => ({
      length,
      units: units.map((own) =>
        (own ?? []).flatMap((each) => (each.type === type ? each.spans : [])),
      ),
    }));
    const disagreement = disagreementOn(continua);
    if (disagreement !== undefined) disagreements.push(disagreement);
    yield;
  }
  return unitisingAlpha(disagreements);
}

function betweenOf(
  comparison: Comparison,
  layers: readonly Layer[],
  sources: readonly SourceUnits[],
): Between {
  return {
    a: layers[comparison.a]?.name ?? '',
    b: layers[comparison.b]?.name ?? '',
    counts: comparison.counts,
    ...spanScoresOf(comparison, sources),
    typeKappa: cohenKappa(typeCodings(comparison, sources)),
    wordKappa: cohenKappa(twoOf(wordCodings(sources), comparison)),
  };
}
