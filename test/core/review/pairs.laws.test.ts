import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Annotation } from '../../../src/core/model/annotation';
import type { Layer } from '../../../src/core/review/layers';
import { matchUp } from '../../../src/core/review/pairing/matching';
import { commonLength, unit, type Unit } from '../../../src/core/review/pairing/unit';
import { pairUp, type Pair } from '../../../src/core/review/pairs';

const RUNS = { numRuns: process.env['LONG'] === '1' ? 10_000 : 1_000 };

const TYPES = ['person', 'place', 'time'];

const span = fc
  .tuple(fc.nat(40), fc.integer({ min: 1, max: 9 }))
  .map(([start, length]) => ({ start, end: start + length }));

const spans = fc.array(span, { minLength: 1, maxLength: 2 });

interface Drawn {
  readonly spans: readonly { readonly start: number; readonly end: number }[];
  readonly type: string;
}

const drawn = fc.record({ spans, type: fc.constantFrom(...TYPES) });

function annotation({ spans: all, type }: Drawn, id: string): Annotation {
  const targets = all.map(({ start, end }) => ({ exact: '', prefix: '', suffix: '', start, end }));
  const [first = { exact: '', prefix: '', suffix: '', start: 0, end: 1 }, ...more] = targets;
  return { id, targets: [first, ...more], type, roles: [], attributes: {}, status: 'accepted' };
}

const records = { entity: () => undefined, event: () => undefined };

function layer(name: string, all: readonly Drawn[], from: number): Layer {
  const annotations = all.map((each, index) => annotation(each, `a-${from + index}`));
  return { name, annotations: new Map([['s.txt', annotations]]), unplaced: 0, records };
}

const layers = fc
  .tuple(fc.array(drawn, { maxLength: 12 }), fc.array(drawn, { maxLength: 12 }))
  .map(([a, b]) => [layer('a', a, 100_000), layer('b', b, 200_000)] as const);

test('every annotation is in exactly one pair', () => {
  fc.assert(
    fc.property(layers, ([a, b]) => {
      const pairs = pairUp(a, b);
      const idsOf = (side: 'a' | 'b'): readonly string[] =>
        pairs.flatMap((pair) => pair[side]?.id ?? []).sort();
      for (const [side, of] of [['a', a] as const, ['b', b] as const]) {
        const own = of.annotations.get('s.txt')?.map(({ id }) => id) ?? [];
        assert.deepEqual(idsOf(side), [...own].sort());
      }
    }),
    RUNS,
  );
});

test('exchanging the annotators exchanges the sides and nothing else', () => {
  const exchanged = ({ kind, a, b, ...rest }: Pair): unknown => ({
    ...rest,
    key: '',
    kind: kind === 'onlyA' ? 'onlyB' : kind === 'onlyB' ? 'onlyA' : kind,
    a: b,
    b: a,
  });
  fc.assert(
    fc.property(layers, ([a, b]) => {
      const there = pairUp(a, b).map(exchanged);
      const back = pairUp(b, a).map((pair) => ({ ...pair, key: '', a: pair.a, b: pair.b }));
      assert.deepEqual(there, back);
    }),
    RUNS,
  );
});

test('who annotated the same agrees in everything', () => {
  fc.assert(
    fc.property(fc.array(drawn, { maxLength: 12 }), (all) => {
      const pairs = pairUp(layer('a', all, 100_000), layer('b', all, 200_000));
      assert.ok(pairs.every(({ kind }) => kind === 'agreed'));
    }),
    RUNS,
  );
});

/** From the definition: all candidates in one list, the best first. */
function naive(as: readonly Unit[], bs: readonly Unit[]): readonly string[] {
  const all = as.flatMap((a) => bs.map((b) => ({ a, b, common: commonLength(a, b) })));
  const candidates = all.filter(({ common }) => common > 0);
  const key = ({ a, b, common }: (typeof all)[number]): readonly number[] => [
    -common / (a.length + b.length - common),
    Math.min(a.start, b.start),
    Math.min(a.end, b.end),
  ];
  candidates.sort((one, two) => {
    const [ofOne, ofTwo] = [key(one), key(two)];
    const index = ofOne.findIndex((value, at) => value !== ofTwo[at]);
    if (index !== -1) return (ofOne[index] ?? 0) - (ofTwo[index] ?? 0);
    return `${one.a.id} ${one.b.id}` < `${two.a.id} ${two.b.id}` ? -1 : 1;
  });
  const taken = new Set<Unit>();
  const found: string[] = [];
  for (const { a, b } of candidates) {
    if (taken.has(a) || taken.has(b)) continue;
    taken.add(a).add(b);
    found.push(`${a.id} ${b.id}`);
  }
  return found.sort();
}

test('matching takes the best of all candidates first', () => {
  const units = (prefix: string): fc.Arbitrary<readonly Unit[]> =>
    fc
      .array(spans, { maxLength: 12 })
      .map((all) => all.map((each, index) => unit(`${prefix}${index + 10}`, each)));
  fc.assert(
    fc.property(units('a'), units('b'), (as, bs) => {
      const { matches } = matchUp(as, bs);
      assert.deepEqual(matches.map(({ a, b }) => `${a.id} ${b.id}`).sort(), naive(as, bs));
    }),
    RUNS,
  );
});

test('ten thousand annotations of a source each are paired', () => {
  const many = (shift: number): readonly Drawn[] =>
    Array.from({ length: 10_000 }, (_, index) => ({
      spans: [{ start: index * 10 + (index % 3 === 0 ? shift : 0), end: index * 10 + 8 }],
      type: TYPES[(index + (index % 7 === 0 ? shift : 0)) % 3] ?? '',
    }));
  const pairs = pairUp(layer('a', many(0), 100_000), layer('b', many(1), 200_000));
  assert.equal(pairs.filter(({ kind }) => kind === 'agreed').length, 5714);
});
