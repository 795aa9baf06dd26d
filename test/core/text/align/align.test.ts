/** Which token becomes which, in whole texts. */
import assert from 'node:assert/strict';
import { describe as suite, it } from 'node:test';
import fc from 'fast-check';
import { align } from '../../../../src/core/text/align/align';
import type { Alignment } from '../../../../src/core/text/align/alignment';
import { heaviestChain, uniqueRuns } from '../../../../src/core/text/align/runs';
import { Vocabulary } from '../../../../src/core/text/align/tokens';
import { text } from '../../arbitraries';
import { processorTime } from '../../processorTime';

function aligned(old: string, now: string): Alignment {
  const vocabulary = new Vocabulary();
  return align(vocabulary.tokens(old), vocabulary.tokens(now));
}

/** The words of `old` that became nothing. */
function lost(old: string, now: string): string {
  const { toNew, old: tokens } = aligned(old, now);
  return Array.from(toNew)
    .flatMap((place, at) => (place < 0 ? [old.slice(tokens.starts[at], tokens.ends[at])] : []))
    .join(' ');
}

const ONE = 'The harbour was closed on Friday because of the storm.';
const TWO = 'A ship from Odesa had to wait outside for two days.';
const THREE = 'Nobody had told the captain about the new rules.';

suite('an alignment', () => {
  it('loses what was deleted, cut where a writer cuts', () => {
    assert.equal(
      lost(`${ONE} ${TWO} ${THREE}`, `${ONE} ${THREE}`),
      'A ship from Odesa had to wait outside for two days .',
    );
    assert.equal(lost('Xi said no. Xi said yes.', 'Xi said yes.'), 'Xi said no .');
    assert.equal(lost('Xi said no.\n\nXi said no, twice.', 'Xi said no, twice.'), 'Xi said no .');
  });

  it('follows blocks that change places', () => {
    assert.equal(lost(`${ONE}\n\n${TWO}\n\n${THREE}`, `${THREE}\n\n${ONE}\n\n${TWO}`), '');
  });

  it('keeps a copied passage in its own place', () => {
    const { toNew } = aligned(`${ONE} ${TWO}`, `${ONE} ${TWO} ${THREE} ${ONE}`);
    assert.ok(toNew.every((place, at) => place === at));
  });

  it('knows a word whose letters changed', () => {
    const { toNew, changed } = aligned('He met Zelensky today.', 'He saw Zelenskyy today.');
    assert.deepEqual([...toNew], [0, -1, -1, 3, 4]);
    assert.equal(changed[2], 2);
  });

  it('pairs equal tokens only, each once, and all tokens of equal texts', () => {
    fc.assert(
      fc.property(text(), text(), (one, two) => {
        const { toNew, toOld, old, now } = aligned(one, two);
        toNew.forEach((place, at) => {
          if (place < 0) return;
          assert.equal(toOld[place], at);
          assert.equal(now.ids[place], old.ids[at]);
        });
        assert.ok(aligned(one, one).toNew.every((place, at) => place === at));
      }),
      { numRuns: 3_000 },
    );
  });

  it('takes no longer for texts that only repeat themselves', () => {
    const took = processorTime(() => {
      aligned('ab '.repeat(100_000), `x ${'ab '.repeat(60_000)} y ${'ab '.repeat(39_000)} z`);
    });
    assert.ok(took < 20_000);
  });
});

suite('rows that stand once in both texts', () => {
  it('are joined, and chained by weight', () => {
    const old = Int32Array.of(1, 2, 3, 4, 5, 6, 7);
    const now = Int32Array.of(5, 6, 1, 2, 3, 4, 7);
    const all = { oldFrom: 0, oldTo: 7, newFrom: 0, newTo: 7 };
    const runs = uniqueRuns(old, now, all, 2);
    assert.deepEqual(runs, [
      { old: 0, now: 2, length: 4 },
      { old: 4, now: 0, length: 2 },
    ]);
    assert.deepEqual(heaviestChain(runs), [{ old: 0, now: 2, length: 4 }]);
  });

  it('are none where a row stands twice on one side', () => {
    const old = Int32Array.of(1, 2, 9, 1, 2);
    const all = { oldFrom: 0, oldTo: 5, newFrom: 0, newTo: 2 };
    assert.deepEqual(uniqueRuns(old, Int32Array.of(1, 2), all, 2), []);
  });
});
