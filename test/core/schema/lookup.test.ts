import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { BUILTIN_SCHEMA } from '../../../src/core/schema/builtin';
import {
  colorOf,
  entityTypeOf,
  eventTypeOf,
  isKindOf,
  rolesOf,
} from '../../../src/core/schema/lookup';
import { mergeSchema, type PartialEntityType } from '../../../src/core/schema/merge';
import { isPaletteColor } from '../../../src/core/schema/palette';

const schema = mergeSchema(BUILTIN_SCHEMA, {
  entityTypes: {
    government: { parent: 'organisation' },
    ministry: { parent: 'government', color: 'no such colour' },
    chicken: { parent: 'egg', color: 'none' },
    egg: { parent: 'chicken', color: 'none' },
    self: { parent: 'self', color: 'none' },
    stray: { parent: 'nowhere', color: 'none' },
  },
});

describe('looking up a type', () => {
  it('gives the declared type', () => {
    assert.equal(entityTypeOf(schema, 'person').label, 'Person');
    assert.equal(eventTypeOf(schema, 'consult').label, 'Consult');
  });

  it('gives a neutral type for an id that nobody declared', () => {
    assert.deepEqual(entityTypeOf(schema, 'ship'), { id: 'ship', label: 'ship', color: 'grey' });
    assert.deepEqual(eventTypeOf(schema, 'wedding'), {
      id: 'wedding',
      label: 'wedding',
      modes: [],
      roles: {},
    });
  });

  it('does not take what objects inherit for a type', () => {
    for (const id of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) {
      assert.equal(entityTypeOf(schema, id).label, id);
      assert.equal(eventTypeOf(schema, id).label, id);
      assert.equal(colorOf(schema, id), 'grey');
    }
  });

  it('gives the roles of an event type in the order in which they are asked for', () => {
    assert.deepEqual(Object.keys(rolesOf(schema, 'consult')), [
      'actor',
      'recipient',
      'third-party',
      'topic',
      'place',
    ]);
    assert.deepEqual(rolesOf(schema, 'wedding'), {});
  });
});

describe('the colour of an entity type', () => {
  it('is its own', () => {
    assert.equal(colorOf(schema, 'person'), 'blue');
  });

  it('is that of the parent when it names none, or one that does not exist', () => {
    assert.equal(colorOf(schema, 'government'), colorOf(schema, 'organisation'));
    assert.equal(colorOf(schema, 'ministry'), colorOf(schema, 'organisation'));
  });

  it('is grey for an unknown type, an unknown parent and parents in a circle', () => {
    for (const id of ['ship', 'stray', 'chicken', 'egg', 'self']) {
      assert.equal(colorOf(schema, id), 'grey', id);
    }
  });
});

describe('being a kind of', () => {
  it('holds for the type itself and every type above it', () => {
    assert.ok(isKindOf(schema, 'ministry', 'ministry'));
    assert.ok(isKindOf(schema, 'ministry', 'government'));
    assert.ok(isKindOf(schema, 'ministry', 'organisation'));
  });

  it('does not hold downwards or sideways', () => {
    assert.equal(isKindOf(schema, 'organisation', 'ministry'), false);
    assert.equal(isKindOf(schema, 'ministry', 'person'), false);
  });

  it('ends where parents form a circle', () => {
    assert.ok(isKindOf(schema, 'chicken', 'egg'));
    assert.equal(isKindOf(schema, 'chicken', 'person'), false);
  });

  it('has an answer for every tangle of parents, and a colour too', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd', 'person', '__proto__');
    const type: fc.Arbitrary<PartialEntityType> = fc.record(
      { parent: id, color: fc.constantFrom('red', 'none') },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.dictionary(id, type), id, id, id, (entityTypes, one, other, third) => {
        const tangled = mergeSchema(BUILTIN_SCHEMA, { entityTypes });
        assert.ok(isPaletteColor(colorOf(tangled, one)));
        assert.ok(isKindOf(tangled, one, one));
        if (isKindOf(tangled, one, other) && isKindOf(tangled, other, third)) {
          assert.ok(isKindOf(tangled, one, third));
        }
      }),
      { numRuns: 10_000 },
    );
  });
});
