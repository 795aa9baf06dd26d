import assert from 'node:assert/strict';
import { test } from 'node:test';
import { annotationFile, entityFile, eventFile, lines } from '../core/workspace';
import { folderWith } from './folder';

const FILES = {
  's.txt': '😀 Wang Yi met Kuleba.',
  't.txt': 'Nobody. Wang Yi came.',
  'empty.txt': '',
  ...entityFile('wang-yi', 'aliases: ["Wang"]'),
  ...entityFile('wang', 'mergedInto: wang-yi'),
  'annotations/entities/china.yaml': 'format: entity/1\nid: china\ntype: place\nname: China\n',
  ...eventFile('later', 'date: "2024-07"', 'participants: [{ role: actor, entity: wang }]'),
  ...eventFile('earlier', 'date: "2023"'),
  ...eventFile('undated'),
  ...annotationFile(
    's.txt',
    '  a-00000b:',
    '    exact: "departed"',
    '    start: 0',
    '    end: 8',
    '    event: later',
    '    roles: [{ role: actor, target: a-00000a }]',
    '  a-00000a:',
    '    exact: "Wang Yi"',
    '    prefix: "😀 "',
    '    start: 2',
    '    end: 9',
    '    entity: wang',
  ),
  ...annotationFile(
    't.txt',
    '  a-00000c:',
    '    exact: "Wang Yi"',
    '    prefix: "Nobody. "',
    '    start: 0',
    '    end: 7',
    '    entity: wang-yi',
    '    status: proposed',
    '  a-00000d:',
    '    exact: "Gone for good"',
    '    type: time',
    '    value: "2024"',
  ),
};

async function json(t: Parameters<typeof folderWith>[0], args: string): Promise<unknown> {
  const folder = await folderWith(t, FILES);
  const ran = await folder.run(`list ${args} --format json`);
  assert.equal(ran.status, 0, ran.complaints.join());
  return JSON.parse(ran.output);
}

async function ids(t: Parameters<typeof folderWith>[0], args: string): Promise<readonly string[]> {
  const listed = (await json(t, args)) as Readonly<
    Record<string, { id?: string; path?: string }[]>
  >;
  return Object.values(listed).flatMap((rows) => rows.map(({ id, path }) => id ?? path ?? '?'));
}

test('annotations have the place where they are now, in code points', async (t) => {
  assert.deepEqual(await json(t, 'annotations --source s.txt'), {
    annotations: [
      {
        source: 's.txt',
        id: 'a-00000a',
        kind: 'mention',
        start: 2,
        end: 9,
        anchor: 'exact',
        exact: 'Wang Yi',
        type: 'person',
        entity: 'wang',
        status: 'accepted',
      },
      {
        source: 's.txt',
        id: 'a-00000b',
        kind: 'evidence',
        anchor: 'orphaned',
        exact: 'departed',
        type: 'consult',
        event: 'later',
        roles: [{ role: 'actor', target: 'a-00000a' }],
        status: 'accepted',
      },
    ],
  });
});

test('an annotation that was moved has its new place, one that is gone has none', async (t) => {
  assert.deepEqual(await json(t, 'annotations --source t.txt'), {
    annotations: [
      {
        source: 't.txt',
        id: 'a-00000c',
        kind: 'mention',
        start: 8,
        end: 15,
        anchor: 'moved',
        exact: 'Wang Yi',
        type: 'person',
        entity: 'wang-yi',
        status: 'proposed',
      },
      {
        source: 't.txt',
        id: 'a-00000d',
        kind: 'time',
        anchor: 'orphaned',
        exact: 'Gone for good',
        type: 'time',
        value: '2024',
        status: 'accepted',
      },
    ],
  });
});

test('filters of annotations follow merges, and all have to hold', async (t) => {
  assert.deepEqual(await ids(t, 'annotations --entity wang-yi'), ['a-00000a', 'a-00000c']);
  assert.deepEqual(await ids(t, 'annotations --entity wang'), ['a-00000a', 'a-00000c']);
  assert.deepEqual(await ids(t, 'annotations --entity wang-yi --source t.txt'), ['a-00000c']);
  assert.deepEqual(await ids(t, 'annotations --event later'), ['a-00000b']);
  assert.deepEqual(await ids(t, 'annotations --type time'), ['a-00000d']);
  assert.deepEqual(await ids(t, 'annotations --type person'), ['a-00000a', 'a-00000c']);
  assert.deepEqual(await ids(t, 'annotations --event later --entity wang-yi'), []);
});

test('entities are those that stand for themselves, with their counts', async (t) => {
  assert.deepEqual(await json(t, 'entities'), {
    entities: [
      {
        id: 'china',
        type: 'place',
        name: 'China',
        aliases: [],
        links: {},
        mentions: 0,
        sources: 0,
      },
      {
        id: 'wang-yi',
        type: 'person',
        name: 'wang-yi',
        aliases: [{ text: 'Wang' }],
        links: {},
        mentions: 2,
        sources: 2,
      },
    ],
  });
  assert.deepEqual(await ids(t, 'entities --type place'), ['china']);
  assert.deepEqual(await ids(t, 'entities --source t.txt'), ['wang-yi']);
  assert.deepEqual(await ids(t, 'entities --event later'), ['wang-yi']);
  assert.deepEqual(await ids(t, 'entities --event earlier'), []);
});

test('events come by date, the undated last', async (t) => {
  assert.deepEqual(await ids(t, 'events'), ['earlier', 'later', 'undated']);
  assert.deepEqual(await ids(t, 'events --entity wang-yi'), ['later']);
  assert.deepEqual(await ids(t, 'events --source s.txt'), ['later']);
  assert.deepEqual(await ids(t, 'events --type consult --source t.txt'), []);
});

test('sources are all that the schema names, with their counts', async (t) => {
  assert.deepEqual(await json(t, 'sources'), {
    sources: [
      { path: 'empty.txt', present: true, annotations: 0 },
      {
        path: 's.txt',
        present: true,
        annotationFile: 'annotations/s.txt.ann.yaml',
        annotations: 2,
      },
      {
        path: 't.txt',
        present: true,
        annotationFile: 'annotations/t.txt.ann.yaml',
        annotations: 2,
      },
    ],
  });
  assert.deepEqual(await ids(t, 'sources --event later'), ['s.txt']);
});

test('a source whose file is gone is listed with what is known of it', async (t) => {
  const folder = await folderWith(t, annotationFile('gone.txt', '  a-000001:', '    exact: "x"'));
  assert.match(
    (await folder.run('list sources')).output,
    /^gone\.txt +1 annotation +\(not there\)\n$/,
  );
  assert.match(
    (await folder.run('list annotations')).output,
    /^gone\.txt:\? +a-000001 +note +“x”\n$/,
  );
});

test('the text of a list is aligned, and places are line and column', async (t) => {
  const folder = await folderWith(t, FILES);
  assert.equal(
    (await folder.run('list annotations --type person')).output,
    lines(
      's.txt:1:4  a-00000a  mention  wang     “Wang Yi”',
      't.txt:1:9  a-00000c  mention  wang-yi  “Wang Yi”',
    ),
  );
  assert.equal(
    (await folder.run('list entities')).output,
    lines(
      'china    place   China    0 mentions in 0 sources',
      'wang-yi  person  wang-yi  2 mentions in 2 sources',
    ),
  );
  assert.match((await folder.run('list events')).output, /^2023 +earlier +consult/);
});

test('a filter that names nothing is wrong usage', async (t) => {
  const folder = await folderWith(t, FILES);
  for (const [args, message] of [
    ['--source x.txt', 'There is no source “x.txt”.'],
    ['--entity nobody', 'There is no entity “nobody”.'],
    ['--event nothing', 'There is no event “nothing”.'],
    ['--type robot', 'The schema has no type “robot”.'],
  ] as const) {
    assert.deepEqual(await folder.run(`list annotations ${args}`), {
      status: 2,
      output: '',
      complaints: [message],
    });
  }
});

test('what could not be read is named on standard error, and the rest is listed', async (t) => {
  const folder = await folderWith(t, { ...FILES, 'annotations/entities/bad.yaml': '[' });
  const ran = await folder.run('list entities');
  assert.equal(ran.status, 0);
  assert.match(ran.output, /wang-yi/);
  assert.match(ran.complaints[0] ?? '', /^annotations\/entities\/bad\.yaml:1:/);
});

test('a type takes in the kinds below it', async (t) => {
  const schema = 'format: schema/1\nentityTypes:\n  diplomat: { parent: person }\n';
  const folder = await folderWith(t, {
    'annotations/schema.yaml': schema,
    'annotations/entities/li-hui.yaml':
      'format: entity/1\nid: li-hui\ntype: diplomat\nname: Li Hui\n',
  });
  assert.match((await folder.run('list entities --type person')).output, /li-hui/);
});

test('an empty folder has empty lists', async (t) => {
  const folder = await folderWith(t);
  for (const what of ['sources', 'entities', 'events', 'annotations']) {
    const ran = await folder.run(`list ${what} --format json`);
    assert.deepEqual(JSON.parse(ran.output), { [what]: [] });
    assert.deepEqual(await folder.run(`list ${what}`), { status: 0, output: '', complaints: [] });
  }
});

test('duplicates are pairs of records, the likeliest first, with the reason', async (t) => {
  const folder = await folderWith(t, {
    ...entityFile('a', 'aliases: ["Kyiv"]'),
    ...entityFile('b', 'aliases: ["Kiev"]'),
    ...entityFile('c', 'aliases: ["KYIV"]', 'distinctFrom: [b]'),
  });
  const ran = await folder.run('list duplicates --format json');
  const { duplicates } = JSON.parse(ran.output) as {
    duplicates: { ids: string[]; score: number }[];
  };
  assert.deepEqual(
    duplicates.map(({ ids: each }) => each),
    [
      ['a', 'c'],
      ['a', 'b'],
    ],
  );
  assert.deepEqual(duplicates[0], {
    kind: 'entity',
    ids: ['a', 'c'],
    score: 0.95,
    reason: 'Both are called “Kyiv”',
    names: ['a', 'c'],
    types: ['person', 'person'],
  });
  const one = await folder.run('list duplicates --entity b');
  assert.match(one.output, /^a {2}b {2}\d\d % {2}“Kyiv” and “Kiev” are spelled alike\n$/);
  assert.equal((await folder.run('list duplicates --type place')).output, '');
});
