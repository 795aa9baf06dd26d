import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Indexes } from '../../../src/core/store/indexes';
import { ShownStore } from '../../../src/core/store/shownStore';
import { Store } from '../../../src/core/store/store';
import { annotationFile, entityFile, type Texts } from '../workspace';

const RUNS = process.env['LONG'] === '1' ? 10_000 : 500;
const SOURCES = ['s.txt', 't.txt'] as const;

/** Ids of annotations by what the indexes find them by. */
function found(indexes: Indexes): unknown {
  return {
    sources: indexes.sourcePaths(),
    own: SOURCES.map((path) => indexes.annotationsOf(path).map(({ annotation }) => annotation.id)),
    mentions: indexes.mentionsOf('wang-yi').map(({ annotation }) => annotation.id),
    first: indexes.annotationsWithId('a-00000a').length,
  };
}

interface Sketch {
  readonly id: number;
  readonly by: string | undefined;
  readonly named: boolean;
}

function fileOf(source: string, sketches: readonly Sketch[]): Texts {
  return annotationFile(
    source,
    ...sketches.flatMap(({ id, by, named }) => [
      `  a-00000${(10 + id).toString(36)}:`,
      '    exact: "x"',
      `    start: ${id}`,
      `    end: ${id + 1}`,
      named ? '    entity: wang-yi' : '    note: "n"',
      ...(by === undefined ? [] : [`    by: ${by}`]),
    ]),
  );
}

const sketches = fc.uniqueArray(
  fc.record({
    id: fc.integer({ min: 0, max: 9 }),
    by: fc.constantFrom('anna', 'boris', undefined),
    named: fc.boolean(),
  }),
  { selector: ({ id }) => id, maxLength: 6 },
);
const step = fc.oneof(
  fc.record({ kind: fc.constant('write' as const), source: fc.constantFrom(...SOURCES), sketches }),
  fc.record({ kind: fc.constant('remove' as const), source: fc.constantFrom(...SOURCES) }),
  fc.record({
    kind: fc.constant('hide' as const),
    me: fc.constantFrom('anna', 'boris', undefined),
  }),
);

function take(store: Store, texts: Texts): void {
  for (const [path, text] of Object.entries(texts)) store.replaceFile(path, text);
}

describe('a store with others’ annotations hidden', () => {
  it('shows the whole store until something is hidden', () => {
    const whole = new Store();
    const shown = new ShownStore(whole);
    take(whole, fileOf('s.txt', [{ id: 0, by: 'boris', named: true }]));
    assert.equal(shown.indexes, whole.indexes);
    shown.hide((by) => by === 'boris');
    assert.deepEqual(shown.indexes.annotationsOf('s.txt'), []);
    assert.equal(whole.indexes.annotationsOf('s.txt').length, 1);
    shown.hide(undefined);
    assert.equal(shown.indexes, whole.indexes);
  });

  it('has no hidden annotation in what it says of a file, but its text', () => {
    const whole = new Store();
    const shown = new ShownStore(whole);
    shown.hide((by) => by === 'boris');
    take(
      whole,
      fileOf('s.txt', [
        { id: 0, by: 'boris', named: true },
        { id: 1, by: 'anna', named: true },
      ]),
    );
    const file = shown.file('annotations/s.txt.ann.yaml');
    const content = file?.content;
    assert.deepEqual(
      content?.kind === 'annotations' ? content.annotations.map(({ by }) => by) : undefined,
      ['anna'],
    );
    assert.equal(file?.text, whole.file('annotations/s.txt.ann.yaml')?.text);
    assert.equal(shown.files === whole.files, false);
    assert.equal([...shown.files()].length, 1);
  });

  it('finds what a store would that never had the hidden ones, and its changes add up to that', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const whole = new Store();
        const shown = new ShownStore(whole);
        take(whole, entityFile('wang-yi'));
        const heard = new Map<string, string | undefined>();
        shown.onDidChange(({ added, updated, replaced, removed }) => {
          assert.equal(updated.length, replaced.length);
          for (const record of removed) {
            if (record.kind === 'annotation') {
              assert.ok(heard.delete(`${record.path} ${record.annotation.id}`), 'it was there');
            }
          }
          for (const record of added) {
            if (record.kind !== 'annotation') continue;
            const key = `${record.path} ${record.annotation.id}`;
            assert.ok(!heard.has(key), 'it was not there');
            heard.set(key, record.annotation.by);
          }
          for (const record of updated) {
            if (record.kind !== 'annotation') continue;
            const key = `${record.path} ${record.annotation.id}`;
            assert.ok(heard.has(key), 'it was there');
            heard.set(key, record.annotation.by);
          }
        });
        const files = new Map<string, readonly Sketch[]>();
        let me: string | undefined;
        for (const each of steps) {
          if (each.kind === 'write') {
            files.set(each.source, each.sketches);
            take(whole, fileOf(each.source, each.sketches));
          } else if (each.kind === 'remove') {
            files.delete(each.source);
            whole.removeFile(`annotations/${each.source}.ann.yaml`);
          } else {
            me = each.me;
            const { me: name } = each;
            shown.hide(name === undefined ? undefined : (by) => by !== undefined && by !== name);
          }
          const expected = new Store();
          take(expected, entityFile('wang-yi'));
          for (const [source, own] of files) {
            const seen = own.filter(({ by }) => me === undefined || by === undefined || by === me);
            take(expected, fileOf(source, seen));
          }
          assert.deepEqual(found(shown.indexes), found(expected.indexes));
          const own = SOURCES.flatMap((path) => shown.indexes.annotationsOf(path));
          assert.deepEqual(
            [...heard].sort(),
            own.map(({ path, annotation }) => [`${path} ${annotation.id}`, annotation.by]).sort(),
          );
        }
      }),
      { numRuns: RUNS },
    );
  });
});
