import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { referenceAt, referencesIn } from '../../../src/core/storage/references';
import { lines } from '../workspace';

const ANNOTATIONS = 'annotations/s.txt.ann.yaml';
const ENTITY = 'annotations/entities/wang-yi.yaml';
const EVENT = 'annotations/events/talk.yaml';

/** Each id as `kind words`, with `!` where the record itself stands. */
function found(path: string, text: string): readonly string[] {
  return referencesIn(path, text).map(
    ({ kind, id, span, isDeclaration }) =>
      `${kind}${isDeclaration ? '!' : ''} ${id} at ${text.slice(span.start, span.end)}`,
  );
}

const FILE = lines(
  'format: source-annotations/1',
  'source: { path: s.txt, title: "entity: wang-yi" }',
  'annotations:',
  '  a-000001:',
  '    exact: "Wang"',
  '    entity: wang-yi # him',
  '  a-000002:',
  '    exact: "met"',
  '    event: "talk"',
  '    roles:',
  '      - { role: actor, target: a-000001 }',
  "      - { role: topic, target: 'war' }",
  '    note: "place: kyiv"',
);

describe('the ids of an annotation file', () => {
  it('are its annotations, what they are about and who has their roles, in order', () => {
    assert.deepEqual(found(ANNOTATIONS, FILE), [
      'annotation! a-000001 at a-000001',
      'record wang-yi at wang-yi',
      'annotation! a-000002 at a-000002',
      'record talk at "talk"',
      'either a-000001 at a-000001',
      "either war at 'war'",
    ]);
  });

  it('are the same with other line breaks and a byte order mark', () => {
    const same = `\uFEFF${FILE}`.replaceAll('\n', '\r\n');
    assert.deepEqual(found(ANNOTATIONS, same), found(ANNOTATIONS, FILE));
  });

  it('are those of damaged records too', () => {
    const text = lines('annotations:', '  a-000001: null', '  x: { entity: 5, event: [talk] }');
    assert.deepEqual(found(ANNOTATIONS, text), [
      'annotation! a-000001 at a-000001',
      'annotation! x at x',
    ]);
  });
});

describe('the ids of a record', () => {
  it('are its own and the one that it was merged into', () => {
    const text = lines('format: entity/1', 'id: wang-yi', 'name: "Wang"', 'mergedInto: wang');
    assert.deepEqual(found(ENTITY, text), ['record! wang-yi at wang-yi', 'record wang at wang']);
  });

  it('are for an event its place and participants', () => {
    const text = lines(
      'id: talk',
      'participants:',
      '  - role: actor',
      '    entity: wang-yi',
      '  - { role: recipient, entity: kuleba }',
      'place: guangzhou',
    );
    assert.deepEqual(found(EVENT, text), [
      'record! talk at talk',
      'record wang-yi at wang-yi',
      'record kuleba at kuleba',
      'record guangzhou at guangzhou',
    ]);
  });

  it('are for an entity those that it has relations to, and the passages that say so', () => {
    const text = lines(
      'id: wang-yi',
      'relations:',
      '  - { type: leads, entity: ministry, evidence: [a-4k7q2c, "a-9d1x0p", 5] }',
      '  - type: member-of',
      '    entity: party',
      '    evidence:',
      '      - a-000001',
    );
    assert.deepEqual(found(ENTITY, text), [
      'record! wang-yi at wang-yi',
      'record ministry at ministry',
      'evidence a-4k7q2c at a-4k7q2c',
      'evidence a-9d1x0p at "a-9d1x0p"',
      'record party at party',
      'evidence a-000001 at a-000001',
    ]);
  });

  it('have no place for an entity', () => {
    assert.deepEqual(found(ENTITY, 'id: wang-yi\nplace: kyiv\n'), ['record! wang-yi at wang-yi']);
  });

  it('are by the name of the file, whatever stands in it', () => {
    assert.deepEqual(found(ENTITY, 'id: wang\n'), ['record! wang-yi at wang']);
    assert.deepEqual(found(ENTITY, 'id: 5\n'), []);
  });
});

describe('files without ids', () => {
  for (const [path, text] of [
    [ANNOTATIONS, 'annotations: ['],
    [ANNOTATIONS, 'annotations: []\n'],
    [ANNOTATIONS, ''],
    [ENTITY, '- id: wang-yi\n'],
    ['annotations/schema.yaml', 'entity: wang-yi\n'],
    ['notes.yaml', 'id: wang-yi\n'],
  ] as const) {
    it(`are ${path} with ${JSON.stringify(text)}`, () => {
      assert.deepEqual(referencesIn(path, text), []);
    });
  }
});

describe('the id at an offset', () => {
  const start = FILE.indexOf('wang-yi #');
  const cases: readonly (readonly [string, number, string | undefined])[] = [
    ['is found at its first character', start, 'wang-yi'],
    ['is found inside', start + 3, 'wang-yi'],
    ['is found right after its last', start + 'wang-yi'.length, 'wang-yi'],
    ['is not its key', start - 3, undefined],
    ['is not the comment behind it', start + 10, undefined],
    ['is not words in a text', FILE.indexOf('wang-yi"'), undefined],
    ['is found from its quotation mark', FILE.indexOf('"talk"'), 'talk'],
    ['is a key where that is an id', FILE.indexOf('a-000002') + 1, 'a-000002'],
    ['is nothing outside the text', FILE.length + 5, undefined],
  ];
  for (const [title, offset, id] of cases) {
    it(title, () => {
      assert.equal(referenceAt(ANNOTATIONS, FILE, offset)?.id, id);
    });
  }
});
