import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  childId,
  pathTo,
  sameSubject,
  type OutlineNode,
  type OutlineSubject,
} from '../../../src/core/outline/node';
import { splitNodes } from '../../../src/core/outline/split';

const XI: OutlineSubject = { kind: 'entity', id: 'xi' };
const CALL: OutlineSubject = { kind: 'event', id: 'call' };
const SOURCE: OutlineSubject = { kind: 'source', path: 's.txt' };
const MENTION: OutlineSubject = { kind: 'annotation', source: 's.txt', id: 'a-1' };

function node(id: string, more: Partial<OutlineNode> = {}): OutlineNode {
  return { id, kind: 'group', label: id, description: '', spoken: id, ...more };
}

describe('subjects', () => {
  it('are the same when they stand for the same thing', () => {
    for (const subject of [XI, CALL, SOURCE, MENTION]) {
      assert.equal(sameSubject({ ...subject }, subject), true);
    }
  });

  it('differ by kind, id, path and source', () => {
    const all: readonly OutlineSubject[] = [
      XI,
      CALL,
      SOURCE,
      MENTION,
      { kind: 'event', id: 'xi' },
      { kind: 'entity', id: 'call' },
      { kind: 'source', path: 't.txt' },
      { kind: 'annotation', source: 't.txt', id: 'a-1' },
      { kind: 'annotation', source: 's.txt', id: 'a-2' },
    ];
    for (const [index, one] of all.entries()) {
      for (const [at, other] of all.entries()) {
        assert.equal(sameSubject(one, other), index === at);
      }
      assert.equal(sameSubject(undefined, one), false);
    }
  });
});

describe('the path to a subject', () => {
  const mention = node('m', { kind: 'annotation', subject: MENTION });
  const under = (id: string): OutlineNode =>
    node(id, { kind: 'source', subject: SOURCE, children: () => [mention] });
  const tree = [
    node('empty'),
    node('events', {
      children: () => [
        node('call', { kind: 'event', subject: CALL, children: () => [under('call/s')] }),
      ],
    }),
    node('people', {
      children: () => [
        node('xi', { kind: 'entity', subject: XI, children: () => [under('xi/s')] }),
      ],
    }),
  ];
  const ids = (chain: readonly OutlineSubject[]): readonly string[] =>
    pathTo(tree, chain).map(({ id }) => id);

  it('goes through groups to a record, and through it to a passage', () => {
    assert.deepEqual(ids([XI]), ['people', 'xi']);
    assert.deepEqual(ids([XI, SOURCE, MENTION]), ['people', 'xi', 'xi/s', 'm']);
    assert.deepEqual(ids([CALL, SOURCE]), ['events', 'call', 'call/s']);
  });

  it('is empty for what is not there, or not below what it is said to be below', () => {
    assert.deepEqual(ids([]), []);
    assert.deepEqual(ids([{ kind: 'entity', id: 'nobody' }]), []);
    assert.deepEqual(ids([SOURCE]), []);
    assert.deepEqual(ids([XI, MENTION]), []);
    assert.deepEqual(ids([XI, CALL]), []);
  });

  it('asks no record for its children but those on the way', () => {
    const shut = node('shut', {
      kind: 'entity',
      subject: { kind: 'entity', id: 'other' },
      children: () => assert.fail('nobody asked for it'),
    });
    assert.equal(pathTo([shut, ...tree], [XI]).length, 2);
  });
});

describe('a long list', () => {
  const items = ['Anna', 'Boris', 'Clara', 'Dmytro', 'Emma'];
  const split = (most: number): readonly OutlineNode[] =>
    splitNodes(items, 'root', (item, parent) => node(childId(parent, item), { label: item }), most);

  it('stays a list while it is short enough', () => {
    assert.deepEqual(
      split(5).map(({ id }) => id),
      items.map((item) => `root›${item}`),
    );
  });

  it('becomes parts that are named by their first and last, and say how many they have', () => {
    assert.deepEqual(
      split(2).map(({ spoken }) => spoken),
      ['Anna – Boris, 2 entries', 'Clara – Dmytro, 2 entries', 'Emma – Emma, 1 entry'],
    );
  });

  it('keeps every item once, in order, below the part it is in', () => {
    const children = split(2).flatMap((part) =>
      (part.children?.() ?? []).map((child) => {
        assert.ok(child.id.startsWith(`${part.id}›`));
        return child.label;
      }),
    );
    assert.deepEqual(children, items);
  });
});
