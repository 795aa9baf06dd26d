import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { eventCard } from '../../../src/core/outline/card';
import type { OutlineNode } from '../../../src/core/outline/node';
import { participantNodes, targetName } from '../../../src/core/outline/participants';
import { entityFile, eventFile } from '../workspace';
import { example, FIRST, SECOND, type Example } from './example';

const CROWD = {
  ...entityFile('anna'),
  ...entityFile('anna-old', 'mergedInto: anna'),
  ...eventFile('summit'),
  ...eventFile(
    'talks',
    'place: anna-old',
    'participants:',
    '  - { role: third-party, entity: summit }',
    '  - { role: actor, entity: anna }',
    '  - { role: actor, entity: anna-old }',
    '  - { role: recipient, entity: anna }',
    '  - { role: actor, entity: ghost }',
  ),
};

function crowd(): Example {
  const at = example();
  for (const [path, text] of Object.entries(CROWD)) at.store.replaceFile(path, text);
  return at;
}

function nodesOf(at: Example, id: string): readonly OutlineNode[] {
  const event = at.store.indexes.event(id);
  assert.ok(event !== undefined);
  return participantNodes(at.store, event, 'parent');
}

describe('the participants of an event', () => {
  it('are in the order of the record, each role of an entity once, the place last', () => {
    assert.deepEqual(
      nodesOf(crowd(), 'talks').map(({ spoken }) => spoken),
      ['third party: summit', 'actor: anna', 'recipient: anna', 'actor: ghost', 'place: anna'],
    );
  });

  it('lead to the record that took the place of a merged one, and to events', () => {
    assert.deepEqual(
      nodesOf(crowd(), 'talks').map(({ subject }) => subject),
      [
        { kind: 'event', id: 'summit' },
        { kind: 'entity', id: 'anna' },
        { kind: 'entity', id: 'anna' },
        undefined,
        { kind: 'entity', id: 'anna' },
      ],
    );
  });

  it('have an id of their own below their event', () => {
    const ids = nodesOf(crowd(), 'talks').map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    assert.ok(ids.every((id) => id.startsWith('parent›')));
  });

  it('have the icon of what they are, or an empty one', () => {
    assert.deepEqual(
      nodesOf(crowd(), 'talks').map(({ icon }) => icon?.name),
      ['calendar', 'person', 'person', 'circle-outline', 'person'],
    );
  });

  it('are none for an event of which nothing is known', () => {
    assert.deepEqual(nodesOf(example(), 'rumour'), []);
  });

  it('are named on the card once for each role', () => {
    const at = crowd();
    const event = at.store.indexes.event('talks');
    assert.ok(event !== undefined);
    assert.deepEqual(
      eventCard(at.store, at.tallies, event).facts.map(({ name, value }) => `${name}: ${value}`),
      [
        'Third party: summit',
        'Actor: anna, ghost',
        'Recipient: anna',
        'Place: anna',
        'Reported: nowhere yet',
      ],
    );
  });
});

describe('the name of the target of a role', () => {
  const cases: readonly (readonly [string, string, string, string])[] = [
    ['the name of an entity', '', 'xi-jinping', 'Xi Jinping'],
    ['the name of the record that took its place', '', 'anna-old', 'anna'],
    ['the title of an event', '', 'call', 'Xi and Zelenskyy speak by phone'],
    ['the entity that a mention names', FIRST, 'a-mention1', 'Xi Jinping'],
    ['the words of an annotation without an entity', FIRST, 'a-time01', 'Wednesday'],
    ['the id of an annotation of another source', SECOND, 'a-time01', 'a-time01'],
    ['whatever stands there', FIRST, 'somebody', 'somebody'],
  ];
  for (const [what, source, target, expected] of cases) {
    it(`is ${what}`, () => {
      assert.equal(targetName(crowd().store, source, target), expected);
    });
  }

  it('is the words of a mention when its entity is gone', () => {
    const at = crowd();
    at.store.removeFile('annotations/entities/zelenskyy.yaml');
    assert.equal(targetName(at.store, FIRST, 'a-mention3'), 'Zelensky');
  });
});
