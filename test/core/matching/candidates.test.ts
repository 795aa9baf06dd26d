import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  rankEntities,
  type EntityQuery,
  type RankedEntity,
} from '../../../src/core/matching/candidates';
import { NameIndex } from '../../../src/core/matching/names';
import type { Entity } from '../../../src/core/model/records';
import { entity } from './entities';

const ENTITIES: readonly Entity[] = [
  entity('wang-yi', 'Wang Yi'),
  entity('ukraine', 'Ukraine', { type: 'place', aliases: ['Україна'] }),
  entity('xi-jinping', 'Xi Jinping', { aliases: ['习近平', 'Chairman Xi'] }),
  entity('volodymyr-zelenskyy', 'Volodymyr Zelenskyy', {
    aliases: ['Zelensky', 'Володимир Зеленський', '泽连斯基', '젤렌스키'],
  }),
  entity('china', 'China', { type: 'place', aliases: ['Beijing'] }),
  entity('energy-china', 'Energy China', { type: 'organisation' }),
  entity('peace-summit', 'Summit on Peace in Ukraine', {
    type: 'conference',
    aliases: ['second peace conference'],
  }),
  entity('beijing', 'Beijing', { type: 'place' }),
  entity('brazil', 'Brasil', { type: 'place' }),
];

function ranked(query: Partial<EntityQuery>): readonly RankedEntity[] {
  return rankEntities({
    entities: ENTITIES,
    text: '',
    recent: [],
    inSource: new Set(),
    ...query,
  });
}

function ids(query: Partial<EntityQuery>): readonly string[] {
  return ranked(query).map((candidate) => candidate.entity.id);
}

/** Id, reason and matched alias of the first candidate. */
function first(query: Partial<EntityQuery>): string {
  const [best] = ranked(query);
  return [best?.entity.id, best?.reason, best?.matchedAlias]
    .filter((part) => part !== undefined)
    .join(' ');
}

describe('the entity for a selected passage', () => {
  const table: readonly (readonly [string, string])[] = [
    ['Xi Jinping', 'xi-jinping name'],
    ['XI JINPING’s', 'xi-jinping name'],
    ['Zelensky', 'volodymyr-zelenskyy alias Zelensky'],
    ['Zelensky’s', 'volodymyr-zelenskyy alias Zelensky'],
    ['Володимир Зеленський', 'volodymyr-zelenskyy alias Володимир Зеленський'],
    ['泽连斯基', 'volodymyr-zelenskyy alias 泽连斯基'],
    ['Beijing', 'beijing name'],
    ['Xi', 'xi-jinping partial'],
    ['Chairman', 'xi-jinping partial Chairman Xi'],
    ['Jinping', 'xi-jinping partial'],
    ['Zelenskyy', 'volodymyr-zelenskyy partial'],
    ['V. Zelenskyy', 'volodymyr-zelenskyy partial'],
    ['President Xi Jinping', 'xi-jinping partial'],
    ['President Volodymyr Zelensky', 'volodymyr-zelenskyy partial Zelensky'],
    ['Зеленський', 'volodymyr-zelenskyy partial Володимир Зеленський'],
    ['젤렌스키는', 'volodymyr-zelenskyy partial 젤렌스키'],
    ['习近平主席', 'xi-jinping partial 习近平'],
    ['peace conference', 'peace-summit partial second peace conference'],
    ['Energy China', 'energy-china name'],
  ];
  for (const [selected, expected] of table) {
    it(`is “${expected}” for ${selected}`, () => {
      assert.equal(first({ selected }), expected);
    });
  }

  it('is the one with that name before the one with that alias', () => {
    assert.deepEqual(ids({ selected: 'Beijing' }).slice(0, 2), ['beijing', 'china']);
    const inSource = new Set(['china']);
    assert.deepEqual(ids({ selected: 'Beijing', inSource, recent: ['china'] }).slice(0, 2), [
      'beijing',
      'china',
    ]);
  });

  it('is rather one with that word than one whose name begins it', () => {
    const entities = [...ENTITIES, entity('zelen', 'Zelen')];
    assert.deepEqual(ids({ entities, selected: 'Zelenskyy' }).slice(0, 2), [
      'volodymyr-zelenskyy',
      'zelen',
    ]);
  });

  it('is never decided by an initial, nor by the first two letters of a word', () => {
    assert.equal(first({ selected: 'X' }), 'beijing other');
    assert.equal(first({ selected: 'Ch' }), 'beijing other');
  });

  it('may be a part of what is selected, after the whole', () => {
    assert.deepEqual(ids({ selected: 'Energy China' }).slice(0, 2), ['energy-china', 'china']);
  });

  it('among partial matches is rather one of this source, or a recent one', () => {
    const other = entity('xi-mingze', 'Xi Mingzee');
    const entities = [...ENTITIES, other];
    const alone = ids({ entities, selected: 'Xi' });
    assert.equal(alone[0], 'xi-jinping');
    assert.equal(ids({ entities, selected: 'Xi', inSource: new Set([other.id]) })[0], other.id);
    assert.equal(ids({ entities, selected: 'Xi', recent: [other.id] })[0], other.id);
  });
});

describe('the list without a filter', () => {
  it('has all entities: matches, this source, recent ones latest first, the rest by the alphabet', () => {
    const result = ranked({
      selected: 'Wang Yi',
      inSource: new Set(['ukraine', 'china']),
      recent: ['peace-summit', 'xi-jinping'],
    });
    assert.deepEqual(
      result.map((candidate) => `${candidate.entity.id} ${candidate.reason}`),
      [
        'wang-yi name',
        'china source',
        'ukraine source',
        'peace-summit recent',
        'xi-jinping recent',
        'beijing other',
        'brazil other',
        'energy-china other',
        'volodymyr-zelenskyy other',
      ],
    );
  });

  it('puts the recent ones of this source before its others', () => {
    const inSource = new Set(['china', 'ukraine']);
    assert.deepEqual(ids({ inSource, recent: ['ukraine'] }).slice(0, 2), ['ukraine', 'china']);
  });

  it('is by the alphabet when nothing is known', () => {
    assert.equal(ids({})[0], 'beijing');
    assert.deepEqual(ids({ selected: '…' }), ids({}));
  });

  it('is as long as the limit', () => {
    assert.equal(ranked({ limit: 3 }).length, 3);
    assert.deepEqual(ranked({ limit: 0 }), []);
  });

  it('leaves out merged records', () => {
    const merged = entity('zelensky', 'Zelensky', { mergedInto: 'volodymyr-zelenskyy' });
    assert.equal(
      first({ entities: [...ENTITIES, merged], selected: 'Zelensky' }),
      'volodymyr-zelenskyy alias Zelensky',
    );
  });
});

describe('the filtered list', () => {
  const table: readonly (readonly [string, readonly string[]])[] = [
    ['xi', ['xi-jinping']],
    ['xi j', ['xi-jinping']],
    ['xi ji', ['xi-jinping']],
    ['jin xi', ['xi-jinping']],
    ['elensk', ['volodymyr-zelenskyy']],
    ['Володимир', ['volodymyr-zelenskyy']],
    ['习', ['xi-jinping']],
    ['brazil', ['brazil']],
    ['conference', ['peace-summit']],
    ['person', ['volodymyr-zelenskyy', 'wang-yi', 'xi-jinping']],
    ['person wang', ['wang-yi']],
    ['bei', ['beijing', 'china']],
    ['qqq', []],
    ['xi qqq', []],
  ];
  for (const [text, expected] of table) {
    it(`has ${expected.length === 0 ? 'nothing' : expected.join(', ')} for “${text}”`, () => {
      assert.deepEqual(ids({ text }), expected);
    });
  }

  it('says what matched', () => {
    assert.equal(first({ text: 'wang yi' }), 'wang-yi name');
    assert.equal(first({ text: 'zelensky' }), 'volodymyr-zelenskyy alias Zelensky');
    assert.equal(first({ text: 'chairman' }), 'xi-jinping partial Chairman Xi');
    assert.equal(first({ text: 'brazil' }), 'brazil id');
    assert.equal(first({ text: 'organisation' }), 'energy-china type');
  });

  it('goes by name before type: a conference called so before those of that type', () => {
    const result = ids({ text: 'place', entities: [...ENTITIES, entity('place-x', 'Place X')] });
    assert.equal(result[0], 'place-x');
    assert.equal(result.length, 5);
  });

  it('prefers what fits the passage, and what is at hand, among equals', () => {
    assert.equal(ids({ text: 'person', selected: 'Xi' })[0], 'xi-jinping');
    assert.equal(ids({ text: 'person', recent: ['wang-yi'] })[0], 'wang-yi');
    assert.equal(ids({ text: 'person', inSource: new Set(['xi-jinping']) })[0], 'xi-jinping');
  });

  it('takes a filter of blanks for none', () => {
    assert.deepEqual(ids({ text: '  ' }), ids({}));
  });
});

describe('the laws of ranking', () => {
  const word = fc.constantFrom(
    'xi',
    'jin',
    'wang',
    'Zelensky',
    'peace',
    'é',
    '中国',
    'A',
    "O'Brien",
  );
  const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
  const someEntities = fc
    .array(fc.tuple(name, fc.array(name, { maxLength: 2 }), fc.constantFrom('person', 'place')), {
      maxLength: 12,
    })
    .map((rows) =>
      rows.map(([own, aliases, type], at) => entity(`e-${at}`, own, { type, aliases })),
    );
  const text = fc.oneof(fc.constant(''), name, fc.string({ unit: 'grapheme', maxLength: 6 }));
  const id = fc.integer({ min: 0, max: 14 }).map((at) => `e-${at}`);
  const query: fc.Arbitrary<EntityQuery> = fc.record(
    {
      entities: someEntities,
      text,
      selected: text,
      recent: fc.array(id, { maxLength: 5 }),
      inSource: fc.array(id, { maxLength: 5 }).map((some) => new Set(some)),
    },
    { requiredKeys: ['entities', 'text', 'recent', 'inSource'] },
  );

  it('each entity is there once at most, the best score first', () => {
    fc.assert(
      fc.property(query, (some) => {
        const result = rankEntities(some);
        assert.equal(new Set(result.map(({ entity: { id: own } }) => own)).size, result.length);
        for (const [at, { score }] of result.entries()) {
          assert.ok(score <= (result[at - 1]?.score ?? Infinity));
        }
      }),
      { numRuns: 10_000 },
    );
  });

  it('an unfiltered list has every entity', () => {
    fc.assert(
      fc.property(query, (some) => {
        assert.equal(rankEntities({ ...some, text: '' }).length, [...some.entities].length);
      }),
      { numRuns: 10_000 },
    );
  });

  it('an entity with exactly that name is first, filtered or selected', () => {
    fc.assert(
      fc.property(query, fc.nat(11), (some, at) => {
        const wanted = [...some.entities][at];
        if (wanted === undefined) return;
        const filtered = rankEntities({ ...some, text: wanted.name });
        const chosen = rankEntities({ ...some, text: '', selected: wanted.name });
        assert.equal(filtered[0]?.reason, 'name');
        assert.equal(chosen[0]?.reason, 'name');
      }),
      { numRuns: 10_000 },
    );
  });

  it('an index gives what the entities give, in whatever order they come', () => {
    fc.assert(
      fc.property(query, (some) => {
        const plain = rankEntities(some);
        assert.deepEqual(rankEntities({ ...some, entities: new NameIndex(some.entities) }), plain);
        const reversed = [...some.entities].reverse();
        assert.deepEqual(rankEntities({ ...some, entities: reversed }), plain);
      }),
      { numRuns: 10_000 },
    );
  });

  it('a limit cuts the list and changes nothing else', () => {
    fc.assert(
      fc.property(query, fc.nat(12), (some, limit) => {
        assert.deepEqual(rankEntities({ ...some, limit }), rankEntities(some).slice(0, limit));
      }),
      { numRuns: 10_000 },
    );
  });
});
