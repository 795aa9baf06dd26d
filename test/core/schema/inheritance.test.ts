import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { eventColorOf } from '../../../src/core/schema/lookup';
import { projectSchema } from '../../../src/core/schema/project';
import { sourceChoices } from '../../../src/core/schema/sourceChoices';
import { sourceMatcher } from '../../../src/core/schema/sources';

describe('what a type does not say is said by its parent', () => {
  const schema = projectSchema({
    eventTypes: {
      summit: { parent: 'consult' },
      talk: { parent: 'summit', modes: [], color: 'red' },
      chat: { parent: 'talk', roles: { who: {} } },
      loop: { parent: 'loop' },
      stray: { parent: 'nowhere' },
    },
    relationTypes: { heads: { parent: 'leads' }, chairs: { parent: 'heads', to: ['conference'] } },
  });
  const { consult, summit, talk, chat, loop, stray } = schema.eventTypes;

  it('modes, roles and colours of event types', () => {
    assert.deepEqual(summit?.modes, consult?.modes);
    assert.deepEqual(summit?.roles, consult?.roles);
    assert.deepEqual(talk?.modes, []);
    assert.deepEqual(chat?.modes, []);
    assert.deepEqual(chat.roles, { who: {} });
    assert.equal(eventColorOf(schema, 'chat'), 'red');
    assert.equal(eventColorOf(schema, 'summit'), undefined);
    assert.equal(summit?.label, 'Summit');
  });

  it('the sides of relations', () => {
    const { leads, heads, chairs } = schema.relationTypes;
    assert.deepEqual(heads?.from, leads?.from);
    assert.deepEqual(heads?.to, leads?.to);
    assert.deepEqual(chairs, { parent: 'heads', from: leads?.from, to: ['conference'] });
  });

  it('nothing where there is no parent or a circle of them', () => {
    assert.deepEqual([loop?.modes, loop?.roles], [[], {}]);
    assert.deepEqual([stray?.modes, stray?.roles], [[], {}]);
  });
});

describe('a schema that extends none', () => {
  it('has no types but its own, and everything else as built in', () => {
    const schema = projectSchema({ extends: 'none', entityTypes: { ship: {} } });
    assert.deepEqual(Object.keys(schema.entityTypes), ['ship']);
    assert.deepEqual([schema.eventTypes, schema.relationTypes], [{}, {}]);
    assert.deepEqual(schema.sources, projectSchema({}).sources);
    assert.deepEqual(schema.links, projectSchema({}).links);
  });
});

describe('the files of a folder that can be sources', () => {
  const PATHS = [
    'README.md',
    'seeds/a.txt',
    'seeds/deep/b.txt',
    'notes/c.md',
    'annotations/seeds/a.txt.ann.yaml',
    'node_modules/x/readme.txt',
    '.git/description.txt',
    'image.png',
  ];

  it('are offered as globs with how many they take: all, by folder, by extension', () => {
    assert.deepEqual(
      sourceChoices(PATHS).map(({ globs, count }) => [globs.join(), count]),
      [
        ['**/*.{md,txt}', 3],
        ['seeds/**/*.txt', 2],
        ['**/*.txt', 2],
        ['notes/**/*.md', 1],
        ['**/*.md', 1],
      ],
    );
  });

  it('of one folder come first by that folder', () => {
    const [first, second] = sourceChoices(['a/x.txt', 'a/y.txt']);
    assert.deepEqual(first?.globs, ['a/**/*.txt']);
    assert.deepEqual(second?.globs, ['**/*.txt']);
    assert.deepEqual(sourceChoices(['README.md', 'x.png']), []);
  });

  it('are those that the globs then take, whatever the folder is called', () => {
    const paths = ['plain/a.txt', 'with [signs] {x}/b.txt', 'so!(it)*/c.md'];
    for (const { globs, examples } of sourceChoices(paths)) {
      const isSource = sourceMatcher(projectSchema({ sources: globs }));
      for (const path of examples) assert.ok(isSource(path), `${globs.join()} ${path}`);
    }
  });
});
