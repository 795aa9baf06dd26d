import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { complete } from '../../../src/core/completion/complete';
import { explain, idAt } from '../../../src/core/completion/explain';
import { entityFile, eventFile, lines, workspace } from '../workspace';

const FILE = 'annotations/s.txt.ann.yaml';
const EVENT = 'annotations/events/talks.yaml';
const SCHEMA = 'annotations/schema.yaml';

const ANNOTATIONS = lines(
  'format: source-annotations/1',
  'source:',
  '  path: s.txt',
  '  published: "2024-07-25"',
  '  language: uk',
  '  reliability: B',
  'annotations:',
  '  a-00000a:',
  '    exact: "Wang Yi"',
  '    entity: wang-yi',
  '  a-00000b:',
  '    exact: "last month"',
  '    type: time',
  '    value: "2024-06"',
  '  a-00000c:',
  '    exact: "spoke"',
  '    event: talks',
  '    roles:',
  '      - { role: actor, target: a-00000a }',
  '    credibility: 2',
);

const { store } = workspace(
  { ...entityFile('wang-yi'), ...eventFile('talks', 'mode: phone'), [FILE]: ANNOTATIONS },
  { 's.txt': 'Wang Yi spoke last month.\n' },
);

function about(path: string, text: string, words: string): string | undefined {
  const found = explain(store, path, text, text.indexOf(words) + 1);
  return found?.text;
}

describe('explaining', () => {
  it('says what keys are', () => {
    assert.match(about(FILE, ANNOTATIONS, 'reliability') ?? '', /Admiralty/);
    assert.match(about(FILE, ANNOTATIONS, 'roles') ?? '', /took part/);
    assert.match(
      about(SCHEMA, 'checks:\n  orphaned: off\n', 'orphaned') ?? '',
      /still in its source/,
    );
    assert.match(about(SCHEMA, 'eventTypes:\n  consult: {}\n', 'consult') ?? '', /Talks/);
    assert.equal(about(FILE, 'unheard: of\n', 'unheard'), undefined);
  });

  it('says what dates, codes, types, roles, modes and languages mean', () => {
    assert.equal(about(FILE, ANNOTATIONS, '"2024-07-25"'), '25 July 2024');
    assert.equal(about(FILE, ANNOTATIONS, '2024-06'), 'June 2024');
    assert.equal(about(FILE, ANNOTATIONS, 'uk'), 'Ukrainian');
    assert.match(about(FILE, ANNOTATIONS, 'B\n') ?? '', /^Usually reliable/);
    assert.match(about(FILE, ANNOTATIONS, 'actor') ?? '', /^Role of Consult: person, /);
    const event = lines('type: consult', 'mode: phone', 'status: denied');
    assert.match(about(EVENT, event, 'consult') ?? '', /Talks/);
    assert.match(about(EVENT, event, 'phone') ?? '', /^A mode of Consult/);
    assert.match(about(EVENT, event, 'denied') ?? '', /not to have taken place/);
    assert.match(about(SCHEMA, 'layout: beside\n', 'beside') ?? '', /beside the source/);
  });

  it('gives the ids of records and annotations, also where the file is broken', () => {
    const idIn = (words: string): string | undefined => {
      const text = `${ANNOTATIONS}  a-00000d: "\n`;
      return idAt(store, FILE, text, text.indexOf(words) + 1)?.id;
    };
    assert.equal(idIn('wang-yi'), 'wang-yi');
    assert.equal(idIn('talks'), 'talks');
    assert.equal(idIn('a-00000a }'), 'a-00000a');
    assert.equal(idIn('a-00000b'), 'a-00000b');
    assert.equal(idIn('"last month"'), undefined);
  });
});

describe('at any offset of any text', () => {
  const piece = fc.constantFrom(
    'annotations:',
    'a-00000a:',
    'roles:',
    '- ',
    '  ',
    '\n',
    '\n    ',
    '{ ',
    ' }',
    '[',
    ']',
    ', ',
    ': ',
    'role',
    '"',
    "'",
    '#',
    'entity: wang',
    'type: time',
    '|',
    '\ufeff',
    'é😀',
    '\r\n',
  );

  it('nothing is completed in the space before a word', () => {
    assert.equal(complete(store, FILE, 'annotations:\n    annotations:', 13), undefined);
  });

  it('completion and explanation have an answer within one line around the offset', () => {
    const path = fc.constantFrom(FILE, EVENT, SCHEMA, 'annotations/entities/x.yaml');
    fc.assert(
      fc.property(path, fc.array(piece, { maxLength: 25 }), fc.nat(200), (file, pieces, at) => {
        const text = pieces.join('');
        const offset = Math.min(at, text.length);
        explain(store, file, text, offset);
        idAt(store, file, text, offset);
        const found = complete(store, file, text, offset);
        if (found === undefined) return;
        const { start, end } = found.span;
        assert.ok(start <= offset && offset <= end && end <= text.length);
        assert.ok(!text.slice(start, end).includes('\n'));
      }),
      { numRuns: 10_000 },
    );
  });
});
