import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Annotation } from '../../../../src/core/model/annotation';
import {
  agreementOf,
  MEASURES,
  type Agreement,
} from '../../../../src/core/review/agreement/agreement';
import type { Measured } from '../../../../src/core/review/agreement/measured';
import { readText } from '../../../../src/core/review/agreement/readText';
import type { Layer } from '../../../../src/core/review/layers';
import { SourceText } from '../../../../src/core/text/sourceText';
import { layersIn, sketched, type Sketch } from '../layered';
import { naiveAlpha, naiveCohen, naiveFleiss, naiveUnitising, sum, type Section } from './naive';

const RUNS = { numRuns: process.env['LONG'] === '1' ? 3_000 : 100 };

const TEXT = 'On Monday Anna Smith met Boris at the Office, she said.';

function agreed(sketches: readonly Sketch[]): Agreement {
  const at = sketched(TEXT, sketches);
  return agreementOf(layersIn(at), (source) => {
    const text = at.sourceText(source);
    return text && { text };
  });
}

test('two annotators are measured in all, by type and by source', () => {
  const { annotators, sources, total, byType, bySource, between } = agreed([
    { id: 'a-00000a', on: 'Monday', type: 'time', by: 'anna' },
    { id: 'a-00000b', on: 'Monday', type: 'time', by: 'boris' },
    { id: 'a-00000c', on: 'Anna Smith', type: 'person', by: 'anna' },
    { id: 'a-00000d', on: 'Anna', type: 'person', by: 'boris' },
    { id: 'a-00000e', on: 'Office', type: 'place', by: 'anna' },
    { id: 'a-00000f', on: 'Office', type: 'organisation', by: 'boris' },
    { id: 'a-00000g', on: 'Boris', type: 'person', by: 'anna' },
    { id: 'a-00000h', on: 'said', note: 'to whom?', by: 'boris' },
  ]);
  assert.deepEqual(annotators, ['anna', 'boris']);
  assert.deepEqual(sources, ['s.txt']);
  assert.deepEqual(total.annotations, [4, 3]);
  // The same span and type: Monday.
  assert.deepEqual(total.exact, { value: 2 / 7 });
  assert.deepEqual(total.partial, { value: 4 / 7 });
  // time–time, person–person, place–organisation: (2/3 − 2/9) / (1 − 2/9).
  assert.ok(Math.abs((total.typeKappa.value ?? 0) - 4 / 7) < 1e-12);
  assert.deepEqual(
    byType.map(({ type, scores }) => [type, scores.annotations, scores.exact, scores.partial]),
    [
      ['organisation', [0, 1], { value: 0 }, { value: 0 }],
      ['person', [2, 1], { value: 0 }, { value: 2 / 3 }],
      ['place', [1, 0], { value: 0 }, { value: 0 }],
      ['time', [1, 1], { value: 1 }, { value: 1 }],
    ],
  );
  assert.deepEqual(bySource, [{ source: 's.txt', scores: total }]);
  const [only] = between;
  assert.deepEqual(only?.counts, {
    agreed: 1,
    differing: 2,
    onlyA: 1,
    onlyB: 0,
    differences: { span: 1, type: 1 },
  });
  assert.deepEqual(only.partial.precision, { value: 2 / 3 });
  assert.deepEqual(only.partial.recall, { value: 2 / 4 });
});

test('one annotator alone agrees with nobody, and every measure says so', () => {
  const { total, skipped } = agreed([{ id: 'a-00000a', on: 'Monday', type: 'time', by: 'anna' }]);
  assert.deepEqual(skipped, [{ source: 's.txt', reason: 'one-annotator' }]);
  for (const measure of MEASURES) assert.deepEqual(total[measure], { reason: 'one-annotator' });
});

const records = { entity: () => undefined, event: () => undefined };

function annotation(id: string, type: string, ...spans: readonly Section[]): Annotation {
  const targets = spans.map((span) => ({ exact: '', prefix: '', suffix: '', ...span }));
  const [first = { exact: '', prefix: '', suffix: '', start: 0, end: 1 }, ...more] = targets;
  return { id, targets: [first, ...more], type, roles: [], attributes: {}, status: 'accepted' };
}

function layer(name: string, bySource: Readonly<Record<string, readonly Annotation[]>>): Layer {
  return { name, annotations: new Map(Object.entries(bySource)), unplaced: 0, records };
}

const text = SourceText.of('one two three four five six seven eight nine ten');
const time = (id: string, start: number, end: number): Annotation =>
  annotation(id, 'time', { start, end });

test('who has annotated nothing in a source has not read it, unless told otherwise', () => {
  const layers = [
    layer('a', { 'p.txt': [time('a-1', 0, 3)], 'q.txt': [time('a-2', 0, 3)] }),
    layer('b', { 'p.txt': [time('b-1', 0, 3)] }),
  ];
  const read = agreementOf(layers, () => ({ text }));
  assert.deepEqual(read.total.exact, { value: 1 });
  assert.deepEqual(read.skipped, [{ source: 'q.txt', reason: 'one-annotator' }]);
  const every = agreementOf(layers, () => ({ text }), { everySource: true });
  assert.deepEqual(every.total.exact, { value: 2 / 3 });
  assert.deepEqual(every.skipped, []);
  const chosen = agreementOf(layers, () => ({ text }), { sources: ['q.txt'] });
  assert.deepEqual(chosen.sources, []);
});

test('a source that is not there is left out', () => {
  const layers = [
    layer('a', { 'p.txt': [time('a-1', 0, 3)] }),
    layer('b', { 'p.txt': [time('b-1', 0, 3)] }),
  ];
  const { skipped, total } = agreementOf(layers, () => undefined);
  assert.deepEqual(skipped, [{ source: 'p.txt', reason: 'no-text' }]);
  assert.deepEqual(total.exact, { reason: 'nothing' });
});

test('only the document counts, not what stands around it', () => {
  const layers = [
    layer('a', { 'p.txt': [time('a-1', 0, 3), time('a-2', 8, 13)] }),
    layer('b', { 'p.txt': [time('b-1', 8, 13)] }),
  ];
  const { total } = agreementOf(layers, () => ({ text, body: [{ start: 4, end: 40 }] }));
  assert.deepEqual(total.annotations, [1, 1]);
  assert.deepEqual(total.exact, { value: 1 });
  assert.deepEqual(total.wordKappa, { value: 1 });
});

test('what revisions have in common under one id was not annotated twice', () => {
  const inherited = time('a-1', 0, 3);
  const decided = { ...time('a-3', 8, 13), decision: 'a-3' };
  const layers = [
    layer('a', { 'p.txt': [inherited, time('a-2', 4, 7), decided] }),
    layer('b', { 'p.txt': [inherited, time('a-3', 8, 13)] }),
  ];
  const { total } = agreementOf(layers, () => ({ text }));
  assert.deepEqual(total.annotations, [1, 1]);
  assert.deepEqual(total.exact, { value: 0 });
});

test('who has nothing but what was inherited has not worked on the source', () => {
  const inherited = time('a-1', 0, 3);
  const layers = [
    layer('a', { 'p.txt': [inherited] }),
    layer('b', { 'p.txt': [inherited, time('b-1', 8, 13)] }),
  ];
  const { skipped } = agreementOf(layers, () => ({ text }));
  assert.deepEqual(skipped, [{ source: 'p.txt', reason: 'one-annotator' }]);
});

test('words are runs of letters, and characters where no spaces are written', () => {
  const words = (of: string): readonly string[] => {
    const source = SourceText.of(of);
    return readText(source).words.map(({ start, end }) =>
      source.text.slice(source.codePoints.toUtf16(start), source.codePoints.toUtf16(end)),
    );
  };
  assert.deepEqual(words('O’Brien met 12 men — again.'), [
    'O',
    'Brien',
    'met',
    '12',
    'men',
    'again',
  ]);
  assert.deepEqual(words('😀 泽连斯基 said'), ['泽', '连', '斯', '基', 'said']);
  assert.deepEqual(words('Володимир e\u0301te\u0301'), ['Володимир', 'e\u0301te\u0301']);
});

const NAMES = ['anna', 'boris', 'clara'];
// None of them is a kind of its own: what kind an annotation is decides what it may be matched with.
const TYPES = ['person', 'place', 'organisation'];
const SOURCES = ['p.txt', 'q.txt'];
const LENGTH = text.codePoints.length;

interface Mark extends Section {
  readonly type: string;
}

const mark: fc.Arbitrary<Mark> = fc
  .tuple(fc.nat(LENGTH - 2), fc.integer({ min: 1, max: 9 }), fc.constantFrom(...TYPES))
  .map(([start, length, type]) => ({ start, end: Math.min(start + length, LENGTH), type }));

/** By annotator and source. Some annotators have not read some sources. */
const marks = fc.integer({ min: 2, max: 3 }).chain((count) =>
  fc.array(
    fc.array(fc.option(fc.array(mark, { maxLength: 6 }), { nil: undefined, freq: 4 }), {
      minLength: 2,
      maxLength: 2,
    }),
    { minLength: count, maxLength: count },
  ),
);

type Marks = readonly (readonly (readonly Mark[] | undefined)[])[];

function layersOf(all: Marks): readonly Layer[] {
  return all.map((bySource, index) => {
    const entries = bySource.flatMap((own, source) =>
      own === undefined
        ? []
        : [
            [
              SOURCES[source] ?? '',
              own.map((each, place) => annotation(`${index}-${source}-${place}`, each.type, each)),
            ] as const,
          ],
    );
    return layer(NAMES[index] ?? '', Object.fromEntries(entries));
  });
}

/** Every word of a source with its characters, and the types that each annotator gave it. */
function wordItems(all: Marks, only?: string): readonly (string | undefined)[][] {
  return SOURCES.flatMap((_, source) => {
    if (all.filter((own) => own[source] !== undefined).length < 2) return [];
    return [...text.text.matchAll(/\w+/g)].map(({ 0: word, index }) =>
      all.map((own) => {
        const of = own[source];
        if (of === undefined) return undefined;
        const types = new Set<string>();
        for (let at = index; at < index + word.length; at++) {
          for (const { start, end, type } of of) if (start <= at && at < end) types.add(type);
        }
        if (only !== undefined) return types.has(only) ? 'yes' : 'no';
        return [...types].sort().join('+');
      }),
    );
  });
}

function unitisingOf(all: Marks, types: readonly string[]): number {
  const read = SOURCES.map((_, source) => source).filter((source) =>
    all.every((own) => own[source] !== undefined),
  );
  const disagreements = types.flatMap((type) => {
    const texts = read.map((source) => ({
      length: LENGTH,
      units: all.map((own) => united((own[source] ?? []).filter((each) => each.type === type))),
    }));
    const isUsed = texts.some(({ units }) => units.some((own) => own.length > 0));
    return isUsed ? [naiveUnitising(texts)] : [];
  });
  const [observed, expected] = [0, 1].map((at) => sum(disagreements.map((each) => each[at] ?? 0)));
  return 1 - (observed ?? 0) / (expected ?? 0);
}

/** One unit for marks that overlap: character by character, but cut where one ends and another begins. */
function united(of: readonly Section[]): readonly Section[] {
  const units: Section[] = [];
  const inside = (at: number): boolean => of.some(({ start, end }) => start <= at && at < end);
  const joins = (at: number): boolean => of.some(({ start, end }) => start < at && at < end);
  for (let at = 0; at < LENGTH; at++) {
    if (!inside(at)) continue;
    let end = at + 1;
    while (joins(end)) end++;
    units.push({ start: at, end });
    at = end - 1;
  }
  return units;
}

function exactOf(all: Marks): number {
  const scores: number[] = [];
  for (let a = 0; a < all.length; a++) {
    for (let b = a + 1; b < all.length; b++) {
      let [matched, count] = [0, 0];
      SOURCES.forEach((_, source) => {
        const [one, other] = [all[a]?.[source], all[b]?.[source]];
        if (one === undefined || other === undefined) return;
        const left = other.map((each) => JSON.stringify(each));
        count += one.length + other.length;
        for (const each of one) {
          const at = left.indexOf(JSON.stringify(each));
          if (at === -1) continue;
          left.splice(at, 1);
          matched++;
        }
      });
      if (count > 0) scores.push((2 * matched) / count);
    }
  }
  return sum(scores) / scores.length;
}

function meanCohen(items: readonly (string | undefined)[][], count: number): number {
  const kappas: number[] = [];
  for (let a = 0; a < count; a++) {
    for (let b = a + 1; b < count; b++) {
      kappas.push(naiveCohen(items.map((labels) => [labels[a], labels[b]])));
    }
  }
  const defined = kappas.filter((kappa) => Number.isFinite(kappa));
  return sum(defined) / defined.length;
}

test('all measures are what counting characters one by one gives', () => {
  const close = (actual: Measured, expected: number, name: string): void => {
    if (actual.value === undefined) assert.ok(!Number.isFinite(expected), `${name}: ${expected}`);
    else assert.ok(Math.abs(actual.value - expected) <= 1e-6, `${name}: ${actual.value}`);
  };
  fc.assert(
    fc.property(marks, (all) => {
      const { total, byType } = agreementOf(layersOf(all), () => ({ text }));
      for (const type of [undefined, ...TYPES]) {
        const found = byType.find((each) => each.type === type)?.scores;
        const scores = type === undefined ? total : found;
        if (scores === undefined) continue;
        const items = wordItems(all, type);
        close(scores.wordKappa, meanCohen(items, all.length), 'wordKappa');
        close(scores.fleiss, naiveFleiss(items), 'fleiss');
        close(scores.alpha, naiveAlpha(items), 'alpha');
        close(scores.unitising, unitisingOf(all, type === undefined ? TYPES : [type]), 'unitising');
        const ofType = (own: readonly Mark[] | undefined): readonly Mark[] | undefined =>
          own?.filter((each) => type === undefined || each.type === type);
        close(scores.exact, exactOf(all.map((own) => own.map(ofType))), 'exact');
      }
    }),
    RUNS,
  );
});

test('annotators who marked the same agree perfectly in whatever has a value', () => {
  fc.assert(
    fc.property(fc.array(mark, { minLength: 1, maxLength: 8 }), (own) => {
      const { total, between } = agreementOf(layersOf([[own], [own], [own]]), () => ({ text }));
      for (const measure of MEASURES) {
        const { value } = total[measure];
        assert.ok(value === undefined || Math.abs(value - 1) < 1e-12, measure);
      }
      assert.ok(between.every(({ counts }) => counts.agreed === own.length));
    }),
    RUNS,
  );
});

test('the order of annotators and the names of types make no difference', () => {
  fc.assert(
    fc.property(marks, (all) => {
      const renamed = all.map((own) =>
        own.map((each) => each?.map((one) => ({ ...one, type: `x-${one.type}` }))),
      );
      const one = agreementOf(layersOf(all), () => ({ text })).total;
      const other = agreementOf([...layersOf(renamed)].reverse(), () => ({ text })).total;
      for (const measure of MEASURES) {
        assert.equal(one[measure].value === undefined, other[measure].value === undefined);
        const difference = (one[measure].value ?? 0) - (other[measure].value ?? 0);
        assert.ok(Math.abs(difference) < 1e-9, measure);
      }
    }),
    RUNS,
  );
});
