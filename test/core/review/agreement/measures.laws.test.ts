import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Coding } from '../../../../src/core/review/agreement/coding';
import { cohenKappa } from '../../../../src/core/review/agreement/cohen';
import { fleissKappa } from '../../../../src/core/review/agreement/fleiss';
import { nominalAlpha } from '../../../../src/core/review/agreement/krippendorff';
import type { Measured } from '../../../../src/core/review/agreement/measured';
import {
  disagreementOn,
  unitisingAlpha,
  type Continuum,
} from '../../../../src/core/review/agreement/unitising';
import { naiveAlpha, naiveCohen, naiveFleiss, naiveUnitising, type Section } from './naive';

const RUNS = { numRuns: process.env['LONG'] === '1' ? 10_000 : 1_000 };

function close(actual: Measured, expected: number): void {
  if (actual.value === undefined) {
    assert.ok(!Number.isFinite(expected), `has no value, and should be ${expected}`);
    return;
  }
  assert.ok(Math.abs(actual.value - expected) <= 1e-6, `${actual.value} is not ${expected}`);
}

const label = fc.constantFrom('a', 'b', 'c');

/** As many labels for each item as there are annotators; `missing` of them may be absent. */
function items(annotators: number, missing = false): fc.Arbitrary<readonly Coding[]> {
  const one = missing ? fc.option(label, { nil: undefined }) : label;
  const labels = fc.array(one, { minLength: annotators, maxLength: annotators });
  return fc.array(fc.record({ labels, count: fc.integer({ min: 1, max: 4 }) }), { maxLength: 12 });
}

const codings = fc.integer({ min: 2, max: 5 }).chain((annotators) => items(annotators));
const gappy = fc.integer({ min: 2, max: 5 }).chain((annotators) => items(annotators, true));

function each(all: readonly Coding[]): readonly Coding['labels'][] {
  return all.flatMap(({ labels, count }) => Array.from({ length: count }, () => labels));
}

test('kappas and alpha are what their definitions give', () => {
  fc.assert(
    fc.property(codings, (all) => {
      const annotators = all[0]?.labels.length ?? 2;
      close(cohenKappa(all), naiveCohen(each(all)));
      close(fleissKappa(all, annotators), naiveFleiss(each(all)));
      close(nominalAlpha(all), naiveAlpha(each(all)));
    }),
    RUNS,
  );
});

test('missing labels are treated as the definitions say', () => {
  fc.assert(
    fc.property(gappy, (all) => {
      const annotators = all[0]?.labels.length ?? 2;
      close(cohenKappa(all), naiveCohen(each(all)));
      close(fleissKappa(all, annotators), naiveFleiss(each(all)));
      close(nominalAlpha(all), naiveAlpha(each(all)));
    }),
    RUNS,
  );
});

test('the order of annotators and the names of labels make no difference', () => {
  const changed = ({ labels, count }: Coding): Coding => ({
    labels: [...labels].reverse().map((each) => (each === undefined ? each : `${each}${each}`)),
    count,
  });
  fc.assert(
    fc.property(gappy, (all) => {
      const annotators = all[0]?.labels.length ?? 2;
      const others = all.map(changed);
      const close = (one: Measured, other: Measured): void => {
        assert.equal(one.value === undefined, other.value === undefined);
        assert.ok(Math.abs((one.value ?? 0) - (other.value ?? 0)) < 1e-9);
      };
      if (annotators === 2) close(cohenKappa(all), cohenKappa(others));
      close(fleissKappa(all, annotators), fleissKappa(others, annotators));
      close(nominalAlpha(all), nominalAlpha(others));
    }),
    RUNS,
  );
});

test('perfect agreement is 1, or has no value without variation; nothing is above 1', () => {
  const same = fc.array(fc.record({ given: label, count: fc.integer({ min: 1, max: 4 }) }), {
    minLength: 1,
    maxLength: 12,
  });
  fc.assert(
    fc.property(same, fc.integer({ min: 2, max: 5 }), codings, (all, annotators, others) => {
      const perfect = all.map(({ given, count }) => ({
        labels: Array.from({ length: annotators }, () => given),
        count,
      }));
      const varies = new Set(all.map(({ given }) => given)).size > 1;
      for (const measure of [cohenKappa, nominalAlpha, fleissOf]) {
        assert.deepEqual(measure(perfect), varies ? { value: 1 } : { reason: 'no-variation' });
        assert.ok((measure(others).value ?? 1) <= 1);
      }
    }),
    RUNS,
  );
});

function fleissOf(all: readonly Coding[]): Measured {
  return fleissKappa(all, all[0]?.labels.length ?? 2);
}

/** The same at every run. */
function* chance(seed: number): Generator<number, never> {
  let state = seed;
  for (;;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield (state >>> 8) / 2 ** 24;
  }
}

test('labels by chance agree about 0', () => {
  const numbers = chance(5);
  const drawn = (): string => (numbers.next().value < 0.3 ? 'a' : 'b');
  const all = Array.from({ length: 100_000 }, () => ({
    labels: [drawn(), drawn(), drawn()],
    count: 1,
  }));
  for (const measure of [cohenKappa, nominalAlpha, fleissOf]) {
    assert.ok(Math.abs(measure(all).value ?? 1) < 0.01);
  }
});

/** Units of one annotator, none overlapping another, some touching. */
function cut(length: number): fc.Arbitrary<readonly Section[]> {
  return fc
    .uniqueArray(fc.nat(length), { maxLength: 8 })
    .map((edges) => edges.sort((a, b) => a - b))
    .chain((edges) =>
      fc.array(fc.boolean(), { minLength: edges.length, maxLength: edges.length }).map((kept) =>
        edges.slice(1).flatMap((end, index): readonly Section[] => {
          const start = edges[index];
          return kept[index] === true && start !== undefined ? [{ start, end }] : [];
        }),
      ),
    );
}

const continua: fc.Arbitrary<readonly Continuum[]> = fc
  .integer({ min: 2, max: 4 })
  .chain((annotators) =>
    fc.array(
      fc.integer({ min: 10, max: 40 }).chain((length) =>
        fc.record({
          length: fc.constant(length),
          units: fc.array(cut(length), { minLength: annotators, maxLength: annotators }),
        }),
      ),
      { minLength: 1, maxLength: 3 },
    ),
  );

test('alpha for unitising is what its definition gives', () => {
  fc.assert(
    fc.property(continua, (texts) => {
      const found = disagreementOn(texts);
      const isEmpty = texts.every(({ units }) => units.every((own) => own.length === 0));
      assert.equal(found === undefined, isEmpty);
      if (found === undefined) return;
      const [observed, expected] = naiveUnitising(texts);
      assert.ok(Math.abs(found.observed - observed) <= 1e-6);
      assert.ok(Math.abs(found.expected - expected) <= 1e-6);
    }),
    RUNS,
  );
});

test('who cuts the same agrees perfectly, and the order of annotators makes no difference', () => {
  fc.assert(
    fc.property(continua, (texts) => {
      const reversed = texts.map(({ length, units }) => ({ length, units: [...units].reverse() }));
      const [one, other] = [disagreementOn(texts), disagreementOn(reversed)];
      assert.ok(Math.abs((one?.observed ?? 0) - (other?.observed ?? 0)) < 1e-9);
      assert.ok(Math.abs((one?.expected ?? 0) - (other?.expected ?? 0)) < 1e-9);
      const same = disagreementOn(
        texts.map(({ length, units: [first = []] }) => ({ length, units: [first, first, first] })),
      );
      assert.equal(same?.observed ?? 0, 0);
      if (same !== undefined && same.expected > 0) assert.equal(unitisingAlpha([same]).value, 1);
    }),
    RUNS,
  );
});

test('passages cut by chance agree about 0', () => {
  const numbers = chance(11);
  const drawn = (): readonly Section[] => {
    const units: Section[] = [];
    for (let at = 0; ;) {
      const start = at + Math.floor(numbers.next().value * 60);
      const end = start + 10;
      if (end > 100_000) return units;
      units.push({ start, end });
      at = end;
    }
  };
  const found = disagreementOn([{ length: 100_000, units: [drawn(), drawn()] }]);
  assert.ok(found !== undefined);
  assert.ok(
    Math.abs(unitisingAlpha([found]).value ?? 1) < 0.05,
    `${unitisingAlpha([found]).value}`,
  );
});

test('an annotator’s units of one type that overlap count as one, those that touch do not', () => {
  const of = (...units: readonly Section[]): unknown =>
    disagreementOn([{ length: 50, units: [units, [{ start: 3, end: 20 }]] }]);
  const joined = { start: 2, end: 12 };
  assert.deepEqual(of({ start: 6, end: 12 }, { start: 2, end: 8 }), of(joined));
  assert.notDeepEqual(of({ start: 2, end: 8 }, { start: 8, end: 12 }), of(joined));
});
