import assert from 'node:assert/strict';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { run } from '../../src/cli/run';
import { entityFile, lines } from '../core/workspace';
import { repositoryAt, repositoryWith, temporaryFolder } from './repository';
import {
  FILE,
  LI,
  SCHEMA,
  STORY,
  WANG,
  ZHANG,
  annotated,
  annotatedRepository,
  changed,
  mention,
  type Reported,
} from './story';

test('the files of the folder are held against HEAD, or another revision', async (t) => {
  const repo = await annotatedRepository(t);
  const same = await repo.cli('diff');
  assert.deepEqual([same.status, same.complaints], [0, []]);
  await repo.write(FILE, annotated(WANG, LI));
  assert.deepEqual(await changed(repo), ['annotation added a-0000lh']);
  await repo.commit('Li Hui');
  assert.deepEqual(await changed(repo), []);
  assert.deepEqual(await changed(repo, 'HEAD~1'), ['annotation added a-0000lh']);
  assert.deepEqual(await changed(repo, 'HEAD', 'HEAD~1'), ['annotation removed a-0000lh']);
  assert.deepEqual(await changed(repo, 'HEAD~1..'), ['annotation added a-0000lh']);
});

test('the report says what is compared', async (t) => {
  const repo = await annotatedRepository(t);
  const short = (await repo.git('rev-parse', 'HEAD')).slice(0, 7);
  await repo.git('checkout', '--quiet', '-b', 'side');
  await repo.write('x.txt', 'x\n');
  await repo.commit('Side');
  const namesOf = async (...args: readonly string[]): Promise<readonly string[]> => {
    const ran = await repo.cli('diff', '--format', 'json', ...args);
    const { base, head } = JSON.parse(ran.output) as Reported;
    return [base, head];
  };
  const side = (await repo.git('rev-parse', 'HEAD')).slice(0, 7);
  assert.deepEqual(await namesOf('main'), [`main (${short})`, 'working tree']);
  assert.deepEqual(await namesOf('--staged'), [`HEAD (${side})`, 'index']);
  assert.deepEqual(await namesOf('main...side'), [
    `merge base of main and side (${short})`,
    `side (${side})`,
  ]);
});

test('what is staged is held against HEAD, or another revision', async (t) => {
  const repo = await annotatedRepository(t);
  await repo.write(FILE, annotated(WANG, LI));
  await repo.git('add', '--all');
  await repo.write(FILE, annotated(WANG, LI, ZHANG));
  assert.deepEqual(await changed(repo, '--staged'), ['annotation added a-0000lh']);
  await repo.git('commit', '--quiet', '--message=Li Hui');
  assert.deepEqual(await changed(repo, '--staged'), []);
  assert.deepEqual(await changed(repo, '--staged', 'HEAD~1'), ['annotation added a-0000lh']);
});

test('two folders are compared without git', async (t) => {
  const folder = await temporaryFolder(t);
  const [one, other] = [
    repositoryAt(path.join(folder, 'one')),
    repositoryAt(path.join(folder, 'other')),
  ];
  const files = { ...SCHEMA, ...entityFile('wang-yi'), ...entityFile('li-hui'), 's.txt': STORY };
  for (const [file, text] of Object.entries(files)) {
    await one.write(file, text);
    await other.write(file, text);
  }
  await one.write(FILE, annotated(WANG));
  await other.write(FILE, annotated(WANG, LI));
  const here = repositoryAt(folder);
  assert.deepEqual(await changed(here, '--folders', 'one', 'other'), ['annotation added a-0000lh']);
  assert.deepEqual(await changed(here, 'other', 'one'), ['annotation removed a-0000lh']);
  assert.equal((await here.cli('diff', '--folders', 'one')).status, 2);
  assert.equal((await here.cli('diff', '--folders', 'one', 'none')).status, 2);
});

test('a folder with the name of a branch is meant as the branch', async (t) => {
  const repo = await annotatedRepository(t);
  await repo.git('branch', 'other');
  await repo.write('main/x.txt', 'x\n');
  await repo.write('other/y.txt', 'y\n');
  assert.deepEqual(await changed(repo, 'main', 'other'), []);
  assert.deepEqual(await changed(repo, '--folders', 'main', 'other'), [
    'text removed x.txt',
    'text added y.txt',
  ]);
});

test('one source may be asked for, by a glob', async (t) => {
  const repo = await annotatedRepository(t);
  await repo.write(FILE, annotated(WANG, LI));
  await repo.write('texts/t.txt', 'More.\n');
  await repo.write(
    'annotations/entities/new.yaml',
    entityFile('new')['annotations/entities/new.yaml'] ?? '',
  );
  assert.equal((await changed(repo)).length, 3);
  assert.deepEqual(await changed(repo, '--source', 's.txt'), ['annotation added a-0000lh']);
  assert.deepEqual(await changed(repo, '--source', 'texts/**'), ['text added texts/t.txt']);
  assert.deepEqual(await changed(repo, '--source', 'none'), []);
});

test('each format is written, to a file where that is asked for', async (t) => {
  const repo = await annotatedRepository(t);
  await repo.write(FILE, annotated(WANG, mention('a-0000lh', 'Li Hui', 'zhang-jun')));
  for (const format of ['text', 'markdown', 'json', 'html']) {
    const ran = await repo.cli('diff', '--format', format);
    assert.equal(ran.status, 1);
    assert.match(ran.output, /Li Hui/, format);
    assert.ok(ran.output.endsWith('\n'), format);
    assert.ok(!ran.output.includes('\u001b'), format);
    const out = await repo.cli('diff', '--format', format, '--output', `out.${format}`);
    assert.deepEqual([out.status, out.output], [1, '']);
    assert.equal(await readFile(path.join(repo.path, `out.${format}`), 'utf8'), ran.output);
    await rm(path.join(repo.path, `out.${format}`));
  }
  const failed = await repo.cli('diff', '--output', 'no/such/folder');
  assert.equal(failed.status, 2);
  assert.match(failed.complaints.join(), /^Cannot write no\/such\/folder: /);
});

test('colours are for a terminal that shows them, and never for a file', async (t) => {
  const repo = await annotatedRepository(t);
  await repo.write(FILE, annotated(WANG, LI));
  const outputOf = async (colours: boolean, ...more: readonly string[]): Promise<string> => {
    let output = '';
    await run(['diff', ...more], {
      currentFolder: repo.path,
      version: '1.2.3',
      documentation: 'file:///docs/',
      program: { node: 'node', script: 'cli.js' },
      colours,
      readInput: () => Promise.resolve(''),
      write: (words) => (output += words),
      complain: () => undefined,
    });
    return output;
  };
  assert.ok((await outputOf(true)).includes('\u001b[32m'));
  assert.ok(!(await outputOf(false)).includes('\u001b'));
  assert.ok(!(await outputOf(true, '--format', 'markdown')).includes('\u001b'));
  await outputOf(true, '--output', 'out');
  assert.ok(!(await repo.read('out')).includes('\u001b'));
});

test('records are called by their names, those that did not change, too', async (t) => {
  const repo = await repositoryWith(t, {
    ...SCHEMA,
    'annotations/entities/li-hui.yaml': lines(
      ...['format: entity/1', 'id: li-hui', 'type: person', 'name: "Ambassador Li"'],
    ),
    's.txt': STORY,
    [FILE]: annotated(),
  });
  await repo.write(FILE, annotated(LI));
  const ran = await repo.cli('diff');
  assert.match(ran.output, /Ambassador Li/);
  assert.match(ran.output, /Li Hui/);
});

test('a file deleted on one side, garbage and what is no text are said, and nothing is lost', async (t) => {
  const repo = await annotatedRepository(t);
  await repo.write('b.txt', 'text\n');
  await repo.commit('More');
  await rm(path.join(repo.path, FILE));
  await repo.write('b.txt', new Uint8Array([0, 1, 2, 0xff]));
  await repo.write(
    'annotations/entities/li-hui.yaml',
    new Uint8Array([0xff, 0xfe, 0x00, 0x01, 0x0a]),
  );
  const ran = await repo.cli('diff', '--format', 'json');
  assert.equal(ran.status, 1);
  const { changes } = JSON.parse(ran.output) as Reported;
  assert.deepEqual(
    changes.map(({ kind, action, path: file }) => `${kind} ${action} ${file}`),
    [
      'unreadable changed annotations/entities/li-hui.yaml',
      `metadata removed ${FILE}`,
      `annotation removed ${FILE}`,
    ],
  );
  assert.deepEqual(ran.complaints, [
    'b.txt is not compared: it is no text.',
    'annotations/entities/li-hui.yaml is not UTF-8: it is compared as far as it can be read.',
  ]);
});

test('wrong usage and what cannot be compared have status 2 and a reason', async (t) => {
  const repo = await annotatedRepository(t);
  const shallow = path.join(await temporaryFolder(t), 'clone');
  await repo.write('x.txt', 'x');
  await repo.commit('Second');
  await repo.git('clone', '--quiet', '--depth=1', `file://${repo.path}`, shallow);
  const bare = path.join(await temporaryFolder(t), 'bare');
  await repo.git('clone', '--quiet', '--bare', repo.path, bare);
  const plain = await temporaryFolder(t);
  const cases: readonly (readonly [string, readonly string[], RegExp])[] = [
    [repo.path, ['a', 'b', 'c'], /diff takes no “c”/],
    [repo.path, ['--staged', 'a', 'b'], /--staged/],
    [repo.path, ['--staged', 'a..b'], /names both sides/],
    [repo.path, ['--staged', '--folders', 'a', 'b'], /do not go together/],
    [repo.path, ['nowhere'], /^There is no revision “nowhere”/],
    [repo.path, ['main...nowhere'], /^There is no revision “nowhere”/],
    [repo.path, ['--', '--all'], /“--all” is no name of a revision/],
    [repo.path, ['--format', 'yaml'], /--format/],
    [shallow, ['HEAD~1'], /--unshallow/],
    [bare, [], /no work tree/],
    [plain, [], /is in no git repository/],
    [path.join(plain, 'none'), [], /There is no folder/],
    [(await repositoryWith(t)).path, [], /no commit yet/],
  ];
  for (const [folder, args, message] of cases) {
    const ran = await repositoryAt(folder).cli('diff', ...args);
    assert.equal(ran.status, 2, args.join(' '));
    assert.equal(ran.output, '');
    assert.match(ran.complaints.join('\n'), message);
  }
  assert.equal((await repositoryAt(bare).cli('diff', 'HEAD~1', 'HEAD')).status, 1);
});
