import assert from 'node:assert/strict';
import fc from 'fast-check';
import { test } from 'node:test';
import { readDocument, readWhole } from '../../../src/core/storage/document';
import { handWritten, mutated } from './yamlTexts';
for (const [n, arb] of [
  ['hand', handWritten()],
  ['mut', mutated(handWritten())],
] as const)
  test('stat' + n, () => {
    fc.assert(
      fc.property(arb, (t) => {
        assert.deepEqual(readDocument(t), readWhole(t));
      }),
      { numRuns: 150_000 },
    );
  });
