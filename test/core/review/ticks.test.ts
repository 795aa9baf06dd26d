import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Operation } from '../../../src/core/operations/operation';
import type { Change } from '../../../src/core/review/change';
import { compare } from '../../../src/core/review/compare';
import type { RevisionPair } from '../../../src/core/review/revisions';
import { Ticked } from '../../../src/core/review/ticks';
import { example, FIRST } from '../outline/example';
import { pairAfter } from '../outline/revisionPairs';

const DELETION: Operation = { op: 'delete', id: 'a-time01' };

function afterDeletion(...more: readonly Operation[]): {
  readonly pair: RevisionPair;
  readonly changes: readonly Change[];
} {
  const pair = pairAfter(example(), [DELETION, ...more]);
  return { pair, changes: compare(pair).changes };
}

function dispute(certainty: 'probable' | 'possible'): Operation {
  return { op: 'update', id: 'a-mention3', status: 'disputed', certainty };
}

describe('the ticks of a review', () => {
  it('are kept as plain JSON, and hold for the same changes of a new comparison', () => {
    const first = afterDeletion(dispute('probable'));
    const ticks = Ticked.of({}, first.pair).with(first.changes, true).ticks;
    const kept = JSON.parse(JSON.stringify(ticks)) as typeof ticks;
    const again = afterDeletion(dispute('probable'));
    const ticked = Ticked.of(kept, again.pair);
    assert.equal(again.changes.length, 2);
    assert.ok(again.changes.every((each) => ticked.has(each)));
  });

  it('fall off what is changed again, and off nothing else', () => {
    const first = afterDeletion(dispute('probable'));
    const ticks = Ticked.of({}, first.pair).with(first.changes, true).ticks;
    const again = afterDeletion(dispute('possible'));
    const ticked = Ticked.of(ticks, again.pair);
    assert.deepEqual(
      again.changes.map((each) => [each.action, ticked.has(each)]),
      [
        ['changed', false],
        ['removed', true],
      ],
    );
  });

  it('stay when lines above come and go', () => {
    const first = afterDeletion();
    const ticks = Ticked.of({}, first.pair).with(first.changes, true).ticks;
    const again = afterDeletion({
      op: 'annotate',
      id: 'a-kyiv01',
      source: FIRST,
      exact: 'Kyiv',
      note: 'New',
    });
    const ticked = Ticked.of(ticks, again.pair);
    assert.deepEqual(
      again.changes.map((each) => [each.action, ticked.has(each)]),
      [
        ['added', false],
        ['removed', true],
      ],
    );
  });

  it('are taken away one by one', () => {
    const { pair, changes } = afterDeletion(dispute('probable'));
    const all = Ticked.of({}, pair).with(changes, true);
    const [first] = changes;
    assert.ok(first !== undefined);
    const ticked = all.with([first], false);
    assert.deepEqual(
      changes.map((each) => ticked.has(each)),
      [false, true],
    );
  });

  it('look at the words of texts and of what has no meaning of its own', () => {
    const change = (text: string): { readonly pair: RevisionPair; readonly change: Change } => {
      const pair = {
        files: [],
        sources: [
          {
            before: { path: FIRST, text: 'One line.\n' },
            after: { path: FIRST, text },
          },
        ],
      };
      const [first] = compare(pair).changes;
      assert.ok(first !== undefined);
      return { pair, change: first };
    };
    const one = change('One long line.\n');
    const ticks = Ticked.of({}, one.pair).with([one.change], true).ticks;
    const same = change('One long line.\n');
    const other = change('One longer line.\n');
    assert.ok(Ticked.of(ticks, same.pair).has(same.change));
    assert.ok(!Ticked.of(ticks, other.pair).has(other.change));
  });
});
