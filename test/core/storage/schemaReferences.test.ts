import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseFile } from '../../../src/core/storage/parse';
import { lines } from '../workspace';

function problems(...text: readonly string[]): readonly string[] {
  const file = lines('format: schema/1', ...text);
  const parsed = parseFile('annotations/schema.yaml', file);
  return (parsed?.problems ?? []).map(({ code, line, span }) => {
    return `${code} ${line} ${file.slice(span.start, span.end)}`;
  });
}

describe('parents in a schema file', () => {
  it('are reported where they lead back to their own type', () => {
    assert.deepEqual(
      problems(
        'entityTypes:',
        '  a: { parent: b }',
        '  b: { parent: c }',
        '  c: { parent: a }',
        '  d: { parent: a }',
      ),
      ['schema-cycle 3 b', 'schema-cycle 4 c', 'schema-cycle 5 a'],
    );
    assert.deepEqual(problems('eventTypes: { consult: { parent: consult } }'), [
      'schema-cycle 2 consult',
    ]);
    assert.deepEqual(problems('relationTypes: { leads: { parent: x }, x: { parent: leads } }'), [
      'schema-cycle 2 x',
      'schema-cycle 2 leads',
    ]);
  });

  it('are reported where they are built-in types that were taken away, or none', () => {
    assert.deepEqual(
      problems(
        'entityTypes:',
        '  person: null',
        '  minister: { parent: person }',
        '  x: { parent: "y" }',
      ),
      ['schema-unknown 4 person', 'schema-unknown 5 "y"'],
    );
    assert.deepEqual(problems('extends: none', 'eventTypes: { a: { parent: consult } }'), [
      'schema-unknown 3 consult',
    ]);
  });

  it('may be built in, or stand further down', () => {
    assert.deepEqual(
      problems('entityTypes:', '  a: { parent: b }', '  b: { parent: organisation }'),
      [],
    );
  });
});

describe('other names of types in a schema file', () => {
  it('are reported where there is no such type', () => {
    assert.deepEqual(
      problems(
        'eventTypes:',
        '  consult: { roles: { actor: { types: [person, persons, consult, event] } } }',
        'relationTypes: { x: { from: [consult], to: [place, planet] } }',
        'attributes: { tone: { on: [event, note, person, robots] } }',
      ),
      [
        'schema-unknown 3 persons',
        'schema-unknown 4 consult',
        'schema-unknown 4 planet',
        'schema-unknown 5 robots',
      ],
    );
  });
});

describe('the rest of a schema file', () => {
  it('is read: keys, colours of events, links, what sources must say', () => {
    const file = lines(
      'format: schema/1',
      'extends: none',
      'entityTypes: { person: { key: p } }',
      'eventTypes: { a: { color: red, key: 1 }, b: { parent: a } }',
      'relationTypes: { x: { label: X, description: "d", from: [person] }, y: { parent: x } }',
      "links: { w: { label: W, url: 'https://w.org/{id}', pattern: 'Q\\d+' }, wikidata: null }",
      'requiredMetadata: [title, url]',
    );
    const parsed = parseFile('annotations/schema.yaml', file);
    assert.ok(parsed?.content?.kind === 'schema');
    assert.deepEqual(parsed.problems, []);
    assert.deepEqual(parsed.content.schema, {
      extends: 'none',
      entityTypes: { person: { id: 'person', key: 'p' } },
      eventTypes: { a: { id: 'a', color: 'red', key: '1' }, b: { id: 'b', parent: 'a' } },
      relationTypes: {
        x: { label: 'X', description: 'd', from: ['person'] },
        y: { parent: 'x' },
      },
      links: { w: { label: 'W', url: 'https://w.org/{id}', pattern: 'Q\\d+' }, wikidata: null },
      requiredMetadata: ['title', 'url'],
    });
  });

  it('is reported where it cannot be used, each at its place', () => {
    assert.deepEqual(
      problems(
        'extends: plover',
        'entityTypes: { person: { key: pp }, place: { key: "?" } }',
        'eventTypes: { consult: { color: gold } }',
        'links:',
        '  a: { url: "https://a.org/" }',
        '  b: { url: "ftp://b.org/{id}" }',
        "  c: { pattern: '(' }",
        "  d: { pattern: '(a+)+' }",
        "  e: { pattern: '(?=a)' }",
        'requiredMetadata: [title, author]',
      ).map((each) => each.replace(/^value-invalid /, '')),
      [
        '2 plover',
        '3 pp',
        '3 "?"',
        '4 gold',
        '6 "https://a.org/"',
        '7 "ftp://b.org/{id}"',
        "8 '('",
        "9 '(a+)+'",
        "10 '(?=a)'",
        '11 author',
      ],
    );
  });
});
