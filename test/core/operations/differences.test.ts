import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { entityDifferences, eventDifferences } from '../../../src/core/operations/differences';

const ENTITY = { id: 'a', type: 'person', name: 'A', aliases: [], links: {} };
const EVENT = { id: 'e', type: 'consult', title: 'E', participants: [] };

describe('what two entities say differently', () => {
  it('is listed field by field, links by their key', () => {
    const from = { ...ENTITY, name: 'B', links: { wikidata: 'Q1', viaf: '2' }, note: 'n' };
    const into = { ...ENTITY, links: { wikidata: 'Q3', gnd: '4' } };
    assert.deepEqual(entityDifferences(from, into), [
      { fields: ['name'], field: 'name', from: 'B', into: 'A' },
      { fields: ['links.wikidata'], field: 'links.wikidata', from: 'Q1', into: 'Q3' },
    ]);
  });

  it('is nothing when they say the same', () => {
    assert.deepEqual(entityDifferences(ENTITY, ENTITY), []);
  });
});

describe('what two events say differently', () => {
  it('takes the mode with its type', () => {
    const from = { ...EVENT, type: 'assault', mode: 'targeted', date: '2024' };
    const into = { ...EVENT, mode: 'visit', date: '2023' };
    assert.deepEqual(eventDifferences(from, into), [
      {
        fields: ['type', 'mode'],
        field: 'type',
        from: 'assault (targeted)',
        into: 'consult (visit)',
      },
      { fields: ['date'], field: 'date', from: '2024', into: '2023' },
    ]);
  });

  it('compares modes by themselves when the type is the same', () => {
    const [only, ...more] = eventDifferences(
      { ...EVENT, mode: 'visit' },
      { ...EVENT, mode: 'talk' },
    );
    assert.deepEqual([only?.fields, more.length], [['mode'], 0]);
  });
});
