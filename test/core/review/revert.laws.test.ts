import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Change } from '../../../src/core/review/change';
import { compare } from '../../../src/core/review/compare';
import { linesOf, plainText } from '../../../src/core/review/compare/lines';
import { reversalOf } from '../../../src/core/review/revert';
import type { Texts } from '../workspace';
import { revisions } from './accounting';
import { eitherWay } from './histories';

const IS_LONG = process.env['LONG'] === '1';

function revertIn(texts: { before: Texts; after: Texts }, change: Change): Texts | undefined {
  const result = reversalOf(change, (side, path) => texts[side][path]);
  if (result.kind === 'impossible') return undefined;
  const after = new Map(Object.entries(texts.after));
  for (const { path, text } of result.files) {
    if (text === undefined) after.delete(path);
    else after.set(path, text);
  }
  return Object.fromEntries(after);
}

/** The lines of all files, however they end. */
function plain(texts: Texts): unknown {
  const all = Object.entries(texts).map(
    ([path, text]) => [path, linesOf(plainText(text))] as const,
  );
  return Object.fromEntries(all.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function saidBy(changes: readonly Change[]): readonly string[] {
  return changes
    .filter(({ kind }) => kind !== 'formatting' && kind !== 'metadata')
    .map((change) => JSON.stringify({ ...change, lines: undefined }))
    .sort();
}

/** What a record leaves in a file that it went from, as `annotations: {}`, goes when the record is back. */
function hasLeftLines({ kind, path }: Change, changes: readonly Change[]): boolean {
  if (kind !== 'formatting') return false;
  return changes.some((each) => 'movedFrom' in each && [each.path, each.movedFrom].includes(path));
}

test('a change that is taken back leaves all others as they were', () => {
  let done = 0;
  fc.assert(
    fc.property(eitherWay, fc.nat(), (texts, which) => {
      const { changes } = compare(revisions(texts.before, texts.after));
      const change = changes[which % Math.max(changes.length, 1)];
      fc.pre(change !== undefined);
      const after = revertIn(texts, change);
      if (after === undefined) return;
      done++;
      const left = compare(revisions(texts.before, after)).changes;
      if (change.kind !== 'metadata' && !hasLeftLines(change, changes)) {
        assert.ok(left.every(({ key }) => key !== change.key));
      }
      // What records are to one another may show differently when one of them is back.
      const others = (all: readonly Change[]): readonly string[] =>
        saidBy(
          all.filter(
            ({ key, kind }) => key !== change.key && kind !== 'entity' && kind !== 'event',
          ),
        );
      assert.deepEqual(others(left), others(changes));
    }),
    { numRuns: IS_LONG ? 5_000 : 300 },
  );
  assert.ok(done > 100);
});

test('all changes taken back one by one give files that say what the older ones say', () => {
  fc.assert(
    fc.property(eitherWay, fc.array(fc.nat(), { minLength: 40, maxLength: 40 }), (texts, order) => {
      let { after } = texts;
      for (const pick of order) {
        const { changes } = compare(revisions(texts.before, after));
        const some = changes.flatMap((change) => {
          const next = revertIn({ before: texts.before, after }, change);
          return next === undefined ? [] : [next];
        });
        assert.equal(changes.length > 0, some.length > 0, changes[0]?.key);
        const next = some[pick % Math.max(some.length, 1)];
        if (next === undefined) break;
        after = next;
      }
      assert.deepEqual(plain(after), plain(texts.before));
    }),
    { numRuns: IS_LONG ? 10_000 : 60 },
  );
});
