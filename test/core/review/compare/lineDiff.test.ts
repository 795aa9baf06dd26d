import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { diffLines } from '../../../../src/core/review/compare/lineDiff';
import { longestAscending } from '../../../../src/core/review/compare/longestAscending';
import { processorTime } from '../../processorTime';

/** The second text from the first one and what differs. */
function patched(a: readonly string[], b: readonly string[]): readonly string[] {
  const result: string[] = [];
  let at = 0;
  for (const { before, after } of diffLines(a, b)) {
    assert.ok(before.first >= at);
    result.push(...a.slice(at, before.first), ...b.slice(after.first, after.end));
    at = before.end;
  }
  return [...result, ...a.slice(at)];
}

const lines = fc.oneof(fc.constantFrom('a', 'b', 'c', ''), fc.nat({ max: 60 }).map(String));
const texts = fc.array(lines, { maxLength: 120, size: 'max' });

test('what differs turns the one text into the other', () => {
  fc.assert(
    fc.property(texts, texts, (a, b) => {
      assert.deepEqual(patched(a, b), b);
    }),
    { numRuns: 3_000 },
  );
});

test('short texts differ in as few lines as can be', () => {
  const short = fc.array(fc.constantFrom('a', 'b'), { maxLength: 10 });
  fc.assert(
    fc.property(short, short, (a, b) => {
      const lines = diffLines(a, b).reduce(
        (sum, { before, after }) => sum + before.end - before.first + after.end - after.first,
        0,
      );
      const least = a.length + b.length - 2 * common(a, b);
      assert.equal(lines, least);
    }),
    { numRuns: 10_000 },
  );
});

/** The length of the longest row that both have. */
function common(a: readonly string[], b: readonly string[]): number {
  let row = b.map(() => 0);
  for (const line of a) {
    const next: number[] = [];
    b.forEach((other, index) => {
      const above = row[index] ?? 0;
      const diagonal = index === 0 ? 0 : (row[index - 1] ?? 0);
      next.push(line === other ? diagonal + 1 : Math.max(above, next[index - 1] ?? 0));
    });
    row = next;
  }
  return row.at(-1) ?? 0;
}

test('lines that moved stay where most others do', () => {
  assert.deepEqual(diffLines(['x', '1', '2', '3'], ['1', '2', '3', 'x']), [
    { before: { first: 0, end: 1 }, after: { first: 0, end: 0 } },
    { before: { first: 4, end: 4 }, after: { first: 3, end: 4 } },
  ]);
});

test('long texts without a line in common, or with few different ones, take no long time', () => {
  const many = Array.from({ length: 50_000 }, (_, index) => `a${index}`);
  const others = many.map((line) => `${line}!`);
  const alike = Array.from({ length: 20_000 }, (_, index) => (index % 3 === 0 ? 'x' : 'y'));
  const reversed = alike.map((line) => (line === 'x' ? 'y' : 'x'));
  const time = processorTime(() => {
    assert.equal(diffLines(many, others).length, 1);
    assert.deepEqual(patched(alike, reversed), reversed);
    assert.deepEqual(patched(many, many.toReversed()), many.toReversed());
  });
  assert.ok(time < 5_000, `${time} ms`);
});

test('a longest ascending row is one', () => {
  assert.deepEqual(longestAscending([3, 1, 2, 5, 4]), [1, 2, 4]);
  assert.deepEqual(longestAscending([]), []);
  assert.deepEqual(longestAscending([1, 2, 3]), [0, 1, 2]);
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat({ max: 30 })), (numbers) => {
      const row = longestAscending(numbers).map((index) => numbers[index] ?? -1);
      assert.deepEqual(
        row,
        [...row].sort((a, b) => a - b),
      );
      const sorted = [...numbers].sort((a, b) => a - b).map(String);
      assert.equal(row.length, common(numbers.map(String), sorted));
    }),
  );
});
