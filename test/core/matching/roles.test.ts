import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { NearbyEntity } from '../../../src/core/matching/nearby';
import {
  fittingFirst,
  likelyParticipants,
  misfitOfAll,
  proposeRoles,
  type Party,
} from '../../../src/core/matching/roles';
import { BUILTIN_SCHEMA } from '../../../src/core/schema/builtin';
import { mergeSchema } from '../../../src/core/schema/merge';

const TYPES: Readonly<Record<string, string>> = {
  kuleba: 'person',
  wang: 'person',
  ukraine: 'place',
  guangzhou: 'place',
  plan: 'document',
  party: 'organisation',
};

function entities(...ids: readonly string[]): readonly { id: string; type: string }[] {
  return ids.map((id) => ({ id, type: TYPES[id] ?? 'other' }));
}

function inside(...ids: readonly string[]): readonly NearbyEntity[] {
  return ids.map((entity) => ({ entity, zone: 'passage', distance: 0 }));
}

describe('the proposed roles', () => {
  const roles = (type: string, ...ids: readonly string[]): readonly string[] =>
    proposeRoles(BUILTIN_SCHEMA, type, entities(...ids)).map(({ role }) => role);

  it('make the first the actor and the others recipients', () => {
    assert.deepEqual(roles('consult', 'kuleba', 'wang', 'ukraine'), [
      'actor',
      'recipient',
      'recipient',
    ]);
  });

  it('go by what the type allows', () => {
    assert.deepEqual(roles('statement', 'kuleba', 'wang'), ['speaker', 'addressee']);
    assert.deepEqual(roles('consult', 'kuleba', 'plan'), ['actor', 'topic']);
  });

  it('give no role more than it takes, and an event one that takes events', () => {
    const schema = mergeSchema(BUILTIN_SCHEMA, {
      eventTypes: {
        duel: {
          label: 'Duel',
          roles: { winner: { types: ['person'], max: 1 }, loser: { types: ['person'] }, cause: {} },
        },
      },
    });
    const parties = [...entities('kuleba', 'wang'), { id: 'row', type: 'accuse', kind: 'event' }];
    const proposed = proposeRoles(schema, 'duel', parties as readonly Party[]);
    assert.deepEqual(
      proposed.map(({ role }) => role),
      ['winner', 'loser', 'cause'],
    );
  });

  it('drop nobody, even for a type that declares no roles', () => {
    assert.deepEqual(roles('no-such-type', 'kuleba'), ['participant']);
  });
});

describe('the types of a new participant', () => {
  it('begin with those that the roles take', () => {
    const types = ['document', 'person', 'facility', 'place'];
    const order = (...roles: readonly string[]): readonly string[] =>
      fittingFirst(BUILTIN_SCHEMA, 'consult', roles, types);
    assert.deepEqual(order('place'), ['facility', 'place', 'document', 'person']);
    assert.deepEqual(order('actor', 'topic'), ['person', 'place', 'document', 'facility']);
    assert.deepEqual(order('topic'), types);
  });

  it('fit nothing only when every role says what it takes', () => {
    const document = { kind: 'entity', type: 'document' } as const;
    assert.equal(misfitOfAll(BUILTIN_SCHEMA, 'consult', document), undefined);
    const schema = mergeSchema(BUILTIN_SCHEMA, {
      eventTypes: { duel: { label: 'Duel', roles: { winner: { types: ['person'] } } } },
    });
    assert.equal(misfitOfAll(schema, 'duel', document), 'winner takes person');
  });
});

describe('the likely participants', () => {
  const likely = (place: string | undefined, ...ids: readonly string[]): readonly string[] =>
    likelyParticipants(BUILTIN_SCHEMA, 'consult', inside(...ids), (id) => TYPES[id], place);

  it('are the people of the passage when there are two, without the places', () => {
    assert.deepEqual(likely(undefined, 'kuleba', 'ukraine', 'wang', 'party'), ['kuleba', 'wang']);
  });

  it('are also bodies when there are not two people', () => {
    assert.deepEqual(likely(undefined, 'kuleba', 'ukraine', 'party'), ['kuleba', 'party']);
  });

  it('are also places when there are not two others, but not the place of the event', () => {
    assert.deepEqual(likely('guangzhou', 'kuleba', 'ukraine', 'guangzhou'), ['kuleba', 'ukraine']);
  });

  it('are none that may fill no role or stand outside the passage', () => {
    const outside: NearbyEntity = { entity: 'wang', zone: 'sentence', distance: 3 };
    const nearby = [...inside('plan'), outside];
    assert.deepEqual(
      likelyParticipants(BUILTIN_SCHEMA, 'consult', nearby, (id) => TYPES[id], undefined),
      [],
    );
  });
});
