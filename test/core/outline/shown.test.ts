import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { EntitiesOutline } from '../../../src/core/outline/entities';
import { pathTo } from '../../../src/core/outline/node';
import { ShownTree, type ShownNode } from '../../../src/core/outline/shown';
import { carryOut } from '../workspace';
import { example, FIRST, SECOND, type Example } from './example';

/** The tree as a view has it after the person unfolded everything down to `depth`. */
function unfolded(at: Example, depth: number): ShownTree {
  const tree = new ShownTree(new EntitiesOutline(at.store, at.tallies));
  const unfold = (nodes: readonly ShownNode[], left: number): void => {
    if (left === 0) return;
    for (const node of nodes) unfold(tree.children(node), left - 1);
  };
  unfold(tree.roots(), depth - 1);
  return tree;
}

function labels(changed: 'all' | readonly ShownNode[]): 'all' | readonly string[] {
  return changed === 'all' ? changed : changed.map(({ node }) => node.label);
}

describe('what a change concerns', () => {
  it('is nothing when nothing changed', () => {
    assert.deepEqual(unfolded(example(), 4).update(), []);
  });

  it('is the entity of a new mention, and not its type', () => {
    const at = example();
    const tree = unfolded(at, 4);
    carryOut(at, [{ op: 'annotate', source: SECOND, exact: 'Beijing', entity: 'beijing' }]);
    assert.deepEqual(labels(tree.update()), ['Beijing']);
    assert.deepEqual(tree.update(), []);
  });

  it('is both entities when a mention goes from one to the other', () => {
    const at = example();
    const tree = unfolded(at, 2);
    carryOut(at, [{ op: 'update', id: 'a-mention1', entity: 'zelenskyy' }]);
    assert.deepEqual(labels(tree.update()), ['Volodymyr Zelenskyy', 'Xi Jinping']);
  });

  it('is the mention alone when only its status changed', () => {
    const at = example();
    const tree = unfolded(at, 4);
    carryOut(at, [{ op: 'update', id: 'a-mention4', status: 'accepted' }]);
    const changed = tree.update();
    assert.ok(changed !== 'all');
    assert.deepEqual(
      changed.map(({ subject }) => subject),
      [{ kind: 'annotation', source: SECOND, id: 'a-mention4' }],
    );
  });

  it('is the source node of a source that got another title', () => {
    const at = example();
    const tree = unfolded(at, 3);
    carryOut(at, [{ op: 'setSource', source: FIRST, title: 'Another title' }]);
    assert.deepEqual(labels(tree.update()), ['Another title', 'Another title']);
  });

  it('is the type of a new entity', () => {
    const at = example();
    const tree = unfolded(at, 2);
    carryOut(at, [{ op: 'createEntity', type: 'place', name: 'Minsk' }]);
    assert.deepEqual(labels(tree.update()), ['Place']);
  });

  it('is everything when a type came or went', () => {
    const at = example();
    const tree = unfolded(at, 2);
    carryOut(at, [{ op: 'createEntity', type: 'document', name: 'A plan' }]);
    assert.equal(tree.update(), 'all');
  });

  it('is nothing that nobody unfolded', () => {
    const at = example();
    const tree = unfolded(at, 1);
    carryOut(at, [{ op: 'annotate', source: SECOND, exact: 'Beijing', entity: 'beijing' }]);
    assert.deepEqual(tree.update(), []);
  });

  it('leaves the nodes that stay the same objects', () => {
    const at = example();
    const tree = unfolded(at, 2);
    const path = (): ShownNode | undefined =>
      tree.at(
        pathTo(new EntitiesOutline(at.store, at.tallies).roots(), [
          { kind: 'entity', id: 'beijing' },
        ]),
      );
    const before = path();
    carryOut(at, [{ op: 'createEntity', type: 'place', name: 'Minsk' }]);
    tree.update();
    assert.ok(before !== undefined);
    assert.equal(path(), before);
  });
});
