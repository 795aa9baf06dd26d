import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mergeSchema } from '../../../src/core/schema/merge';
import { BUILTIN_SCHEMA } from '../../../src/core/schema/builtin';
import { hasRoom, misfitOf, wrongCounts } from '../../../src/core/schema/roleFit';

const SCHEMA = mergeSchema(BUILTIN_SCHEMA, {
  entityTypes: {
    ministry: { label: 'Ministry', parent: 'organisation' },
    spring: { label: 'Spring', parent: 'ring' },
    ring: { label: 'Ring', parent: 'spring' },
  },
  eventTypes: {
    vote: {
      label: 'Vote',
      roles: {
        voter: { types: ['person'], min: 2 },
        about: { types: ['event'], max: 1 },
        talk: { types: ['consult'] },
        never: { types: [] },
        note: {},
      },
    },
  },
});

function takes(role: string, kind: 'entity' | 'event', type: string): string {
  return misfitOf(SCHEMA, 'vote', role, { kind, type }) ?? 'fits';
}

describe('what fills a role', () => {
  it('is of its types or of kinds of them', () => {
    const actor = (type: string): string =>
      misfitOf(SCHEMA, 'consult', 'actor', { kind: 'entity', type }) ?? 'fits';
    assert.equal(actor('ministry'), 'fits');
    assert.equal(actor('document'), 'actor takes person, organisation, place or group');
    assert.equal(actor('spring'), 'actor takes person, organisation, place or group');
    assert.equal(takes('voter', 'entity', 'organisation'), 'voter takes person');
  });

  it('may be an event where the role names events, one of their types, or no types', () => {
    assert.equal(takes('about', 'event', 'consult'), 'fits');
    assert.equal(takes('about', 'entity', 'person'), 'about takes event');
    assert.equal(takes('talk', 'event', 'consult'), 'fits');
    assert.equal(takes('talk', 'event', 'aid'), 'talk takes consult');
    assert.equal(takes('note', 'event', 'aid'), 'fits');
    assert.equal(takes('voter', 'event', 'aid'), 'voter takes person');
  });

  it('is anything for a role or a type that the schema does not know, and nothing where it says so', () => {
    assert.equal(takes('constructor', 'entity', 'person'), 'fits');
    assert.equal(misfitOf(SCHEMA, 'party', 'guest', { kind: 'entity', type: 'person' }), undefined);
    assert.equal(takes('never', 'entity', 'person'), 'never takes nothing');
  });
});

describe('how many fill a role', () => {
  const fillers = (...roles: readonly string[]): { role: string; entity: string }[] =>
    roles.map((role, at) => ({ role, entity: `e${at}` }));

  it('is wrong below the least and above the most, each filler counted once', () => {
    assert.deepEqual(wrongCounts(SCHEMA, 'vote', fillers('voter', 'about', 'about')), [
      { role: 'voter', count: 1, limit: 2, kind: 'few' },
      { role: 'about', count: 2, limit: 1, kind: 'many' },
    ]);
    const same = { role: 'about', entity: 'talks' };
    const voters = fillers('voter', 'voter');
    assert.deepEqual(wrongCounts(SCHEMA, 'vote', [...voters, same, same]), []);
    assert.deepEqual(wrongCounts(SCHEMA, 'party', fillers('guest')), []);
  });

  it('leaves room until the most is reached', () => {
    assert.equal(hasRoom(SCHEMA, 'vote', 'about', 0), true);
    assert.equal(hasRoom(SCHEMA, 'vote', 'about', 1), false);
    assert.equal(hasRoom(SCHEMA, 'vote', 'voter', 100), true);
  });
});
