import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { guessTypes } from '../../../src/core/matching/guessType';
import { BUILTIN_SCHEMA } from '../../../src/core/schema/builtin';

function first(name: string, before = ''): string | undefined {
  return guessTypes(BUILTIN_SCHEMA, name, before, new Map())[0];
}

describe('the likeliest type of a new entity', () => {
  const cases: readonly (readonly [name: string, before: string, type: string])[] = [
    ['Dmytro Kuleba', '', 'person'],
    ['Amherd', 'citing Swiss President ', 'person'],
    ['@ZelenskyyUa', '', 'person'],
    ['German Marshall Fund', '', 'organisation'],
    ['Ministry of Foreign Affairs', '', 'organisation'],
    ['BRICS', 'members of ', 'organisation'],
    ['Guangzhou', 'met in ', 'place'],
    ['Black Sea', '', 'place'],
    ['12-point peace plan', '', 'document'],
    ['Treaty of Versailles', '', 'document'],
    ['Summer Games', '', 'conference'],
    ['Great Hall', '', 'facility'],
    ['F-16', '', 'product'],
  ];
  for (const [name, before, type] of cases) {
    it(`of “${before}${name}” is ${type}`, () => {
      assert.equal(first(name, before), type);
    });
  }

  it('is known for countries of several words, and not an organisation for a province', () => {
    for (const name of ['United Arab Emirates', 'San Marino', 'the Equatorial Guinea']) {
      assert.equal(first(name), 'place', name);
    }
    assert.notEqual(first('四川省'), 'organisation');
    assert.equal(first('外務省'), 'organisation');
    assert.equal(first('Baku Media', 'told to '), 'organisation');
    assert.equal(first('Cold War', 'in the '), 'other');
  });

  it('is else the one used most, then the first of the schema', () => {
    assert.equal(guessTypes(BUILTIN_SCHEMA, 'nobody', '', new Map([['group', 3]]))[0], 'group');
    assert.equal(first('nobody'), Object.keys(BUILTIN_SCHEMA.entityTypes)[0]);
  });

  it('comes with all other types of the schema behind it', () => {
    const types = guessTypes(BUILTIN_SCHEMA, 'BRICS', '', new Map());
    assert.deepEqual([...types].sort(), Object.keys(BUILTIN_SCHEMA.entityTypes).sort());
  });

  it('is one that the schema has', () => {
    const schema = {
      ...BUILTIN_SCHEMA,
      entityTypes: { agent: { id: 'agent', label: 'Agent', color: 'blue' } },
    };
    assert.deepEqual(guessTypes(schema, 'Dmytro Kuleba', '', new Map()), ['agent']);
  });
});
