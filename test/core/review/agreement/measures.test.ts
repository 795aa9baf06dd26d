/**
 * Published examples. Where a publication rounds, the value to 1e-6 is the same example reckoned in
 * exact fractions (Python's `fractions`, straight from the definitions), as is the published rounding.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addTo, type Coding } from '../../../../src/core/review/agreement/coding';
import { cohenKappa } from '../../../../src/core/review/agreement/cohen';
import { fleissKappa } from '../../../../src/core/review/agreement/fleiss';
import { nominalAlpha } from '../../../../src/core/review/agreement/krippendorff';
import type { Measured } from '../../../../src/core/review/agreement/measured';
import { spanScores } from '../../../../src/core/review/agreement/spanScores';
import {
  disagreementOn,
  unitisingAlpha,
  type Disagreement,
} from '../../../../src/core/review/agreement/unitising';

function close(actual: Measured | number | undefined, expected: number, within = 1e-6): void {
  const value = typeof actual === 'number' ? actual : actual?.value;
  assert.ok(value !== undefined, 'has no value');
  assert.ok(Math.abs(value - expected) <= within, `${value} is not ${expected}`);
}

function table(rows: readonly (readonly number[])[]): readonly Coding[] {
  return rows.flatMap((row, a) =>
    row.map((count, b) => ({ labels: [`${a}`, `${b}`], count }) satisfies Coding),
  );
}

/** One string of labels for each annotator; a dot where there is none. */
function annotators(...rows: readonly string[]): readonly Coding[] {
  return Array.from(rows[0] ?? '', (_, item) => ({
    labels: rows.map((row) => (row[item] === '.' ? undefined : row[item])),
    count: 1,
  }));
}

test('Cohen 1960, page 45: 200 cases in three categories', () => {
  const kappa = cohenKappa(
    table([
      [88, 14, 18],
      [10, 40, 10],
      [2, 6, 12],
    ]),
  );
  close(kappa, 0.492, 5e-4);
  close(kappa, 29 / 59);
});

test('Cohen 1960, page 37: agreement below chance', () => {
  const kappa = cohenKappa(
    table([
      [25, 12, 3],
      [13, 2, 15],
      [12, 16, 2],
    ]),
  );
  close(kappa, -6 / 65);
});

test('Artstein and Poesio 2008, page 558: 100 utterances of two kinds', () => {
  const kappa = cohenKappa(
    table([
      [20, 20],
      [10, 50],
    ]),
  );
  close(kappa, 8 / 23);
});

const FLEISS = [
  ...['444444', '222555', '233335', '555555', '222444', '113333', '333355', '113334', '114444'],
  ...['555555', '144444', '124444', '222333', '144444', '224445', '333335', '111455', '111112'],
  ...['224444', '133555', '555555', '244444', '224555', '114444', '144445', '222224', '111155'],
  ...['224444', '133333', '555555'],
];

test('Fleiss 1971, page 379: 30 patients, 6 psychiatrists, 5 diagnoses', () => {
  const codings = FLEISS.map((labels) => ({ labels: Array.from(labels), count: 1 }));
  const kappa = fleissKappa(codings, 6);
  close(kappa, 0.43, 5e-4);
  close(kappa, 5437 / 12637);
});

test('a much copied example: 10 items, 14 annotators, 5 categories', () => {
  const rows = [
    ...[
      [0, 0, 0, 0, 14],
      [0, 2, 6, 4, 2],
      [0, 0, 3, 5, 6],
      [0, 3, 9, 2, 0],
      [2, 2, 8, 1, 1],
    ],
    ...[
      [7, 7, 0, 0, 0],
      [3, 2, 6, 3, 0],
      [2, 5, 3, 2, 2],
      [6, 5, 2, 1, 0],
      [0, 2, 2, 3, 7],
    ],
  ];
  const codings = rows.map((row) => ({
    labels: row.flatMap((times, label) => Array.from({ length: times }, () => `${label}`)),
    count: 1,
  }));
  close(fleissKappa(codings, 14), 0.20993070442195524);
});

test('Krippendorff 2011, A: two observers, two values', () => {
  const alpha = nominalAlpha(annotators('0100000010', '1110010000'));
  close(alpha, 0.095, 5e-4);
  close(alpha, 2 / 21);
});

test('Krippendorff 2011, B: two observers, five values', () => {
  const alpha = nominalAlpha(annotators('aabbdcccedda', 'babbbccceddd'));
  close(alpha, 0.692, 5e-4);
  close(alpha, 155 / 224);
});

test('Krippendorff 2011, C: four observers, five values, some of them missing', () => {
  const alpha = nominalAlpha(
    annotators('123321412...', '1233224125.3', '.3332342251.', '12332441251.'),
  );
  close(alpha, 0.743, 5e-4);
  close(alpha, 113 / 152);
});

type Marked = readonly (readonly [start: number, length: number])[];

function marked(length: number, from: number, ...observers: readonly Marked[]): Disagreement {
  const units = observers.map((own) =>
    own.map(([start, size]) => ({ start: start - from, end: start - from + size })),
  );
  const found = disagreementOn([{ length, units }]);
  assert.ok(found !== undefined);
  return found;
}

test('Krippendorff 2004, page 254: two observers, two categories on a continuum of 300', () => {
  const c = marked(
    300,
    150,
    [
      [225, 70],
      [370, 30],
    ],
    [
      [220, 80],
      [355, 20],
      [400, 20],
    ],
  );
  const same: Marked = [
    [180, 60],
    [300, 50],
  ];
  const k = marked(300, 150, same, same);
  close(c.observed, 0.0144, 5e-5);
  close(c.expected, 0.0532, 5e-5);
  close(unitisingAlpha([c]), 0.7286, 5e-5);
  close(k.observed, 0);
  close(k.expected, 0.049, 5e-5);
  close(unitisingAlpha([k]), 1);
  // Printed as .8591, from disagreements rounded to four places.
  close(unitisingAlpha([c, k]), 0.8591, 5e-4);
  close(c.expected, 0.05322177985498048);
  close(unitisingAlpha([c]), 0.7285989968053889);
  close(unitisingAlpha([c, k]), 0.8586654051841702);
});

/** Krippendorff 1995, page 57: four pairs of observers on a continuum of 24. */
const PAIRS_1995: Readonly<Record<string, readonly [Marked, Marked]>> = {
  A: [
    [
      [2, 8],
      [14, 6],
    ],
    [
      [4, 4],
      [15, 2],
    ],
  ],
  B: [
    [[0, 18]],
    [
      [0, 2],
      [2, 1],
      [3, 1],
      [4, 1],
      [5, 1],
      [6, 3],
      [9, 1],
    ],
  ],
  C: [
    [
      [2, 6],
      [10, 2],
      [14, 4],
      [20, 2],
    ],
    [
      [0, 2],
      [4, 4],
      [10, 4],
      [16, 2],
      [20, 2],
    ],
  ],
  D: [
    [
      [0, 2],
      [2, 8],
      [10, 4],
      [14, 6],
      [20, 4],
    ],
    [
      [0, 4],
      [4, 4],
      [8, 7],
      [15, 2],
      [17, 7],
    ],
  ],
};

function stretched(pair: string, by: number): Disagreement {
  const observers = PAIRS_1995[pair] ?? [[], []];
  const longer = observers.map((own) =>
    own.map(([start, length]) => [start * by, length * by] as const),
  );
  return marked(24 * by, 0, ...longer);
}

test('Krippendorff 1995, page 57: what four pairs of observers disagree on', () => {
  close(stretched('A', 1).observed, 0.03125);
  close(stretched('B', 1).observed, 2.26736, 5e-6);
  close(stretched('C', 1).observed, 0.02777, 1e-5);
  close(stretched('D', 1).observed, 0.38715, 5e-6);
  close(unitisingAlpha([stretched('A', 1)]), 0.5152877697841727);
  close(unitisingAlpha([stretched('B', 1)]), -1.081078508599186);
  close(unitisingAlpha([stretched('C', 1)]), 0.6033478893740902);
  close(unitisingAlpha([stretched('D', 1)]), -0.20684865900383143);
});

test('Krippendorff 1995: the expected disagreement of a continuum that is finely divided', () => {
  const fine = 50_000;
  close(stretched('A', fine).expected, 0.0699, 5e-6);
  close(stretched('D', fine).expected, 0.41445, 5e-6);
  close(unitisingAlpha([stretched('A', fine)]), 0.553, 5e-4);
  close(unitisingAlpha([stretched('D', fine)]), 0.066, 5e-4);
});

test('three observers on one continuum', () => {
  const three = marked(
    12,
    0,
    [
      [0, 3],
      [5, 4],
    ],
    [
      [1, 3],
      [4, 2],
    ],
    [[5, 4]],
  );
  close(unitisingAlpha([three]), 0.01610305958132045);
});

test('F1 is the harmonic mean of precision and recall', () => {
  const { precision, recall, f1 } = spanScores({ matched: 6, a: 8, b: 12 });
  close(precision, 0.5);
  close(recall, 0.75);
  close(f1, 0.6);
});

test('a measure without a value says why', () => {
  const same = annotators('aaaa', 'aaaa');
  const none = { reason: 'nothing' };
  const noVariation = { reason: 'no-variation' };
  assert.deepEqual(cohenKappa([]), none);
  assert.deepEqual(cohenKappa(same), noVariation);
  assert.deepEqual(cohenKappa(annotators('a.', '.a')), none);
  assert.deepEqual(fleissKappa([], 2), none);
  assert.deepEqual(fleissKappa(same, 2), noVariation);
  assert.deepEqual(fleissKappa(same, 1), { reason: 'one-annotator' });
  assert.deepEqual(nominalAlpha([]), none);
  assert.deepEqual(nominalAlpha(same), noVariation);
  assert.deepEqual(nominalAlpha(annotators('aab')), { reason: 'one-annotator' });
  assert.deepEqual(unitisingAlpha([]), none);
  assert.equal(disagreementOn([{ length: 9, units: [[], []] }]), undefined);
  assert.equal(disagreementOn([]), undefined);
  assert.deepEqual(spanScores({ matched: 0, a: 0, b: 0 }).f1, none);
  assert.deepEqual(spanScores({ matched: 0, a: 3, b: 0 }).precision, none);
  close(spanScores({ matched: 0, a: 3, b: 0 }).f1, 0);
});

test('labels are counted', () => {
  const counts = new Map<string, number>();
  addTo(counts, 'a', 2);
  addTo(counts, 'a', 3);
  assert.deepEqual([...counts], [['a', 5]]);
});
