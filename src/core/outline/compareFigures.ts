/** How far two annotators agree, as the first node of their comparison. */
import type { Measure, Scores } from '../review/agreement/agreement';
import { MEASURE_LABELS, shortValue } from '../review/agreement/tables';
import type { Pair } from '../review/pairs';
import type { ShownComparison } from './compare';
import { childId, type OutlineNode } from './node';
import { dotted, sentence, shorten } from './words';

const LONGEST_NAME = 24;
/** Those that the node itself has room for, and what each is called in short. */
const IN_SHORT: readonly { readonly measure: Measure; readonly name: string }[] = [
  { measure: 'exact', name: 'F1' },
  { measure: 'wordKappa', name: 'κ' },
  { measure: 'alpha', name: 'α' },
];
/** Of two annotators Fleiss' kappa says what alpha does. */
const MEASURES: readonly Measure[] = [
  'exact',
  'partial',
  'typeKappa',
  'wordKappa',
  'alpha',
  'unitising',
];
const DECIMALS = 2;

interface PairCounts {
  readonly agreed: number;
  readonly differing: number;
  readonly onlyA: number;
  readonly onlyB: number;
  readonly decided: number;
  readonly all: number;
}

/** The decided ones count by their kind, too. */
function countPairs(pairs: readonly Pair[]): PairCounts {
  const of = (kind: Pair['kind']): number => pairs.filter((each) => each.kind === kind).length;
  return {
    agreed: of('agreed'),
    differing: of('differing'),
    onlyA: of('onlyA'),
    onlyB: of('onlyB'),
    decided: pairs.filter(({ decided }) => decided).length,
    all: pairs.length,
  };
}

export function agreementNode({ a, b, pairs, agreement }: ShownComparison): OutlineNode {
  const id = childId('compare', 'agreement');
  const counts = countPairs(pairs);
  const total = agreement?.total;
  const label = `${shorten(a.name, LONGEST_NAME)} ↔ ${shorten(b.name, LONGEST_NAME)}`;
  const figures =
    total === undefined
      ? ['reckoning…']
      : IN_SHORT.map(({ measure, name }) => `${name} ${roundedValue(total, measure)}`);
  return {
    id,
    kind: 'agreement',
    label,
    description: dotted(figures),
    icon: { name: 'graph' },
    spoken: sentence([
      `${a.name} and ${b.name}`,
      ...figures,
      `${counts.agreed} agree, ${counts.differing} differ`,
      `${counts.onlyA} only ${a.name}, ${counts.onlyB} only ${b.name}`,
      `${counts.decided} of ${counts.all} decided`,
    ]),
    children: () => [
      ...countNodes(counts, a.name, b.name, id),
      ...(total === undefined
        ? []
        : MEASURES.map((measure) =>
            detail(id, measure, MEASURE_LABELS[measure], shortValue(total[measure])),
          )),
      ...leftOutNodes([a.unplaced, b.unplaced], [a.name, b.name], id),
    ],
  };
}

function countNodes(
  counts: PairCounts,
  a: string,
  b: string,
  parent: string,
): readonly OutlineNode[] {
  return [
    detail(parent, 'decided', 'Decided', `${counts.decided} of ${counts.all}`),
    detail(parent, 'agreed', 'Agree', String(counts.agreed)),
    detail(parent, 'differing', 'Differ', String(counts.differing)),
    detail(parent, 'onlyA', `Only ${shorten(a, LONGEST_NAME)}`, String(counts.onlyA)),
    detail(parent, 'onlyB', `Only ${shorten(b, LONGEST_NAME)}`, String(counts.onlyB)),
  ];
}

function leftOutNodes(
  unplaced: readonly number[],
  names: readonly string[],
  parent: string,
): readonly OutlineNode[] {
  return unplaced.flatMap((number, index) =>
    number === 0
      ? []
      : [
          detail(
            parent,
            `unplaced ${index}`,
            `Without a certain place, ${names[index] ?? ''}`,
            String(number),
          ),
        ],
  );
}

function detail(parent: string, part: string, label: string, description: string): OutlineNode {
  return {
    id: childId(parent, part),
    kind: 'detail',
    label,
    description,
    spoken: sentence([label, description]),
  };
}

function roundedValue(scores: Scores, measure: Measure): string {
  const measured = scores[measure];
  return measured.value === undefined ? shortValue(measured) : measured.value.toFixed(DECIMALS);
}
