/**
 * What is between two revisions of a git repository with 1,000 sources and 30,000 annotations: a
 * round of annotating that touches every source, everything annotated anew, and nothing but one file.
 * Each is held beside what `git diff` takes for the same revisions. Loading is measured by the clock,
 * because git works in processes of its own, the rest by the processor; the best of several rounds
 * counts, so that a busy machine misses no limit.
 */
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { recordNames } from '../../src/cli/diffing/names';
import { sourceTexts } from '../../src/cli/diffing/sources';
import { compare, type Comparison } from '../../src/core/review/compare';
import { textReport } from '../../src/core/review/reports/text';
import type { Side } from '../../src/node/compare/sides';
import { loadRevisionPair, type LoadedRevisionPair } from '../../src/node/revisionPair';
import { annotatedTexts, corpusFiles, numbers, sourcePath } from './corpus';
import { elapsed, report } from './measure';
import { judge, type Verdict } from './verdicts';

const SIZES = { sources: 1_000, annotations: 30_000, entities: 1_000, events: 500, seed: 5 };
const ROUNDS = 5;
const LIMIT_MS = 2_000;

const folder = await mkdtemp(join(tmpdir(), 'review-'));
const verdicts: Verdict[] = [];
try {
  git('init', '--quiet', '--initial-branch=main');
  await put('annotations/schema.yaml', 'format: schema/1\nsources: ["texts/**/*.txt"]\n');
  await writeSources();
  commit('sources');
  const files = [...corpusFiles(SIZES)];
  for (const { path, text } of files) await put(path, text);
  commit('annotated');
  await changeEverySource();
  commit('changed');
  await put('texts/00/00007.txt', `${textOf(7)}One more sentence.\n`);
  commit('one');
  await measure('annotated anew, 30,000 added', 'main~3', 'main~2');
  await measure('4 of 30 changed in each source', 'main~2', 'main~1');
  await measure('one source changed', 'main~1', 'main');
  await measureWorkTree();
} finally {
  await rm(folder, { recursive: true });
}
judge('Limits', verdicts);

function textOf(index: number): string {
  const texts = annotatedTexts();
  return texts[index % texts.length]?.source.text ?? '';
}

async function writeSources(): Promise<void> {
  const texts = annotatedTexts();
  for (let index = 0; index < SIZES.sources; index++) {
    await put(sourcePath(index), texts[index % texts.length]?.source.text ?? '');
  }
}

/** Of each file one annotation goes, one names another record, one has a note, and one is new. */
async function changeEverySource(): Promise<void> {
  const random = numbers(6);
  for (const { path, text } of corpusFiles(SIZES)) {
    if (!path.endsWith('.ann.yaml')) continue;
    const [head = '', ...records] = text.split(/(?=^ {2}a-[0-9a-z]+:$)/m);
    const at = Math.floor(random() * Math.max(1, records.length - 4));
    const changed = records.flatMap((record, index): readonly string[] => {
      if (index === at) return [];
      if (index === at + 1) return [record.replace(/entity: person-\d+/, 'entity: person-1')];
      if (index === at + 2) return [`${record}    note: "Is it?"\n`];
      if (index === at + 3) return [record, record.replace(/^ {2}a-/, '  a-new')];
      return [record];
    });
    await put(path, head + changed.join(''));
  }
}

async function measure(name: string, before: string, after: string): Promise<void> {
  const sides = [before, after].map((each): Side => ({ kind: 'revision', name: each }));
  const [one, other] = sides;
  if (one === undefined || other === undefined) return;
  await measureSides(name, one, other, () => git('diff', before, after));
}

async function measureWorkTree(): Promise<void> {
  await put('texts/00/00008.txt', `${textOf(8)}One more sentence.\n`);
  const head: Side = { kind: 'revision', name: 'HEAD' };
  await measureSides('one file of the work tree', head, { kind: 'worktree' }, () => git('diff'));
}

async function measureSides(
  name: string,
  before: Side,
  after: Side,
  diff: () => unknown,
): Promise<void> {
  let [ofGit, loading, comparing, reporting] = [Infinity, Infinity, Infinity, Infinity];
  let changes = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    diff();
    const started = performance.now();
    const loaded = await loadRevisionPair(folder, before, after);
    if (!loaded.ok) throw new Error(loaded.failure.message);
    const read = performance.now();
    let comparison: Comparison = { changes: [] };
    const ofComparing = elapsed(() => (comparison = compare(loaded.pair)));
    const cpu = process.cpuUsage();
    await reported(loaded, comparison);
    const { user, system } = process.cpuUsage(cpu);
    changes = comparison.changes.length;
    ofGit = Math.min(ofGit, started - start);
    loading = Math.min(loading, read - started);
    comparing = Math.min(comparing, ofComparing);
    reporting = Math.min(reporting, (user + system) / 1_000);
  }
  const whole = loading + comparing + reporting;
  report(name, [
    ['changes', `${changes}`],
    ['git diff', `${ofGit.toFixed(0)} ms`],
    ['loading what differs', `${loading.toFixed(0)} ms`],
    ['comparing by meaning', `${comparing.toFixed(0)} ms`],
    ['reporting it as text', `${reporting.toFixed(0)} ms`],
    ['all of it', `${whole.toFixed(0)} ms, ${(whole / ofGit).toFixed(1)}× git diff`],
  ]);
  verdicts.push({ name, figure: whole, limit: LIMIT_MS, unit: 'ms', from: 'the best of five' });
}

/** As the command line does. */
async function reported(
  { before, after }: Extract<LoadedRevisionPair, { ok: true }>,
  comparison: Comparison,
): Promise<string> {
  const names = await recordNames(comparison.changes, before, after);
  const sourceText = await sourceTexts(comparison.changes, before, after);
  const context = { base: before.label, head: after.label, sourceText };
  return textReport(comparison, { ...context, names: (id) => names.get(id) });
}

async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
}

function commit(message: string): void {
  git('add', '--all');
  git('commit', '--quiet', `--message=${message}`);
}

function git(...args: readonly string[]): string {
  const who = ['-c', 'user.name=Anna', '-c', 'user.email=anna@example.com'];
  return execFileSync('git', [...who, '-c', 'commit.gpgsign=false', ...args], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    env: { ...process.env, GIT_CONFIG_GLOBAL: join(folder, 'none'), GIT_CONFIG_NOSYSTEM: '1' },
  });
}
