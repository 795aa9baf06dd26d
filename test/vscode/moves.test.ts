// Sources that are renamed, moved and deleted, in VS Code and by others: their annotations follow.

import * as vscode from 'vscode';
import { annotate, extension } from './commands';
import { closeAll, open, openNew, rangeOf, select } from './editors';
import { eventually } from './eventually';
import { equal, ok } from './expect';
import { git } from './git';
import { annotationFileOf, annotationsOf, exists, read, remove, uriOf, write } from './workspace';

/** Different for each source, around every word, so that none is taken for another. */
function textOf(name: string): string {
  return `${name}: Moscow (${name}) answered; ${name}, Kyiv (${name}) and Paris (${name}) did not.\n`;
}

describe('a source that is renamed in VS Code', () => {
  before(() => extension().exports.ready());
  afterEach(closeAll);

  it('takes its annotations with it, and undo brings everything back', async () => {
    const from = await annotated('rename/one.txt');
    const to = 'seeds/rename/first.txt';
    const before = await read(annotationFileOf(from));
    await closeAll();
    await rename(from, to);
    equal(await read(annotationFileOf(to)), before.replace(from, to));
    ok(!(await exists(annotationFileOf(from))), 'the old file is gone');
    await shows(to, 2);
    ok(!vscode.workspace.textDocuments.some(({ isDirty }) => isDirty), 'nothing is unsaved');

    await open(to);
    await vscode.commands.executeCommand('undo');
    await eventually('the old names', () => exists(from));
    await eventually('the old annotation file', () => exists(annotationFileOf(from)));
    equal(await read(annotationFileOf(from)), before);
    ok(!(await exists(annotationFileOf(to))), 'the new file is gone');
    await shows(from, 2);
  });

  it('and whose annotation file is in an editor, changed: that is edited, moved and saved', async () => {
    const from = await annotated('rename/two.txt');
    const to = 'seeds/rename/second.txt';
    const yaml = await open(annotationFileOf(from));
    await yaml.edit((edit) => edit.insert(new vscode.Position(0, 0), '# Mine.\n'));
    await rename(from, to);
    await eventually('the saved file', async () => {
      const text = await read(annotationFileOf(to)).catch(() => '');
      return text.startsWith('# Mine.\n') && text.includes(to);
    });
    ok(!(await exists(annotationFileOf(from))), 'the old file is gone');
    await shows(to, 2);
  });

  it('with its folder', async () => {
    const names = ['a.txt', 'b.txt', 'deep/c.txt'];
    for (const name of names) await annotated(`folder/${name}`);
    await closeAll();
    await rename('seeds/folder', 'seeds/other folder');
    for (const name of names) {
      const to = `seeds/other folder/${name}`;
      ok((await read(annotationFileOf(to))).includes(`path: "${to}"`), `${name} is named`);
      ok(!(await exists(annotationFileOf(`seeds/folder/${name}`))), `${name} is not there twice`);
      await shows(to, 2);
    }
  });

  it('to a place where it is no source: its annotations are kept as they are', async () => {
    const from = await annotated('rename/three.txt');
    const before = await read(annotationFileOf(from));
    await closeAll();
    await rename(from, 'three.csv');
    equal(await read(annotationFileOf(from)), before);
    await rename('three.csv', from);
    await shows(from, 2);
  });

  it('to a place that has annotations already: neither file is lost', async () => {
    const from = await annotated('rename/four.txt');
    const to = await annotated('rename/taken.txt');
    await closeAll();
    await remove(to);
    const [mine, theirs] = [await read(annotationFileOf(from)), await read(annotationFileOf(to))];
    await rename(from, to);
    equal([await read(annotationFileOf(from)), await read(annotationFileOf(to))], [mine, theirs]);
  });
});

describe('a source that others move', () => {
  afterEach(closeAll);

  it('with git mv is recognised, shown at its new place, and its file follows when asked', async () => {
    const from = await annotated('moved/one.txt');
    const to = 'seeds/moved/away/first.txt';
    await closeAll();
    await git('add', '--all');
    await git('commit', '--quiet', '--message=Before');
    const before = await read(annotationFileOf(from));
    await vscode.workspace.fs.createDirectory(uriOf('seeds/moved/away'));
    await git('mv', from, to);
    await shows(to, 2);
    equal(await read(annotationFileOf(from)), before);
    await eventually('the file to follow', async () => {
      await vscode.commands.executeCommand('notification.acceptPrimaryAction');
      return exists(annotationFileOf(to));
    });
    equal(await read(annotationFileOf(to)), before.replace(from, to));
    await eventually('the old file to go', async () => !(await exists(annotationFileOf(from))));
    await shows(to, 2);
    await git('reset', '--quiet', '--soft', 'HEAD^');
  });

  it('with its folder by another program is recognised', async () => {
    const names = ['a.txt', 'b.txt', 'deep/c.txt'];
    for (const name of names) await annotated(`away/${name}`);
    await closeAll();
    await vscode.workspace.fs.rename(uriOf('seeds/away'), uriOf('seeds/gone away'));
    for (const name of names) await shows(`seeds/gone away/${name}`, 2);
  });

  it('and comes back has its annotations again', async () => {
    const from = await annotated('moved/back.txt');
    const to = 'seeds/moved/forth.txt';
    await closeAll();
    await vscode.workspace.fs.rename(uriOf(from), uriOf(to));
    await shows(to, 2);
    await vscode.workspace.fs.rename(uriOf(to), uriOf(from));
    await shows(from, 2);
  });

  it('is annotated at its new place before its file has followed', async () => {
    const from = await annotated('moved/more.txt');
    const to = 'seeds/moved/even more.txt';
    await closeAll();
    await vscode.workspace.fs.rename(uriOf(from), uriOf(to));
    await shows(to, 2);
    select(await open(to), 'Paris');
    equal((await annotate('sourceAnnotator.annotateEntity', { entity: 'moscow' })).length, 1);
    equal((await annotationsOf(from)).size, 3);
    await shows(to, 3);
  });
});

describe('a source that is deleted', () => {
  afterEach(closeAll);

  it('is reported; its annotations are kept, and there again when it is', async () => {
    const source = await annotated('deleted.txt');
    await closeAll();
    const path = annotationFileOf(source);
    const before = await read(path);
    await remove(source);
    const isReported = (): boolean =>
      vscode.languages
        .getDiagnostics(uriOf(path))
        .some(({ code }) => typeof code === 'object' && code.value === 'source-missing');
    await eventually('the problem', isReported);
    equal(await read(path), before);
    await write(source, textOf('deleted.txt'));
    await eventually('the problem to go', () => !isReported());
    await shows(source, 2);
  });
});

/** A new source with two mentions; its path. */
async function annotated(name: string): Promise<string> {
  const editor = await openNew(name, textOf(name));
  for (const words of ['Moscow', 'Kyiv']) {
    select(editor, words);
    await annotate('sourceAnnotator.annotateEntity', { entity: words.toLowerCase() });
  }
  return `seeds/${name}`;
}

async function rename(from: string, to: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.renameFile(uriOf(from), uriOf(to));
  ok(await vscode.workspace.applyEdit(edit), 'the rename is made');
}

/** The outline of the source has so many annotations, the first at its words. */
async function shows(source: string, count: number): Promise<void> {
  const found = await eventually(`${count} annotations in ${source}`, async () => {
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
      'vscode.executeDocumentSymbolProvider',
      uriOf(source),
    );
    return symbols?.length === count && symbols;
  });
  const document = await vscode.workspace.openTextDocument(uriOf(source));
  equal(found[0]?.range, rangeOf(document, 'Moscow'));
}
