import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isOpenThread } from '../../../src/core/model/thread';
import { checkWorkspace, fixesOf } from '../../../src/core/rules/check';
import { annotationFile, carryOut, entityFile, workspace, type Texts } from '../workspace';
import { mention, SOURCE } from './exampleParts';
import { found } from './found';

const SOURCES = { 's.txt': SOURCE, 't.txt': SOURCE };

function twice(one: readonly string[], other: readonly string[]): Texts {
  return {
    ...entityFile('wang-yi'),
    ...annotationFile(
      's.txt',
      ...mention('a-00000a', 'Wang Yi', 33, 'entity: wang-yi', ...one),
      ...mention('a-00000b', 'Wang Yi', 33, 'entity: wang-yi', ...other),
    ),
  };
}

describe('what two annotators say of the same words', () => {
  it('is no duplicate, and nor is what was decided to stand', () => {
    const doubles = (one: readonly string[], other: readonly string[]): number =>
      found('annotation-duplicate', twice(one, other), SOURCES).length;
    assert.equal(doubles([], []), 1);
    assert.equal(doubles(['by: anna'], ['by: anna']), 1);
    assert.equal(doubles(['by: anna'], ['by: boris']), 0);
    assert.equal(doubles(['by: anna'], []), 0);
    assert.equal(doubles(['decision: a-00000a'], ['decision: a-00000b']), 0);
    assert.equal(doubles(['decision: a-00000a'], []), 1);
  });

  it('is not compared with what the other one tags elsewhere, nor is what was decided', () => {
    const differing = (one: string, other: string): readonly string[] =>
      found(
        'tagged-differently',
        {
          ...entityFile('guangzhou'),
          ...entityFile('canton'),
          ...annotationFile(
            's.txt',
            ...mention('a-00000a', 'Guangzhou', 53, 'entity: canton', one),
          ),
          ...annotationFile(
            't.txt',
            ...mention('a-00000b', 'Guangzhou', 53, 'entity: guangzhou', other),
          ),
        },
        SOURCES,
      );
    assert.equal(differing('by: anna', 'by: anna').length, 1);
    assert.equal(differing('by: anna', 'by: boris').length, 0);
    assert.equal(differing('certainty: certain', 'by: boris').length, 0);
    assert.equal(differing('decision: a-00000a', 'certainty: certain').length, 0);
    assert.equal(differing('certainty: certain', 'decision: a-00000b').length, 1);
  });
});

describe('keeping one of two that say the same', () => {
  it('keeps the discussion of both, open where that of the one that stays is', () => {
    const at = workspace(
      twice(
        ['thread: [{ by: anna, text: "Him?" }]'],
        ['thread: [{ by: boris, text: "The minister." }, { resolved: true }]'],
      ),
      SOURCES,
    );
    const [problem] = checkWorkspace(at.store, at).filter(
      ({ code }) => code === 'annotation-duplicate',
    );
    assert.ok(problem !== undefined);
    const [fix] = fixesOf(at.store, problem, at);
    assert.ok(fix?.kind === 'operations');
    assert.ok(!fix.isPreferred);
    carryOut(at, fix.operations);
    const [left] = at.store.indexes.annotationsOf('s.txt');
    assert.deepEqual(left?.annotation.thread, [
      { by: 'anna', text: 'Him?' },
      { by: 'boris', text: 'The minister.' },
    ]);
    assert.ok(isOpenThread(left.annotation.thread));
  });
});
