import assert from 'node:assert/strict';
import { test } from 'node:test';
import { folderWith, runIn } from './folder';

test('without a command the usage is printed, with the status of wrong usage', async () => {
  const ran = await runIn('/', []);
  assert.equal(ran.status, 2);
  assert.match(ran.output, /^Usage: source-annotator \[-C DIR\] COMMAND/);
  for (const command of ['list', 'apply', 'check']) assert.match(ran.output, new RegExp(command));
});

test('help is printed on request, in general and for a command', async () => {
  const general = await runIn('/', ['--help']);
  assert.equal(general.status, 0);
  assert.match(general.output, /Exit status: 0 nothing to report/);
  for (const args of [
    ['help', 'apply'],
    ['apply', '--help'],
    ['-h', 'apply'],
  ]) {
    const ran = await runIn('/', args);
    assert.equal(ran.status, 0);
    assert.match(ran.output, /Usage: source-annotator \[-C DIR\] apply FILE\.jsonl/);
  }
});

test('the version is printed, alone', async () => {
  assert.deepEqual(await runIn('/', ['--version']), {
    status: 0,
    output: '1.2.3\n',
    complaints: [],
  });
});

test('wrong usage has status 2, one sentence on standard error and nothing on standard output', async () => {
  const cases: readonly (readonly [readonly string[], RegExp])[] = [
    [['lsit'], /There is no command “lsit”; there are list, apply, check, /],
    [['constructor'], /There is no command “constructor”/],
    [['list'], /list takes one of sources, entities, events, annotations, duplicates\./],
    [['list', 'people'], /list takes one of/],
    [['list', 'sources', 'events'], /list takes one of/],
    [['list', 'sources', '--foo'], /Unknown option '--foo'/],
    [['list', 'sources', '--format', 'yaml'], /--format is one of text, json, not “yaml”/],
    [['list', 'sources', '--format'], /--format/],
    [['check', '--dry-run'], /Unknown option '--dry-run'/],
    [['check', 'x'], /check takes no “x”/],
    [['apply'], /apply takes one file/],
    [['apply', 'a', 'b'], /apply takes one file/],
    [
      ['-C', '/there/is/no/such/folder', 'check'],
      /Cannot read the folder .*no such file or folder/,
    ],
  ];
  for (const [args, message] of cases) {
    const ran = await runIn('/', args);
    assert.equal(ran.status, 2, args.join(' '));
    assert.equal(ran.output, '');
    assert.equal(ran.complaints.length, 1);
    assert.match(ran.complaints[0] ?? '', message);
  }
});

test('-C names the workspace folder, relative to the current one', async (t) => {
  const folder = await folderWith(t, { 'inner/notes.txt': 'x', 'outer.txt': 'y' });
  const ran = await folder.run('-C inner list sources --format json');
  assert.deepEqual(JSON.parse(ran.output), {
    sources: [{ path: 'notes.txt', present: true, annotations: 0 }],
  });
  assert.equal(
    (await folder.run('list sources --directory inner')).output.trim().split(/\s/)[0],
    'notes.txt',
  );
});

test('a file in place of the folder is no workspace', async (t) => {
  const folder = await folderWith(t, { file: '' });
  const ran = await folder.run('-C file check');
  assert.equal(ran.status, 2);
  assert.match(ran.complaints[0] ?? '', /a part of its path is a file, not a folder/);
});
