/** Blob ids, against those that git computed. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { blobId, blobIdStepwise } from '../../../src/core/text/blob';
import { text } from '../arbitraries';

describe('the blob id of a text', () => {
  const known: readonly [text: string, id: string][] = [
    ['', 'e69de29bb2d1d6434b8b29ae775ad8c2e48c5391'],
    ['hello\n', 'ce013625030ba8dba906f756967f9e9ca394464a'],
    ['test content\n', 'd670460b4b4aece5915caf5c68d12f560a9fe3e4'],
    ['Володимир Зеленський 😀\n', 'b9e0d0af6e7a2daedfa0efcf82e32498beece9c0'],
  ];
  for (const [content, id] of known) {
    it(`is git's for ${JSON.stringify(content)}`, () => {
      assert.equal(blobId(content), id);
    });
  }

  it('is the hash of the header and the bytes', () => {
    fc.assert(
      fc.property(text(), (content) => {
        const bytes = Buffer.from(content, 'utf8');
        const expected = createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes);
        assert.equal(blobId(content), expected.digest('hex'));
      }),
      { numRuns: 1_000 },
    );
  });

  it('is the same in steps, whatever the length', () => {
    for (const many of [0, 1, 200_000, 500_000]) {
      const content = 'Зеленський 😀\n'.repeat(many / 10);
      const steps = blobIdStepwise(content);
      let step = steps.next();
      let count = 0;
      for (; step.done !== true; step = steps.next()) count++;
      assert.equal(step.value, blobId(content));
      assert.equal(count > 1, many === 500_000);
    }
  });

  it('differs for texts that differ in one character', () => {
    assert.notEqual(blobId('Kiev'), blobId('Kyiv'));
  });
});
