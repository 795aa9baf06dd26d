// @ts-check
// Every runner ends with one line of counts, and what does not is a failure.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countsLine, parseCounts, sum } from '../../scripts/program.mjs';
import { countsOf } from '../../scripts/steps.mjs';

test('the last line of a runner has its counts', () => {
  const counts = { passed: 12, failed: 3 };
  assert.deepEqual(parseCounts(`some output\n${countsLine(counts)}\n`), counts);
});

test('counts that are not in the last line are not the counts of the runner', () => {
  assert.equal(parseCounts('3 passed, 0 failed\nError: out of memory\n'), undefined);
  assert.equal(parseCounts(''), undefined);
});

test('a runner that crashed, said nothing or ran nothing counts as one failure', () => {
  assert.deepEqual(countsOf(1, '5 passed, 0 failed\n'), { passed: 5, failed: 1 });
  assert.deepEqual(countsOf(0, 'no counts\n'), { passed: 0, failed: 1 });
  assert.deepEqual(countsOf(0, '0 passed, 0 failed\n'), { passed: 0, failed: 1 });
  assert.deepEqual(countsOf(null, ''), { passed: 0, failed: 1 });
});

test('a runner with failures keeps its own counts', () => {
  assert.deepEqual(countsOf(1, '5 passed, 2 failed\n'), { passed: 5, failed: 2 });
});

test('counts add up', () => {
  const all = [
    { passed: 1, failed: 0 },
    { passed: 2, failed: 3 },
  ];
  assert.deepEqual(sum(all), { passed: 3, failed: 3 });
});
