import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { NodeIcon, Outline, OutlineNode } from '../../../src/core/outline/node';
import { ShownTree, type ShownNode } from '../../../src/core/outline/shown';

/** `undefined` for a leaf, else the children. */
interface Plan {
  readonly [id: string]: Plan | undefined;
}

/** An outline that a test can change under the tree. */
class Planned implements Outline {
  plan: Plan;
  changes = new Map<string, Partial<OutlineNode>>();

  constructor(plan: Plan) {
    this.plan = plan;
  }

  roots(): readonly OutlineNode[] {
    return this.#nodes(this.plan);
  }

  #nodes(plan: Plan): readonly OutlineNode[] {
    return Object.entries(plan).map(([id, below]) => ({
      id,
      kind: 'group',
      label: id,
      description: '',
      spoken: id,
      ...(below === undefined ? {} : { children: () => this.#nodes(below) }),
      ...this.changes.get(id),
    }));
  }
}

/** A tree in which everything was unfolded. */
function unfolded(outline: Outline): ShownTree {
  const tree = new ShownTree(outline);
  const unfold = (nodes: readonly ShownNode[]): void => {
    for (const node of nodes) unfold(tree.children(node));
  };
  unfold(tree.roots());
  return tree;
}

function idsIn(changed: 'all' | readonly ShownNode[]): 'all' | readonly string[] {
  return changed === 'all' ? changed : changed.map(({ node }) => node.id);
}

const LEAF = undefined;
const PLAN: Plan = { a: { b: { c: LEAF, d: LEAF }, e: LEAF }, f: { g: LEAF } };

describe('what a tree must draw again', () => {
  const plans: readonly (readonly [string, Plan, 'all' | readonly string[]])[] = [
    ['nothing when the outline is the same', PLAN, []],
    ['the parent that lost a child', { ...PLAN, f: {} }, ['f']],
    [
      'the parent whose children changed places',
      { ...PLAN, a: { e: LEAF, b: { c: LEAF, d: LEAF } } },
      ['a'],
    ],
    [
      'the lowest parent that has another child, not the ones above it',
      { ...PLAN, a: { b: { c: LEAF, d: LEAF, x: LEAF }, e: LEAF } },
      ['b'],
    ],
    [
      'a parent once, however much changed below it',
      { ...PLAN, a: { b: { d: LEAF }, x: LEAF } },
      ['a'],
    ],
    ['two parents apart', { a: { b: { c: LEAF }, e: LEAF }, f: { h: LEAF } }, ['b', 'f']],
    ['a leaf that can now be unfolded', { ...PLAN, a: { ...PLAN['a'], e: { x: LEAF } } }, ['e']],
    ['all when a root came', { ...PLAN, z: LEAF }, 'all'],
    ['all when the roots changed places', { f: PLAN['f'], a: PLAN['a'] }, 'all'],
  ];
  for (const [what, plan, expected] of plans) {
    it(`is ${what}`, () => {
      const outline = new Planned(PLAN);
      const tree = unfolded(outline);
      outline.plan = plan;
      assert.deepEqual(idsIn(tree.update()), expected);
    });
  }

  const red: NodeIcon = { name: 'tag', color: 'red' };
  const looks: readonly (readonly [string, Partial<OutlineNode>])[] = [
    ['label', { label: 'other' }],
    ['description', { description: '3' }],
    ['icon', { icon: red }],
    ['spoken words', { spoken: 'other' }],
    ['highlight', { highlight: { start: 0, end: 1 } }],
  ];
  for (const [what, change] of looks) {
    it(`is the node alone whose ${what} changed`, () => {
      const outline = new Planned(PLAN);
      const tree = unfolded(outline);
      outline.changes.set('c', change);
      assert.deepEqual(idsIn(tree.update()), ['c']);
      assert.deepEqual(idsIn(tree.update()), []);
    });
  }

  it('is a node whose icon got another colour', () => {
    const outline = new Planned(PLAN);
    outline.changes.set('e', { icon: { name: 'tag', color: 'blue' } });
    const tree = unfolded(outline);
    outline.changes.set('e', { icon: red });
    assert.deepEqual(idsIn(tree.update()), ['e']);
  });

  it('is nothing before anybody asked for the roots', () => {
    assert.deepEqual(new ShownTree(new Planned(PLAN)).update(), []);
  });

  it('is all once, until the roots were asked for again', () => {
    const outline = new Planned(PLAN);
    const tree = unfolded(outline);
    outline.plan = { ...PLAN, z: LEAF };
    assert.equal(tree.update(), 'all');
    assert.deepEqual(tree.update(), []);
    tree.roots();
    outline.plan = PLAN;
    assert.equal(tree.update(), 'all');
  });

  it('is not looked for below what nobody unfolded', () => {
    const shut = { children: (): never => assert.fail('nobody asked for it') };
    const outline = new Planned(PLAN);
    outline.changes.set('b', shut);
    const tree = new ShownTree(outline);
    for (const root of tree.roots()) tree.children(root);
    assert.deepEqual(tree.update(), []);
  });
});

describe('the nodes that a tree holds', () => {
  it('stay the same objects through a change beside and below them', () => {
    const outline = new Planned(PLAN);
    const tree = unfolded(outline);
    const before = tree.at(outline.roots());
    const [a] = tree.roots();
    assert.ok(a !== undefined);
    const [b] = tree.children(a);
    outline.plan = { a: { x: LEAF, b: { d: LEAF } }, f: { g: LEAF } };
    tree.update();
    assert.equal(tree.roots()[0], a);
    assert.equal(tree.children(a)[1], b);
    assert.equal(tree.children(a)[0]?.parent, a);
    assert.equal(before, undefined);
  });

  it('are found at the end of a path, and not past it', () => {
    const outline = new Planned(PLAN);
    const tree = new ShownTree(outline);
    const [a] = outline.roots();
    const [b] = a?.children?.() ?? [];
    assert.ok(a !== undefined && b !== undefined);
    assert.equal(tree.at([a, b])?.node.id, 'b');
    assert.equal(tree.at([a, b])?.parent?.node.id, 'a');
    assert.equal(tree.at([b]), undefined);
    assert.equal(tree.at([a, b, a]), undefined);
    assert.equal(tree.at([]), undefined);
  });
});
