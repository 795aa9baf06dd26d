/**
 * What grows with the work, held against limits: a workspace of 5,000 sources and 150,000
 * annotations read and kept, one annotation of 10,000 saved, thousands of operations at once, and
 * what the sidebar asks for. What each is compared with is measured in the same run. What waits for
 * no disk is given in milliseconds of the processor, so that a busy machine misses no limit.
 */
import { mkdtemp, mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parse as parseYaml } from 'yaml';
import { EntitiesOutline } from '../../src/core/outline/entities';
import { EventsOutline } from '../../src/core/outline/events';
import { NO_FILTER } from '../../src/core/outline/filter';
import type { OutlineNode } from '../../src/core/outline/node';
import { Tallies } from '../../src/core/outline/tallies';
import { perform } from '../../src/core/operations/perform';
import type { Operation } from '../../src/core/operations/operation';
import { newEntityFile } from '../../src/core/storage/editFile';
import { parseFile } from '../../src/core/storage/parse';
import { entityPath } from '../../src/core/storage/paths';
import { locate } from '../../src/core/store/locate';
import { Store, type AnnotationRecord } from '../../src/core/store/store';
import { annotatedTexts, corpusFiles, longFile, longText, numbers, sourcePath } from './corpus';
import type { CorpusFile } from './corpus';
import { collectGarbage, elapsed, median, report } from './measure';
import { judge, type Verdict } from './verdicts';

const WORKSPACE = {
  sources: 5_000,
  annotations: 150_000,
  entities: 5_000,
  events: 5_000,
  mentionsOfFirst: 1_000,
  seed: 3,
};
const LONG = { annotations: 10_000, entities: 100, events: 100, seed: 4 };
const LONG_SOURCE = 'long.txt';
const OPERATIONS = 3_000;
const READS_AT_ONCE = 64;
/** One file in so many is read with the `yaml` package; the figure is scaled up. */
const SAMPLE = 100;

const texts = annotatedTexts();
const folder = await mkdtemp(join(tmpdir(), 'scale-'));
const verdicts: Verdict[] = [];
try {
  const files = await writeWorkspace();
  measureParsing(files);
  const store = await measureColdIndex(files.map(({ path }) => path));
  measureSidebar(store);
  await measureSaving();
  measureOperations();
} finally {
  await rm(folder, { recursive: true });
}
judge('Limits', verdicts);

/** The texts are read back: a text that was put together is slower to read than one from a file. */
async function writeWorkspace(): Promise<readonly CorpusFile[]> {
  const files: CorpusFile[] = [];
  for (const file of corpusFiles(WORKSPACE, texts)) {
    const at = join(folder, file.path);
    await mkdir(dirname(at), { recursive: true });
    await writeFile(at, file.text);
    const json = Buffer.from(file.json).toString();
    files.push({ path: file.path, text: await readFile(at, 'utf8'), json });
  }
  return files;
}

function measureParsing(files: readonly CorpusFile[]): void {
  const json = (): unknown => files.map((file) => JSON.parse(file.json) as unknown);
  const own = (): unknown => files.map(({ path, text }) => parseFile(path, text));
  const [byJson, byUs] = alternating(7, json, own);
  const sample = files.filter((_, index) => index % SAMPLE === 0);
  const byYaml = elapsed(() => sample.map(({ text }) => parseYaml(text) as unknown)) * SAMPLE;
  const long = longFile(LONG_SOURCE, longText(5_000_000, texts), LONG);
  const [longYaml, longJson] = [long.text, long.json].map((text) => Buffer.from(text).toString());
  const [oneJson, oneByUs] = alternating(
    15,
    () => JSON.parse(longJson ?? '') as unknown,
    () => parseFile(long.path, longYaml ?? ''),
  );
  const megabytes = files.reduce((sum, { text }) => sum + text.length, 0) / 1e6;
  report(`Parsing ${files.length} files, ${megabytes.toFixed(0)} million characters`, [
    ['JSON.parse of the same as JSON', `${byJson.toFixed(0)} ms`],
    ['text to model, problems and places', `${byUs.toFixed(0)} ms`],
    [
      'yaml (1 % of the files, scaled)',
      `${byYaml.toFixed(0)} ms, ${(byYaml / byJson).toFixed(0)}×`,
    ],
    ['JSON.parse of 10,000 annotations', `${oneJson.toFixed(1)} ms`],
    ['text to model of the same', `${oneByUs.toFixed(1)} ms`],
  ]);
  verdicts.push(
    ratio('parsing 150,000 annotations', byUs, byJson, 3, 'JSON.parse'),
    ratio('parsing 10,000 in one file', oneByUs, oneJson, 3, 'JSON.parse'),
  );
}

async function measureColdIndex(paths: readonly string[]): Promise<Store> {
  const bytes: number[] = [];
  const cold: number[] = [];
  const slices: number[] = [];
  let store = new Store();
  let megabytes = 0;
  for (let round = 0; round < 3; round++) {
    bytes.push(await elapsedOf(() => readAll(paths, () => undefined)));
    store = new Store();
    collectGarbage();
    const before = process.memoryUsage();
    const fresh = store;
    let longest = 0;
    cold.push(
      await elapsedOf(() =>
        readAll(paths, (path, content) => {
          const slice = elapsed(() => {
            fresh.replaceFile(path, content.toString());
          });
          longest = Math.max(longest, slice);
        }),
      ),
    );
    slices.push(longest);
    collectGarbage();
    const after = process.memoryUsage();
    megabytes = (after.heapUsed + after.external - before.heapUsed - before.external) / 1e6;
  }
  const [read, indexed, longest] = [median(bytes), median(cold), median(slices)];
  report('Cold index of the same from disk, 64 files at once', [
    ['reading the bytes', `${read.toFixed(0)} ms`],
    ['reading, decoding, parsing, indexing', `${indexed.toFixed(0)} ms`],
    ['longest single file', `${longest.toFixed(1)} ms`],
    ['memory kept, texts included', `${megabytes.toFixed(0)} MB`],
  ]);
  verdicts.push(
    ratio('whole cold index', indexed, read, 8, 'reading the bytes'),
    { name: 'longest slice', figure: longest, limit: 50, unit: 'ms', from: 'of one file' },
    { name: 'memory', figure: megabytes, limit: 300, unit: 'MB', from: 'heap and buffers' },
  );
  return store;
}

async function readAll(
  paths: readonly string[],
  take: (path: string, content: Buffer) => void,
): Promise<void> {
  for (let from = 0; from < paths.length; from += READS_AT_ONCE) {
    const batch = paths.slice(from, from + READS_AT_ONCE);
    await Promise.all(
      batch.map(async (path) => {
        take(path, await readFile(join(folder, path)));
      }),
    );
  }
}

/** As a view asks: everything is unfolded that one click shows. Each round starts anew. */
function measureSidebar(store: Store): void {
  const rounds = Array.from({ length: 5 }, () => sidebarRound(store));
  const names = rounds[0]?.map(([name]) => name) ?? [];
  const rows = names.map((name, index) => {
    const figures = rounds.map((round) => round[index]?.[1] ?? Number.NaN);
    return [name, median(figures)] as const;
  });
  report(
    'Sidebar with 5,000 entities and 5,000 events',
    rows.map(([name, ms]) => [name, `${ms.toFixed(0)} ms`]),
  );
  for (const [name, figure] of rows.slice(1)) {
    verdicts.push({ name, figure, limit: 200, unit: 'ms', from: '' });
  }
}

function sidebarRound(store: Store): readonly (readonly [string, number])[] {
  let tallies: Tallies | undefined;
  const counting = elapsed(() => (tallies = new Tallies(store)));
  const known = tallies ?? new Tallies(store);
  const entities = new EntitiesOutline(store, known);
  const events = new EventsOutline(store, known);
  const filter = { ...NO_FILTER, text: 'luk 7' };
  const rows = [
    ['mentions counted, at the start', counting],
    ['entities and all groups', elapsed(() => unfolded(entities.roots(), 1))],
    ['the same again, by count', elapsed(() => unfoldedBy(entities, 'count'))],
    ['events of all years', elapsed(() => unfolded(events.roots(), 1))],
    [
      'entities and events that match words',
      elapsed(() => {
        entities.configure(filter, 'name');
        events.configure(filter);
        return [unfolded(entities.roots(), 1), unfolded(events.roots(), 1)];
      }),
    ],
    ['1,000 mentions as nodes', elapsed(() => mentionNodes(entities))],
    ['1,000 mentions in their texts', elapsed(() => references(store))],
  ] as const;
  known.dispose();
  return rows;
}

function unfoldedBy(entities: EntitiesOutline, sort: 'name' | 'count'): number {
  entities.configure(NO_FILTER, sort);
  return unfolded(entities.roots(), 1);
}

function unfolded(nodes: readonly OutlineNode[], depth: number): number {
  if (depth === 0) return nodes.length;
  return nodes.reduce((sum, node) => sum + unfolded(node.children?.() ?? [], depth - 1), 0);
}

/** The first entity with all its sources and mentions. */
function mentionNodes(entities: EntitiesOutline): number {
  entities.configure(NO_FILTER, 'count');
  const first = entities.roots()[0]?.children?.()[0];
  const mentions = unfolded(first?.children?.() ?? [], 1);
  if (mentions < 1_000) throw new Error(`only ${mentions} mentions`);
  return mentions;
}

function references(store: Store): number {
  const bySource = new Map<string, AnnotationRecord[]>();
  for (const record of store.indexes.mentionsOf('person-0')) {
    const group = bySource.get(record.source) ?? [];
    bySource.set(record.source, group);
    group.push(record);
  }
  let found = 0;
  for (let index = 0; index < WORKSPACE.sources; index++) {
    const records = bySource.get(sourcePath(index));
    const source = texts[index % texts.length]?.source;
    if (records === undefined || source === undefined) continue;
    found += locate(source, records).filter(({ spans }) => spans.length > 0).length;
  }
  if (found < 1_000) throw new Error(`only ${found} mentions`);
  return found;
}

async function measureSaving(): Promise<void> {
  const { source } = longText(5_000_000, texts);
  const store = longStore();
  const path = longFilePath(store);
  const random = numbers(5);
  const saved: number[] = [];
  const bare: number[] = [];
  const flushed: number[] = [];
  let next = 0;
  const around = { sourceText: () => source, newAnnotationId: () => newId(next++) };
  for (let round = 0; round < 60; round++) {
    const at = Math.floor(random() * (source.codePoints.length - 100));
    const save = await elapsedOf(async () => {
      const change = changed(store, around, [annotate(at)]);
      await replace(change);
      store.replaceFile(path, change);
    });
    saved.push(save);
    const content = store.file(path)?.text ?? '';
    bare.push(await elapsedOf(() => replace(content)));
    flushed.push(await elapsedOf(() => replace(content, true)));
  }
  const [own, limit, sync] = [median(saved), median(bare), median(flushed)];
  report('Saving one annotation of 10,000 (source of 5 MB)', [
    ['operation, write and rename, store', `${own.toFixed(1)} ms`],
    ['bare write and rename of the same bytes', `${limit.toFixed(1)} ms`],
    ['write, fsync and rename, as the product does', `${sync.toFixed(1)} ms`],
    ['the product beside that', `${((own - limit + sync) / sync).toFixed(2)}×`],
  ]);
  verdicts.push(ratio('saving one of 10,000', own, limit, 2.5, 'a bare write and rename'));
}

function measureOperations(): void {
  const { source } = longText(1_000_000, texts);
  const store = longStore(0);
  let next = 0;
  const around = { sourceText: () => source, newAnnotationId: () => newId(next++) };
  const random = numbers(6);
  const operations = Array.from({ length: OPERATIONS }, (_, index) =>
    annotate(index * 300 + Math.floor(random() * 290)),
  );
  const onNew = elapsed(() => changed(store, around, operations));
  const filled = longStore();
  const onLong = elapsed(() => changed(filled, around, operations));
  report(`${OPERATIONS} operations on one source`, [
    ['on a new file', `${onNew.toFixed(0)} ms`],
    ['on a file with 10,000 annotations', `${onLong.toFixed(0)} ms`],
  ]);
  const name = `${OPERATIONS} operations on one source`;
  verdicts.push(
    { name, figure: onNew, limit: 5_000, unit: 'ms', from: 'on a new file' },
    { name, figure: onLong, limit: 10_000, unit: 'ms', from: 'on one with 10,000 annotations' },
  );
}

function longStore(annotations = LONG.annotations): Store {
  const store = new Store();
  for (let index = 0; index < LONG.entities; index++) {
    const id = `person-${index}`;
    const entity = { id, type: 'person', name: id, aliases: [], links: {} };
    store.replaceFile(entityPath(id), newEntityFile(entity));
  }
  if (annotations > 0) {
    const { path, text } = longFile(LONG_SOURCE, longText(5_000_000, texts), LONG);
    store.replaceFile(path, Buffer.from(text).toString());
  }
  return store;
}

function longFilePath(store: Store): string {
  const [record] = store.indexes.sourceFiles(LONG_SOURCE);
  if (record === undefined) throw new Error('there is no long source');
  return record.path;
}

function annotate(start: number): Operation {
  return { op: 'annotate', source: LONG_SOURCE, start, end: start + 7, entity: 'person-7' };
}

function newId(index: number): string {
  return `a-z${index.toString(36).padStart(6, '0')}`;
}

/** The text that the only changed file comes to have. */
function changed(
  store: Store,
  around: Parameters<typeof perform>[1],
  operations: readonly Operation[],
): string {
  const performed = perform(store, around, operations);
  if (!performed.ok) throw new Error(performed.error.message);
  return performed.changes[0]?.after ?? '';
}

async function replace(content: string, flush = false): Promise<void> {
  const temporary = join(folder, 'next');
  if (flush) {
    const file = await open(temporary, 'w');
    await file.writeFile(content);
    await file.sync();
    await file.close();
  } else {
    await writeFile(temporary, content);
  }
  await rename(temporary, join(folder, 'now'));
}

function ratio(name: string, own: number, other: number, limit: number, than: string): Verdict {
  return { name, figure: own / other, limit, unit: '×', from: than };
}

/** Medians of runs that take turns, so that neither has the better time of the machine. */
function alternating(
  rounds: number,
  one: () => unknown,
  two: () => unknown,
): readonly [number, number] {
  const figures: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    figures[0].push(elapsed(one));
    figures[1].push(elapsed(two));
  }
  return [median(figures[0]), median(figures[1])];
}

async function elapsedOf(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}
