import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { annotationFile } from '../core/workspace';
import { folderWith, type Ran } from './folder';

const FILES = {
  's.txt': '😀 Wang Yi met Kuleba in Guangzhou on 24 July 2024. Wang Yi left.',
  'more/t.txt':
    'Home\nMenu\n\nWang Yi said on Monday that the talks would go on until the end of it.',
  'annotations/entities/wang-yi.yaml':
    'format: entity/1\nid: wang-yi\ntype: person\nname: Wang Yi\n',
  ...annotationFile(
    's.txt',
    '  a-00000a:',
    '    exact: "Kuleba"',
    '    prefix: "met "',
    '    start: 14',
    '    end: 20',
    '    note: "Who?"',
  ),
};

async function ran(t: TestContext, args: string): Promise<Ran> {
  const folder = await folderWith(t, FILES);
  return await folder.run(args);
}

test('suggest lists names and times with their place and the words around them', async (t) => {
  const { output, status } = await ran(t, 'suggest s.txt');
  assert.equal(status, 0);
  const [first = '', ...rest] = output.split('\n');
  assert.match(first, /^s\.txt:1:4 +known +“Wang Yi” +Wang Yi +😀 \[Wang Yi\] met Kuleba/);
  assert.match(rest.join('\n'), /unknown +“Guangzhou” +new Place \(no entity has this name\)/);
  assert.match(rest.join('\n'), /time +“24 July 2024” +24 July 2024/);
  assert.match(output, /5 suggestions\.\n$/);
});

test('suggest gives JSON in code points', async (t) => {
  const { output } = await ran(t, 'suggest --source s.* --kind known --format json');
  const row = {
    source: 's.txt',
    exact: 'Wang Yi',
    kind: 'known',
    line: 1,
    confidence: 'sure',
    score: 1,
    entity: 'wang-yi',
  };
  assert.deepEqual(JSON.parse(output), {
    suggestions: [
      { ...row, start: 2, end: 9, column: 4 },
      { ...row, start: 51, end: 58, column: 53 },
    ],
  });
});

test('suggest can be asked for one entity in all sources', async (t) => {
  const { output } = await ran(t, 'suggest --entity wang-yi --format json');
  const { suggestions } = JSON.parse(output) as { suggestions: { source: string }[] };
  assert.deepEqual(
    suggestions.map(({ source }) => source),
    ['more/t.txt', 's.txt', 's.txt'],
  );
});

test('suggest proposes the ranges that are the document', async (t) => {
  const { output } = await ran(t, 'suggest more/t.txt --body --format json');
  assert.deepEqual(JSON.parse(output), {
    bodies: [{ source: 'more/t.txt', proposed: [[11, 81]] }],
  });
});

test('suggest says when nothing is left, and what is wrong with the usage', async (t) => {
  const folder = await folderWith(t, { 's.txt': 'nothing here' });
  assert.equal((await folder.run('suggest')).output, 'Nothing to suggest.\n');
  for (const [args, message] of [
    ['--kind names', '--kind takes one of known, unknown, time.'],
    ['--entity nobody', 'There is no entity “nobody”.'],
    ['--source x/*', 'No source fits “x/*”.'],
    ['u.txt', 'There is no source “u.txt”.'],
  ] as const) {
    const { status, complaints } = await folder.run(`suggest ${args}`);
    assert.equal(status, 2);
    assert.deepEqual(complaints, [message]);
  }
});
