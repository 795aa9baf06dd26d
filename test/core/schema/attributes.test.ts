import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Annotation } from '../../../src/core/model/annotation';
import { attributesFor } from '../../../src/core/schema/attributes';
import { BUILTIN_SCHEMA } from '../../../src/core/schema/builtin';

const TARGET = { exact: 'x', prefix: '', suffix: '', start: 0, end: 1 };
const BARE: Annotation = {
  id: 'a-000001',
  targets: [TARGET],
  roles: [],
  attributes: {},
  status: 'accepted',
};
const SCHEMA = {
  ...BUILTIN_SCHEMA,
  attributes: {
    ...BUILTIN_SCHEMA.attributes,
    anywhere: {},
    naming: { on: ['entity'] },
    party: { on: ['person'] },
    damage: { on: ['assault'] },
    manner: { on: ['statement'] },
  },
};

describe('the attributes that an annotation can have', () => {
  const names = (annotation: Partial<Annotation>, recordType?: string): readonly string[] =>
    Object.keys(attributesFor(SCHEMA, { ...BARE, ...annotation }, recordType));

  it('are those of its kind and of the type of its record', () => {
    assert.deepEqual(names({ entity: 'xi' }, 'person'), ['anywhere', 'naming', 'party']);
    assert.deepEqual(names({ event: 'war' }, 'assault'), ['anywhere', 'damage']);
    assert.deepEqual(names({ type: 'statement' }), ['anywhere', 'manner']);
    assert.deepEqual(names({ note: 'n' }), ['anywhere']);
  });

  it('are without certainty, polarity and credibility, which have fields of their own', () => {
    assert.deepEqual(
      Object.keys(attributesFor(BUILTIN_SCHEMA, { ...BARE, event: 'war' }, 'x')),
      [],
    );
  });
});
