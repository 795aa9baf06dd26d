import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { repaired, resolveAll } from '../../src/core/review/conflicted/resolve';
import { factsOf, type Facts } from '../core/review/merge/facts';
import { changedPaths, pairs, type Pair } from '../core/review/merge/histories';
import { falseConflicts, losses, type MergedFacts } from '../core/review/merge/losses';

const IS_LONG = process.env['LONG'] === '1';
/** What git makes of lines has no end of cases; the short run has always the same ones. */
const RUNS = IS_LONG ? { numRuns: 1_000 } : { numRuns: 50, seed: 7 };
/** How git may write conflicts; the attribute `conflict-marker-size` makes them longer. */
const STYLES = [[], ['--diff3'], ['--zdiff3'], ['--marker-size=9']] as const;

const folder = mkdtempSync(join(tmpdir(), 'plain-git-'));
after(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface Versions {
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
}

/** What git without a merge driver makes of three texts, as a forge does. */
function byLines({ base, ours, theirs }: Versions, options: readonly string[]): string {
  const paths = [ours, base, theirs].map((text, index) => {
    const path = join(folder, String(index));
    writeFileSync(path, text);
    return path;
  });
  const { stdout, status } = spawnSync('git', ['merge-file', '-p', ...options, ...paths]);
  assert.ok(status !== null && status < 128, 'git merge-file ran');
  return stdout.toString();
}

interface Mended extends MergedFacts {
  /** Both versions of every record in conflict included. */
  readonly text: string;
}

function mended(path: string, versions: Versions, merged: string, base?: string): Mended {
  const done = repaired(path, merged, base) ?? { text: merged, conflicts: [] };
  const settled = (kind: 'ours' | 'theirs'): Facts =>
    factsOf(path, done.conflicts.length === 0 ? done.text : resolveAll(path, done.text, { kind }));
  return {
    base: factsOf(path, versions.base),
    ours: factsOf(path, versions.ours),
    theirs: factsOf(path, versions.theirs),
    forOurs: settled('ours'),
    forTheirs: settled('theirs'),
    conflicts: done.conflicts,
    text: done.text,
  };
}

/** Values that a side wrote and that are nowhere any more, whatever record they are said of now. */
function lostValues({ base, ours, theirs, text }: Mended): readonly string[] {
  const words = (key: string, value: string): readonly string[] => {
    const said =
      value === 'record' || value.startsWith('item') ? key.replace(/^.*?\/(?=[^/]*$)/, '') : value;
    return said.match(/[\p{L}\p{N}-]+/gu) ?? [];
  };
  return [...ours, ...theirs].flatMap(([key, value]) => {
    const isNew = base.get(key) !== value && !/\/@place$|^source\/(blob|body)|\/status$/.test(key);
    return isNew && words(key, value).some((word) => !text.includes(word))
      ? [`${key}: ${value}`]
      : [];
  });
}

/** Files that both sides changed, each in its own way. */
function forEachMerge(check: (path: string, versions: Versions) => void): void {
  const run = (pair: Pair): void => {
    for (const path of changedPaths(pair)) {
      const [base, ours, theirs] = [pair.base[path], pair.ours[path], pair.theirs[path]];
      if (base === undefined || ours === undefined || theirs === undefined) continue;
      if (ours !== base && theirs !== base && ours !== theirs) check(path, { base, ours, theirs });
    }
  };
  fc.assert(fc.property(pairs, run), RUNS);
}

test('what git merged by line without a driver is repaired, and no value is lost', () => {
  let [merges, inexact] = [0, 0];
  forEachMerge((path, versions) => {
    for (const style of STYLES) {
      const merged = byLines(versions, style);
      const facts = mended(path, versions, merged, versions.base);
      assert.deepEqual(lostValues(facts), [], `${path} ${style.join(' ')}`);
      // Where nobody knows the base, what one side removed may be there again, but nothing is lost.
      const alone = mended(path, versions, merged);
      assert.deepEqual(lostValues(alone), [], `${path} ${style.join(' ')} without base`);
      merges++;
      if (losses(facts).length + falseConflicts(facts).length > 0) inexact++;
    }
  });
  // Git itself gives a line to another record now and then, with or without a conflict near it.
  assert.ok(inexact <= 1 + merges / 50, `${inexact} of ${merges} merges are not by record`);
});

test('what merge=union tore and doubled is repaired so that nothing is lost', () => {
  forEachMerge((path, versions) => {
    const merged = byLines(versions, ['--union']);
    assert.deepEqual(lostValues(mended(path, versions, merged, versions.base)), [], path);
    // Of an annotation of the same words as another one nothing may be left but its id.
    const alone = lostValues(mended(path, versions, merged));
    assert.deepEqual(
      alone.filter((lost) => !lost.endsWith(': record')),
      [],
      path,
    );
  });
});
