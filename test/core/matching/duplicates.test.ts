import assert from 'node:assert/strict';
import { test } from 'node:test';
import { duplicateEvents } from '../../../src/core/matching/duplicateEvents';
import { duplicateEntities } from '../../../src/core/matching/duplicates';
import type { Entity, EventRecord } from '../../../src/core/model/records';

interface Given extends Partial<Omit<Entity, 'aliases'>> {
  readonly name: string;
  readonly aliases?: readonly string[];
}

/** People, unless another type is given, whose ids are `0`, `1` … in their order. */
function entities(...given: readonly (string | Given)[]): readonly Entity[] {
  return given.map((each, index) => {
    const { aliases = [], ...fields } = typeof each === 'string' ? { name: each } : each;
    const texts = aliases.map((text) => ({ text }));
    return { id: String(index), type: 'person', links: {}, ...fields, aliases: texts };
  });
}

function reasons(...given: readonly (string | Given)[]): readonly string[] {
  return duplicateEntities(entities(...given)).map(({ reason }) => reason);
}

test('entities with a name or alias in common are offered, whatever its case and accents', () => {
  assert.deepEqual(
    reasons('Luiz Inácio Lula da Silva', { name: 'x', aliases: ['LUIZ INACIO LULA DA SILVA'] }),
    ['Both are called “Luiz Inácio Lula da Silva”'],
  );
});

test('names of different types are less likely one', () => {
  const place = { type: 'place' };
  const found = duplicateEntities(
    entities(
      'Paris',
      { name: 'Paris', ...place },
      { name: 'Kyiv', ...place },
      { name: 'Kyiv', ...place },
    ),
  );
  assert.deepEqual(
    found.map(({ ids }) => ids),
    [
      ['2', '3'],
      ['0', '1'],
    ],
  );
  assert.ok((found[0]?.score ?? 0) > 1.5 * (found[1]?.score ?? 1));
});

test('initials stand for first names, and capitals for the words of a name', () => {
  assert.deepEqual(reasons('V. Putin', 'Vladimir Putin'), [
    '“V. Putin” may stand for “Vladimir Putin”',
  ]);
  const body = { type: 'organisation' };
  assert.deepEqual(reasons({ name: 'United Nations', ...body }, { name: 'U.N.', ...body }), [
    '“U.N.” may stand for “United Nations”',
  ]);
  assert.deepEqual(reasons('V. Putin', 'Dmitri Putin'), []);
});

test('spellings of one name are offered', () => {
  for (const [one, other] of [
    ['Volodymyr Zelensky', 'Volodymyr Zelenskyy'],
    ['Zelenskiy', 'Zelenskyy'],
    ['Kiev', 'Kyiv'],
    ['Emanuel Macron', 'Emmanuel Macron'],
    ['Alexander Lukashenko', 'Aleksandr Lukashenka'],
    ['Vladimir Putin', 'Владимир Путин'],
    ['Sergei Lavrov', 'Sergey Lavrov'],
  ] as const) {
    assert.equal(reasons(one, other).length, 1, `${one}, ${other}`);
  }
});

test('names that are only much alike are not', () => {
  for (const [one, other] of [
    ['Kim Jong Un', 'Kim Jong Il'],
    ['Li Hui', 'Li Hua'],
    ['North Korea', 'South Korea'],
    ['Iran', 'Iraq'],
    ['Austria', 'Australia'],
    ['Slovakia', 'Slovenia'],
    ['Resolution 2202', 'Resolution 2203'],
    ['George Bush', 'George Bush Senior Foundation'],
    ['Xi', 'Xu'],
  ] as const) {
    assert.deepEqual(reasons(one, other), [], `${one}, ${other}`);
  }
});

test('a surname alone is offered where only one has it', () => {
  assert.deepEqual(reasons('Kuleba', 'Dmytro Kuleba', 'Wang Yi'), [
    '“Kuleba” is part of “Dmytro Kuleba”, and of no other name of that type',
  ]);
  assert.deepEqual(reasons('Wang', 'Wang Yi', 'Wang Jun'), []);
  assert.deepEqual(reasons('Xi', 'Xi Jinping'), [
    '“Xi” is part of “Xi Jinping”, and of no other name of that type',
  ]);
  assert.deepEqual(reasons({ name: 'Kuleba', aliases: ['Ivan Kuleba'] }, 'Dmytro Kuleba'), []);
});

test('a name that is most of another one of its type is offered', () => {
  const body = { type: 'organisation' };
  assert.deepEqual(
    reasons({ name: 'Global Times', ...body }, { name: 'Global Times Online', ...body }),
    ['“Global Times Online” contains “Global Times”'],
  );
  const place = { type: 'place' };
  assert.deepEqual(reasons({ name: 'China', ...place }, { name: 'South China Sea', ...place }), []);
});

test('the same link is a reason, and different ones speak against all others', () => {
  assert.deepEqual(
    reasons({ name: 'A', links: { wikidata: 'Q1' } }, { name: 'B', links: { wikidata: 'Q1' } }),
    ['Both link to the same on wikidata'],
  );
  assert.deepEqual(
    reasons({ name: 'A Z', links: { wikidata: 'Q1' } }, { name: 'A Z', links: { wikidata: 'Q2' } }),
    [],
  );
});

test('merged records and those that are said to be two are not offered', () => {
  assert.deepEqual(reasons('Kyiv', { name: 'Kyiv', mergedInto: '0' }), []);
  assert.deepEqual(reasons('Kyiv', { name: 'Kyiv', distinctFrom: ['0'] }), []);
  assert.deepEqual(reasons({ name: 'Kyiv', distinctFrom: ['1'] }, 'Kyiv'), []);
});

test('each pair is offered once, with its best reason, the likeliest first', () => {
  const found = duplicateEntities(
    entities(
      'Kuleba',
      { name: 'Dmytro Kuleba', aliases: ['D. Kuleba'] },
      'Dmytro Kuleba',
      'D. Kuleba',
    ),
  );
  assert.deepEqual(
    found.map(({ ids }) => ids.join('')),
    ['12', '13', '23'],
  );
  assert.deepEqual(
    found.map(({ score }) => score),
    found.map(({ score }) => score).sort((a, b) => b - a),
  );
});

test('names without letters, and records without names, are passed over', () => {
  assert.deepEqual(reasons('…', '…', { name: '' }, { name: '' }, '“”'), []);
});

test('hundreds of records of one name are not compared one by one without end', () => {
  const same = Array.from({ length: 2_000 }, () => 'Wang');
  assert.ok(reasons(...same).length < 3_000);
});

function events(...given: readonly Partial<EventRecord>[]): readonly EventRecord[] {
  return given.map((each, index) => ({
    id: String(index),
    type: 'consult',
    title: 'Xi and Zelenskyy speak by phone',
    participants: [],
    ...each,
  }));
}

const BOTH = [
  { role: 'actor', entity: 'xi' },
  { role: 'recipient', entity: 'zelenskyy' },
];

test('events of one type and date with the same people and like titles are offered', () => {
  const [pair, ...others] = duplicateEvents(
    events(
      { date: '2023-04-26', participants: BOTH },
      { date: '2023-04-26', participants: BOTH, title: 'Phone call of Xi and Zelenskyy' },
      { date: '2022-04-26', participants: BOTH },
      { date: '2023-04-26', participants: BOTH, type: 'fight' },
    ),
  );
  assert.deepEqual(pair?.ids, ['0', '1']);
  assert.equal(pair.kind, 'event');
  assert.equal(
    pair.reason,
    'Same type, same date 2023-04-26, 2 participants in common, titles alike',
  );
  assert.deepEqual(others, []);
});

test('dates that agree are enough where the titles are alike; without dates titles must be', () => {
  assert.equal(duplicateEvents(events({ date: '2023-04' }, { date: '2023-04-26' })).length, 1);
  assert.equal(duplicateEvents(events({}, {})).length, 1);
  assert.deepEqual(duplicateEvents(events({}, { title: 'Zelenskyy on the phone' })), []);
});

test('others in the same role make it another event, and so does a decision', () => {
  const date = '2023-04-26';
  const welcomes = (entity: string): Partial<EventRecord> => ({
    date,
    title: 'Call welcomed',
    participants: [{ role: 'actor', entity }],
  });
  assert.deepEqual(duplicateEvents(events(welcomes('france'), welcomes('us'))), []);
  assert.deepEqual(duplicateEvents(events({ date }, { date, distinctFrom: ['0'] })), []);
  assert.deepEqual(duplicateEvents(events({ date }, { date, mergedInto: '0' })), []);
});

test('names as long as a book are no hindrance', () => {
  const long = 'bcdfg'.repeat(40_000);
  assert.deepEqual(reasons(long, `${long}b`), []);
});
