import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  filterWords,
  isFiltering,
  NO_FILTER,
  Sieve,
  type OutlineFilter,
} from '../../../src/core/outline/filter';
import { BUILTIN_SCHEMA } from '../../../src/core/schema/builtin';
import { mergeSchema } from '../../../src/core/schema/merge';
import { example, FIRST, SECOND } from './example';

const { store } = example();

function sieve(filter: Partial<OutlineFilter>): Sieve {
  return new Sieve({ ...NO_FILTER, ...filter }, store.schema, store.indexes);
}

function entities(filter: Partial<OutlineFilter>): readonly string[] {
  const through = sieve(filter);
  return store.indexes
    .liveEntities()
    .filter((entity) => through.entity(entity))
    .map(({ id }) => id)
    .sort();
}

describe('filtering the sidebar', () => {
  it('finds an entity by name, alias, id and type, whatever the case and accents', () => {
    assert.deepEqual(entities({ text: 'JINPING' }), ['xi-jinping']);
    assert.deepEqual(entities({ text: '近平' }), ['xi-jinping']);
    assert.deepEqual(entities({ text: 'zelensky' }), ['zelenskyy']);
    assert.deepEqual(entities({ text: 'plàce' }), ['beijing', 'ukraine']);
  });

  it('asks for every word, in any order', () => {
    assert.deepEqual(entities({ text: 'jinping xi' }), ['xi-jinping']);
    assert.deepEqual(entities({ text: 'jinping zelensky' }), []);
    assert.deepEqual(entities({ text: '  ' }).length, 4);
  });

  it('takes the kinds of a type for the type', () => {
    const schema = mergeSchema(BUILTIN_SCHEMA, { entityTypes: { leader: { parent: 'person' } } });
    const persons = new Sieve({ ...NO_FILTER, entityTypes: ['person'] }, schema, store.indexes);
    const leader = { id: 'x', type: 'leader', name: 'X', aliases: [], links: {} };
    assert.equal(persons.entity(leader), true);
    assert.equal(persons.entity({ ...leader, type: 'place' }), false);
  });

  it('finds an annotation by its words, its note and its record', () => {
    const found = (filter: Partial<OutlineFilter>): readonly string[] =>
      [FIRST, SECOND]
        .flatMap((path) => store.indexes.annotationsOf(path))
        .filter(({ annotation }) => sieve(filter).annotation(annotation))
        .map(({ annotation }) => annotation.id);
    assert.deepEqual(found({ text: 'exactly' }), ['a-note01']);
    assert.deepEqual(found({ text: '习近平 minister' }), []);
    assert.deepEqual(found({ text: 'volodymyr' }), ['a-evidence', 'a-mention3', 'a-person']);
    assert.deepEqual(found({ eventTypes: ['consult'] }), ['a-evidence']);
    assert.deepEqual(found({ entityTypes: ['place'], eventTypes: ['consult'] }), [
      'a-evidence',
      'a-nested',
    ]);
  });

  const combined: readonly (readonly [string, Partial<OutlineFilter>, string, string, string])[] = [
    ['nothing', {}, 'beijing ukraine xi-jinping zelenskyy', 'call rumour visit', '10'],
    ['a word', { text: 'beijing' }, 'beijing', 'visit', '0'],
    ['a mode', { text: 'phone' }, '', 'call', '1'],
    ['a word and a type', { text: 'xi', entityTypes: ['person'] }, 'xi-jinping', 'call', '3'],
    ['a word of another type', { text: 'xi', entityTypes: ['place'] }, '', 'call', '0'],
    [
      'two types of entity',
      { entityTypes: ['person', 'place'] },
      'beijing ukraine xi-jinping zelenskyy',
      'call rumour visit',
      '6',
    ],
    [
      'a type of event',
      { eventTypes: ['accuse'] },
      'beijing ukraine xi-jinping zelenskyy',
      'rumour',
      '0',
    ],
    ['a type that nothing has', { entityTypes: ['product'] }, '', 'call rumour visit', '0'],
    ['an unknown type', { entityTypes: ['constructor'] }, '', 'call rumour visit', '0'],
    [
      'a word and types of both',
      { text: 'zelensky', entityTypes: ['person'], eventTypes: ['consult'] },
      'zelenskyy',
      'call',
      '3',
    ],
  ];
  for (const [what, filter, someEntities, events, annotations] of combined) {
    it(`combines into what fits ${what}`, () => {
      const through = sieve(filter);
      const someEvents = store.indexes.liveEvents().filter((event) => through.event(event));
      const passages = [FIRST, SECOND]
        .flatMap((path) => store.indexes.annotationsOf(path))
        .filter(({ annotation }) => through.annotation(annotation));
      assert.equal(entities(filter).join(' '), someEntities);
      assert.equal(
        someEvents
          .map(({ id }) => id)
          .sort()
          .join(' '),
        events,
      );
      assert.equal(String(passages.length), annotations);
    });
  }

  it('says what it filters by', () => {
    assert.equal(filterWords(store.schema, NO_FILTER), '');
    assert.equal(
      filterWords(store.schema, { text: ' xi ', entityTypes: ['person'], eventTypes: ['consult'] }),
      '“xi”, Person or Consult',
    );
    assert.equal(
      filterWords(store.schema, {
        ...NO_FILTER,
        entityTypes: ['person', 'place', 'group', 'other'],
      }),
      '4 types',
    );
  });

  it('filters only when there is something to filter by', () => {
    assert.equal(isFiltering(NO_FILTER), false);
    assert.equal(isFiltering({ ...NO_FILTER, text: '  ' }), false);
    assert.equal(isFiltering({ ...NO_FILTER, eventTypes: ['aid'] }), true);
  });
});
