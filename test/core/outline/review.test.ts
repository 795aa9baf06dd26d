import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Operation } from '../../../src/core/operations/operation';
import type { OutlineNode } from '../../../src/core/outline/node';
import { inViewOrder, ReviewOutline, reviewedCount } from '../../../src/core/outline/review';
import type { Change } from '../../../src/core/review/change';
import { compare } from '../../../src/core/review/compare';
import { example, FIRST, SECOND, written } from './example';
import { pairAfter } from './revisionPairs';

const OPERATIONS: readonly Operation[] = [
  { op: 'createEntity', id: 'kyiv', type: 'place', name: 'Kyiv' },
  { op: 'annotate', id: 'a-kyiv01', source: FIRST, exact: 'Kyiv', entity: 'kyiv' },
  { op: 'delete', id: 'a-time01' },
  { op: 'update', id: 'a-mention4', entity: 'zelenskyy' },
  { op: 'updateEvent', id: 'visit', title: 'Another visit' },
];

interface Options {
  readonly reviewed?: (change: Change) => boolean;
  readonly hidesReviewed?: boolean;
}

function outlineOf(options: Options = {}): {
  readonly outline: ReviewOutline;
  readonly changes: readonly Change[];
} {
  const at = example();
  const { changes } = compare(pairAfter(at, OPERATIONS));
  const outline = new ReviewOutline(at.store);
  outline.show({
    changes,
    isReviewed: options.reviewed ?? (() => false),
    wordsOf: (change) => {
      const subject = 'id' in change ? change.id : change.path;
      const { kind: happened } = change;
      return { subject, happened, title: `${subject} ${change.action}`, details: ['more'] };
    },
    hidesReviewed: options.hidesReviewed ?? false,
  });
  return { outline, changes };
}

function leavesOf(nodes: readonly OutlineNode[]): readonly OutlineNode[] {
  return nodes.flatMap((node) =>
    node.children === undefined ? [node] : leavesOf(node.children()),
  );
}

describe('the outline of a review', () => {
  it('lists the changes of each source in the order of its text, then those of records', () => {
    const { outline } = outlineOf();
    assert.deepEqual(written(outline), [
      'Xi calls Kyiv | 2 · seeds',
      '  a-kyiv01 | annotation · more',
      '  a-time01 | annotation · more',
      'second.txt | 1 · seeds',
      '  a-mention4 | annotation · more',
      'Entities | 1',
      '  kyiv | entity · more',
      'Events | 1',
      '  visit | event · more',
    ]);
  });

  it('says with an icon and in words what happened', () => {
    const leaves = leavesOf(outlineOf().outline.roots());
    assert.deepEqual(
      leaves.map(({ label, kind, icon, spoken }) => [label, kind, icon?.name, spoken]),
      [
        ['a-kyiv01', 'change', 'diff-added', 'a-kyiv01 added, more, not reviewed'],
        ['a-time01', 'removal', 'diff-removed', 'a-time01 removed, more, not reviewed'],
        ['a-mention4', 'change', 'diff-modified', 'a-mention4 changed, more, not reviewed'],
        ['kyiv', 'change', 'diff-added', 'kyiv added, more, not reviewed'],
        ['visit', 'change', 'diff-modified', 'visit changed, more, not reviewed'],
      ],
    );
  });

  it('stands for what is there now; for what was removed, for nothing', () => {
    const leaves = leavesOf(outlineOf().outline.roots());
    assert.deepEqual(
      leaves.map(({ subject }) => subject),
      [
        { kind: 'annotation', source: FIRST, id: 'a-kyiv01' },
        undefined,
        { kind: 'annotation', source: SECOND, id: 'a-mention4' },
        { kind: 'entity', id: 'kyiv' },
        { kind: 'event', id: 'visit' },
      ],
    );
  });

  it('ticks a group when everything in it is reviewed, and counts', () => {
    const reviewed = ({ kind, action }: Change): boolean =>
      kind === 'entity' || action === 'removed';
    const { outline } = outlineOf({ reviewed });
    assert.deepEqual(
      outline.roots().map(({ label, checked, description }) => [label, checked, description]),
      [
        ['Xi calls Kyiv', false, '1 of 2 reviewed · seeds'],
        ['second.txt', false, '1 · seeds'],
        ['Entities', true, '1 of 1 reviewed'],
        ['Events', false, '1'],
      ],
    );
    assert.deepEqual(
      leavesOf(outline.roots()).map(({ checked }) => checked),
      [false, true, false, true, false],
    );
  });

  it('leaves out what was reviewed when asked to', () => {
    const reviewed = ({ kind, action }: Change): boolean =>
      kind === 'entity' || action === 'removed';
    const { outline } = outlineOf({ reviewed, hidesReviewed: true });
    assert.deepEqual(written(outline), [
      'Xi calls Kyiv | 1 of 2 reviewed · seeds',
      '  a-kyiv01 | annotation · more',
      'second.txt | 1 · seeds',
      '  a-mention4 | annotation · more',
      'Events | 1',
      '  visit | event · more',
    ]);
  });

  it('hands over the keys of what lies below a node', () => {
    const { outline, changes } = outlineOf();
    const below = outline.roots().flatMap((node) => node.changes ?? []);
    assert.deepEqual(
      below,
      inViewOrder(changes).map(({ key }) => key),
    );
    assert.deepEqual(
      leavesOf(outline.roots()).map((node) => node.changes),
      below.map((key) => [key]),
    );
  });

  it('leads to the node of a change', () => {
    const { outline, changes } = outlineOf();
    const removal = changes.find(({ action }) => action === 'removed');
    assert.deepEqual(
      outline.pathTo(removal?.key ?? '').map(({ label }) => label),
      ['Xi calls Kyiv', 'a-time01'],
    );
    assert.deepEqual(outline.pathTo('no such change'), []);
  });

  it('counts what was reviewed among all', () => {
    const { changes } = outlineOf();
    const shown = {
      changes,
      isReviewed: ({ action }: Change) => action === 'added',
      wordsOf: () => ({ subject: '', happened: '', title: '', details: [] }),
      hidesReviewed: true,
    };
    assert.deepEqual(reviewedCount(shown), { reviewed: 2, all: 5 });
  });

  it('is empty without a comparison', () => {
    const outline = new ReviewOutline(example().store);
    assert.deepEqual(outline.roots(), []);
  });
});
