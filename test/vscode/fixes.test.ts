// Problems stand on both sides, the passage and the line of YAML, and quick fixes work from either.

import * as vscode from 'vscode';
import { extension, run } from './commands';
import { closeAll, open, rangeOf } from './editors';
import { eventually } from './eventually';
import { equal, ok, present } from './expect';
import { annotationFileOf, exists, read, remove, uriOf, write } from './workspace';

const PLACE = ['    prefix: ""', '    suffix: ""'];

function record(id: string, exact: string, start: number, ...more: readonly string[]): string[] {
  const offsets = [`    start: ${start}`, `    end: ${start + exact.length}`];
  return [
    `  ${id}:`,
    `    exact: "${exact}"`,
    ...PLACE,
    ...offsets,
    ...more.map((each) => `    ${each}`),
  ];
}

/** A source with its annotation file; gives the path of the file. */
async function prepare(
  name: string,
  text: string,
  ...records: readonly (readonly string[])[]
): Promise<string> {
  const source = `seeds/${name}`;
  const path = annotationFileOf(source);
  await write(source, text);
  const head = ['format: source-annotations/1', 'source:', `  path: "${source}"`, 'annotations:'];
  await write(path, [...head, ...records.flat(), ''].join('\n'));
  return path;
}

describe('problems on both sides', () => {
  before(async () => {
    await extension().activate();
    await extension().exports.ready();
  });
  after(closeAll);

  it('stand at the passage and at the line, and each leads to the other', async () => {
    const path = await prepare(
      'two-sides.txt',
      'Report.\nHe met Anna.\n',
      record('a-sides0', 'Anna', 15, 'entity: nobody-knows'),
    );
    const inYaml = await one(path, 'entity-unknown');
    const inSource = await one('seeds/two-sides.txt', 'entity-unknown');
    equal(await wordsAt(path, inYaml.range), 'nobody-knows');
    equal(await wordsAt('seeds/two-sides.txt', inSource.range), 'Anna');
    equal(linksOf(inYaml), ['seeds/two-sides.txt:2']);
    equal(linksOf(inSource), [`${path}:${inYaml.range.start.line + 1}`]);
    equal(inSource.message, inYaml.message);
    const { code } = inSource;
    ok(typeof code === 'object', 'the code leads to its description');
    const page = new TextDecoder().decode(
      await vscode.workspace.fs.readFile(code.target.with({ fragment: '' })),
    );
    ok(page.includes(`### ${code.target.fragment}\n`), 'the page has a section of this code');
  });

  it('stand near where the words were when they are gone', async () => {
    await prepare(
      'gone.txt',
      'One line.\nHe met Anna on Tuesday at the station.\nAnother line.\n',
      [
        '  a-gone00:',
        '    exact: "Beatrice"',
        '    prefix: "Then there was "',
        '    suffix: " on Tuesday at the station."',
        '    start: 100',
        '    end: 108',
        '    note: "n"',
      ],
    );
    const found = await one('seeds/gone.txt', 'orphaned', 'similar');
    equal(found.range.start.line, 1);
  });

  it('stand at the top of the source when its annotation file does not parse', async () => {
    const path = await prepare(
      'unreadable.txt',
      'Anna.\n',
      record('a-unread', 'Anna', 0, 'note: "n"'),
    );
    await eventually(
      'the file to be read',
      async () => (await symbolsOf('seeds/unreadable.txt')) > 0,
    );
    await write(path, `${await read(path)}  a-broken: { exact: "x\n`);
    const found = await one('seeds/unreadable.txt', 'yaml-syntax');
    equal(found.range.start.line, 0);
    await remove(path);
    await gone('seeds/unreadable.txt', 'yaml-syntax');
  });

  it('come when the source is deleted by another program, and go when it is back', async () => {
    const path = await prepare(
      'comes-back.txt',
      'Anna.\n',
      record('a-comesb', 'Anna', 0, 'note: "n"'),
    );
    await remove('seeds/comes-back.txt');
    await one(path, 'source-missing');
    await write('seeds/comes-back.txt', 'Anna.\n');
    await gone(path, 'source-missing');
  });

  it('come in other files too when a record comes or goes', async () => {
    const path = await prepare(
      'elsewhere.txt',
      'Anna.\n',
      record('a-elsewh', 'Anna', 0, 'entity: anna-elsewhere'),
    );
    await one(path, 'entity-unknown');
    const entity = 'annotations/entities/anna-elsewhere.yaml';
    await write(entity, 'format: entity/1\nid: anna-elsewhere\ntype: person\nname: "Anna E."\n');
    await gone(path, 'entity-unknown');
    await remove(entity);
    await one(path, 'entity-unknown');
    await remove(path);
  });
});

describe('a quick fix', () => {
  before(async () => {
    await extension().activate();
    await extension().exports.ready();
  });
  after(closeAll);

  it('from the source creates the record that is missing; undo takes it back', async () => {
    await prepare(
      'fix-create.txt',
      'He met Anna.\n',
      record('a-create', 'Anna', 7, 'entity: anna-created'),
    );
    await one('seeds/fix-create.txt', 'entity-unknown');
    const entity = 'annotations/entities/anna-created.yaml';
    await applyIn(
      'seeds/fix-create.txt',
      'Anna',
      'Create the entity “anna-created” (Person), named “Anna”',
    );
    ok((await read(entity)).includes('name: "Anna"'), 'the entity is named as the passage');
    await gone('seeds/fix-create.txt', 'entity-unknown');
    await run('sourceAnnotator.undo');
    ok(!(await exists(entity)), 'the entity is gone again');
    await one('seeds/fix-create.txt', 'entity-unknown');
  });

  it('from the YAML changes the id, and nothing else in the file; undo takes it back', async () => {
    const path = await prepare(
      'change.txt',
      'He met Wang Yi.\n',
      record('a-change', 'Wang Yi', 7, 'entity: wang-yii # typed'),
    );
    await one(path, 'entity-unknown');
    const before = await read(path);
    await applyIn(path, 'wang-yii', 'Change to “wang-yi” (Wang Yi)');
    equal(await read(path), before.replace('wang-yii', 'wang-yi'));
    await gone(path, 'entity-unknown');
    await closeAll();
    await run('sourceAnnotator.undo');
    equal(await read(path), before);
  });

  it('accepts the new wording of a passage', async () => {
    const text = 'The minister of foreign affairs, Wang Yee, arrived in Guangzhou on Tuesday.\n';
    const path = await prepare('wording.txt', text, [
      '  a-wordin:',
      '    exact: "Wang Yi"',
      '    prefix: "minister of foreign affairs, "',
      '    suffix: ", arrived in Guangzhou on"',
      '    start: 33',
      '    end: 40',
      '    entity: wang-yi',
    ]);
    await one('seeds/wording.txt', 'similar');
    const before = await read(path);
    await applyIn('seeds/wording.txt', 'Wang Yee', 'Accept the new wording “Wang Yee” in line 1');
    ok((await read(path)).includes('exact: "Wang Yee"'), 'the quote is the new wording');
    await gone('seeds/wording.txt', 'similar');
    await run('sourceAnnotator.undo');
    equal(await read(path), before);
  });

  it('settles the conflict of a merge in a file that does not parse', async () => {
    const path = 'annotations/entities/in-conflict.yaml';
    const lines = ['format: entity/1', 'id: in-conflict', 'type: person'];
    const conflict = ['<<<<<<< HEAD', 'name: "Ours"', '=======', 'name: "Theirs"', '>>>>>>> other'];
    await write(path, [...lines, ...conflict, ''].join('\n'));
    await one(path, 'conflict-marker');
    await applyIn(path, '<<<<<<< HEAD', 'Keep their side');
    equal(await read(path), [...lines, 'name: "Theirs"', ''].join('\n'));
    await gone(path, 'conflict-marker');
    await closeAll();
    await remove(path);
  });

  it('is offered for each of several problems at the caret', async () => {
    const path = await prepare(
      'several.txt',
      'He met Anna.\n',
      record('a-sever0', 'Anna', 7, 'entity: anna-several', 'type: persn'),
    );
    await one(path, 'type-unknown');
    await one(path, 'entity-unknown');
    const titles = (await actionsIn('seeds/several.txt', 'Anna')).map(({ title }) => title);
    ok(titles.includes('Change the type to “person”'), titles.join());
    ok(
      titles.some((title) => title.startsWith('Create the entity')),
      titles.join(),
    );
    await applyIn('seeds/several.txt', 'Anna', 'Change the type to “person”');
    ok((await read(path)).includes('type: person'), 'one is done while the other stays');
  });

  it('does nothing, and says so, when the file has changed in the meantime', async () => {
    const path = await prepare(
      'meantime.txt',
      'He met Anna.\n',
      record('a-meanti', 'Anna', 7, 'entity: moskow'),
    );
    await one(path, 'entity-unknown');
    const [action] = await actionsIn('seeds/meantime.txt', 'Anna');
    const { arguments: given = [] } = present(
      present(action, 'quick fix').command,
      'command',
    ) as vscode.Command & { arguments?: unknown[] };
    await write(path, (await read(path)).replace('moskow', 'moscow'));
    await gone(path, 'entity-unknown');
    const before = await read(path);
    equal(await run('sourceAnnotator.applyFix', ...given), false);
    equal(await read(path), before);
  });
});

function reports(path: string): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uriOf(path));
}

/** The report with one of the codes, once it is there. */
async function one(path: string, ...codes: readonly string[]): Promise<vscode.Diagnostic> {
  return eventually(`a report of ${codes.join(' or ')} in ${path}`, () => {
    const all = reports(path);
    const found = all.find(
      ({ code }) => typeof code === 'object' && codes.includes(String(code.value)),
    );
    if (found === undefined && all.length > 0) throw new Error(JSON.stringify(all));
    return found;
  });
}

/** Other checks may have something to say of the same words. */
async function gone(path: string, code: string): Promise<void> {
  await eventually(`the report of ${code} in ${path} to go`, () =>
    reports(path).every((each) => typeof each.code !== 'object' || each.code.value !== code),
  );
}

async function wordsAt(path: string, range: vscode.Range): Promise<string> {
  return (await vscode.workspace.openTextDocument(uriOf(path))).getText(range);
}

function linksOf({ relatedInformation = [] }: vscode.Diagnostic): readonly string[] {
  return relatedInformation.map(
    ({ location }) =>
      `${vscode.workspace.asRelativePath(location.uri, false)}:${location.range.start.line + 1}`,
  );
}

async function symbolsOf(path: string): Promise<number> {
  const found = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
    'vscode.executeDocumentSymbolProvider',
    uriOf(path),
  );
  return found?.length ?? 0;
}

async function actionsIn(path: string, words: string): Promise<readonly vscode.CodeAction[]> {
  const { document } = await open(path);
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    rangeOf(document, words),
    vscode.CodeActionKind.QuickFix.value,
  );
  return actions.filter(({ command }) => command?.command === 'sourceAnnotator.applyFix');
}

async function applyIn(path: string, words: string, title: string): Promise<void> {
  const actions = await actionsIn(path, words);
  const action = actions.find((each) => each.title === title);
  ok(action !== undefined, `“${title}” is among ${actions.map((each) => each.title).join('; ')}`);
  const { arguments: given = [] } = present(action.command, 'command') as vscode.Command & {
    arguments?: unknown[];
  };
  equal(await run('sourceAnnotator.applyFix', ...given), true);
}
