import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Tallies, tallyWords } from '../../../src/core/outline/tallies';
import { annotationFile, entityFile, workspace } from '../workspace';
import { example, FIRST } from './example';

describe('tallies', () => {
  it('count the passages about a record and the sources they stand in', () => {
    const { tallies } = example();
    assert.deepEqual(tallies.of('xi-jinping'), { passages: 3, sources: 2 });
    assert.deepEqual(tallies.of('call'), { passages: 1, sources: 1 });
    assert.deepEqual(tallies.of('nobody'), { passages: 0, sources: 0 });
  });

  it('count what was loaded before them', () => {
    const { store } = example();
    assert.deepEqual(new Tallies(store).of('xi-jinping'), { passages: 3, sources: 2 });
  });

  it('lose what a file that was removed had', () => {
    const { store, tallies } = example();
    store.removeFile(`annotations/${FIRST}.ann.yaml`);
    assert.deepEqual(tallies.of('xi-jinping'), { passages: 1, sources: 1 });
  });

  it('no longer follow the store when disposed', () => {
    const { store, tallies } = example();
    tallies.dispose();
    store.removeFile(`annotations/${FIRST}.ann.yaml`);
    assert.deepEqual(tallies.of('xi-jinping'), { passages: 3, sources: 2 });
  });

  it('agree with the index after any sequence of changes', () => {
    const mention = fc.record({
      id: fc.constantFrom('a-1', 'a-2', 'a-3'),
      of: fc.constantFrom('x', 'y', 'z'),
    });
    const step = fc.oneof(
      fc.record({
        source: fc.constantFrom('s.txt', 't.txt'),
        mentions: fc.array(mention, { maxLength: 3 }),
      }),
      fc.record({ merged: fc.constantFrom('x', 'y'), into: fc.constantFrom('', 'z', 'y', 'x') }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
        const at = workspace({ ...entityFile('x'), ...entityFile('y'), ...entityFile('z') });
        const tallies = new Tallies(at.store);
        for (const each of steps) {
          const files =
            'source' in each
              ? annotationFile(
                  each.source,
                  ...[...new Map(each.mentions.map((one) => [one.id, one])).values()].flatMap(
                    ({ id, of }) => [
                      `  ${id}:`,
                      '    exact: "X"',
                      '    start: 0',
                      '    end: 1',
                      `    entity: ${of}`,
                    ],
                  ),
                )
              : entityFile(each.merged, ...(each.into === '' ? [] : [`mergedInto: ${each.into}`]));
          for (const [path, text] of Object.entries(files)) at.store.replaceFile(path, text);
        }
        for (const { id } of at.store.indexes.liveEntities()) {
          const mentions = at.store.indexes.mentionsOf(id);
          const sources = new Set(mentions.map(({ source }) => source)).size;
          assert.deepEqual(tallies.of(id), { passages: mentions.length, sources });
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('read well', () => {
    assert.equal(tallyWords({ passages: 0, sources: 0 }, 'mentions'), 'no mentions');
    assert.equal(tallyWords({ passages: 1, sources: 1 }, 'mentions'), '1 in 1 source');
    assert.equal(tallyWords({ passages: 12, sources: 3 }, 'mentions'), '12 in 3 sources');
  });
});
