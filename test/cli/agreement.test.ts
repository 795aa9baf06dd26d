import assert from 'node:assert/strict';
import { test } from 'node:test';
import { annotationFile, entityFile } from '../core/workspace';
import { folderWith, type Folder, type Ran } from './folder';
import { repositoryWith } from './repository';

const TEXT = 'On Monday Anna met Boris at the Office.';

interface Mark {
  readonly id: string;
  readonly on: string;
  readonly type?: string;
  readonly entity?: string;
  readonly by?: string;
}

function marks(source: string, text: string, ...all: readonly Mark[]): Record<string, string> {
  const records = all.flatMap(({ id, on, ...fields }) => {
    const start = text.indexOf(on);
    const place = [`exact: "${on}"`, `start: ${start}`, `end: ${start + on.length}`];
    const said = Object.entries(fields).map(([key, value]) => `${key}: ${value}`);
    return [`  ${id}:`, ...[...place, ...said].map((line) => `    ${line}`)];
  });
  return { ...annotationFile(source, ...records) };
}

const FILES = {
  's.txt': TEXT,
  't.txt': TEXT,
  'annotations/schema.yaml': 'format: schema/1\nsources: ["**/*.txt"]\n',
  ...entityFile('anna'),
  ...marks(
    's.txt',
    TEXT,
    { id: 'a-000001', on: 'Monday', type: 'time', by: 'anna' },
    { id: 'a-000002', on: 'Anna', entity: 'anna', by: 'anna' },
    { id: 'a-000003', on: 'Monday', type: 'time', by: 'boris' },
    { id: 'a-000004', on: 'Anna met', entity: 'anna', by: 'boris' },
    { id: 'a-000005', on: 'Boris', type: 'person', by: 'boris' },
  ),
  ...marks(
    't.txt',
    TEXT,
    { id: 'a-000006', on: 'Monday', type: 'time', by: 'anna' },
    { id: 'a-000007', on: 'Office', type: 'place' },
  ),
};

interface Json {
  readonly annotators: readonly string[];
  readonly sources: readonly string[];
  readonly skipped: readonly unknown[];
  readonly total: Readonly<Record<string, unknown>>;
  readonly byType: readonly { readonly type: string; readonly scores: Record<string, unknown> }[];
  readonly between: readonly { readonly counts: unknown }[];
}

function jsonOf(ran: Ran): Json {
  assert.equal(ran.status, 0, ran.complaints.join());
  return JSON.parse(ran.output) as Json;
}

async function json(folder: Folder, args = ''): Promise<Json> {
  return jsonOf(await folder.run(`agreement ${args} --format json`));
}

test('the annotators that the files name are compared, in sources that both have read', async (t) => {
  const found = await json(await folderWith(t, FILES));
  assert.deepEqual(found.annotators, ['anna', 'boris']);
  assert.deepEqual(found.sources, ['s.txt']);
  assert.deepEqual(found.skipped, [{ source: 't.txt', reason: 'one-annotator' }]);
  assert.deepEqual(found.total['annotations'], [2, 3]);
  assert.deepEqual(found.total['exact'], { value: 0.4 });
  assert.deepEqual(found.total['partial'], { value: 0.8 });
  assert.deepEqual(found.total['typeKappa'], { value: 1 });
  assert.deepEqual(
    found.byType.map(({ type, scores }) => [type, scores['partial']]),
    [
      ['person', { value: 2 / 3 }],
      ['time', { value: 1 }],
    ],
  );
  assert.deepEqual(found.between[0]?.counts, {
    agreed: 1,
    differing: 1,
    onlyA: 0,
    onlyB: 1,
    differences: { span: 1 },
  });
});

test('sources and annotators can be chosen', async (t) => {
  const folder = await folderWith(t, FILES);
  assert.deepEqual((await json(folder, '--all-sources')).sources, ['s.txt', 't.txt']);
  assert.deepEqual((await json(folder, '--all-sources --source t.txt')).sources, ['t.txt']);
  assert.deepEqual((await json(folder, '--between boris anna')).annotators, ['boris', 'anna']);
  assert.deepEqual((await json(folder, 'anna boris --source s.txt')).total['exact'], {
    value: 0.4,
  });
});

test('what names nobody is an annotator when asked for', async (t) => {
  const folder = await folderWith(t, {
    ...FILES,
    ...marks('s.txt', TEXT, { id: 'a-000001', on: 'Monday', type: 'time', by: 'anna' }),
  });
  const found = await json(folder);
  assert.deepEqual(found.annotators, ['anna', '(no name)']);
  assert.deepEqual(found.sources, ['t.txt']);
});

test('the table for people has a row for everything, and says why a value is missing', async (t) => {
  const { output, status } = await (await folderWith(t, FILES)).run('agreement --all-sources');
  assert.equal(status, 0);
  assert.equal(
    output,
    [
      'anna, boris: 2 sources',
      '',
      'ALL     anna  boris  F1 exact  F1 partial  κ types  κ words  α words  αU',
      '        3     3      0.333     0.667       1.000    0.495    0.503    0.506',
      '',
      'TYPE    anna  boris  F1 exact  F1 partial  κ types  κ words  α words  αU',
      'person  1     2      0.000     0.667       1.000    0.448    0.446    0.456',
      'time    2     1      0.667     0.667       1.000    0.636    0.644    0.553',
      '',
      'SOURCE  anna  boris  F1 exact  F1 partial  κ types  κ words  α words  αU',
      's.txt   2     3      0.400     0.800       1.000    0.556    0.559    0.632',
      't.txt   1     0      0.000     0.000       –        0.000    0.000    -0.299',
      '',
      'anna and boris: 1 agree, 1 differ (span 1), 1 only anna, 1 only boris.',
      '–: nothing to compare.',
      '',
    ].join('\n'),
  );
});

test('Markdown has the same table, and comma-separated values have all decimals', async (t) => {
  const folder = await folderWith(t, FILES);
  const markdown = await folder.run('agreement --format markdown');
  assert.match(markdown.output, /^\| {2}\| anna \| boris \| F1 exact \|/);
  assert.match(markdown.output, /\n\| person \| 1 \| 2 \| 0\.000 \| 0\.667 \|/);
  assert.match(markdown.output, /\n- Left out: 1 source that one annotator has read\.\n$/);
  const csv = (await folder.run('agreement --format csv')).output.split('\n');
  assert.match(csv[0] ?? '', /^kind,name,anna,boris,exact,partial,typeKappa,wordKappa,fleiss,/);
  assert.match(csv[1] ?? '', /^total,,2,3,0\.4,0\.8,1,0\./);
  assert.match(csv[2] ?? '', /^type,person,1,2,0,0\.6666666666666666,/);
});

test('without two annotators there is nothing to measure', async (t) => {
  const empty = await folderWith(t);
  assert.equal((await empty.run('agreement')).status, 2);
  const folder = await folderWith(t, FILES);
  for (const [args, complaint] of [
    ['anna', 'agreement takes two annotators.'],
    ['anna carl', 'Nothing is annotated by “carl”; there are anna, boris, (no name).'],
    ['--source x.txt', 'There is no source “x.txt”.'],
    ['--revisions', 'agreement --revisions takes at least one revision.'],
    [
      '--revisions --between a b',
      'agreement is between annotators or between revisions, not both.',
    ],
  ] as const) {
    const ran = await folder.run(`agreement ${args}`);
    assert.equal(ran.status, 2);
    assert.deepEqual(ran.complaints, [complaint]);
  }
});

const BASE = {
  's.txt': TEXT,
  'annotations/schema.yaml': 'format: schema/1\nsources: ["**/*.txt"]\n',
  ...entityFile('anna'),
  ...marks('s.txt', TEXT, { id: 'a-base01', on: 'Office', type: 'place' }),
};

test('two branches are two annotators; what both inherited was not annotated twice', async (t) => {
  const repository = await repositoryWith(t, BASE);
  const annotate = async (
    branch: string,
    source: string,
    ...all: readonly Mark[]
  ): Promise<void> => {
    await repository.git('checkout', '--quiet', '-b', branch, 'main');
    const text = branch === 'boris' ? `From our own correspondent. ${TEXT}` : TEXT;
    if (branch === 'boris') {
      await repository.git('mv', 's.txt', source);
      await repository.git('mv', 'annotations/s.txt.ann.yaml', `annotations/${source}.ann.yaml`);
    }
    await repository.write(source, text);
    const base = { id: 'a-base01', on: 'Office', type: 'place' };
    const files = marks(source, text, base, ...all);
    for (const [path, content] of Object.entries(files)) await repository.write(path, content);
    await repository.commit(branch);
  };
  await annotate(
    'anna',
    's.txt',
    { id: 'a-000001', on: 'Monday', type: 'time' },
    { id: 'a-000002', on: 'Anna', entity: 'anna' },
  );
  await annotate(
    'boris',
    'renamed.txt',
    { id: 'a-000003', on: 'Monday', type: 'time' },
    { id: 'a-000004', on: 'Anna', type: 'person' },
  );
  const args = ['agreement', '--revisions', 'anna', 'boris', '--format', 'json'];
  const found = jsonOf(await repository.cli(...args));
  assert.deepEqual(found.annotators, ['anna', 'boris']);
  assert.deepEqual(found.sources, ['renamed.txt']);
  assert.deepEqual(found.total['annotations'], [2, 2]);
  assert.deepEqual(found.total['exact'], { value: 1 });
  // A record is more than its type.
  const [between] = found.between;
  assert.deepEqual(between?.counts, {
    agreed: 1,
    differing: 1,
    onlyA: 0,
    onlyB: 0,
    differences: { entity: 1 },
  });

  const [one, other] = ['anna', 'working tree'];
  const alone = jsonOf(
    await repository.cli('agreement', '--revisions', 'anna', '--format', 'json'),
  );
  assert.deepEqual(alone.annotators, [one, other]);
  assert.deepEqual(alone.total['exact'], { value: 1 });
});

test('a revision that is not there, or twice, and a folder without git are said plainly', async (t) => {
  const repository = await repositoryWith(t, BASE);
  const unknown = await repository.cli('agreement', '--revisions', 'main', 'nowhere');
  assert.equal(unknown.status, 2);
  assert.match(unknown.complaints.join(), /nowhere/);
  const twice = await repository.cli('agreement', '--revisions', 'main', 'main');
  assert.deepEqual(twice.complaints, ['“main” is given twice.']);
  const folder = await folderWith(t, BASE);
  assert.equal((await folder.run('agreement --revisions main other')).status, 2);
});
