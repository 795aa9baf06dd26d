import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { describe } from '../../src/core/text/describe';
import { SourceText } from '../../src/core/text/sourceText';
import { annotationFile, entityFile, lines } from '../core/workspace';
import { folderWith } from './folder';

const FILE = 'annotations/s.txt.ann.yaml';
const TEXT = [
  'A short report from the agency, as of today.',
  'In the morning Kuleba met Wang Yi in Guangzhou, says the ministry.',
  'Then he left for the airport, where nobody was waiting for him.',
  '',
].join('\n');

/** The lines of an annotation of these words of the text, and of what is said of them. */
function recordOf(id: string, exact: string, ...body: readonly string[]): readonly string[] {
  const start = TEXT.indexOf(exact);
  const target = describe(SourceText.of(TEXT), { start, end: start + exact.length });
  const fields = Object.entries(target).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  return [`  ${id}:`, ...[...fields, ...body].map((line) => `    ${line}`)];
}

const FILES = {
  ...entityFile('wang-yi'),
  ...annotationFile(
    's.txt',
    ...recordOf('a-00000a', 'Wang Yi', 'entity: wang-yi # him'),
    ...recordOf('a-00000b', 'Then he left', 'note: "n"'),
  ),
};

function blobLine(text: string): string {
  return `  path: s.txt\n  blob: ${JSON.stringify(SourceText.of(text).blob)}\n`;
}

test('a workspace in which all is up to date has status 0, and nothing is written', async (t) => {
  const current = FILES[FILE]?.replace('  path: s.txt\n', blobLine(TEXT)) ?? '';
  const folder = await folderWith(t, { ...FILES, 's.txt': TEXT, [FILE]: current });
  const before = await folder.everything();
  assert.deepEqual(await folder.run('reanchor --write'), {
    status: 0,
    output: '2 exact. All that is certain is up to date.\n',
    complaints: [],
  });
  assert.deepEqual(await folder.everything(), before);
});

test('what moved is listed, and rewritten with --write and nothing beside it', async (t) => {
  const text = `A new line.\n${TEXT}`;
  const folder = await folderWith(t, { ...FILES, 's.txt': text });
  const before = await folder.everything();
  const ran = await folder.run('reanchor');
  assert.equal(ran.status, 1);
  assert.match(ran.output, /^s\.txt: 2 moved\n {2}moved {2}a-00000a {2}line 3 {2}“Wang Yi”/);
  assert.match(ran.output, /--write rewrites 2 annotations in 1 file\.\n$/);
  assert.deepEqual(await folder.everything(), before);

  const written = await folder.run('reanchor --write');
  assert.equal(written.status, 0);
  assert.match(written.output, /Rewrote 2 annotations in 1 file\.\n$/);
  const file = await folder.read(FILE);
  assert.equal(
    file.replace(/^ {2}blob: .*\n/m, ''),
    FILES[FILE]?.replace(
      /(start|end): (\d+)/g,
      (_, key, at) => `${String(key)}: ${Number(at) + 12}`,
    ),
  );
  assert.ok(file.includes(SourceText.of(text).blob));
  assert.equal((await folder.run('reanchor')).status, 0);
});

test('it says from which line to which, where git has the old text', async (t) => {
  const file = FILES[FILE]?.replace('  path: s.txt\n', blobLine(TEXT)) ?? '';
  const folder = await folderWith(t, { ...FILES, 's.txt': TEXT, [FILE]: file });
  const git = (...args: readonly string[]): string =>
    execFileSync('git', [...args], { cwd: folder.path, encoding: 'utf8' });
  git('init', '--quiet');
  git('hash-object', '-w', 's.txt');
  await folder.write('s.txt', `A new line.\n\n${TEXT}`);
  const { output } = await folder.run('reanchor');
  assert.match(output, /a-00000a {2}line 2 → line 4 {2}“Wang Yi” .*\(other place\)/);
  assert.match(output, /a-00000b {2}line 3 → line 5 /);
});

test('the JSON has a row for each annotation, in the units of the files', async (t) => {
  const text = `😀 ${TEXT}`.replace('Then he left for the airport', 'All was quiet');
  const folder = await folderWith(t, { ...FILES, 's.txt': text });
  const ran = await folder.run('reanchor --format json');
  assert.equal(ran.status, 1);
  const { annotations, changed } = JSON.parse(ran.output) as {
    annotations: Record<string, unknown>[];
    changed: string[];
  };
  assert.deepEqual(
    annotations.map(({ id, kind, start, end, differs }) => ({ id, kind, start, end, differs })),
    [
      { id: 'a-00000a', kind: 'moved', start: 73, end: 80, differs: ['place'] },
      { id: 'a-00000b', kind: 'orphaned', start: undefined, end: undefined, differs: undefined },
    ],
  );
  assert.deepEqual(changed, [FILE]);
});

test('what is not certain stays as it is, with candidates and status 1', async (t) => {
  const text = TEXT.replace('Then he left', 'Then he had left');
  const folder = await folderWith(t, { ...FILES, 's.txt': text });
  const ran = await folder.run('reanchor --write --format json');
  assert.equal(ran.status, 1);
  const { annotations } = JSON.parse(ran.output) as { annotations: Record<string, unknown>[] };
  const start = text.indexOf('Then');
  const similar = annotations.find(({ id }) => id === 'a-00000b');
  assert.equal(similar?.['kind'], 'similar');
  assert.deepEqual([similar['start'], similar['end']], [start, start + 16]);
  const [candidate] = similar['candidates'] as Record<string, unknown>[];
  assert.deepEqual(
    [candidate?.['start'], candidate?.['end'], candidate?.['exact'], candidate?.['score']],
    [start, start + 16, 'Then he had left', similar['score']],
  );
  const file = await folder.read(FILE);
  assert.ok(file.includes('exact: "Then he left"'));
  assert.ok(!file.includes('blob:'), 'the text that it was written for may still be needed');
  assert.match((await folder.run('reanchor')).output, /similar {2}a-00000b {2}line 3\? /);
});

test('sources can be named; one that is not there is wrong usage', async (t) => {
  const folder = await folderWith(t, { ...FILES, 's.txt': `New. ${TEXT}`, 't.txt': 'x' });
  assert.equal((await folder.run('reanchor t.txt --write')).status, 0);
  assert.deepEqual(await folder.run('reanchor ./u.txt'), {
    status: 2,
    output: '',
    complaints: ['There is no source “u.txt”.'],
  });
  assert.equal((await folder.run('reanchor ./s.txt --write')).status, 0);
});

test('the annotations of a source that is gone are kept and told of', async (t) => {
  const folder = await folderWith(t, FILES);
  const before = await folder.everything();
  const ran = await folder.run('reanchor --write');
  assert.equal(ran.status, 1);
  assert.match(ran.output, /^s\.txt: not there; 2 annotations kept\n/);
  assert.deepEqual(await folder.everything(), before);
  const json = JSON.parse((await folder.run('reanchor --format json')).output) as object;
  assert.deepEqual(json, {
    annotations: [
      { source: 's.txt', id: 'a-00000a', kind: 'orphaned' },
      { source: 's.txt', id: 'a-00000b', kind: 'orphaned' },
    ],
    moves: [],
    changed: [],
  });
});

test('a file that does not parse is told of and left; the others are written', async (t) => {
  const other = lines(
    'format: source-annotations/1',
    'source:',
    '  path: t.txt',
    'annotations:',
    '  a-00000c:',
    '    exact: "left"',
    '    start: 99',
    '    end: 103',
    '    note: "n"',
  );
  const broken = `${FILES[FILE] ?? ''}  a-00000d: [\n`;
  const folder = await folderWith(t, {
    ...FILES,
    's.txt': `New. ${TEXT}`,
    't.txt': 'He left.',
    [FILE]: broken,
    'annotations/t.txt.ann.yaml': other,
  });
  const ran = await folder.run('reanchor --write');
  assert.equal(ran.status, 1);
  assert.ok(ran.complaints.some((line) => line.startsWith(FILE)));
  assert.equal(await folder.read(FILE), broken);
});

test('the annotation files of a source that was moved follow it with --write', async (t) => {
  const file = FILES[FILE]?.replace('  path: s.txt\n', blobLine(TEXT)) ?? '';
  const folder = await folderWith(t, { ...FILES, 'texts/s.txt': TEXT, [FILE]: file });
  const ran = await folder.run('reanchor');
  assert.equal(ran.status, 1);
  assert.match(ran.output, /^s\.txt → texts\/s\.txt: moved\n/);
  const written = await folder.run('reanchor --write --format json');
  assert.equal(written.status, 0);
  const { moves } = JSON.parse(written.output) as { moves: unknown };
  assert.deepEqual(moves, [{ from: 's.txt', to: 'texts/s.txt', certain: true }]);
  const after = await folder.read('annotations/texts/s.txt.ann.yaml');
  assert.equal(after, file.replace('path: s.txt', 'path: "texts/s.txt"'));
  await assert.rejects(folder.read(FILE));
  assert.equal((await folder.run('reanchor')).status, 0);
});
