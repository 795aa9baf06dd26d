import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { entityCard } from '../../../src/core/outline/card';
import { EntitiesOutline } from '../../../src/core/outline/entities';
import type { OutlineNode } from '../../../src/core/outline/node';
import { relationNodes, relationsOf, relationWords } from '../../../src/core/outline/relations';
import { Tallies } from '../../../src/core/outline/tallies';
import { annotationFile, entityFile, lines, workspace, type Workspace } from '../workspace';

function record(id: string, type: string, name: string, ...more: readonly string[]): object {
  const text = lines('format: entity/1', `id: ${id}`, `type: ${type}`, `name: "${name}"`, ...more);
  return { [`annotations/entities/${id}.yaml`]: text };
}

function at(): Workspace {
  return workspace(
    {
      ...record(
        'xi',
        'person',
        'Xi Jinping',
        'relations:',
        '  - { type: leads, entity: china, date: "2013/..", evidence: [a-000001, a-gone00], note: "N" }',
        '  - { type: ally-of, entity: putin }',
        '  - { type: knows-well, entity: nobody }',
      ),
      ...record('china', 'place', 'China'),
      ...record('putin', 'person', 'Vladimir Putin', 'relations: [{ type: ally-of, entity: xi }]'),
      ...record('ccp', 'organisation', 'Party', 'relations:', '  - { type: part-of, entity: prc }'),
      ...entityFile('prc', 'mergedInto: china'),
      ...annotationFile('s.txt', '  a-000001:', '    exact: "President Xi"', '    entity: xi'),
    },
    { 's.txt': 'China’s President Xi came.' },
  );
}

function written(nodes: readonly OutlineNode[], indent = ''): readonly string[] {
  return nodes.flatMap((node) => [
    `${indent}${node.label} | ${node.description} | ${node.kind}`,
    ...written(node.children?.() ?? [], `${indent}  `),
  ]);
}

describe('the relations of an entity', () => {
  it('are those of its record and those that lead to it, each in words from its side', () => {
    const { store } = at();
    const words = (id: string): readonly string[] => relationsOf(store, id).map(relationWords);
    assert.deepEqual(words('xi'), [
      'Leads China (from 2013 on)',
      'Ally of Vladimir Putin',
      'Knows well nobody',
    ]);
    assert.deepEqual(words('china'), ['Has part Party', 'Led by Xi Jinping (from 2013 on)']);
    assert.deepEqual(words('nobody'), ['Knows well (this) Xi Jinping']);
  });

  it('are said once where both records say the same', () => {
    assert.deepEqual(
      relationsOf(at().store, 'putin').map(({ label }) => label),
      ['Ally of Xi Jinping'],
    );
  });

  it('are a group under the entity, with their evidence', () => {
    assert.deepEqual(written(relationNodes(at().store, 'xi', 'top')), [
      'Relations | 3 | group',
      '  Leads China | from 2013 on · 1 passage · N | relation',
      '    President Xi | s.txt | annotation',
      '  Ally of Vladimir Putin |  | relation',
      '  Knows well nobody |  | relation',
    ]);
    assert.deepEqual(relationNodes(at().store, 'nothing', 'top'), []);
  });

  it('know which record says them, so that they can be changed from either side', () => {
    const [group] = relationNodes(at().store, 'china', 'top');
    assert.deepEqual(
      group?.children?.().map(({ relation, subject }) => ({ relation, subject })),
      [
        {
          relation: { from: 'ccp', type: 'part-of', to: 'prc' },
          subject: { kind: 'entity', id: 'ccp' },
        },
        {
          relation: { from: 'xi', type: 'leads', to: 'china' },
          subject: { kind: 'entity', id: 'xi' },
        },
      ],
    );
  });

  it('unfold an entity that nothing mentions', () => {
    const { store } = at();
    const tallies = new Tallies(store);
    const places = new EntitiesOutline(store, tallies).roots().find(({ id }) => id === 'place');
    const [china] = places?.children?.() ?? [];
    assert.deepEqual(
      china?.children?.().map(({ label }) => label),
      ['Relations'],
    );
  });

  it('are on the card', () => {
    const { store } = at();
    const entity = store.indexes.entity('china');
    assert.ok(entity !== undefined);
    const card = entityCard(store, new Tallies(store), entity);
    assert.deepEqual(
      card.facts.find(({ name }) => name === 'Relations')?.value,
      'Has part Party, Led by Xi Jinping (from 2013 on)',
    );
  });
});
