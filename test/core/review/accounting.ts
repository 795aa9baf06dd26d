/** That every line that differs belongs to one change, and that the others are the same lines. */
import assert from 'node:assert/strict';
import type { Change, LineRange } from '../../../src/core/review/change';
import { linesOf, plainText } from '../../../src/core/review/compare/lines';
import type { FilePair, RevisionPair } from '../../../src/core/review/revisions';
import type { Texts } from '../workspace';

/** Two states of a workspace as what a comparison is given: the files that differ. */
export function revisions(
  before: Texts,
  after: Texts,
  sources: readonly FilePair[] = [],
): RevisionPair {
  const paths = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  const files = paths
    .filter((path) => before[path] !== after[path])
    .map((path) => filePair(path, before[path], after[path]));
  return { files, sources };
}

export function filePair(
  path: string,
  before: string | undefined,
  after: string | undefined,
): FilePair {
  return {
    ...(before === undefined ? {} : { before: { path, text: before } }),
    ...(after === undefined ? {} : { after: { path, text: after } }),
  };
}

/** Throws where a line belongs to two changes, or to none though it differs. */
export function assertAccountedFor(
  { files, sources }: RevisionPair,
  changes: readonly Change[],
): void {
  const keys = changes.map(({ key }) => key);
  assert.equal(new Set(keys).size, keys.length);
  const old = new Map<string, number[]>();
  const now = new Map<string, number[]>();
  for (const { path, pathBefore = path, lines } of changes) {
    add(old, pathBefore, lines.before);
    add(now, path, lines.after);
  }
  const texts = (which: 'before' | 'after'): Map<string, readonly string[]> =>
    new Map(
      [...files, ...sources].flatMap(({ [which]: file }) =>
        file === undefined ? [] : [[file.path, linesOf(plainText(file.text))]],
      ),
    );
  const [before, after] = [texts('before'), texts('after')];
  const renamed = new Map(
    changes.flatMap(({ path, pathBefore, kind }) =>
      pathBefore === undefined || kind === 'annotation' || kind === 'rejection'
        ? []
        : [[path, pathBefore]],
    ),
  );
  for (const path of new Set([...before.keys(), ...after.keys()])) {
    if (!after.has(path) && [...renamed.values()].includes(path)) continue;
    const oldPath = renamed.get(path) ?? path;
    const left = without(before.get(oldPath) ?? [], old.get(oldPath) ?? [], oldPath);
    const right = without(after.get(path) ?? [], now.get(path) ?? [], path);
    assert.deepEqual(left, right, path);
  }
}

function add(lines: Map<string, number[]>, path: string, ranges: readonly LineRange[]): void {
  const own = lines.get(path) ?? [];
  for (const { first, last } of ranges) {
    assert.ok(first >= 1 && first <= last);
    for (let line = first; line <= last; line++) own.push(line);
  }
  lines.set(path, own);
}

function without(
  lines: readonly string[],
  changed: readonly number[],
  path: string,
): readonly string[] {
  const gone = new Set(changed);
  assert.equal(gone.size, changed.length, `a line of ${path} belongs to two changes`);
  assert.ok(
    changed.every((line) => line <= lines.length),
    path,
  );
  return lines.filter((_, index) => !gone.has(index + 1));
}
