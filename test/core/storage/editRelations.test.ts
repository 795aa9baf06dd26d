import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Relation } from '../../../src/core/model/records';
import { newEntityFile, updateEntityFile } from '../../../src/core/storage/editFile';
import { entityFields } from '../../../src/core/storage/fields';
import { parseFile } from '../../../src/core/storage/parse';
import { entityPath } from '../../../src/core/storage/paths';
import { relationFields } from '../../../src/core/storage/relations';
import { lines } from '../workspace';
import { entity } from './records';

const HEAD = ['format: entity/1', 'id: x', 'type: person', 'name: "X"'];

function file(...more: readonly string[]): string {
  return lines(...HEAD, ...more);
}

function relationsOf(text: string): readonly Relation[] | undefined {
  const content = parseFile('annotations/entities/x.yaml', text)?.content;
  return content?.kind === 'entity' ? content.entity.relations : undefined;
}

function edited(text: string, relations: readonly Relation[]): string | undefined {
  const fields = relations.map(relationFields);
  return updateEntityFile(text, new Map([['relations', fields.length === 0 ? undefined : fields]]));
}

const LISTED = [
  'relations:',
  '  # party',
  '  - { type: member-of, entity: party } # since school',
  '  # state',
  '  - { entity: land, type: leads, date: 2024, x: kept } # as president',
  '  - type: ally-of # long',
  '    entity: friend # who?',
  '# end',
];
const PARTY = { type: 'member-of', entity: 'party' };
const LAND = { type: 'leads', entity: 'land', date: '2024' };
const FRIEND = { type: 'ally-of', entity: 'friend' };
const NEW = { type: 'knows', entity: 'zoe', date: '2024-07', evidence: ['a-4k7q2c'], note: 'N' };
const NEW_LINE =
  '  - { type: knows, entity: zoe, date: "2024-07", evidence: [a-4k7q2c], note: "N" }';

test('relations are read in the order of the file', () => {
  assert.deepEqual(relationsOf(file(...LISTED)), [PARTY, LAND, FRIEND]);
});

test('what is no relation is reported at its place and left out', () => {
  const text = file(
    'relations:',
    '  - friend',
    '  - { type: leads }',
    '  - { type: leads, entity: land, evidence: [a-1, [b]], date: [1] }',
  );
  const parsed = parseFile('annotations/entities/x.yaml', text);
  assert.deepEqual(
    parsed?.problems.map(({ code, line, column }) => `${code} ${line}:${column}`),
    ['value-invalid 6:5', 'value-invalid 7:5', 'value-invalid 8:50', 'value-invalid 8:62'],
  );
  assert.deepEqual(relationsOf(text), [{ type: 'leads', entity: 'land', evidence: ['a-1'] }]);
});

test('the first relation stands on a line of its own, behind the links', () => {
  assert.equal(
    edited(file('links: { wikidata: Q1 }', 'note: "n"'), [NEW]),
    file('links: { wikidata: Q1 }', 'relations:', NEW_LINE, 'note: "n"'),
  );
});

test('one more relation adds one line', () => {
  const [last = '', ...rest] = [...LISTED].reverse();
  assert.equal(
    edited(file(...LISTED), [PARTY, LAND, FRIEND, NEW]),
    file(...rest.reverse(), NEW_LINE, last),
  );
});

test('a relation that goes takes its own lines only', () => {
  const without = (...gone: readonly number[]): string =>
    file(...LISTED.filter((_, index) => !gone.includes(index)));
  assert.equal(edited(file(...LISTED), [LAND, FRIEND]), without(2));
  assert.equal(edited(file(...LISTED), [PARTY, FRIEND]), without(4));
  assert.equal(edited(file(...LISTED), [PARTY, LAND]), without(5, 6));
});

test('a relation that changes keeps its comments and the keys that the format does not know', () => {
  const changed = edited(file(...LISTED), [
    { ...PARTY, date: '1974/..' },
    { ...LAND, date: '2019/..' },
    { ...FRIEND, note: 'N' },
  ]);
  assert.equal(
    changed,
    file(
      'relations:',
      '  # party',
      '  - { type: member-of, entity: party, date: "1974/.." } # since school',
      '  # state',
      '  - { entity: land, type: leads, date: "2019/..", x: kept } # as president',
      '  - type: ally-of # long',
      '    entity: friend # who?',
      '    note: "N"',
      '# end',
    ),
  );
});

test('the last relation takes the key along', () => {
  assert.equal(edited(file('relations:', '  - { type: a, entity: b }'), []), file());
  assert.equal(edited(file('relations: [{ type: a, entity: b }]'), []), file());
});

test('what is no relation stays where it is', () => {
  const text = file('relations:', '  - friend # ?', '  - { type: a, entity: b }');
  assert.equal(edited(text, []), file('relations:', '  - friend # ?'));
});

test('a list in brackets is written in lines, with what else its items say', () => {
  assert.equal(
    edited(file('relations: [{ type: a, entity: b, x: 1 }]'), [{ type: 'a', entity: 'b' }, PARTY]),
    file(
      'relations:',
      '  - { type: a, entity: b, x: 1 }',
      '  - { type: member-of, entity: party }',
    ),
  );
});

test('relations are read as they were meant after any change, and nothing else changes', () => {
  fc.assert(
    fc.property(entity(), entity(), (one, other) => {
      const text = newEntityFile(one);
      const fields = entityFields(other)['relations'];
      const after = updateEntityFile(text, new Map([['relations', fields]])) ?? '';
      const rest: { -readonly [K in keyof typeof one]: (typeof one)[K] } = { ...one };
      delete rest.relations;
      const wanted = other.relations === undefined ? rest : { ...rest, relations: other.relations };
      assert.deepEqual(parseFile(entityPath(one.id), after)?.content, {
        kind: 'entity',
        entity: wanted,
      });
      const isOther = (line: string): boolean => !/^(?:relations:| {2}- \{ type: )/.test(line);
      assert.deepEqual(after.split('\n').filter(isOther), text.split('\n').filter(isOther));
      const back = updateEntityFile(
        after,
        new Map([['relations', entityFields(one)['relations']]]),
      );
      assert.equal(back, text);
    }),
    { numRuns: 5000 },
  );
});
