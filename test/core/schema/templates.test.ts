import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkWorkspace } from '../../../src/core/rules/check';
import { BUILTIN_SCHEMA } from '../../../src/core/schema/builtin';
import { schemaText, TEMPLATES } from '../../../src/core/schema/templates';
import { workspace } from '../workspace';

const PATH = 'annotations/schema.yaml';

describe('the starting points', () => {
  for (const template of TEMPLATES) {
    it(`of ${template.label} are schemas without a problem, with the choices that were made`, () => {
      const sources = ['seeds/**/*.{txt,md}', '!seeds/old "ones"/**'];
      const text = schemaText(template, { sources, layout: 'beside' });
      const at = workspace({ [PATH]: text }, {});
      assert.deepEqual(checkWorkspace(at.store, at), []);
      assert.deepEqual(at.store.schema.sources, sources);
      assert.equal(at.store.schema.layout, 'beside');
      assert.ok(text.endsWith('\n') && !text.endsWith('\n\n'));
    });
  }

  function typesOf(id: string): { entities: readonly string[]; events: readonly string[] } {
    const template = TEMPLATES.find((each) => each.id === id);
    assert.ok(template !== undefined);
    const text = schemaText(template, { sources: [], layout: 'folder' });
    const { schema } = workspace({ [PATH]: text }, {}).store;
    return { entities: Object.keys(schema.entityTypes), events: Object.keys(schema.eventTypes) };
  }

  it('are the built-in types, more of them, the 33 of ACE, and none', () => {
    assert.deepEqual(typesOf('news').entities, Object.keys(BUILTIN_SCHEMA.entityTypes));
    assert.ok(typesOf('diplomacy').entities.includes('treaty'));
    assert.deepEqual(typesOf('diplomacy').events, Object.keys(BUILTIN_SCHEMA.eventTypes));
    const families = 'life movement transaction business conflict contact personnel justice'.split(
      ' ',
    );
    const leaves = typesOf('ace').events.filter(
      (id) => !families.includes(id) && id !== 'statement',
    );
    assert.equal(leaves.length, 33);
    assert.deepEqual(typesOf('ace').entities.length, 7);
    assert.deepEqual(typesOf('empty'), { entities: ['person'], events: [] });
  });
});
