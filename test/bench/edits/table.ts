/** The table of the benchmark, and which of its targets are reached. */
import { add, noScore, type Score } from './score';
import { METHODS, type Method, type Scores } from './trial';

/** In per cent of the passages that an oracle can place. */
const TARGETS = { old: 99.3, ownSure: 97.5, ownProposed: 99.5, wrong: 0.05 } as const;

const HEADS: Readonly<Record<Method, string>> = {
  old: 'ours, old text known',
  own: 'ours, without it',
  hypothesis: 'as Hypothesis',
  diff: 'plain diff',
};

export interface Row {
  readonly name: string;
  readonly isHeavy: boolean;
  readonly scores: Scores;
}

/** One thing that must be so, with the figure that shows whether it is. */
export interface Check {
  readonly claim: string;
  readonly figure: string;
  readonly isReached: boolean;
}

export function noScores(): Scores {
  return { old: noScore(), own: noScore(), hypothesis: noScore(), diff: noScore() };
}

function totalOf(rows: readonly Row[]): Row {
  const scores = noScores();
  for (const row of rows) for (const method of METHODS) add(scores[method], row.scores[method]);
  return { name: 'all', isHeavy: true, scores };
}

/** A line a kind of edit; of ours right, right with first proposals, and sure but wrong. */
export function printTable(rows: readonly Row[]): void {
  const head = METHODS.map((method) => HEADS[method].padEnd(isOurs(method) ? 24 : 16));
  console.log(`${''.padEnd(28)}passages  ${head.join('  ')}`);
  const columns = METHODS.map((method) =>
    isOurs(method) ? '  right  +first  wrong  ' : '  right    wrong ',
  );
  console.log(`${''.padEnd(38)}${columns.join(' ')}`);
  for (const { name, scores } of [...rows, totalOf(rows)]) {
    const cells = METHODS.map((method) => {
      const { all, right, proposed, wrong } = scores[method];
      const first = isOurs(method) ? percent(right + proposed, all) : '';
      return `${percent(right, all)} ${first} ${String(wrong).padStart(6)}   `;
    });
    console.log(`${name.padEnd(28)}${String(scores.old.all).padStart(8)}  ${cells.join(' ')}`);
  }
  const { scores } = totalOf(rows);
  const found = METHODS.map(
    (method) =>
      `${HEADS[method]} ${String(scores[method].found)} of ${String(scores[method].deleted)}`,
  );
  console.log(`deleted passages found with certainty: ${found.join(', ')}`);
}

export function checksOf(rows: readonly Row[]): readonly Check[] {
  const { scores } = totalOf(rows);
  return [
    atLeast('right, old text known', share(scores.old.right, scores.old.all), TARGETS.old),
    atLeast('right and sure, without it', share(scores.own.right, scores.own.all), TARGETS.ownSure),
    atLeast('right or proposed first, without it', first(scores.own), TARGETS.ownProposed),
    ...(['old', 'own'] as const).flatMap((method) => [
      {
        claim: `sure and wrong at most ${String(TARGETS.wrong)} %, ${HEADS[method]}`,
        figure: `${share(scores[method].wrong, scores[method].all).toFixed(3)} %`,
        isReached: share(scores[method].wrong, scores[method].all) <= TARGETS.wrong,
      },
      wrongNowhere(rows, method),
    ]),
    notBelow(rows, 'old', 'diff'),
    notBelow(rows, 'old', 'hypothesis'),
    notBelow(rows, 'own', 'hypothesis'),
  ];
}

export function printChecks(checks: readonly Check[]): void {
  for (const { claim, figure, isReached } of checks) {
    console.log(`${isReached ? '✔' : '✖'} ${claim}: ${figure}`);
  }
}

function atLeast(name: string, figure: number, target: number): Check {
  const claim = `${name}, at least ${String(target)} %`;
  return { claim, figure: `${figure.toFixed(2)} %`, isReached: figure >= target };
}

function wrongNowhere(rows: readonly Row[], method: Method): Check {
  const bad = rows.filter(({ isHeavy, scores }) => !isHeavy && scores[method].wrong > 0);
  const figure = bad
    .map(({ name, scores }) => `${name} ${String(scores[method].wrong)}`)
    .join(', ');
  return {
    claim: `never sure and wrong but in heavy edits, ${HEADS[method]}`,
    figure: figure === '' ? '0' : figure,
    isReached: bad.length === 0,
  };
}

function notBelow(rows: readonly Row[], method: Method, other: Method): Check {
  const bad = rows.filter(({ scores }) => first(scores[method]) < first(scores[other]));
  const names = bad.map(({ name }) => name).join(', ');
  return {
    claim: `no kind below ${HEADS[other]}, ${HEADS[method]}`,
    figure: names === '' ? 'none' : names,
    isReached: bad.length === 0,
  };
}

function first({ right, proposed, all }: Score): number {
  return share(right + proposed, all);
}

function share(part: number, all: number): number {
  return (100 * part) / Math.max(1, all);
}

function percent(part: number, all: number): string {
  return share(part, all).toFixed(2).padStart(7);
}

function isOurs(method: Method): boolean {
  return method === 'old' || method === 'own';
}
