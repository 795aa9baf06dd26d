import assert from 'node:assert/strict';
import { chmod } from 'node:fs/promises';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import { quoted } from '../../src/node/gitSetup/program';
import { entityFile, lines } from '../core/workspace';
import {
  beProgram,
  repositoryAt,
  repositoryWith,
  temporaryFolder,
  type Repository,
} from './repository';

const COUNT = 40;
const TEXT = Array.from({ length: COUNT }, (_, index) => `Name${index + 10} spoke.`).join('\n');
const SOURCE = 'seeds/the source.txt';
const FILE = `annotations/${SOURCE}.ann.yaml`;

/** The annotation of one of the names. */
function record(index: number, entity = 'anna', source = TEXT): string {
  const exact = `Name${index + 10}`;
  const start = source.indexOf(exact);
  return lines(
    `  a-0000${index + 10}:`,
    `    exact: "${exact}"`,
    `    suffix: " spoke."`,
    `    start: ${start}`,
    `    end: ${start + exact.length}`,
    `    entity: ${entity}`,
  );
}

function file(records: readonly string[], source = SOURCE): string {
  const head = ['format: source-annotations/1', 'source:', `  path: "${source}"`, 'annotations:'];
  return lines(...head) + records.join('');
}

const every = (step: number, from = 0): readonly number[] =>
  Array.from({ length: COUNT }, (_, index) => index).filter((index) => index % step === from);
const BASE = every(4);
const OURS = [...BASE, ...every(4, 1)].sort((a, b) => a - b);
const THEIRS = [...BASE, ...every(4, 1).map((each) => each + 1)].sort((a, b) => a - b);
const BOTH = [...new Set([...OURS, ...THEIRS])].sort((a, b) => a - b);

const of = (indexes: readonly number[]): string => file(indexes.map((each) => record(each)));

/** `main` with ten annotations more than the first commit, and `theirs` with ten others. */
async function branched(t: TestContext, ours = of(OURS), theirs = of(THEIRS)): Promise<Repository> {
  const repository = await repositoryWith(t, {
    [SOURCE]: TEXT,
    ...entityFile('anna'),
    ...entityFile('boris'),
    ...entityFile('clara'),
    [FILE]: of(BASE),
  });
  await repository.git('branch', 'theirs');
  await repository.write(FILE, ours);
  await repository.commit('Ours');
  await repository.git('switch', '--quiet', 'theirs');
  await repository.write(FILE, theirs);
  await repository.commit('Theirs');
  await repository.git('switch', '--quiet', 'main');
  return repository;
}

async function installed(t: TestContext, ours?: string, theirs?: string): Promise<Repository> {
  const repository = await branched(t, ours, theirs);
  assert.equal((await repository.cli('git', 'install')).status, 0);
  return repository;
}

async function isSound(repository: Repository): Promise<void> {
  const checked = await repository.cli('check');
  assert.equal(checked.status, 0, checked.output);
  assert.equal(await repository.git('status', '--short'), '');
}

if (!(await beProgram())) {
  test('two who add ten annotations each conflict in plain git, and do not with the driver', async (t) => {
    const plain = await branched(t);
    assert.equal((await plain.tryGit('merge', 'theirs')).status, 1);

    const repository = await installed(t);
    await repository.git('merge', '--quiet', '--no-edit', 'theirs');
    assert.equal(await repository.read(FILE), of(BOTH));
    await isSound(repository);
    // From the other side it is the same.
    await repository.git('switch', '--quiet', 'theirs');
    await repository.git('merge', '--quiet', '--no-edit', 'main~1');
    assert.equal(await repository.git('diff', '--no-textconv', 'main', 'theirs'), '');
  });

  test('an annotation that both changed is a conflict with both versions, which check finds', async (t) => {
    const changed = (entity: string): string =>
      file(BASE.map((each) => record(each, each === 8 ? entity : 'anna')));
    const repository = await installed(t, changed('boris'), changed('clara'));
    const merged = await repository.tryGit('merge', 'theirs');
    assert.equal(merged.status, 1);
    assert.match(merged.output, /ann\.yaml: a-000018, entity: ours boris, theirs clara/);
    const text = await repository.read(FILE);
    const [marker] = /^<{7}.*$/m.exec(text) ?? [];
    assert.match(marker ?? '', /a-000018/);
    assert.ok(text.includes(record(8, 'boris')) && text.includes(record(8, 'clara')));
    assert.equal(text.split('<<<<<<<').length, 2);
    const checked = await repository.cli('check');
    assert.equal(checked.status, 1);
    assert.match(checked.output, /\[conflict-marker\]/);
    await repository.git('merge', '--abort');
    await isSound(repository);
  });

  test('a branch is rebased, and a commit picked, without a conflict', async (t) => {
    const repository = await installed(t);
    await repository.git('switch', '--quiet', '--create', 'picked');
    await repository.git('cherry-pick', 'theirs');
    assert.equal(await repository.read(FILE), of(BOTH));
    await isSound(repository);
    await repository.git('switch', '--quiet', 'theirs');
    await repository.git('rebase', '--quiet', 'main');
    assert.equal(await repository.read(FILE), of(BOTH));
    await repository.git('revert', '--no-edit', 'main');
    assert.equal(await repository.read(FILE), of(THEIRS));
    await isSound(repository);
  });

  test('what was put away comes back on top of what came meanwhile', async (t) => {
    const repository = await installed(t);
    await repository.git('switch', '--quiet', '--detach', 'main~1');
    await repository.write(FILE, of(OURS));
    await repository.git('stash', '--quiet');
    await repository.git('switch', '--quiet', 'theirs');
    await repository.git('stash', 'pop', '--quiet');
    assert.equal(await repository.read(FILE), of(BOTH));
  });

  test('git refuses to merge several such branches at once, and merges them one after the other', async (t) => {
    const repository = await installed(t);
    await repository.git('switch', '--quiet', '--create', 'start', 'main~1');
    const octopus = await repository.tryGit('merge', '--no-edit', 'main', 'theirs');
    assert.notEqual(octopus.status, 0);
    await repository.git('reset', '--quiet', '--hard');
    for (const branch of ['main', 'theirs']) {
      await repository.git('merge', '--quiet', '--no-edit', branch);
    }
    assert.equal(await repository.read(FILE), of(BOTH));
    await isSound(repository);
  });

  test('branches that were merged into each other before are merged again', async (t) => {
    const repository = await installed(t);
    await repository.git('switch', '--quiet', '--create', 'one', 'main');
    await repository.git('merge', '--quiet', '--no-edit', 'theirs');
    await repository.git('switch', '--quiet', '--create', 'two', 'theirs');
    await repository.git('merge', '--quiet', '--no-edit', 'main');
    const more = (index: number): string =>
      file([...BOTH, index].sort((a, b) => a - b).map((each) => record(each)));
    await repository.write(FILE, more(3));
    await repository.commit('More');
    await repository.git('switch', '--quiet', 'one');
    await repository.write(FILE, more(7));
    await repository.commit('More');
    await repository.git('merge', '--quiet', '--no-edit', 'two');
    const all = [...BOTH, 3, 7].sort((a, b) => a - b);
    assert.equal(await repository.read(FILE), of(all));
    await isSound(repository);
  });

  test('a source that one side has renamed takes the annotations of the other along', async (t) => {
    const repository = await installed(t);
    const [to, target] = ['seeds/new.txt', 'annotations/seeds/new.txt.ann.yaml'];
    await repository.git('mv', SOURCE, to);
    await repository.git('mv', FILE, target);
    await repository.write(target, (await repository.read(target)).replace(SOURCE, to));
    await repository.commit('Renamed');
    await repository.git('merge', '--quiet', '--no-edit', 'theirs');
    assert.equal(
      await repository.read(target),
      file(
        BOTH.map((each) => record(each)),
        to,
      ),
    );
    await isSound(repository);
  });

  test('an edit of the source on one side moves the annotations of both', async (t) => {
    const longer = `A new first line.\n${TEXT}`;
    const moved = file(OURS.map((each) => record(each, 'anna', longer)));
    const repository = await installed(t, moved);
    await repository.write(SOURCE, longer);
    await repository.commit('A line more');
    await repository.git('merge', '--quiet', '--no-edit', 'theirs');
    const checked = await repository.cli('check');
    assert.equal(checked.status, 0, checked.output);
    assert.equal((await repository.cli('reanchor', '--write')).status, 0);
    const text = await repository.read(FILE);
    for (const each of BOTH) {
      const [start] = record(each, 'anna', longer).match(/start: \d+\n {4}end: \d+/) ?? [];
      assert.ok(text.includes(start ?? '?'), start);
    }
  });

  test('records are merged field by field', async (t) => {
    const repository = await installed(t);
    const entity = 'annotations/entities/anna.yaml';
    const before = await repository.read(entity);
    await repository.write(entity, `${before}aliases:\n  - "Anne"\n`);
    await repository.commit('Alias');
    await repository.git('switch', '--quiet', 'theirs');
    await repository.write(entity, `${before}aliases:\n  - "Hanna"\nnote: "The first."\n`);
    await repository.commit('Another');
    await repository.git('merge', '--quiet', '--no-edit', 'main');
    const text = await repository.read(entity);
    for (const words of ['- "Anne"', '- "Hanna"', 'note: "The first."']) {
      assert.ok(text.includes(words), text);
    }
    await isSound(repository);
  });

  test('a checkout without the driver leaves conflicts where there are none, which are repaired', async (t) => {
    const repository = await branched(t);
    assert.equal((await repository.tryGit('merge', 'theirs')).status, 1);
    const before = await repository.read(FILE);
    assert.equal(
      (await repository.cli('repair', '--dry-run')).output,
      `${FILE}: would be repaired\n`,
    );
    assert.equal(await repository.read(FILE), before);
    const ran = await repository.cli('repair');
    assert.deepEqual(ran, { status: 0, output: `${FILE}: repaired\n`, complaints: [] });
    assert.equal(await repository.read(FILE), of(BOTH));
    const again = await repository.cli('repair');
    assert.deepEqual([again.status, again.output], [0, 'Nothing to repair.\n']);
    await repository.commit('Merged');
    await isSound(repository);
  });

  test('a repair leaves what both changed between markers, and knows what one side has deleted', async (t) => {
    const ours = of(OURS).replace(record(8), record(8, 'boris')).replace(record(4), '');
    const theirs = of(THEIRS).replace(record(8), record(8, 'clara'));
    const repository = await branched(t, ours, theirs);
    assert.equal((await repository.tryGit('merge', 'theirs')).status, 1);
    const ran = await repository.cli('repair', FILE, '--format', 'json');
    assert.equal(ran.status, 1);
    const conflict = { id: 'a-000018', field: 'entity', ours: 'boris', theirs: 'clara' };
    assert.deepEqual(JSON.parse(ran.output), {
      files: [{ path: FILE, changed: true, conflicts: [conflict] }],
    });
    const text = await repository.read(FILE);
    assert.equal(text.split('<<<<<<<').length, 2);
    assert.ok(!text.includes('a-000014'), 'what one side has deleted stays so');
    assert.equal((await repository.cli('repair', 'nowhere.ann.yaml')).status, 2);
    assert.equal((await repository.cli('repair', SOURCE)).status, 2);
  });

  test('line breaks that git converts stay those of the work tree', async (t) => {
    const repository = await installed(t);
    await repository.git('config', 'core.autocrlf', 'true');
    await repository.git('rm', '--quiet', '--cached', '-r', '.');
    await repository.git('reset', '--quiet', '--hard');
    assert.match(await repository.read(FILE), /\r\n/);
    await repository.git('merge', '--quiet', '--no-edit', 'theirs');
    assert.equal(await repository.read(FILE), of(BOTH).replaceAll('\n', '\r\n'));
    assert.equal(await repository.git('show', `HEAD:${FILE}`), of(BOTH).trimEnd());
    await isSound(repository);
  });

  test('a clone that lies elsewhere has nothing of it until it is installed there', async (t) => {
    const repository = await installed(t);
    const clone = path.join(await temporaryFolder(t), 'clone');
    await repository.git('clone', '--quiet', '.', clone);
    const other = repositoryAt(clone);
    assert.equal((await other.tryGit('merge', 'origin/theirs')).status, 1);
    await other.git('merge', '--abort');
    await other.cli('git', 'install');
    await other.git('merge', '--quiet', '--no-edit', 'origin/theirs');
    assert.equal(await other.read(FILE), of(BOTH));
  });

  test('where the program is gone or fails, the lines are merged as git does, with its markers', async (t) => {
    for (const [status, text] of [
      [3, '#!/bin/sh\nexit 3\n'],
      [127, undefined],
      [200, '#!/bin/sh\nexit 200\n'],
    ] as const) {
      const repository = await branched(t);
      const program = path.join(repository.path, '.git', 'the program');
      if (text !== undefined) {
        await repository.write('.git/the program', text);
        await chmod(program, 0o755);
      }
      await repository.cli('git', 'install', '--command', quoted(program));
      assert.equal((await repository.tryGit('merge', 'theirs')).status, 1, String(status));
      assert.match(await repository.read(FILE), /^<{7}[^]*^>{7}/m);
      const merged = await repository.read(FILE);
      for (const each of BOTH) assert.ok(merged.includes(`a-0000${each + 10}:`), 'none is lost');
    }
  });

  test('a file that one side broke is merged by lines, and nothing of it is lost', async (t) => {
    const broken = `${of(THEIRS)}    unclosed: "\n`;
    const repository = await installed(t, `${of(BASE)}# A remark.\n`, broken);
    const merged = await repository.tryGit('merge', 'theirs');
    assert.equal(merged.status, 1);
    assert.match(merged.output, /is no file of the format, so its lines were merged/);
    const text = await repository.read(FILE);
    assert.ok(text.includes('# A remark.') && text.includes('unclosed: "'));
  });
}
