/** Agreement as tables: the same for people, for spreadsheets and for pull requests. */
import type { Agreement, Between, Measure, Scores } from './agreement';
import type { Measured, Reason } from './measured';

/** What a measure is called over its column. */
export const MEASURE_LABELS: Readonly<Record<Measure, string>> = {
  exact: 'F1 exact',
  partial: 'F1 partial',
  typeKappa: 'κ types',
  wordKappa: 'κ words',
  fleiss: 'Fleiss κ',
  alpha: 'α words',
  unitising: 'αU',
};

/** What a measure without a value has in its place. */
const REASON_SIGNS: Readonly<Record<Reason, string>> = {
  nothing: '–',
  'no-variation': '=',
  'one-annotator': '1',
};

const REASON_WORDS: Readonly<Record<Reason, string>> = {
  nothing: 'nothing to compare',
  'no-variation': 'no value: everybody gave everything the same label',
  'one-annotator': 'no value: fewer than two annotators',
};

export interface AgreementTable {
  readonly head: readonly string[];
  readonly rows: readonly AgreementRow[];
}

export interface AgreementRow {
  readonly kind: 'total' | 'type' | 'source';
  /** The type or the path; empty for the total. */
  readonly name: string;
  /** In the order of the head, but for the name. */
  readonly cells: readonly string[];
}

/** The measures that say something of so many annotators: Fleiss' kappa says of two what alpha does. */
export function measuresFor(annotators: number): readonly Measure[] {
  const pairwise = ['exact', 'partial', 'typeKappa', 'wordKappa'] as const;
  return annotators > 2
    ? [...pairwise, 'fleiss', 'alpha', 'unitising']
    : [...pairwise, 'alpha', 'unitising'];
}

/** A row for the total, for each type, and for each source where there are several. */
export function agreementTable(
  { annotators, total, byType, bySource }: Agreement,
  measures: readonly Measure[],
  cellOf: (measured: Measured) => string,
): AgreementTable {
  const row = (kind: AgreementRow['kind'], name: string, scores: Scores): AgreementRow => ({
    kind,
    name,
    cells: [
      ...scores.annotations.map(String),
      ...measures.map((measure) => cellOf(scores[measure])),
    ],
  });
  return {
    head: [...annotators, ...measures.map((measure) => MEASURE_LABELS[measure])],
    rows: [
      row('total', '', total),
      ...byType.map(({ type, scores }) => row('type', type, scores)),
      ...(bySource.length > 1
        ? bySource.map(({ source, scores }) => row('source', source, scores))
        : []),
    ],
  };
}

/** Three decimals, or the sign of the reason. */
export function shortValue(measured: Measured): string {
  return measured.value === undefined ? REASON_SIGNS[measured.reason] : measured.value.toFixed(3);
}

/** `–: nothing to compare`, for each reason that a table needs. */
export function legendOf(agreement: Agreement, measures: readonly Measure[]): readonly string[] {
  const all = [agreement.total, ...[...agreement.byType, ...agreement.bySource].map(scoresIn)];
  const reasons = all.flatMap((scores) =>
    measures.flatMap((measure) => {
      const measured = scores[measure];
      return measured.value === undefined ? [measured.reason] : [];
    }),
  );
  return [...new Set(reasons)].sort().map((each) => `${REASON_SIGNS[each]}: ${REASON_WORDS[each]}`);
}

function scoresIn({ scores }: { readonly scores: Scores }): Scores {
  return scores;
}

/** `anna and boris: 8 agree, 3 differ (span 2, type 1), 1 only anna, 0 only boris`. */
export function countsInWords({ a, b, counts }: Between): string {
  const differences = Object.entries(counts.differences).map(([name, count]) => `${name} ${count}`);
  const differing = differences.length === 0 ? '' : ` (${differences.join(', ')})`;
  return [
    `${a} and ${b}: ${counts.agreed} agree`,
    `${counts.differing} differ${differing}`,
    `${counts.onlyA} only ${a}`,
    `${counts.onlyB} only ${b}`,
  ].join(', ');
}

/** What was left out, a sentence each. */
export function leftOut({ annotators, skipped, unplaced }: Agreement): readonly string[] {
  const alone = skipped.filter(({ reason }) => reason === 'one-annotator').length;
  const missing = skipped.filter(({ reason }) => reason === 'no-text');
  return [
    ...(alone === 0
      ? []
      : [`Left out: ${alone} ${alone === 1 ? 'source' : 'sources'} that one annotator has read.`]),
    ...missing.map(({ source }) => `Left out: ${source} is not there.`),
    ...unplaced.flatMap((count, index) =>
      count === 0
        ? []
        : [`Left out: ${count} of ${annotators[index] ?? ''} that cannot be placed for certain.`],
    ),
  ];
}
