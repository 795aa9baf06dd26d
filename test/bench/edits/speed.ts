/** How long it takes: a source of 200 KB with 2,000 annotations, and one of 5 MB with 10,000. */
import { anchorAll } from '../../../src/core/text/anchorAll';
import { describe } from '../../../src/core/text/describe';
import { SourceText } from '../../../src/core/text/sourceText';
import { hypothesis } from './baselines';
import { KINDS } from './kinds';
import { Random } from './random';
import { madeOfSentences, passages } from './sources';
import type { Check } from './table';
import { tracked } from './tracked';

const ROUNDS = 3;
/** So many of the passages are looked up in Hypothesis' manner. */
const SAMPLE = 60;
/** Milliseconds. */
const LIMITS = { without: 1, share: 0.2, unchanged: 100, inserted: 1_000 } as const;

export function speedChecks(seed: number): readonly Check[] {
  return [...shortChecks(seed), ...longChecks(seed)];
}

function shortChecks(seed: number): readonly Check[] {
  const { source, spans, targets } = annotated(200_000, 2_000, seed);
  return KINDS.filter(({ name }) => name === 'second edition').flatMap(({ name, edit }) => {
    const now = SourceText.of(edit(tracked(source.text, spans), new Random(seed)).text);
    const each = (run: () => unknown, count: number): number => best(run) / count;
    const without = each(() => anchorAll(now, targets), targets.length);
    const withOld = each(() => anchorAll(now, targets, { source }), targets.length);
    const sample = targets.filter((_, index) => index % Math.ceil(targets.length / SAMPLE) === 0);
    const other = each(
      () => sample.map((target) => hypothesis(now.text, target, target.start)),
      sample.length,
    );
    const of = `${String(targets.length)} in 200 KB after a ${name}`;
    return [
      {
        claim: `each of ${of}, without the old text, under ${String(LIMITS.without)} ms`,
        figure: micro(without),
        isReached: without < LIMITS.without,
      },
      {
        claim: `each of ${of}, with it, at most a fifth of the search in Hypothesis' manner`,
        figure: `${micro(withOld)} against ${micro(other)}`,
        isReached: withOld <= other * LIMITS.share,
      },
    ];
  });
}

function longChecks(seed: number): readonly Check[] {
  const { source, targets } = annotated(5_000_000, 10_000, seed);
  const more = `A paragraph that was not there before.\n\n${source.text}`;
  const unchanged = best(() => anchorAll(SourceText.of(source.text), targets));
  const own = best(() => anchorAll(SourceText.of(more), targets));
  const old = best(() => anchorAll(SourceText.of(more), targets, { source }));
  const of = `${String(targets.length)} in 5 MB`;
  return [
    {
      claim: `${of}, nothing changed, under ${String(LIMITS.unchanged)} ms`,
      figure: `${unchanged.toFixed(0)} ms`,
      isReached: unchanged < LIMITS.unchanged,
    },
    {
      claim: `${of}, a paragraph inserted at the top, with the old text, under 1 s`,
      figure: `${old.toFixed(0)} ms`,
      isReached: old < LIMITS.inserted,
    },
    {
      claim: `${of}, a paragraph inserted at the top, without it, under 1 s`,
      figure: `${own.toFixed(0)} ms`,
      isReached: own < LIMITS.inserted,
    },
  ];
}

function annotated(length: number, count: number, seed: number): ReturnType<typeof made> {
  return made(madeOfSentences(length, seed), count, seed);
}

function made(source: SourceText, count: number, seed: number) {
  const spans = passages(source.text, count * 2, new Random(seed)).slice(0, count);
  return { source, spans, targets: spans.map((span) => describe(source, span)) };
}

/** The fastest of some runs, in milliseconds of the processor: other programs may be running. */
function best(run: () => unknown): number {
  const figures = Array.from({ length: ROUNDS }, () => {
    const start = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1_000;
  });
  return Math.min(...figures);
}

function micro(milliseconds: number): string {
  return `${(milliseconds * 1_000).toFixed(0)} µs`;
}
