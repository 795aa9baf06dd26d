import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readDocument } from '../../../src/core/storage/document';
import { readWhole } from '../../../src/core/storage/whole';
import { handWritten, mutated } from './yamlTexts';

function agree(text: string): void {
  assert.deepEqual(readDocument(text), readWhole(text));
}

test('hand-written files are read as the yaml package reads them', () => {
  fc.assert(fc.property(handWritten(), agree), { numRuns: 10_000 });
});

test('torn files are read as the yaml package reads them', () => {
  fc.assert(fc.property(mutated(handWritten()), agree), { numRuns: 10_000 });
});
