import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { complete } from '../../../src/core/completion/complete';
import type { Completions } from '../../../src/core/completion/item';
import { annotationFile, entityFile, eventFile, lines, workspace } from '../workspace';

const ENTITY = 'annotations/entities/new.yaml';
const EVENT = 'annotations/events/new.yaml';
const FILE = 'annotations/s.txt.ann.yaml';
const SCHEMA = 'annotations/schema.yaml';

const HEAD = lines(
  'format: source-annotations/1',
  'source:',
  '  path: s.txt',
  '  published: "2024-07-25"',
);

const { store } = workspace(
  {
    ...entityFile('wang-yi', 'aliases: ["Foreign Minister Wang", "王毅"]'),
    ...entityFile('li-hui'),
    ...eventFile('talks', 'mode: phone'),
    [FILE]:
      HEAD +
      lines(
        'annotations:',
        '  a-00000a:',
        '    exact: "Wang Yi"',
        '    start: 0',
        '    end: 7',
        '    entity: wang-yi',
        '    by: anna',
      ),
    ...annotationFile('t.txt', '  a-00000t:', '    exact: "x"', '    by: boris'),
  },
  { 's.txt': 'Wang Yi spoke last month.\n' },
);

/** Completes at the bar, which is taken out. */
function at(path: string, marked: string): Completions | undefined {
  const offset = marked.indexOf('|');
  return complete(store, path, marked.slice(0, offset) + marked.slice(offset + 1), offset);
}

function labels(path: string, marked: string): readonly string[] {
  return (at(path, marked)?.items ?? []).map(({ label }) => label);
}

/** The text with the first item in its place. */
function chosen(path: string, marked: string, label?: string): string {
  const found = at(path, marked);
  const text = marked.replace('|', '');
  const item = found?.items.find((each) => label === undefined || each.label === label);
  assert.ok(found !== undefined && item !== undefined, marked);
  return text.slice(0, found.span.start) + item.insert + text.slice(found.span.end);
}

describe('completing keys', () => {
  it('offers those of the file that are not there yet, with what they are', () => {
    const found = at(ENTITY, 'format: entity/1\nid: new\n|');
    const keys = found?.items.map(({ label }) => label) ?? [];
    assert.deepEqual(keys, [
      'type',
      'name',
      'aliases',
      'links',
      'relations',
      'distinctFrom',
      'note',
      'mergedInto',
      'thread',
    ]);
    assert.match(found?.items[0]?.about ?? '', /entity type/);
  });

  it('offers all in an empty file', () => {
    assert.equal(labels(EVENT, '|')[0], 'format');
    assert.equal(chosen(EVENT, '|'), 'format: ');
  });

  it('knows the map by the column of the caret, also behind blank lines and comments', () => {
    const text = `${HEAD}annotations:\n  a-00000b:\n    exact: "x"\n    # why\n\n    |`;
    assert.ok(labels(FILE, text).includes('roles'));
    assert.ok(!labels(FILE, text).includes('exact'));
    assert.ok(labels(FILE, `${HEAD}  |`).includes('title'));
    assert.ok(labels(FILE, `${HEAD}|`).includes('annotations'));
  });

  it('replaces the word that stands there, and leaves a colon that is there', () => {
    assert.equal(chosen(EVENT, 'ti|t\n', 'title'), 'title: \n');
    assert.equal(chosen(EVENT, 'ti|t: "x"\n', 'title'), 'title: "x"\n');
  });

  it('opens lists of maps and maps in a line of their own', () => {
    assert.equal(chosen(EVENT, 'p|', 'participants'), 'participants:\n  - ');
    assert.equal(chosen(ENTITY, 'l|', 'links'), 'links:\n  ');
  });

  it('works in items of lists, in block and in braces', () => {
    assert.deepEqual(labels(EVENT, 'participants:\n  - |'), ['role', 'entity']);
    assert.deepEqual(labels(EVENT, 'participants:\n  - role: actor\n    |'), ['entity']);
    assert.deepEqual(labels(EVENT, 'participants:\n- role: actor\n  |'), ['entity']);
    assert.deepEqual(labels(EVENT, 'participants:\n  - { role: actor, | }'), ['entity']);
    assert.deepEqual(labels(EVENT, 'participants:\n  - { |, entity: wang-yi }'), ['role']);
    assert.deepEqual(labels(EVENT, 'participants: [{ role: actor }, { |'), ['role', 'entity']);
  });

  it('offers the names that the schema has', () => {
    assert.ok(labels(ENTITY, 'links: { |').includes('wikidata'));
    assert.ok(labels(ENTITY, 'links:\n  |').includes('geonames'));
    assert.ok(labels(SCHEMA, 'checks:\n  |').includes('orphaned'));
    assert.ok(labels(SCHEMA, 'eventTypes:\n  |').includes('consult'));
    assert.ok(labels(SCHEMA, 'eventTypes:\n  consult:\n    roles:\n      |').includes('recipient'));
    assert.deepEqual(labels(SCHEMA, 'entityTypes: { person: { label: x, | } }'), [
      'description',
      'color',
      'parent',
      'key',
    ]);
  });
});

describe('completing values', () => {
  const record = `${HEAD}annotations:\n  a-00000b:\n    exact: "last month"\n`;

  it('offers the ids of records under their names, also of other scripts', () => {
    for (const typed of ['wang', 'Foreign', '王毅', '']) {
      assert.ok(labels(FILE, `${record}    entity: ${typed}|`).includes('wang-yi'), typed);
    }
    assert.deepEqual(labels(FILE, `${record}    entity: li|`), ['li-hui']);
    assert.match(
      at(FILE, `${record}    entity: wang|`)?.items[0]?.detail ?? '',
      /wang-yi · person/,
    );
    assert.deepEqual(labels(FILE, `${record}    event: |`), ['talks']);
  });

  it('replaces the whole value, with its quotes, and not the comment behind it', () => {
    assert.equal(
      chosen(FILE, `${record}    entity: wa|ng # who\n`),
      `${record}    entity: wang-yi # who\n`,
    );
    assert.equal(
      chosen(FILE, `${record}    entity: "wa|ng"\n`),
      `${record}    entity: "wang-yi"\n`,
    );
    assert.equal(chosen(FILE, `${record}    entity: "wa|\n`), `${record}    entity: "wang-yi"\n`);
  });

  it('offers annotations of the file and records to roles, by their words', () => {
    const roles = `${record}    event: talks\n    roles:\n`;
    const found = labels(FILE, `${roles}      - { role: actor, target: |`);
    assert.ok(
      found.includes('a-00000a') && found.includes('li-hui') && !found.includes('a-00000b'),
    );
    assert.equal(labels(FILE, `${roles}      - { role: actor, target: Wang Y| }`)[0], 'a-00000a');
  });

  it('offers the roles and modes of the type of the event', () => {
    assert.ok(
      labels(FILE, `${record}    event: talks\n    roles:\n      - { role: |`).includes(
        'recipient',
      ),
    );
    assert.deepEqual(labels(FILE, `${record}    type: statement\n    roles: [{ role: a|`), [
      'addressee',
    ]);
    assert.deepEqual(labels(EVENT, 'type: consult\nmode: |\n'), [
      'visit',
      'third-party',
      'multilateral',
      'phone',
    ]);
    assert.ok(labels(EVENT, 'participants:\n  - role: |\ntype: consult\n').includes('actor'));
  });

  it('offers types with their labels, also where YAML is broken elsewhere', () => {
    assert.ok(labels(EVENT, 'title: "x\ntype: con|\n').includes('consult'));
    assert.ok(labels(ENTITY, 'name: &\ntype: |').includes('organisation'));
    assert.ok(labels(FILE, `${record}    type: |`).includes('time'));
  });

  it('offers the people of the project to comments, the annotator of the file first', () => {
    for (const [path, text] of [
      [FILE, `${HEAD}  reviewedBy: [|`],
      [FILE, `${record}    by: |`],
      [EVENT, 'thread:\n  - { by: |'],
    ] as const) {
      assert.deepEqual(labels(path, text), ['anna', 'boris'], text);
    }
    assert.equal(chosen(EVENT, 'thread:\n  - { resolved: |'), 'thread:\n  - { resolved: true');
    assert.deepEqual(labels(FILE, `${HEAD}  state: |`), ['in-progress', 'done']);
  });

  it('offers the annotation itself, its rivals and none to a decision', () => {
    const record = `${HEAD}annotations:\n  a-00000a:\n    decision: |`;
    assert.deepEqual(labels(FILE, record), ['a-00000a', 'none']);
  });

  it('offers statuses, codes and severities with what they mean', () => {
    assert.deepEqual(labels(EVENT, 'status: |'), [
      'occurred',
      'planned',
      'claimed',
      'hypothetical',
      'denied',
    ]);
    assert.deepEqual(labels(FILE, `${record}    credibility: |`), ['1', '2', '3', '4', '5', '6']);
    assert.deepEqual(labels(FILE, `${record}    polarity: n|`), ['negative']);
    assert.equal(chosen(SCHEMA, 'checks: { orphaned: o| }'), 'checks: { orphaned: off }');
    assert.ok(labels(SCHEMA, 'entityTypes:\n  person:\n    color: |').includes('teal'));
    assert.deepEqual(labels(SCHEMA, 'layout: |'), ['folder', 'beside']);
    assert.deepEqual(labels(SCHEMA, 'requiredMetadata: [title, l|'), ['language']);
  });

  it('offers dates in EDTF, in words, from what is typed, said and known', () => {
    const time = `${record}    type: time\n    value: |\n`;
    const [first] = at(FILE, time)?.items ?? [];
    assert.equal(first?.label, '2024-06');
    assert.equal(first.detail, 'June 2024');
    assert.equal(chosen(FILE, time), `${record}    type: time\n    value: "2024-06"\n`);
    assert.equal(labels(EVENT, 'date: 26.4.2023|')[0], '2023-04-26');
    assert.ok(labels(EVENT, 'date: "2023-04|"').includes('2023-04~'));
    assert.equal(chosen(EVENT, 'date: 26.4.2023|'), 'date: "2023-04-26"');
  });

  it('offers languages, relation types, and the id of the file', () => {
    assert.equal(labels(FILE, `${HEAD}  language: ukr|`)[0], 'uk');
    assert.equal(labels(ENTITY, 'aliases:\n  - { text: "x", language: zh|')[0], 'zh-Hans');
    assert.ok(labels(ENTITY, 'relations: [{ type: mem|').includes('member-of'));
    assert.deepEqual(labels(ENTITY, 'id: |'), ['new']);
  });

  it('offers nothing in texts, comments, scalars of several lines, and other files', () => {
    assert.deepEqual(labels(EVENT, 'title: "Wa|"'), []);
    assert.deepEqual(labels(EVENT, '# ty|'), []);
    assert.deepEqual(labels(EVENT, 'type: consult # con|'), []);
    assert.deepEqual(labels(EVENT, 'note: |2\n  text |'.replace('|2', '>')), []);
    assert.equal(at('docs/a.yaml', 'type: |'), undefined);
  });
});
