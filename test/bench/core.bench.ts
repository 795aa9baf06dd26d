/** What the analyst waits for in core: names, candidates, places, and dates in order. */
import { compareEdtf } from '../../src/core/dates/edtf';
import { rankEntities } from '../../src/core/matching/candidates';
import { NameIndex } from '../../src/core/matching/names';
import type { Entity } from '../../src/core/model/records';
import { anchor } from '../../src/core/text/anchor';
import { describe } from '../../src/core/text/describe';
import { nameAt } from '../../src/core/text/names';
import { SourceText } from '../../src/core/text/sourceText';
import { median, report } from './measure';

const ROUNDS = 15;

const source = SourceText.of(
  Array.from({ length: 800 }, (_, index) => `In report ${index} Xi Jinping met Anna Lee.`).join(
    ' ',
  ),
);
const moved = SourceText.of(`A paragraph that was not there before.\n\n${source.text}`);
const targets = Array.from({ length: 1_000 }, (_, index) => {
  const start = Math.floor((index * (source.text.length - 20)) / 1_000);
  return describe(source, { start, end: start + 9 });
});
const entities = new NameIndex(Array.from({ length: 5_000 }, (_, index) => person(index)));
const dates = Array.from(
  { length: 5_000 },
  (_, at) => `${2000 + (at % 25)}-0${1 + (at % 9)}-1${at % 10}`,
);

const rows: readonly (readonly [string, () => unknown])[] = [
  [
    'describe 1,000 passages of a 30 KB source',
    () => targets.map(({ start, end }) => describe(source, { start, end })),
  ],
  ['find 1,000 targets where they were', () => targets.map((target) => anchor(source, target))],
  ['find 1,000 targets that moved', () => targets.map((target) => anchor(moved, target))],
  ['name at 1,000 carets', () => targets.map(({ start }) => nameAt(source.text, start))],
  [
    'rank 5,000 entities with five aliases each',
    () => rankEntities({ entities, text: 'xi j', recent: [], inSource: new Set(), limit: 200 }),
  ],
  ['sort 5,000 dates', () => [...dates].sort(compareEdtf)],
];

report(
  'Core, milliseconds (median)',
  rows.map(([name, run]) => [name, time(run).toFixed(1)]),
);

function time(run: () => unknown): number {
  run();
  const figures = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return median(figures);
}

function person(index: number): Entity {
  const aliases = Array.from({ length: 5 }, (_, at) => ({ text: `Alias ${index} ${at} Xi` }));
  return { id: `e-${index}`, type: 'person', name: `Person ${index}`, aliases, links: {} };
}
