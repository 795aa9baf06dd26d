// A workspace of several folders, one inside another: each is a project of its own.

import * as vscode from 'vscode';
import { annotate, extension, run } from './commands';
import { closeAll, select } from './editors';
import { eventually, pause } from './eventually';
import { equal, ok, present } from './expect';

const TEXT = 'Anna spoke to Bert.\n';

describe('a workspace of several folders', () => {
  before(async () => {
    for (const name of ['inner', 'beside']) {
      await write(name, 'seeds/letter.txt', TEXT);
      await write(name, `annotations/entities/${name}.yaml`, entity(name));
    }
    await extension().activate();
    await extension().exports.ready();
  });

  after(closeAll);

  it('has the records of all of them among the symbols', async () => {
    const names = await symbols();
    ok(
      names.has('Quill inner') && names.has('Quill beside'),
      'those of the small folders are there',
    );
    ok(names.has('Wang Yi'), 'those of the corpus are there');
  });

  it('keeps each annotation in the folder of its source', async () => {
    for (const name of ['beside', 'inner']) {
      const editor = await open(name, 'seeds/letter.txt');
      select(editor, 'Anna');
      equal((await annotate('sourceAnnotator.annotateEntity', { entity: name })).length, 1, name);
      ok(await exists(name, 'annotations/seeds/letter.txt.ann.yaml'), `${name} has the file`);
    }
    ok(!(await exists('corpus', 'annotations/inner')), 'the outer folder has nothing of it');
  });

  it('knows no record of another folder', async () => {
    select(await open('beside', 'seeds/letter.txt'), 'Bert');
    equal(await annotate('sourceAnnotator.annotateEntity', { entity: 'inner' }), []);
  });

  it('shows the annotations of a folder inside another one once', async () => {
    for (const name of ['beside', 'inner']) {
      const uri = uriOf(name, 'seeds/letter.txt');
      const links = await vscode.commands.executeCommand<vscode.LocationLink[]>(
        'vscode.executeDefinitionProvider',
        uri,
        new vscode.Position(0, 1),
      );
      const targets = links.map(({ targetUri }) => targetUri.toString());
      equal(targets, [uriOf(name, `annotations/entities/${name}.yaml`).toString()]);
    }
  });

  it('shows the folder of the active source in the sidebar, and stays there otherwise', async () => {
    const shown = (): string | undefined => extension().exports.shownFolder()?.toString();
    for (const name of ['inner', 'beside', 'corpus', 'beside']) {
      const source = name === 'corpus' ? await firstSource() : uriOf(name, 'seeds/letter.txt');
      await vscode.window.showTextDocument(source);
      await eventually(`${name} in the sidebar`, () => shown() === rootOf(name).toString());
    }
    await write('corpus', 'notes.md', 'These are no sources.\n');
    await open('corpus', 'notes.md');
    await vscode.commands.executeCommand('workbench.action.output.toggleOutput');
    await pause(100);
    equal(shown(), rootOf('beside').toString());
    await vscode.commands.executeCommand('workbench.action.closePanel');
  });

  it('undoes in the folder of the active editor', async () => {
    for (const name of ['inner', 'beside']) {
      select(await open(name, 'seeds/letter.txt'), 'Bert');
      await annotate('sourceAnnotator.annotateNote', { note: `of ${name}` });
    }
    await open('inner', 'seeds/letter.txt');
    await run('sourceAnnotator.undo');
    const file = 'annotations/seeds/letter.txt.ann.yaml';
    ok(!(await read('inner', file)).includes('of inner'), 'the change is undone');
    ok(
      (await read('beside', file)).includes('of beside'),
      'the later one of the other folder is not',
    );
  });

  it('takes folders in and gives them up while it is open', async () => {
    const added = vscode.Uri.joinPath(rootOf('beside'), '..', 'added');
    const record = vscode.Uri.joinPath(added, 'annotations/entities/added.yaml');
    await vscode.workspace.fs.writeFile(record, new TextEncoder().encode(entity('added')));
    const end = present(vscode.workspace.workspaceFolders, 'folders').length;
    vscode.workspace.updateWorkspaceFolders(end, 0, { uri: added });
    await eventually('its records', async () => (await symbols()).has('Quill added'));
    const source = vscode.Uri.joinPath(added, 'seeds/letter.txt');
    await vscode.workspace.fs.writeFile(source, new TextEncoder().encode(TEXT));
    await vscode.window.showTextDocument(source);
    const shown = (): string | undefined => extension().exports.shownFolder()?.toString();
    await eventually('the folder in the sidebar', () => shown() === added.toString());
    vscode.workspace.updateWorkspaceFolders(end, 1);
    await eventually('its records to go', async () => !(await symbols()).has('Quill added'));
    ok(shown() !== added.toString(), 'the sidebar shows another folder');
  });

  it('gives a folder inside another one back to it when that is closed', async () => {
    const folders = present(vscode.workspace.workspaceFolders, 'folders');
    const at = folders.findIndex(({ name }) => name === 'inner');
    const inner = present(folders[at], 'inner folder').uri;
    const letter = vscode.Uri.joinPath(inner, 'seeds/letter.txt');
    vscode.workspace.updateWorkspaceFolders(at, 1);
    await eventually('its records to go', async () => !(await symbols()).has('Quill inner'));
    vscode.workspace.updateWorkspaceFolders(at, 0, { uri: inner });
    await eventually('them again', async () => (await symbols()).has('Quill inner'));
    await vscode.window.showTextDocument(letter);
    await eventually(
      'the folder in the sidebar',
      () => extension().exports.shownFolder()?.toString() === inner.toString(),
    );
  });
});

function entity(id: string): string {
  return `format: entity/1\nid: ${id}\ntype: person\nname: "Quill ${id}"\n`;
}

function rootOf(name: string): vscode.Uri {
  const folders = present(vscode.workspace.workspaceFolders, 'folders');
  return present(
    folders.find((folder) => folder.name === name),
    `folder ${name}`,
  ).uri;
}

function uriOf(folder: string, path: string): vscode.Uri {
  return vscode.Uri.joinPath(rootOf(folder), path);
}

async function open(folder: string, path: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(uriOf(folder, path));
}

async function write(folder: string, path: string, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(uriOf(folder, path), new TextEncoder().encode(text));
}

async function read(folder: string, path: string): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uriOf(folder, path)));
}

async function exists(folder: string, path: string): Promise<boolean> {
  const [stat] = await Promise.allSettled([vscode.workspace.fs.stat(uriOf(folder, path))]);
  return stat.status === 'fulfilled';
}

async function firstSource(): Promise<vscode.Uri> {
  const found = await vscode.workspace.findFiles(
    new vscode.RelativePattern(rootOf('corpus'), 'seeds/*.txt'),
  );
  return present(found[0], 'source');
}

async function symbols(): Promise<ReadonlySet<string>> {
  const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
    'vscode.executeWorkspaceSymbolProvider',
    '',
  );
  return new Set(found.map(({ name }) => name));
}
