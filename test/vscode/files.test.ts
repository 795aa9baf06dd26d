// The files under the hands of others: changed on disk, open in editors, of any kind of text, or in the way.

import * as vscode from 'vscode';
import { annotate, extension, run } from './commands';
import { closeAll, open, openNew, putCaretIn, rangeOf, select } from './editors';
import { eventually } from './eventually';
import { equal, ok, present } from './expect';
import {
  annotationFileOf,
  annotationsOf,
  bytesUnder,
  exists,
  read,
  remove,
  uriOf,
  write,
} from './workspace';

describe('a change on disk', () => {
  before(() => extension().exports.ready());

  after(closeAll);

  it('shows when a record is added, changed and removed', async () => {
    const path = 'annotations/entities/from-outside.yaml';
    const named = (name: string): string =>
      `format: entity/1\nid: from-outside\ntype: person\nname: "${name}"\n`;
    await write(path, named('Quill Outsider'));
    await eventually('the new record', async () => (await symbols('Quill Outsider')).length === 1);
    await write(path, named('Quill Insider'));
    await eventually('the new name', async () => (await symbols('Quill Insider')).length === 1);
    equal(await symbols('Quill Outsider'), []);
    await remove(path);
    await eventually('the record to go', async () => (await symbols('Quill')).length === 0);
  });

  it('shows when annotations come with a folder of their own', async () => {
    const editor = await openNew('deep.txt', 'Moscow replied.\n');
    select(editor, 'Moscow');
    await annotate('sourceAnnotator.annotateEntity', { entity: 'moscow' });
    const text = await read(annotationFileOf('seeds/deep.txt'));
    await write('seeds/new folder/deep.txt', 'Moscow replied.\n');
    const source = 'seeds/new folder/deep.txt';
    await write(annotationFileOf(source), text.replace('seeds/deep.txt', source));
    await eventually('the annotation', async () => (await outline(source)).length === 1);
  });

  it('between two commands is kept by the second', async () => {
    const source = 'seeds/between.txt';
    const editor = await openNew('between.txt', 'Moscow and Kyiv.\n');
    select(editor, 'Moscow');
    await annotate('sourceAnnotator.annotateEntity', { entity: 'moscow' });
    const path = annotationFileOf(source);
    await write(path, `# Read this first.\n${await read(path)}`);
    select(editor, 'Kyiv');
    equal((await annotate('sourceAnnotator.annotateEntity', { entity: 'kyiv' })).length, 1);
    ok((await read(path)).startsWith('# Read this first.\n'), 'the comment is kept');
    equal((await annotationsOf(source)).size, 2);
  });
});

describe('an annotation file in an editor', () => {
  after(closeAll);

  it('is edited there and saved, with what was typed and not saved', async () => {
    const source = 'seeds/dirty.txt';
    const editor = await openNew('dirty.txt', 'Moscow and Kyiv.\n');
    select(editor, 'Moscow');
    await annotate('sourceAnnotator.annotateEntity', { entity: 'moscow' });
    const path = annotationFileOf(source);
    const yaml = await open(path);
    await yaml.edit((edit) => edit.insert(new vscode.Position(0, 0), '# Typed by hand.\n'));
    ok(yaml.document.isDirty, 'the file is not saved');
    select(await open(source), 'Kyiv');
    await annotate('sourceAnnotator.annotateEntity', { entity: 'kyiv' });
    ok(!yaml.document.isDirty, 'the file is saved');
    equal(yaml.document.getText(), await read(path));
    ok((await read(path)).startsWith('# Typed by hand.\n'), 'what was typed is kept');
    equal((await annotationsOf(source)).size, 2);
    await run('sourceAnnotator.undo');
    equal((await annotationsOf(source)).size, 1);
    equal(yaml.document.getText(), await read(path));
    ok((await read(path)).startsWith('# Typed by hand.\n'), 'what was typed is still there');
  });

  it('that was changed on disk a moment ago keeps that, too', async () => {
    const source = 'seeds/moment.txt';
    const editor = await openNew('moment.txt', 'Moscow and Kyiv.\n');
    select(editor, 'Moscow');
    await annotate('sourceAnnotator.annotateEntity', { entity: 'moscow' });
    const path = annotationFileOf(source);
    const yaml = await open(path);
    select(await open(source), 'Kyiv');
    await write(path, `# From outside.\n${await read(path)}`);
    equal((await annotate('sourceAnnotator.annotateEntity', { entity: 'kyiv' })).length, 1);
    ok(!yaml.document.isDirty, 'the file is saved');
    equal(yaml.document.getText(), await read(path));
    ok((await read(path)).startsWith('# From outside.\n'), 'the comment is kept');
    equal((await annotationsOf(source)).size, 2);
  });

  it('counts as it stands in the editor', async () => {
    const source = 'seeds/typed.txt';
    const editor = await openNew('typed.txt', 'Moscow replied.\n');
    select(editor, 'Moscow');
    await annotate('sourceAnnotator.annotateEntity', { entity: 'moscow' });
    const yaml = await open(annotationFileOf(source));
    const range = rangeOf(yaml.document, 'entity: moscow');
    await yaml.edit((edit) => edit.replace(range, 'entity: kyiv'));
    await eventually('the other entity', async () => (await outline(source))[0]?.name === 'Kyiv');
    await vscode.window.showTextDocument(yaml.document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await eventually('the first one', async () => (await outline(source))[0]?.name === 'Moscow');
  });
});

describe('a source', () => {
  after(closeAll);

  it('with CRLF, a byte order mark and astral characters is annotated at exact code points', async () => {
    const text = '\ufeff🙂 first 𝒜 line\r\n\r\nThen 🇺🇦 Wang Yi spoke.\r\nAnd Wang Yi left 🙂.\r\n';
    const editor = await openNew('crlf.txt', text);
    select(editor, 'Wang Yi');
    await annotate('sourceAnnotator.annotateEntity', { entity: 'wang-yi' });
    select(editor, 'Wang Yi', 2);
    await annotate('sourceAnnotator.annotateEntity', { entity: 'wang-yi' });
    const normalised = Array.from(text.slice(1).replaceAll('\r\n', '\n'));
    for (const { exact, start, end } of (await annotationsOf('seeds/crlf.txt')).values()) {
      equal(normalised.slice(start, end).join(''), exact);
    }
    const [first, second] = await eventually('both annotations', async () => {
      const found = await outline('seeds/crlf.txt');
      return found.length === 2 && found;
    });
    equal(first?.range, rangeOf(editor.document, 'Wang Yi'));
    equal(second?.range, rangeOf(editor.document, 'Wang Yi', 2));
    equal(await read('seeds/crlf.txt'), text);
  });

  it('with line ends of all three kinds keeps its lines', async () => {
    const text = 'one\rtwo\r\nthree\nWang Yi\r';
    const editor = await openNew('mixed.txt', text);
    select(editor, 'Wang Yi');
    await annotate('sourceAnnotator.annotateEntity', { entity: 'wang-yi' });
    const [written] = (await annotationsOf('seeds/mixed.txt')).values();
    equal([written?.start, written?.end], [14, 21]);
    const symbol = await eventually('the annotation', async () => {
      return (await outline('seeds/mixed.txt'))[0];
    });
    equal(symbol.range, rangeOf(editor.document, 'Wang Yi'));
    equal(await read('seeds/mixed.txt'), text);
  });

  it('that is typed in keeps its annotations on their words, and is not saved', async () => {
    const editor = await openNew('typing.txt', 'Wang Yi spoke.\n');
    select(editor, 'Wang Yi');
    await annotate('sourceAnnotator.annotateEntity', { entity: 'wang-yi' });
    const path = annotationFileOf('seeds/typing.txt');
    const before = await read(path);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'Then 🙂\n'));
    const symbol = await eventually('the annotation', async () => {
      return (await outline('seeds/typing.txt'))[0];
    });
    equal(symbol.range, rangeOf(editor.document, 'Wang Yi'));
    equal(await read(path), before);
    ok(editor.document.isDirty, 'the source is not saved');
  });
});

describe('what cannot be annotated', () => {
  after(closeAll);

  it('an untitled document is left alone', async () => {
    const document = await vscode.workspace.openTextDocument({ content: 'Wang Yi spoke.' });
    const editor = await vscode.window.showTextDocument(document);
    putCaretIn(editor, 'Wang');
    await nothingHappens();
    equal(document.getText(), 'Wang Yi spoke.');
  });

  it('a binary file is left alone', async () => {
    await write('seeds/binary.txt', Uint8Array.of(87, 97, 110, 103, 0, 1, 2, 255, 254, 0));
    await vscode.commands.executeCommand('vscode.open', uriOf('seeds/binary.txt'));
    await nothingHappens();
  });

  it('a file that is no source is left alone', async () => {
    await write('notes.txt', 'Wang Yi spoke.\n');
    putCaretIn(await open('notes.txt'), 'Wang');
    await nothingHappens();
    await remove('notes.txt');
  });

  it('a source whose annotation file cannot be made loses nothing, and its record is not made', async () => {
    await write('seeds/clash/text.txt', 'Anna Clash spoke.\n');
    await write('annotations/seeds/clash', 'This file is where a folder must be.\n');
    select(await open('seeds/clash/text.txt'), 'Anna Clash');
    const before = await bytesUnder('annotations');
    const create = { create: { type: 'person' } };
    equal(await annotate('sourceAnnotator.annotateEntity', create), []);
    equal(await bytesUnder('annotations'), before);
    ok(!(await exists('annotations/entities/anna-clash.yaml')), 'the record is not there');
    equal(await symbols('Anna Clash'), []);

    await remove('annotations/seeds/clash');
    await run('sourceAnnotator.retry');
    equal((await annotationsOf('seeds/clash/text.txt')).size, 1);
    ok(await exists('annotations/entities/anna-clash.yaml'), 'the record is there');
  });
});

describe('several commands at once', () => {
  after(closeAll);

  it('are done one after the other, and all are saved', async () => {
    const source = 'seeds/at-once.txt';
    const editor = await openNew('at-once.txt', 'Moscow, Kyiv, Paris.\n');
    for (const words of ['Moscow', 'Kyiv', 'Paris']) {
      select(editor, words);
      await annotate('sourceAnnotator.annotateNote', { note: 'before' });
    }
    const ids = [...(await annotationsOf(source)).keys()];
    const changes = ids.map((id) =>
      run('sourceAnnotator.changeAnnotation', {
        ...{ kind: 'annotation', source, id },
        fields: { note: `of ${id}` },
      }),
    );
    await Promise.all(changes);
    const written = [...(await annotationsOf(source))];
    equal(
      written.map(([id, { note }]) => [id, note]),
      ids.map((id) => [id, `of ${id}`]),
    );
  });
});

/** Every annotating command is tried, and no file changes. */
async function nothingHappens(): Promise<void> {
  const before = await bytesUnder('annotations');
  equal(await annotate('sourceAnnotator.annotateEntity', { entity: 'wang-yi' }), []);
  equal(await annotate('sourceAnnotator.annotateEvent', { event: 'attack-on-trump-2024' }), []);
  equal(await annotate('sourceAnnotator.annotateStatement', { speaker: null }), []);
  equal(await annotate('sourceAnnotator.annotateTime', { value: '2024' }), []);
  equal(await annotate('sourceAnnotator.annotateNote', { note: 'n' }), []);
  equal(await bytesUnder('annotations'), before);
}

async function symbols(query: string): Promise<readonly string[]> {
  const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
    'vscode.executeWorkspaceSymbolProvider',
    query,
  );
  return found.map(({ name }) => name).filter((name) => name.startsWith(query));
}

async function outline(source: string): Promise<readonly vscode.DocumentSymbol[]> {
  const found = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
    'vscode.executeDocumentSymbolProvider',
    uriOf(source),
  );
  return present(found ?? [], 'outline');
}
