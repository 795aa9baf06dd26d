import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { resolveAll } from '../../../../src/core/review/conflicted/resolve';
import { mergeFiles } from '../../../../src/core/review/merge/mergeFiles';
import type { Merged } from '../../../../src/core/review/merged';
import { factsOf, REPEATED } from './facts';
import { changedPaths, pairs, type Pair } from './histories';
import { falseConflicts, losses, type MergedFacts } from './losses';

const RUNS = process.env['LONG'] === '1' ? 1_000 : 150;

type Done = Extract<Merged, { kind: 'merged' }>;

function merge(path: string, base?: string, ours?: string, theirs?: string): Done {
  const merged = mergeFiles({ path, base, ours, theirs });
  assert.equal(merged.kind, 'merged', path);
  return merged;
}

function mergedFacts(path: string, { base, ours, theirs }: Pair): MergedFacts {
  const { text, conflicts } = merge(path, base[path], ours[path], theirs[path]);
  const settled = (kind: 'ours' | 'theirs'): string | undefined =>
    text === undefined || conflicts.length === 0 ? text : resolveAll(path, text, { kind });
  return {
    base: factsOf(path, base[path]),
    ours: factsOf(path, ours[path]),
    theirs: factsOf(path, theirs[path]),
    forOurs: factsOf(path, settled('ours')),
    forTheirs: factsOf(path, settled('theirs')),
    conflicts,
  };
}

/** All of them for each pair, because making the histories takes longest. */
const LAWS: readonly ((path: string, pair: Pair) => void)[] = [
  losesNothing,
  isSymmetrical,
  leavesAlone,
  isIdempotent,
];

test('merges lose nothing, have true conflicts only, are symmetrical and idempotent', () => {
  const run = (pair: Pair): void => {
    for (const path of changedPaths(pair)) {
      for (const law of LAWS) law(path, pair);
    }
  };
  fc.assert(fc.property(pairs, run), { numRuns: RUNS });
});

/** What either side did is there, and what is in conflict both did differently. */
function losesNothing(path: string, pair: Pair): void {
  const facts = mergedFacts(path, pair);
  assert.deepEqual(losses(facts), [], path);
  assert.deepEqual(falseConflicts(facts), [], path);
}

/** The merge is the same with the sides exchanged. */
function isSymmetrical(path: string, { base, ours, theirs }: Pair): void {
  const one = merge(path, base[path], ours[path], theirs[path]);
  const other = merge(path, base[path], theirs[path], ours[path]);
  const keys = ({ conflicts }: Done): readonly string[] =>
    conflicts.map(({ id, field }) => `${id} ${field ?? ''}`).sort();
  assert.deepEqual(keys(one), keys(other), path);
  if (one.conflicts.length === 0) {
    assert.equal(one.text, other.text, path);
    return;
  }
  const [mine, their] = [one.text ?? '', other.text ?? ''];
  const settled = (text: string, kind: 'ours' | 'theirs'): string | undefined =>
    resolveAll(path, text, { kind });
  assert.equal(settled(mine, 'ours'), settled(their, 'theirs'), path);
  assert.equal(settled(mine, 'theirs'), settled(their, 'ours'), path);
}

/** What only one side changed, or both alike, is as there, byte for byte. */
function leavesAlone(path: string, { base, ours }: Pair): void {
  const [before, after] = [base[path], ours[path]];
  assert.equal(merge(path, before, after, before).text, after, path);
  assert.equal(merge(path, before, before, after).text, after, path);
  assert.equal(merge(path, before, after, after).text, after, path);
}

/** A merge merged again with what it was made of is itself. */
function isIdempotent(path: string, { base, ours, theirs }: Pair): void {
  const { text, conflicts } = merge(path, base[path], ours[path], theirs[path]);
  // Of items that say the same only their places tell which is which, and these change.
  const versions = [base, ours, theirs].map((each) => factsOf(path, each[path]));
  const isRepeating = versions.some((facts) => [...facts.values()].includes(REPEATED));
  if (conflicts.length > 0 || isRepeating) return;
  const again = merge(path, base[path], text, theirs[path]);
  assert.deepEqual(again.conflicts, [], path);
  assert.deepEqual(factsOf(path, again.text), factsOf(path, text), path);
}
