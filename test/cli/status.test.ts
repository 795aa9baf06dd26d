import assert from 'node:assert/strict';
import { test } from 'node:test';
import { annotationFile, entityFile, lines } from '../core/workspace';
import { folderWith, runIn } from './folder';

function sourceFile(
  source: string,
  said: readonly string[],
  ...records: readonly string[]
): object {
  const section = records.length === 0 ? ['annotations: {}'] : ['annotations:', ...records];
  return {
    [`annotations/${source}.ann.yaml`]: lines(
      'format: source-annotations/1',
      'source:',
      `  path: ${source}`,
      ...said.map((line) => `  ${line}`),
      ...section,
    ),
  };
}

const FILES = {
  'a.txt': 'Ann met Bob.',
  'b.txt': 'Ann left.',
  'c.txt': 'Bob stayed.',
  'd.txt': 'Nobody has read this.',
  ...entityFile('ann', 'thread: [{ by: boris, text: "Who is she?" }]'),
  ...sourceFile(
    'a.txt',
    ['state: done', 'reviewedBy: [boris, anna]'],
    '  a-00000a: { exact: "Ann", start: 0, end: 3, entity: ann }',
    '  a-00000b: { exact: "Bob", start: 8, end: 11, note: "n", status: rejected }',
  ),
  ...sourceFile(
    'b.txt',
    ['state: done'],
    '  a-00000c: { exact: "Ann", start: 0, end: 3, entity: ann, thread: [{ text: "Her?" }] }',
  ),
  ...annotationFile(
    'c.txt',
    '  a-00000d: { exact: "Bob", start: 0, end: 3, note: "n", status: proposed }',
    '  a-00000e: { exact: "gone", start: 4, end: 8, note: "n", thread: [{ resolved: true }] }',
  ),
} as const;

test('status says of each source how far it is, and of all together what is open', async (t) => {
  const folder = await folderWith(t, FILES);
  const ran = await folder.run('status');
  assert.equal(ran.status, 1);
  assert.equal(
    ran.output,
    lines(
      'SOURCE  STATE        REVIEWED BY  ANNOTATIONS    OPEN THREADS  PROBLEMS',
      'a.txt   reviewed     boris, anna  2: 1 rejected',
      'b.txt   done                      1              1             1 note',
      'c.txt   in progress               2: 1 proposed                1 warning',
      'd.txt   not started               0',
      '',
      '1 of 4 sources reviewed: 1 done, 1 in progress, 1 not started.',
      '5 annotations: 1 proposed, 1 rejected.',
      '2 open threads.',
      '1 warning, 2 notes.',
    ),
  );
});

test('the same as JSON, with the counts by status and severity', async (t) => {
  const folder = await folderWith(t, FILES);
  const ran = await folder.run('status --format json');
  assert.equal(ran.status, 1);
  const said = JSON.parse(ran.output) as {
    sources: readonly object[];
    totals: object;
    finished: boolean;
  };
  assert.deepEqual(said.sources[1], {
    source: 'b.txt',
    state: 'done',
    reviewedBy: [],
    annotations: { proposed: 0, accepted: 1, disputed: 0, rejected: 0 },
    openThreads: 1,
    problems: { error: 0, warning: 0, information: 1 },
  });
  assert.deepEqual(said.totals, {
    sources: { 'not-started': 1, 'in-progress': 1, done: 1, reviewed: 1 },
    annotations: { proposed: 1, accepted: 3, disputed: 0, rejected: 1 },
    openThreads: 2,
    problems: { error: 0, warning: 1, information: 2 },
  });
  assert.equal(said.finished, false);
});

test('the exit status is 0 when every source is reviewed and nothing is open', async (t) => {
  const done = ['state: done', 'reviewedBy: [anna]'];
  const mention = '  a-00000a: { exact: "Ann", start: 0, end: 3, note: "n"';
  const status = async (record: string): Promise<number> => {
    const files = { 'a.txt': 'Ann met Bob.', ...sourceFile('a.txt', done, record) };
    return (await (await folderWith(t, files)).run('status')).status;
  };
  assert.equal(await status(`${mention} }`), 0);
  assert.equal(await status(`${mention}, status: rejected }`), 0);
  assert.equal(await status(`${mention}, status: disputed }`), 1);
  assert.equal(await status(`${mention}, thread: [{ text: "Who?" }] }`), 1);
  assert.equal(await status(`${mention}, thread: [{ text: "Who?", resolved: true }] }`), 0);
});

test('an empty folder has nothing left to do, and what cannot be read is said', async (t) => {
  const empty = await (await folderWith(t, {})).run('status');
  assert.equal(empty.status, 0);
  assert.match(empty.output, /^0 of 0 sources reviewed\.\n/);
  const broken = await folderWith(t, { 'a.txt': 'x', 'annotations/a.txt.ann.yaml': 'format: {' });
  const ran = await broken.run('status');
  assert.equal(ran.status, 1);
  assert.match(ran.complaints.join('\n'), /annotations\/a\.txt\.ann\.yaml:1:/);
  assert.equal((await runIn('/', ['status', 'x'])).status, 2);
});
