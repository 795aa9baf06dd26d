import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readableText } from '../../../src/core/review/readableText';
import { lines } from '../workspace';

const NAMES = new Map([
  ['wang-yi', 'Wang Yi'],
  ['talks', 'Talks in Guangzhou'],
]);
const read = (text: string): string => readableText(text, (id) => NAMES.get(id));

const FILE = lines(
  'format: source-annotations/1',
  'source:',
  '  path: "seeds/a.txt"',
  'annotations:',
  '  a-00000a:',
  '    exact: "Wang\\n Yi"',
  '    prefix: "He met "',
  '    suffix: "."',
  '    start: 7',
  '    end: 15',
  '    entity: wang-yi # him?',
  '  a-00000b:',
  '    exact: "met Wang Yi"',
  '    start: 3',
  '    end: 15',
  '    event: talks',
  '    roles:',
  '      - { role: actor, target: a-00000a }',
  '      - { role: place, target: nowhere }',
  '    certainty: probable',
  '    thread:',
  '      - { by: "anna", text: "The same?" }',
  '      - { by: "boris", text: "Yes.", resolved: true }',
);

test('a file in words has a line for each of its lines', () => {
  assert.equal(
    read(FILE),
    lines(
      'format: source-annotations/1',
      'source:',
      '  path: seeds/a.txt',
      'annotations:',
      '  a-00000a …He met [Wang Yi].…',
      '    passage “Wang Yi”',
      '    after “He met ”',
      '    before “.”',
      '    from 7',
      '    to 15',
      '    entity: wang-yi # him?',
      '  a-00000b [met Wang Yi]',
      '    passage “met Wang Yi”',
      '    from 3',
      '    to 15',
      '    reports talks “Talks in Guangzhou”',
      '    roles:',
      '      - actor: a-00000a “Wang Yi”',
      '      - place: nowhere',
      '    certainty: probable',
      '    thread:',
      '      - anna: The same?',
      '      - boris: Yes. · (resolved)',
    ),
  );
});

test('the lists of records are in words, too', () => {
  const record = lines(
    'format: entity/1',
    'name: "Lumen Guild"',
    'aliases:',
    '  - "Lumen"',
    '  - { text: "Люмен", language: uk }',
    'relations:',
    '  - { type: part-of, entity: wang-yi, date: "2019/..", evidence: [a-00000a, a-00000b] }',
  );
  assert.equal(
    read(record),
    lines(
      'format: entity/1',
      'name: Lumen Guild',
      'aliases:',
      '  - "Lumen"',
      '  - Люмен: language uk',
      'relations:',
      '  - part-of: wang-yi “Wang Yi” · date 2019/.. · evidence a-00000a, a-00000b',
    ),
  );
});

test('line breaks and a byte order mark make no difference', () => {
  assert.equal(read(`\uFEFF${FILE.replaceAll('\n', '\r\n')}`), read(FILE));
});

test('what is laid out otherwise, or is no YAML, stays as it is', () => {
  const odd = lines(
    'annotations:',
    '  a-00000a: { exact: "x", start: 0, end: 1 }',
    '  a-00000b:',
    '    exact: >-',
    '      folded',
    '      text',
    '    entity: &anchor wang-yi',
    '<<<<<<< ours',
    '    note: "unclosed',
    '=======',
    '    note: {a: b',
    '>>>>>>> theirs',
    '\u0000\u0001',
  );
  assert.equal(read(odd), odd);
});

test('whatever the text, it keeps its number of lines: git blame counts them', () => {
  const line = fc.oneof(
    fc.constantFrom(...FILE.split('\n')),
    fc.string(),
    fc.string({ unit: 'binary' }),
  );
  fc.assert(
    fc.property(fc.array(line), (all) => {
      const text = all.join('\n');
      assert.equal(read(text).split('\n').length, text.replaceAll('\r\n', '\n').split('\n').length);
    }),
    { numRuns: 2000 },
  );
});
