import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { annotationFile, entityFile, lines } from '../core/workspace';
import { repositoryAt, repositoryWith, temporaryFolder, type Repository } from './repository';

const SCHEMA = { 'annotations/schema.yaml': 'format: schema/1\nsources: ["**/*.txt"]\n' };
const FILE = 'annotations/s.txt.ann.yaml';

function mention(id: string, start: number, entity: string): readonly string[] {
  return [
    `  ${id}:`,
    '    exact: "Wang Yi"',
    `    start: ${start}`,
    `    end: ${start + 7}`,
    `    entity: ${entity}`,
  ];
}

/** One problem: there is no entity “nobody”. */
const OLD: Readonly<Record<string, string>> = {
  ...SCHEMA,
  's.txt': 'He met Wang Yi. Wang Yi left.\n',
  ...annotationFile('s.txt', ...mention('a-00000a', 7, 'nobody')),
};

async function codes(repo: Repository, ...args: readonly string[]): Promise<readonly string[]> {
  const ran = await repo.cli('check', '--format', 'json', ...args);
  assert.deepEqual(ran.complaints, []);
  const { problems } = JSON.parse(ran.output) as { problems: { code: string; message: string }[] };
  assert.equal(ran.status, problems.length === 0 ? 0 : 1);
  return problems.map(({ code, message }) => `${code} ${message}`);
}

const NOBODY = 'entity-unknown There is no entity “nobody”.';

test('what was wrong before is left out, what is new is reported', async (t) => {
  const repo = await repositoryWith(t, OLD);
  assert.deepEqual(await codes(repo), [NOBODY]);
  assert.deepEqual(await codes(repo, '--since', 'HEAD'), []);
  const words = await repo.cli('check', '--since', 'HEAD');
  assert.equal(words.output, 'No problems since HEAD (1 other that it has, too).\n');
  await repo.write(
    FILE,
    annotationFile(
      's.txt',
      ...mention('a-00000a', 7, 'nobody'),
      ...mention('a-00000b', 16, 'somebody'),
    )[FILE] ?? '',
  );
  assert.deepEqual(await codes(repo, '--since', 'HEAD'), [
    'entity-unknown There is no entity “somebody”.',
  ]);
  const github = await repo.cli('check', '--since', 'HEAD', '--format', 'github');
  assert.match(github.output, /^::error file=annotations\/s\.txt\.ann\.yaml,line=14,/);
  const sarif = await repo.cli('check', '--since', 'HEAD', '--format', 'sarif');
  const { runs } = JSON.parse(sarif.output) as { runs: { results: unknown[] }[] };
  assert.equal(runs[0]?.results.length, 1);
});

test('an old problem in other lines, of a source with another name, is still old', async (t) => {
  const repo = await repositoryWith(t, {
    ...OLD,
    ...annotationFile('gone.txt', '  a-00000c: { exact: "x", start: 0, end: 1, note: "n" }'),
  });
  assert.equal((await codes(repo)).length, 2);
  const moved = annotationFile(
    'moved/s.txt',
    '  # Said twice.',
    ...mention('a-00000b', 16, 'wang'),
    ...mention('a-00000a', 7, 'nobody'),
  );
  for (const [file, text] of Object.entries({ ...moved, ...entityFile('wang') })) {
    await repo.write(file, text);
  }
  await rm(path.join(repo.path, FILE));
  await repo.write('moved/s.txt', OLD['s.txt'] ?? '');
  await rm(path.join(repo.path, 's.txt'));
  assert.deepEqual(await codes(repo, '--since', 'HEAD'), []);
});

test('another one of the same kind is new, by their number', async (t) => {
  const twice = (count: number): string =>
    lines(
      'format: entity/1',
      'id: wang',
      'type: person',
      'name: "Wang"',
      'participants: []',
      ...Array.from({ length: count }, () => 'unknown-entity:'),
    );
  const repo = await repositoryWith(t, { ...SCHEMA, 'annotations/entities/wang.yaml': twice(2) });
  const before = (await codes(repo)).length;
  await repo.write('annotations/entities/wang.yaml', twice(3));
  assert.equal((await codes(repo)).length, before + 1);
  assert.equal((await codes(repo, '--since', 'HEAD')).length, 1);
});

test('a record that goes leaves problems in files that did not change: those are new', async (t) => {
  const repo = await repositoryWith(t, {
    ...SCHEMA,
    ...entityFile('wang'),
    's.txt': OLD['s.txt'] ?? '',
    ...annotationFile('s.txt', ...mention('a-00000a', 7, 'wang')),
  });
  assert.deepEqual(await codes(repo), []);
  await rm(path.join(repo.path, 'annotations/entities/wang.yaml'));
  assert.deepEqual(await codes(repo, '--since', 'HEAD'), [
    'entity-unknown There is no entity “wang”.',
  ]);
});

test('a source that git does not keep was there before, too', async (t) => {
  const repo = await repositoryWith(t, {
    ...SCHEMA,
    ...entityFile('wang'),
    '.gitignore': 's.txt\n',
    ...annotationFile('s.txt', ...mention('a-00000a', 100, 'wang')),
  });
  await repo.write('s.txt', 'Nobody is in it.\n');
  assert.equal((await codes(repo)).length, 1);
  assert.deepEqual(await codes(repo, '--since', 'HEAD'), []);
});

test('a branch is held against the commit in which it parted from the base', async (t) => {
  const repo = await repositoryWith(t, OLD);
  await repo.git('checkout', '--quiet', '-b', 'side');
  await repo.write('note.md', 'x');
  await repo.commit('Side');
  await repo.git('checkout', '--quiet', 'main');
  await repo.write(
    'annotations/entities/nobody.yaml',
    entityFile('nobody')['annotations/entities/nobody.yaml'] ?? '',
  );
  await repo.commit('Mended');
  await repo.git('checkout', '--quiet', 'side');
  assert.deepEqual(await codes(repo, '--since', 'main'), [NOBODY]);
  assert.deepEqual(await codes(repo, '--since', 'main...'), []);
});

test('of what is about to be committed only what is new counts, too', async (t) => {
  const repo = await repositoryWith(t, OLD);
  await repo.write(
    FILE,
    annotationFile(
      's.txt',
      ...mention('a-00000a', 7, 'nobody'),
      ...mention('a-00000b', 16, 'somebody'),
    )[FILE] ?? '',
  );
  assert.deepEqual(await codes(repo, '--staged', '--since', 'HEAD'), []);
  await repo.git('add', '--all');
  assert.equal((await codes(repo, '--staged', '--since', 'HEAD')).length, 1);
});

test('from a folder inside the repository the same is seen', async (t) => {
  const files = Object.entries(OLD).map(([file, text]) => [`ä b/${file}`, text] as const);
  const repo = await repositoryWith(t, Object.fromEntries(files));
  const inner = repositoryAt(path.join(repo.path, 'ä b'));
  assert.deepEqual(await codes(inner), [NOBODY]);
  assert.deepEqual(await codes(inner, '--since', 'HEAD'), []);
});

test('a base that cannot be had has status 2, and says what to do', async (t) => {
  const origin = await repositoryWith(t, OLD);
  await origin.write('more.txt', 'more');
  await origin.commit('Second');
  const shallow = path.join(await temporaryFolder(t), 'clone');
  await origin.git('clone', '--quiet', '--depth=1', `file://${origin.path}`, shallow);
  const cases: readonly (readonly [string, string, RegExp])[] = [
    [shallow, 'HEAD~1', /This clone is shallow: run “git fetch --unshallow” first/],
    [shallow, 'origin/none...', /There is no revision “origin\/none”.*shallow/],
    [origin.path, 'nowhere', /^There is no revision “nowhere” in this repository\.$/],
    [origin.path, '--all', /--since/],
    [await temporaryFolder(t), 'HEAD', /is in no git repository\.$/],
    [(await repositoryWith(t)).path, 'HEAD', /has no commit yet/],
  ];
  for (const [folder, base, message] of cases) {
    const ran = await repositoryAt(folder).cli('check', '--since', base);
    assert.equal(ran.status, 2, base);
    assert.equal(ran.output, '');
    assert.match(ran.complaints.join('\n'), message);
  }
});

test('a base without some of its texts is no base', async (t) => {
  const origin = await repositoryWith(t, OLD);
  await origin.git('config', 'uploadpack.allowFilter', 'true');
  await origin.write(FILE, `${OLD[FILE] ?? ''}# more\n`);
  await origin.commit('Second');
  const clone = path.join(await temporaryFolder(t), 'clone');
  await origin.git('clone', '--quiet', '--filter=blob:none', `file://${origin.path}`, clone);
  const ran = await repositoryAt(clone).cli('check', '--since', 'HEAD~1');
  assert.equal(ran.status, 2);
  assert.match(ran.complaints.join('\n'), /partial clone/);
});
