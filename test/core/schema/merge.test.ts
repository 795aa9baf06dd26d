import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { BUILTIN_SCHEMA } from '../../../src/core/schema/builtin';
import { mergeSchema, type PartialSchema } from '../../../src/core/schema/merge';

function merged(own: PartialSchema): ReturnType<typeof mergeSchema> {
  return mergeSchema(BUILTIN_SCHEMA, own);
}

describe("a project's schema over the built-in one", () => {
  it('changes nothing when it says nothing', () => {
    assert.deepEqual(merged({}), BUILTIN_SCHEMA);
    assert.deepEqual(merged({ entityTypes: {}, eventTypes: {}, checks: {} }), BUILTIN_SCHEMA);
  });

  it('replaces sources and layout', () => {
    const schema = merged({ sources: ['seeds/**/*.txt'], layout: 'beside' });
    assert.deepEqual(schema.sources, ['seeds/**/*.txt']);
    assert.equal(schema.layout, 'beside');
  });

  it('adds a type after the built-in ones', () => {
    const schema = merged({ entityTypes: { ship: { label: 'Vessel', color: 'teal' } } });
    assert.deepEqual(Object.keys(schema.entityTypes), [
      ...Object.keys(BUILTIN_SCHEMA.entityTypes),
      'ship',
    ]);
    assert.deepEqual(schema.entityTypes['ship'], { id: 'ship', label: 'Vessel', color: 'teal' });
  });

  it('labels a new type with its id in words', () => {
    const schema = merged({
      entityTypes: { 'prime-minister': {}, _: {} },
      eventTypes: { prisoner_swap: {} },
    });
    assert.equal(schema.entityTypes['prime-minister']?.label, 'Prime minister');
    assert.equal(schema.entityTypes['_']?.label, '_');
    assert.deepEqual(schema.eventTypes['prisoner_swap'], {
      id: 'prisoner_swap',
      label: 'Prisoner swap',
      modes: [],
      roles: {},
    });
  });

  it('gives a new type without a colour that of its nearest parent with one, or grey', () => {
    const { entityTypes } = merged({
      entityTypes: {
        government: { parent: 'organisation' },
        ministry: { parent: 'government' },
        plain: {},
        loop: { parent: 'loop' },
      },
    });
    assert.equal(entityTypes['ministry']?.color, BUILTIN_SCHEMA.entityTypes['organisation']?.color);
    assert.equal(entityTypes['plain']?.color, 'grey');
    assert.equal(entityTypes['loop']?.color, 'grey');
  });

  it('changes of a built-in type only what it gives', () => {
    const schema = merged({
      entityTypes: { person: { color: 'red' } },
      eventTypes: { consult: { label: 'Talks' } },
    });
    const { person } = BUILTIN_SCHEMA.entityTypes;
    assert.deepEqual(schema.entityTypes['person'], { ...person, color: 'red' });
    const { consult } = BUILTIN_SCHEMA.eventTypes;
    assert.deepEqual(schema.eventTypes['consult'], { ...consult, label: 'Talks' });
    assert.deepEqual(Object.keys(schema.entityTypes), Object.keys(BUILTIN_SCHEMA.entityTypes));
  });

  it('replaces the roles and modes of a built-in event type as a whole', () => {
    const schema = merged({
      eventTypes: { consult: { modes: ['letter'], roles: { writer: {} } } },
    });
    assert.deepEqual(schema.eventTypes['consult']?.modes, ['letter']);
    assert.deepEqual(schema.eventTypes['consult'].roles, { writer: {} });
  });

  it('removes a type that it sets to null, and does not mind one that was never there', () => {
    const schema = merged({
      entityTypes: { product: null, unicorn: null },
      attributes: { credibility: null },
    });
    assert.equal(Object.hasOwn(schema.entityTypes, 'product'), false);
    assert.equal(Object.hasOwn(schema.entityTypes, 'unicorn'), false);
    assert.deepEqual(Object.keys(schema.attributes), ['certainty', 'polarity']);
  });

  it('adds relations, attributes and checks to those there are', () => {
    const first = merged({ relationTypes: { 'sings-with': { from: ['person'] } } });
    const second = mergeSchema(first, {
      relationTypes: { 'dances-with': {}, 'sings-with': { to: ['organisation'] } },
      attributes: { tone: { values: ['calm', 'angry'] } },
      checks: { orphaned: 'error' },
    });
    assert.deepEqual(second.relationTypes, {
      ...BUILTIN_SCHEMA.relationTypes,
      'sings-with': { from: ['person'], to: ['organisation'] },
      'dances-with': {},
    });
    assert.deepEqual(second.attributes['tone'], { values: ['calm', 'angry'] });
    assert.deepEqual(second.checks, { orphaned: 'error' });
  });

  it('takes an id that objects use themselves as any other id', () => {
    const entityTypes: unknown = JSON.parse('{ "__proto__": { "label": "Proto" } }');
    const schema = merged({ entityTypes } as PartialSchema);
    assert.ok(Object.hasOwn(schema.entityTypes, '__proto__'));
    assert.equal(Object.getPrototypeOf(schema.entityTypes), Object.prototype);
  });
});

describe('the laws of merging', () => {
  const id = fc.constantFrom('person', 'place', 'ship', 'port');
  const own: fc.Arbitrary<PartialSchema> = fc.record(
    {
      sources: fc.array(fc.constantFrom('a/**', 'b/**')),
      layout: fc.constantFrom('folder', 'beside'),
      entityTypes: fc.dictionary(
        id,
        fc.option(
          fc.record(
            {
              label: fc.constantFrom('One', 'Two'),
              color: fc.constantFrom('red', 'teal'),
              parent: id,
            },
            { requiredKeys: [] },
          ),
        ),
      ),
      checks: fc.dictionary(fc.constantFrom('orphaned', 'unknown'), fc.constant('warning')),
    },
    { requiredKeys: [] },
  );

  it('merging the same twice is merging it once', () => {
    fc.assert(
      fc.property(own, (schema) => {
        const once = merged(schema);
        assert.deepEqual(mergeSchema(once, schema), once);
      }),
      { numRuns: 10_000 },
    );
  });

  it('every type is filed under its id, with a label and a colour', () => {
    fc.assert(
      fc.property(own, (schema) => {
        for (const [key, type] of Object.entries(merged(schema).entityTypes)) {
          assert.equal(type.id, key);
          assert.notEqual(type.label, '');
          assert.notEqual(type.color, '');
        }
      }),
      { numRuns: 10_000 },
    );
  });

  it('leaves the schema underneath as it was', () => {
    const before = structuredClone(BUILTIN_SCHEMA);
    merged({ entityTypes: { person: null, ship: {} }, checks: { orphaned: 'off' } });
    assert.deepEqual(BUILTIN_SCHEMA, before);
  });
});
