import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseFile } from '../../../src/core/storage/parse';
import { sameValue } from '../../../src/core/store/sameValue';
import { Store, type StoreChange } from '../../../src/core/store/store';
import { annotationFile } from '../workspace';

const PATH = 'annotations/s.txt.ann.yaml';

function fileText(note: string): string {
  const record = ['  a-00000a:', '    exact: "x"', `    note: "${note}"`];
  return annotationFile('s.txt', ...record)[PATH] ?? '';
}

test('a change says what each updated record was before', () => {
  const store = new Store();
  const heard: StoreChange[] = [];
  store.replaceFile(PATH, fileText('one'));
  store.onDidChange((change) => heard.push(change));
  store.replaceFile(PATH, fileText('two'));
  const notes = [heard[0]?.replaced, heard[0]?.updated].map((records) =>
    records?.map((record) => record.kind === 'annotation' && record.annotation.note),
  );
  assert.deepEqual(notes, [['one'], ['two']]);
});

test('what was read of an expected text counts for that text, and for no other', () => {
  for (const [given, note] of [
    ['two', 'read before'],
    ['three', 'three'],
  ] as const) {
    const store = new Store();
    store.replaceFile(PATH, fileText('one'));
    const parsed = parseFile(PATH, fileText('read before'));
    assert.ok(parsed !== undefined);
    store.expectFile(PATH, { ...parsed, text: fileText('two') });
    store.replaceFile(PATH, fileText(given));
    assert.equal(store.indexes.annotationsOf('s.txt')[0]?.annotation.note, note);
  }
});

test('plain values are the same when JSON with sorted keys is', () => {
  const value = fc.jsonValue({ maxDepth: 3 });
  const sorted = (each: unknown): unknown => {
    if (typeof each !== 'object' || each === null) return each;
    if (Array.isArray(each)) return each.map(sorted);
    return new Map(
      Object.entries(each)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, inner]) => [key, sorted(inner)]),
    );
  };
  fc.assert(
    fc.property(value, value, (one, other) => {
      assert.ok(sameValue(one, structuredClone(one)));
      let isSame = true;
      try {
        assert.deepStrictEqual(sorted(one), sorted(other));
      } catch {
        isSame = false;
      }
      assert.equal(sameValue(one, other), isSame);
    }),
    { numRuns: 1_000 },
  );
});
