import assert from 'node:assert/strict';
import { chmod } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { annotationFile, entityFile, lines } from '../core/workspace';
import { folderWith, jsonLines, withoutRights } from './folder';

const SOURCE = { 's.txt': 'Kuleba met Wang Yi. Wang Yi smiled. 😀 Li Hui came.' };
const WANG = { op: 'createEntity', id: 'wang-yi', type: 'person', name: 'Wang Yi' };

test('operations from a file make the annotation files, readable ones', async (t) => {
  const folder = await folderWith(t, {
    ...SOURCE,
    'ops.jsonl': jsonLines(
      WANG,
      { op: 'annotate', source: 's.txt', id: 'a-000001', start: 11, end: 18, entity: 'wang-yi' },
      {
        op: 'annotate',
        source: 's.txt',
        id: 'a-000002',
        exact: 'Li Hui',
        type: 'time',
        value: '2024',
      },
    ),
  });
  const ran = await folder.run('apply ops.jsonl');
  assert.deepEqual(ran, {
    status: 0,
    output: lines(
      '3 operations changed 2 files.',
      '+ annotations/entities/wang-yi.yaml',
      '+ annotations/s.txt.ann.yaml',
    ),
    complaints: [],
  });
  const text = await folder.read('annotations/s.txt.ann.yaml');
  assert.match(text, /^format: source-annotations\/1\nsource:\n {2}path: /);
  assert.match(text, / {2}a-000002:\n {4}exact: "Li Hui"\n.*\n.*\n {4}start: 38\n {4}end: 44\n/);
});

test('operations from standard input, with blank lines, CRLF and a byte order mark', async (t) => {
  const folder = await folderWith(t, SOURCE);
  const input = `\uFEFF\r\n${JSON.stringify(WANG)}\r\n\r\n`;
  assert.equal((await folder.run('apply -', input)).status, 0);
  assert.match(await folder.read('annotations/entities/wang-yi.yaml'), /name: "Wang Yi"/);
});

test('the JSON has what changed, with the texts before and after, and the ids', async (t) => {
  const folder = await folderWith(t, { ...SOURCE, ...entityFile('wang-yi') });
  const before = await folder.read('annotations/entities/wang-yi.yaml');
  const input = jsonLines(
    { op: 'updateEntity', id: 'wang-yi', note: 'n' },
    { op: 'annotate', source: 's.txt', exact: 'Wang Yi', occurrence: 2, entity: 'wang-yi' },
  );
  const ran = await folder.run('apply - --format json', input);
  const { applied, changes, ids } = JSON.parse(ran.output) as {
    applied: number;
    changes: { path: string; before: string | null; after: string | null }[];
    ids: string[];
  };
  assert.equal(applied, 2);
  assert.equal(ids[0], 'wang-yi');
  assert.match(ids[1] ?? '', /^a-[0-9a-z]{6}$/);
  assert.deepEqual(changes[0], {
    path: 'annotations/entities/wang-yi.yaml',
    before,
    after: `${before}note: "n"\n`,
  });
  assert.equal(changes[1]?.before, null);
  assert.equal(changes[1].after, await folder.read('annotations/s.txt.ann.yaml'));
});

test('a dry run says what would change and writes nothing', async (t) => {
  const folder = await folderWith(t, SOURCE);
  const before = await folder.everything();
  const ran = await folder.run('apply - --dry-run', jsonLines(WANG));
  assert.equal(ran.status, 0);
  assert.match(ran.output, /^1 operation would change 1 file\.\n\+ annotations\/entities\/wang-yi/);
  assert.deepEqual(await folder.everything(), before);
});

test('records are merged, and a dry run says what would become of each file', async (t) => {
  const mention = ['  a-000001:', '    exact: "Wang Yi"', '    start: 11', '    end: 18'];
  const folder = await folderWith(t, {
    ...SOURCE,
    ...entityFile('wang-yi'),
    ...entityFile('y-wang'),
    ...annotationFile('s.txt', ...mention, '    entity: y-wang'),
  });
  const input = jsonLines({ op: 'merge', from: 'y-wang', into: 'wang-yi' });
  const dry = await folder.run('apply - --dry-run', input);
  assert.equal(
    dry.output,
    lines(
      '1 operation would change 3 files.',
      '~ annotations/entities/wang-yi.yaml: changes in aliases',
      '~ annotations/entities/y-wang.yaml: becomes a redirect to “wang-yi”',
      '~ annotations/s.txt.ann.yaml: 1 mention names “wang-yi”',
    ),
  );
  assert.equal((await folder.run('apply -', input)).status, 0);
  assert.match(await folder.read('annotations/s.txt.ann.yaml'), /entity: wang-yi/);
  const again = await folder.run('apply -', input);
  assert.equal(again.status, 1);
  assert.match(again.complaints.join(), /“y-wang” was merged into “wang-yi” already/);
});

test('when one operation cannot be done none is, and the message names its line', async (t) => {
  const folder = await folderWith(t, { ...SOURCE, ...entityFile('li-hui') });
  const before = await folder.everything();
  const annotate = { op: 'annotate', source: 's.txt' };
  const cases: readonly (readonly [object, string, RegExp])[] = [
    [{ ...annotate, exact: 'Xi', entity: 'li-hui' }, 'passage-not-found', /“Xi” occurs 0 times/],
    [{ ...annotate, exact: 'Wang Yi', entity: 'wang-yi' }, 'passage-ambiguous', /occurs 2 times/],
    [
      { ...annotate, start: 0, end: 99, entity: 'wang-yi' },
      'passage-not-found',
      /50 code points|code points/,
    ],
    [{ ...annotate, start: -1, end: 3, entity: 'wang-yi' }, 'passage-not-found', /not inside/],
    [{ ...annotate, start: 3, end: 3, entity: 'wang-yi' }, 'passage-empty', /empty/],
    [{ ...annotate, exact: 'Li Hui', entity: 'nobody' }, 'entity-unknown', /no entity “nobody”/],
    [{ ...annotate, exact: 'Li Hui', event: 'nothing' }, 'event-unknown', /no event “nothing”/],
    [{ ...annotate, exact: 'Li Hui', id: 'x', note: 'n' }, 'id-invalid', /no annotation id/],
    [
      { ...annotate, source: '../s.txt', exact: 'x', note: 'n' },
      'source-unknown',
      /no source “\.\.\/s\.txt”/,
    ],
    [{ ...annotate, source: '/etc/passwd', exact: 'x', note: 'n' }, 'source-unknown', /no source/],
    [{ op: 'delete', id: 'a-999999' }, 'annotation-unknown', /no annotation “a-999999”/],
    [{ op: 'createEntity', id: 'li-hui', type: 'person', name: 'x' }, 'id-taken', /already/],
    [{ op: 'createEntity', id: '../x', type: 'person', name: 'x' }, 'id-invalid', /no record id/],
    [{ op: 'createEntity', type: 'robot', name: 'x' }, 'type-unknown', /no entity type “robot”/],
    [{ op: 'createEvent', type: 'consult', title: 'x', date: '1.2.2024' }, 'value-invalid', /./],
  ];
  for (const [operation, code, message] of cases) {
    const ran = await folder.run(
      'apply - --format json',
      `${jsonLines(WANG)}\n${jsonLines(operation)}`,
    );
    assert.equal(ran.status, 1, code);
    const { applied, error } = JSON.parse(ran.output) as {
      applied: number;
      error: { line: number; code: string; message: string };
    };
    assert.deepEqual([applied, error.line, error.code], [0, 3, code]);
    assert.match(error.message, message);
    assert.match(ran.complaints[0] ?? '', /^-:3: .* Nothing was changed\.$/);
    assert.deepEqual(await folder.everything(), before);
  }
});

test('a line that is no operation is wrong usage, and named', async (t) => {
  const folder = await folderWith(t, SOURCE);
  const before = await folder.everything();
  for (const [line, message] of [
    ['{', /^-:2: This is no JSON: .* Nothing was changed\.$/],
    ['[]', /^-:2: An operation is an object with “op”/],
    ['{"op":"anotate"}', /^-:2: There is no operation “anotate”/],
    ['{"op":"annotate","source":"s.txt"}', /^-:2: “annotate” needs a passage/],
  ] as const) {
    const ran = await folder.run('apply -', `${JSON.stringify(WANG)}\n${line}\n`);
    assert.equal(ran.status, 2);
    assert.match(ran.complaints[0] ?? '', message);
  }
  assert.deepEqual(await folder.everything(), before);
});

test('an input file that is not there is named', async (t) => {
  const folder = await folderWith(t, SOURCE);
  const ran = await folder.run('apply nothing.jsonl');
  assert.equal(ran.status, 2);
  assert.deepEqual(ran.complaints, ['Cannot read nothing.jsonl: there is no such file or folder.']);
});

test('an annotation file that does not parse, or of a newer format, is left alone', async (t) => {
  const file = 'annotations/s.txt.ann.yaml';
  for (const text of [
    'format: source-annotations/1\nannotations:\n  a-1: [\n',
    'format: source-annotations/2\nannotations: {}\n',
    'format: source-annotations/1\nannotations:\n  a-000001: {}\n  a-000001: {}\n',
    '<<<<<<< ours\n',
    '',
  ]) {
    const folder = await folderWith(t, { ...SOURCE, [file]: text });
    const note = { op: 'annotate', source: 's.txt', exact: 'Kuleba', note: 'n' };
    const ran = await folder.run('apply -', jsonLines(note));
    assert.equal(ran.status, 1, text);
    assert.equal((ran.complaints[0] ?? '').indexOf(`${file}:`), 0, ran.complaints[0]);
    assert.match(ran.complaints[1] ?? '', /does not parse, so it is not written/);
    assert.equal(await folder.read(file), text);
  }
});

test('a binary source and an untitled one are no sources', async (t) => {
  const folder = await folderWith(t, { 'b.txt': new Uint8Array([65, 0, 66]) });
  for (const source of ['b.txt', 'Untitled-1', '']) {
    const ran = await folder.run(
      'apply -',
      jsonLines({ op: 'annotate', source, exact: 'A', note: 'n' }),
    );
    assert.equal(ran.status, 1);
    assert.match(ran.complaints.at(-1) ?? '', /There is no source/);
  }
});

test('in a read-only folder there is a clear message, and nothing half done', async (t) => {
  const folder = await folderWith(t, {
    ...SOURCE,
    ...entityFile('li-hui'),
    ...annotationFile('s.txt'),
  });
  await chmod(folder.path, 0o755);
  await chmod(path.join(folder.path, 'annotations'), 0o777);
  await chmod(path.join(folder.path, 'annotations/s.txt.ann.yaml'), 0o666);
  await chmod(path.join(folder.path, 'annotations/entities'), 0o555);
  const before = await folder.everything();
  const note = { op: 'annotate', source: 's.txt', exact: 'Kuleba', note: 'n' };
  const ran = await withoutRights(() => folder.run('apply -', jsonLines(note, WANG)));
  await chmod(path.join(folder.path, 'annotations/entities'), 0o755);
  assert.equal(ran.status, 2);
  assert.deepEqual(ran.complaints, [
    'annotations/entities/wang-yi.yaml cannot be written: permission denied. Nothing was changed.',
  ]);
  assert.deepEqual(await folder.everything(), before);
});

test('a source is never written', async (t) => {
  const text = '\uFEFFKuleba\r\nmet\rhim.  \n';
  const folder = await folderWith(t, { 's.txt': text });
  await folder.run(
    'apply -',
    jsonLines({ op: 'annotate', source: 's.txt', exact: 'met\nhim', note: 'n' }),
  );
  assert.equal(await folder.read('s.txt'), text);
  assert.match(await folder.read('annotations/s.txt.ann.yaml'), /exact: "met\\nhim"/);
});
