import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { BUILTIN_SCHEMA } from '../../../src/core/schema/builtin';
import { mergeSchema } from '../../../src/core/schema/merge';
import {
  isMutual,
  mayBeFrom,
  mayLeadTo,
  relationChoices,
  relationLabel,
} from '../../../src/core/schema/relations';

const SCHEMA = mergeSchema(BUILTIN_SCHEMA, {
  entityTypes: { minister: { parent: 'person' } },
  relationTypes: { 'knows-well': { from: ['person'] }, owns: null },
});

describe('a relation type', () => {
  it('is called by its label, from the other side by its inverse', () => {
    assert.equal(relationLabel(SCHEMA, 'leads'), 'Leads');
    assert.equal(relationLabel(SCHEMA, 'leads', true), 'Led by');
    assert.equal(relationLabel(SCHEMA, 'knows-well'), 'Knows well');
    assert.equal(relationLabel(SCHEMA, 'knows-well', true), 'Knows well (this)');
    assert.equal(relationLabel(SCHEMA, 'constructor'), 'Constructor');
  });

  it('is mutual when both sides are called alike', () => {
    assert.ok(isMutual(SCHEMA, 'ally-of'));
    assert.ok(!isMutual(SCHEMA, 'leads') && !isMutual(SCHEMA, 'knows-well'));
  });

  it('joins the types that it names and their kinds, and any where it names none', () => {
    assert.ok(mayBeFrom(SCHEMA, 'leads', 'minister'));
    assert.ok(!mayBeFrom(SCHEMA, 'leads', 'document'));
    assert.ok(mayLeadTo(SCHEMA, 'leads', 'organisation'));
    assert.ok(!mayLeadTo(SCHEMA, 'leads', 'person'));
    assert.ok(mayLeadTo(SCHEMA, 'knows-well', 'document'));
    assert.ok(mayBeFrom(SCHEMA, 'part-of', 'no-such-type'));
  });
});

describe('the relations offered for an entity', () => {
  const choices = relationChoices(SCHEMA, 'minister');
  const at = (type: string, reversed: boolean): number =>
    choices.findIndex((each) => each.type === type && each.reversed === reversed);

  it('are first those that it may have, then those that may lead to it, then the others', () => {
    assert.ok(at('leads', false) < at('knows-well', true));
    assert.ok(at('knows-well', true) < at('leads', true));
    const order = choices.map(({ fits, reversed }) => (fits ? 0 : 2) + Number(reversed));
    assert.deepEqual(order, order.toSorted());
  });

  it('are both sides of each type, of a mutual one the only one', () => {
    const types = Object.keys(SCHEMA.relationTypes);
    const mutual = types.filter((type) => isMutual(SCHEMA, type));
    assert.equal(choices.length, 2 * types.length - mutual.length);
    assert.equal(at('ally-of', true), -1);
    assert.equal(at('owns', false), -1);
  });
});

describe('the built-in relation types', () => {
  it('each have words for both sides and join types that there are', () => {
    for (const [id, { label, inverse, from = [], to = [] }] of Object.entries(
      BUILTIN_SCHEMA.relationTypes,
    )) {
      assert.ok(label !== undefined && inverse !== undefined, id);
      for (const type of [...from, ...to]) assert.ok(type in BUILTIN_SCHEMA.entityTypes, type);
    }
  });
});
