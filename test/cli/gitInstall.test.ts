import assert from 'node:assert/strict';
import { chmod, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { annotationFile, entityFile } from '../core/workspace';
import {
  beProgram,
  repositoryAt,
  repositoryWith,
  temporaryFolder,
  type Repository,
} from './repository';

const FILE = 'annotations/s.txt.ann.yaml';

const FILES = {
  's.txt': 'He met Wang Yi.\n',
  ...entityFile('wang'),
  ...annotationFile(
    's.txt',
    '  a-00000a:',
    '    exact: "Wang Yi"',
    '    prefix: "He met "',
    '    suffix: "."',
    '    start: 7',
    '    end: 14',
    '    entity: wang',
  ),
};

async function bytesOf(repository: Repository): Promise<Readonly<Record<string, string>>> {
  const files = ['.git/config', '.git/info/attributes', '.gitattributes', '.git/hooks/pre-commit'];
  const bytes = files.map(async (file) => {
    const read = await readFile(path.join(repository.path, file), 'latin1').catch(() => 'none');
    return [file, read] as const;
  });
  return Object.fromEntries(await Promise.all(bytes));
}

async function attributeOf(repository: Repository, file: string): Promise<string> {
  return repository.git('check-attr', 'merge', 'diff', '--', file);
}

function isOurs(file: string): string {
  return `${file}: merge: source-annotator\n${file}: diff: source-annotator`;
}

if (!(await beProgram())) {
  test('installing names the files of the format, and no others', async (t) => {
    const repository = await repositoryWith(t, FILES);
    const ran = await repository.cli('git', 'install');
    assert.equal(ran.status, 0);
    assert.deepEqual(ran.complaints, []);
    assert.match(
      ran.output,
      /^Installed in this clone:\n {2}\.git\/info\/attributes\n {2}\.git\/config\n$/,
    );
    const ours = [
      FILE,
      'annotations/schema.yaml',
      'annotations/entities/wang.yaml',
      'annotations/events/x.yaml',
      'beside/it.txt.ann.yaml',
    ];
    for (const file of ours) assert.equal(await attributeOf(repository, file), isOurs(file));
    for (const file of ['s.txt', 'x.yaml', 'annotations/other.yaml', 'x/annotations/schema.yaml']) {
      assert.match(await attributeOf(repository, file), /merge: unspecified/);
    }
    assert.equal(await repository.git('status', '--short'), '');
  });

  test('installing a second time changes nothing, and uninstalling gives every byte back', async (t) => {
    for (const before of ['', '*.txt text\n', '*.txt text']) {
      const repository = await repositoryWith(t, FILES);
      if (before !== '') {
        await mkdir(path.join(repository.path, '.git/info'), { recursive: true });
        await repository.write('.git/info/attributes', before);
      }
      const first = await bytesOf(repository);
      await repository.cli('git', 'install', '--hook');
      const installed = await bytesOf(repository);
      assert.notDeepEqual(installed, first);
      const again = await repository.cli('git', 'install', '--hook');
      assert.equal(again.output, 'All of it is installed already.\n');
      assert.deepEqual(await bytesOf(repository), installed);
      const taken = await repository.cli('git', 'uninstall');
      assert.equal(taken.status, 0);
      assert.match(taken.output, /^Taken out of this clone:\n(.*\n){3}$/);
      assert.deepEqual(await bytesOf(repository), first);
      const none = await repository.cli('git', 'uninstall');
      assert.deepEqual([none.status, none.output], [0, 'Nothing was installed here.\n']);
    }
  });

  test('what the person has set stays, and no global setting is made', async (t) => {
    const repository = await repositoryWith(t, FILES);
    const home = await temporaryFolder(t);
    const file = path.join(home, 'config');
    await writeFile(file, '[user]\n\tname = Anna\n');
    process.env['GIT_CONFIG_GLOBAL'] = file;
    await repository.git('config', 'merge.other.driver', 'true');
    await repository.cli('git', 'install', '--hook');
    await repository.git('config', 'diff.other.textconv', 'cat');
    await repository.cli('git', 'uninstall');
    assert.equal(await repository.git('config', '--get', 'merge.other.driver'), 'true');
    assert.equal(await repository.git('config', '--get', 'diff.other.textconv'), 'cat');
    assert.equal((await repository.tryGit('config', '--get-regexp', 'source-annotator')).status, 1);
    assert.equal(await readFile(file, 'utf8'), '[user]\n\tname = Anna\n');
  });

  test('the attributes may be committed for everybody; then they hold no path of this machine', async (t) => {
    const repository = await repositoryWith(t, { ...FILES, '.gitattributes': '*.txt text\n' });
    const ran = await repository.cli('git', 'install', '--attributes-file');
    assert.match(ran.output, /Commit \.gitattributes/);
    const text = await repository.read('.gitattributes');
    assert.ok(text.startsWith('*.txt text\n# >>> source-annotator\n'));
    assert.ok(!text.includes(repository.path));
    assert.equal(await attributeOf(repository, FILE), isOurs(FILE));
    assert.equal((await bytesOf(repository))['.git/info/attributes'], 'none');
    await repository.cli('git', 'uninstall');
    assert.equal(await repository.read('.gitattributes'), '*.txt text\n');
  });

  test('folders of a repository are workspaces of their own, whatever their names', async (t) => {
    const odd = 'the [first] "folder"';
    const files = Object.entries(FILES).flatMap(([file, content]) => [
      [`${odd}/${file}`, content],
      [`second/${file}`, content],
    ]);
    const repository = await repositoryWith(t, Object.fromEntries(files) as Record<string, string>);
    const before = await bytesOf(repository);
    const first = repositoryAt(path.join(repository.path, odd));
    const second = repositoryAt(path.join(repository.path, 'second'));
    await first.cli('git', 'install', '--hook');
    assert.equal(await attributeOf(first, FILE), isOurs(FILE));
    assert.match(await attributeOf(second, FILE), /unspecified/);
    await second.cli('git', 'install', '--hook');
    assert.equal(await attributeOf(first, FILE), isOurs(FILE));
    assert.equal(await attributeOf(second, FILE), isOurs(FILE));
    for (const folder of [first, second]) {
      const good = await folder.read(FILE);
      await folder.write(FILE, good.replace('entity: wang', 'entity: nobody'));
      const refused = await folder.tryGit('commit', '--all', '--message=Bad');
      assert.equal(refused.status, 1);
      assert.match(refused.output, /There is no entity “nobody”/);
      await folder.write(FILE, good);
    }
    await repository.git('commit', '--quiet', '--allow-empty', '--message=Good');
    await first.cli('git', 'uninstall');
    assert.match(await attributeOf(first, FILE), /unspecified/);
    assert.equal(await attributeOf(second, FILE), isOurs(FILE));
    await second.cli('git', 'uninstall');
    assert.deepEqual(await bytesOf(repository), before);
  });

  test('a linked work tree and a submodule have the driver, too', async (t) => {
    const repository = await repositoryWith(t, FILES);
    const linked = path.join(await temporaryFolder(t), 'linked');
    await repository.git('worktree', 'add', '--quiet', linked, '-b', 'other');
    const ran = await repositoryAt(linked).cli('git', 'install');
    assert.equal(ran.status, 0, ran.complaints.join());
    assert.equal(await attributeOf(repository, FILE), isOurs(FILE));
    assert.equal(await attributeOf(repositoryAt(linked), FILE), isOurs(FILE));

    const outer = await repositoryWith(t, { 'a.txt': 'x' });
    const add = ['submodule', 'add', '--quiet', repository.path, 'inner'];
    await outer.git('-c', 'protocol.file.allow=always', ...add);
    const inner = repositoryAt(path.join(outer.path, 'inner'));
    assert.equal((await inner.cli('git', 'install')).status, 0);
    assert.equal(await attributeOf(inner, FILE), isOurs(FILE));
    assert.match(await attributeOf(outer, FILE), /unspecified/);
  });

  test('without a repository, and in a bare one, nothing is written and the reason is said', async (t) => {
    const folder = repositoryAt(await temporaryFolder(t));
    const none = await folder.cli('git', 'install');
    assert.equal(none.status, 2);
    assert.match(none.complaints.join(), /is in no git repository/);
    await folder.git('init', '--quiet', '--bare');
    for (const action of ['install', 'uninstall']) {
      const bare = await folder.cli('git', action);
      assert.equal(bare.status, 2);
      assert.match(bare.complaints.join(), /without a work tree/);
    }
    assert.doesNotMatch(await folder.read('config'), /source-annotator/);
    assert.equal((await folder.cli('git')).status, 2);
    assert.equal((await folder.cli('git', 'remove')).status, 2);
    assert.equal((await folder.cli('git', 'install', '--command', ' ')).status, 2);
  });

  test('another hook stays as it is, and the line to add is said', async (t) => {
    const repository = await repositoryWith(t, FILES);
    const hook = '#!/bin/sh\nexit 0\n';
    await repository.write('.git/hooks/pre-commit', hook);
    const ran = await repository.cli('git', 'install', '--hook', '--format', 'json');
    assert.equal(ran.status, 1);
    const json = JSON.parse(ran.output) as { hook: { outcome: string; line: string } };
    assert.equal(json.hook.outcome, 'kept');
    assert.match(json.hook.line, /check --staged \|\| exit 1$/);
    assert.equal(await repository.read('.git/hooks/pre-commit'), hook);
    await repository.write('.git/hooks/pre-commit', `${hook}${json.hook.line}\n`);
    assert.equal((await repository.cli('git', 'install', '--hook')).status, 0);
    await repository.cli('git', 'uninstall');
    assert.equal(await repository.read('.git/hooks/pre-commit'), `${hook}${json.hook.line}\n`);
  });

  test('the hook stands where core.hooksPath says, unless other repositories use that, too', async (t) => {
    const repository = await repositoryWith(t, FILES);
    await repository.git('config', 'core.hooksPath', 'my hooks');
    const ran = await repository.cli('git', 'install', '--hook');
    assert.equal(ran.status, 0, ran.complaints.join());
    assert.match(await repository.read('my hooks/pre-commit'), /check --staged/);
    await repository.cli('git', 'uninstall');
    const elsewhere = await temporaryFolder(t);
    await repository.git('config', 'core.hooksPath', elsewhere);
    const shared = await repository.cli('git', 'install', '--hook');
    assert.equal(shared.status, 1);
    assert.match(shared.complaints.join(), /shared with others/);
    await assert.rejects(stat(path.join(elsewhere, 'pre-commit')));
  });

  test('the difference that git shows is in words, and names the annotation', async (t) => {
    const repository = await repositoryWith(t, FILES);
    await repository.cli('git', 'install');
    await repository.write(
      FILE,
      (await repository.read(FILE)).replace('entity: wang', 'entity: li'),
    );
    const shown = await repository.git('diff');
    assert.match(shown, /^@@ .* @@ a-00000a …He met \[Wang Yi\]\.…$/m);
    assert.match(shown, /^- {4}mentions wang “.*”$/m);
    assert.match(shown, /^\+ {4}mentions li$/m);
    assert.match(await repository.git('diff', '--no-textconv'), /^@@ .* @@ "Wang Yi"$/m);
    // It counts the lines of the text in words.
    const blamed = await repository.git('blame', FILE);
    assert.equal(
      blamed.split('\n').length,
      (await repository.read(FILE)).trimEnd().split('\n').length,
    );
  });

  test('where the program is gone, git works as without it', async (t) => {
    const repository = await repositoryWith(t, FILES);
    await repository.cli('git', 'install', '--hook', '--command', 'no-such-program');
    await repository.write(FILE, `${await repository.read(FILE)}# More.\n`);
    assert.match(await repository.git('diff'), /^\+# More\.$/m);
    await repository.commit('The hook lets it pass');
    await repository.git('switch', '--quiet', '--create', 'other', 'HEAD~');
    await repository.write(FILE, `# Less.\n${await repository.read(FILE)}`);
    await repository.commit('Second');
    await repository.git('merge', '--quiet', '--no-edit', 'main');
    const text = await repository.read(FILE);
    assert.ok(text.startsWith('# Less.\n') && text.endsWith('# More.\n'));
  });

  test('the hook refuses what check reports of what is staged, whatever the files say now', async (t) => {
    const repository = await repositoryWith(t, FILES);
    await repository.cli('git', 'install', '--hook');
    const good = await repository.read(FILE);
    const bad = good.replace('entity: wang', 'entity: nobody');
    await repository.write(FILE, bad);
    await repository.git('add', '--all');
    await repository.write(FILE, good);
    const refused = await repository.tryGit('commit', '--message=Bad');
    assert.equal(refused.status, 1);
    assert.match(refused.output, /There is no entity “nobody”/);
    await repository.write(FILE, bad);
    await repository.git('reset', '--quiet');
    await repository.write('other.txt', 'x');
    await repository.git('add', 'other.txt');
    await repository.git('commit', '--quiet', '--message=Good: the bad file is not in it');
    assert.equal((await repository.tryGit('commit', '--all', '--message=Bad')).status, 1);
    assert.equal((await repository.tryGit('commit', FILE, '--message=Bad')).status, 1);
    await repository.git('commit', '--quiet', '--all', '--no-verify', '--message=All the same');
    await chmod(path.join(repository.path, '.git/hooks/pre-commit'), 0o755);
  });
}
