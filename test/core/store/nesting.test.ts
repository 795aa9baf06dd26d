import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { locate } from '../../../src/core/store/locate';
import { nest, type NestedAnnotation } from '../../../src/core/store/nesting';
import { SourceText } from '../../../src/core/text/sourceText';
import { contains } from '../../../src/core/text/span';
import { annotationFile, workspace } from '../workspace';

const TEXT = 'abcdefghij';

/** Annotations of `TEXT` given as `name: [start, end, …]`, each pair a fragment. */
function treeOf(marks: Readonly<Record<string, readonly number[]>>): readonly NestedAnnotation[] {
  const records = Object.entries(marks).map(([name, offsets]) => {
    const fragments = offsets.flatMap((start, at) => {
      const end = offsets[at + 1];
      if (at % 2 === 1 || end === undefined) return [];
      return [`{ exact: "${TEXT.slice(start, end)}", start: ${start}, end: ${end} }`];
    });
    return `  a-${name.padStart(6, '0')}: { fragments: [${fragments.join(', ')}], note: "n" }`;
  });
  const { store } = workspace(annotationFile('s.txt', ...records));
  return nest(locate(SourceText.of(TEXT), store.indexes.annotationsOf('s.txt')));
}

/** `x(y z)`: x with y and z below it. */
function written(nodes: readonly NestedAnnotation[]): string {
  return nodes
    .map(({ located, children }) => {
      const name = located.record.annotation.id.replace(/^a-0*/, '');
      return children.length === 0 ? name : `${name}(${written(children)})`;
    })
    .join(' ');
}

describe('annotations by what contains them', () => {
  const cases: readonly (readonly [string, Readonly<Record<string, readonly number[]>>, string])[] =
    [
      ['stand beside each other when they do not meet', { x: [0, 2], y: [3, 5] }, 'x y'],
      ['stand beside each other when they touch', { x: [0, 3], y: [3, 5] }, 'x y'],
      ['stand beside each other when they cross', { x: [0, 5], y: [3, 8] }, 'x y'],
      ['go under the innermost', { x: [0, 9], y: [1, 6], z: [2, 4] }, 'x(y(z))'],
      ['go under what starts or ends with them', { x: [0, 9], y: [0, 4], z: [5, 9] }, 'x(y z)'],
      ['go under their equal in the order of ids', { y: [2, 4], x: [2, 4] }, 'x(y)'],
      [
        'come back up after an inner one',
        { x: [0, 9], y: [1, 3], z: [4, 6], w: [9, 10] },
        'x(y z) w',
      ],
      ['under one of two that cross', { x: [0, 5], y: [3, 9], z: [6, 8] }, 'x y(z)'],
      ['go from the first to the last of their fragments', { x: [0, 2, 7, 9], y: [3, 5] }, 'x(y)'],
      ['cross by their fragments too', { x: [0, 2, 5, 6], y: [4, 9] }, 'x y'],
    ];
  for (const [title, marks, expected] of cases) {
    it(title, () => {
      assert.equal(written(treeOf(marks)), expected);
    });
  }

  it('are left out when they have no certain place', () => {
    const { store } = workspace(
      annotationFile(
        's.txt',
        '  a-00000x: { exact: "nothing like it", start: 2, end: 17, note: "n" }',
        '  a-00000y: { exact: "cd", start: 2, end: 4, note: "n" }',
      ),
    );
    const located = locate(SourceText.of(TEXT), store.indexes.annotationsOf('s.txt'));
    assert.equal(located.length, 2);
    assert.equal(written(nest(located)), 'y');
    assert.deepEqual(nest([]), []);
  });

  it('are each in the tree once, inside what they stand under', () => {
    const span = fc
      .tuple(fc.nat({ max: 9 }), fc.integer({ min: 1, max: 10 }))
      .map(([start, length]) => [start, Math.min(10, start + length)] as const);
    const check = (nodes: readonly NestedAnnotation[]): number =>
      nodes.reduce((count, { extent, children }) => {
        for (const child of children) assert.ok(contains(extent, child.extent));
        return count + 1 + check(children);
      }, 0);
    fc.assert(
      fc.property(fc.array(span, { maxLength: 8 }), (spans) => {
        const marks = Object.fromEntries(spans.map((each, at) => [`n${at}`, each]));
        assert.equal(check(treeOf(marks)), spans.length);
      }),
      { numRuns: 1000 },
    );
  });
});
