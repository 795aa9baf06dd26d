import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Annotation } from '../../../src/core/model/annotation';
import { annotationIcon, entityTypeIcon } from '../../../src/core/outline/icons';
import { BUILTIN_SCHEMA } from '../../../src/core/schema/builtin';
import { mergeSchema } from '../../../src/core/schema/merge';
import { example } from './example';

describe('the icon of an entity type', () => {
  it('is another one for each built-in type, with the colour of the type', () => {
    const icons = Object.values(BUILTIN_SCHEMA.entityTypes).map(({ id, color }) => {
      const icon = entityTypeIcon(BUILTIN_SCHEMA, id);
      assert.equal(icon.color, color);
      return icon.name;
    });
    assert.equal(new Set(icons).size, icons.length);
  });

  it('is that of the nearest more general type, and the colour its own', () => {
    const schema = mergeSchema(BUILTIN_SCHEMA, {
      entityTypes: {
        ministry: { parent: 'organisation' },
        'foreign-ministry': { parent: 'ministry', color: 'red' },
      },
    });
    assert.deepEqual(entityTypeIcon(schema, 'ministry').name, 'organization');
    assert.deepEqual(entityTypeIcon(schema, 'foreign-ministry'), {
      name: 'organization',
      color: 'red',
    });
  });

  it('is a plain one for a type without an ancestor that has one', () => {
    const schema = mergeSchema(BUILTIN_SCHEMA, {
      entityTypes: { ship: { color: 'teal' }, orphan: { parent: 'nothing' } },
    });
    assert.deepEqual(entityTypeIcon(schema, 'ship'), { name: 'tag', color: 'teal' });
    for (const unknown of ['orphan', 'monster', 'constructor', '__proto__', '']) {
      assert.deepEqual(entityTypeIcon(schema, unknown), { name: 'tag', color: 'grey' });
    }
  });

  it('is found although types are each other’s kind', () => {
    const schema = mergeSchema(BUILTIN_SCHEMA, {
      entityTypes: { hen: { parent: 'egg' }, egg: { parent: 'hen', color: 'yellow' } },
    });
    assert.deepEqual(entityTypeIcon(schema, 'hen'), { name: 'tag', color: 'yellow' });
  });
});

describe('the icon of an annotation', () => {
  const { store } = example();
  const bare: Annotation = {
    id: 'a-1',
    targets: [{ exact: 'x', prefix: '', suffix: '', start: 0, end: 1 }],
    roles: [],
    attributes: {},
    status: 'accepted',
  };
  const cases: readonly (readonly [string, Partial<Annotation>, string])[] = [
    ['a mention of a person', { entity: 'xi-jinping' }, 'person blue'],
    ['a mention of a place', { entity: 'beijing' }, 'location green'],
    ['a mention of nobody known', { entity: 'nobody' }, 'question grey'],
    ['evidence', { event: 'call' }, 'calendar event'],
    ['evidence of an event that is not there', { event: 'nothing' }, 'calendar event'],
    ['a statement', { type: 'statement' }, 'quote statement'],
    ['a time', { type: 'time' }, 'watch time'],
    ['a note', { note: 'Who?' }, 'note note'],
    ['another type', { type: 'rhetoric' }, 'tag grey'],
  ];
  for (const [what, body, expected] of cases) {
    it(`tells ${what} by shape as well as colour`, () => {
      const { name, color } = annotationIcon(store.schema, store.indexes, { ...bare, ...body });
      assert.equal(`${name} ${color ?? ''}`, expected);
    });
  }
});
