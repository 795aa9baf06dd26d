import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { misfitOfType, retypeEntity, retypeEvent } from '../../../src/core/operations/retyping';
import { BUILTIN_SCHEMA } from '../../../src/core/schema/builtin';
import type { Schema } from '../../../src/core/model/schema';

const SCHEMA: Schema = {
  ...BUILTIN_SCHEMA,
  eventTypes: {
    visit: { id: 'visit', label: 'Visit', modes: ['state'], roles: { guest: {}, host: {} } },
    attack: { id: 'attack', label: 'Attack', modes: [], roles: { attacker: {}, host: {} } },
  },
};
const VISIT = {
  id: 'v',
  type: 'visit',
  mode: 'state',
  title: 'V',
  participants: [
    { role: 'guest', entity: 'a' },
    { role: 'host', entity: 'b' },
  ],
};
const typeOf = (): string => 'person';

describe('another type for an event', () => {
  it('says which mode and roles it does not have', () => {
    assert.deepEqual(misfitOfType(SCHEMA, VISIT, 'attack'), {
      mode: 'state',
      participants: [{ role: 'guest', entity: 'a' }],
    });
    assert.deepEqual(misfitOfType(SCHEMA, VISIT, 'visit'), { participants: [] });
  });

  it('drops the mode, and keeps, removes or fits the participants', () => {
    const retyped = (fate: 'keep' | 'remove' | 'propose'): unknown =>
      retypeEvent(SCHEMA, VISIT, 'attack', fate, typeOf);
    const base = { op: 'updateEvent', id: 'v', type: 'attack', mode: null };
    const host = { role: 'host', entity: 'b' };
    assert.deepEqual(retyped('keep'), [base]);
    assert.deepEqual(retyped('remove'), [{ ...base, participants: [host] }]);
    const fitted = [{ role: 'attacker', entity: 'a' }, host];
    assert.deepEqual(retyped('propose'), [{ ...base, participants: fitted }]);
  });

  it('is nothing when it is the same', () => {
    assert.deepEqual(retypeEvent(SCHEMA, VISIT, 'visit', 'keep', typeOf), []);
  });
});

describe('another type for an entity', () => {
  it('changes nothing else', () => {
    const entity = { id: 'a', type: 'person', name: 'A', aliases: [], links: {} };
    assert.deepEqual(retypeEntity(entity, 'group'), [
      { op: 'updateEntity', id: 'a', type: 'group' },
    ]);
    assert.deepEqual(retypeEntity(entity, 'person'), []);
  });
});
