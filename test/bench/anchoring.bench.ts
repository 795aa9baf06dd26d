/**
 * Where annotated passages are after realistic edits: ours with the old text and without, a search in
 * Hypothesis' manner, and a plain diff, against an oracle that followed every passage. The exit code
 * is 1 when a target is missed.
 *
 * `BENCH_SEED`, `BENCH_ROUNDS` and `BENCH_ONLY` (part of the name of a kind of edit) choose what is
 * run, `BENCH_SHOW` (a method and an outcome, as `own wrong`) shows the passages behind a figure.
 */
import { KINDS } from './edits/kinds';
import { Random } from './edits/random';
import { longSources, shortSources } from './edits/sources';
import { speedChecks } from './edits/speed';
import { checksOf, noScores, printChecks, printTable, type Row } from './edits/table';
import { tryOnce } from './edits/trial';

const SEED = Number(process.env['BENCH_SEED'] ?? 1);
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 4);
const ONLY = process.env['BENCH_ONLY'] ?? '';
const SHOW = process.env['BENCH_SHOW'];

const short = Array.from({ length: ROUNDS }, (_, round) => shortSources(SEED + round));
const long = longSources(SEED);

const rows = KINDS.filter(({ name }) => name.includes(ONLY)).map((kind): Row => {
  const scores = noScores();
  for (const [round, sources] of [...short, long].entries()) {
    for (const source of sources) {
      const seed = SEED * 1_000 + round * 17 + source.name.length + source.source.text.length;
      for (const miss of tryOnce(source, kind, new Random(seed), scores)) {
        if (`${miss.method} ${miss.outcome}` !== SHOW) continue;
        console.log(`${kind.name}, ${source.name}\n  was  ${miss.was}`);
        console.log(`  is   ${miss.is}\n  said ${miss.said}`);
      }
    }
  }
  return { name: kind.name, isHeavy: kind.isHeavy === true, scores };
});

printTable(rows);
const checks = [...checksOf(rows), ...(ONLY === '' ? speedChecks(SEED) : [])];
printChecks(checks);
if (checks.some(({ isReached }) => !isReached)) process.exitCode = 1;
