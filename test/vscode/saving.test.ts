// Saving what cannot be saved at once, and files as other programs and editors leave them.

import * as vscode from 'vscode';
import { annotate, extension, run } from './commands';
import { closeAll, open, openNew, select } from './editors';
import { eventually } from './eventually';
import { equal, ok } from './expect';
import {
  annotationFileOf,
  annotationsOf,
  bytesUnder,
  exists,
  read,
  remove,
  write,
} from './workspace';

/** A folder of sources whose annotation files cannot be made, until `free` is called. */
async function blocked(name: string): Promise<{ source: string; free: () => Promise<void> }> {
  const source = `seeds/${name}/text.txt`;
  await write(source, 'Moscow and Kyiv.\n');
  const inTheWay = `annotations/seeds/${name}`;
  await write(inTheWay, 'This file is where a folder must be.\n');
  return { source, free: () => remove(inTheWay) };
}

async function annotateIn(source: string, words: string, entity: string): Promise<number> {
  select(await open(source), words);
  return (await annotate('sourceAnnotator.annotateEntity', { entity })).length;
}

describe('a change that cannot be written', () => {
  before(async () => (await extension().activate()).ready());

  after(closeAll);

  it('waits, and is saved when it is asked for again', async () => {
    const { source, free } = await blocked('waits');
    const before = await bytesUnder('annotations');
    equal(await annotateIn(source, 'Moscow', 'moscow'), 0);
    equal(await annotateIn(source, 'Kyiv', 'kyiv'), 0);
    await run('sourceAnnotator.retry');
    equal(await bytesUnder('annotations'), before);
    await free();
    await run('sourceAnnotator.retry');
    equal(
      [...(await annotationsOf(source)).values()].map(({ exact }) => exact),
      ['Moscow', 'Kyiv'],
    );
    await run('sourceAnnotator.undo');
    await run('sourceAnnotator.undo');
    ok(!(await exists(annotationFileOf(source))), 'both steps are undone');
  });

  it('does not hold up changes of other files, and is saved before the next one that can be', async () => {
    const { source, free } = await blocked('holds');
    equal(await annotateIn(source, 'Moscow', 'moscow'), 0);
    await write('seeds/free.txt', 'Moscow and Kyiv.\n');
    equal(await annotateIn('seeds/free.txt', 'Moscow', 'moscow'), 1);
    equal((await annotationsOf('seeds/free.txt')).size, 1);
    await free();
    equal(await annotateIn('seeds/free.txt', 'Kyiv', 'kyiv'), 1);
    equal((await annotationsOf(source)).size, 1);
  });

  it('is forgotten when it is undone', async () => {
    const { source, free } = await blocked('forgotten');
    equal(await annotateIn(source, 'Moscow', 'moscow'), 0);
    await run('sourceAnnotator.undo');
    await free();
    await run('sourceAnnotator.retry');
    ok(!(await exists(annotationFileOf(source))), 'nothing was saved');
  });

  it('keeps the passage that was meant, though the text has changed meanwhile', async () => {
    const { source, free } = await blocked('meant');
    equal(await annotateIn(source, 'Kyiv', 'kyiv'), 0);
    const editor = await open(source);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'Now: '));
    await free();
    await run('sourceAnnotator.retry');
    const [written] = (await annotationsOf(source)).values();
    equal(written?.exact, 'Kyiv');
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });
});

describe('an annotation file that does not parse', () => {
  after(closeAll);

  it('is never written, and what it said last stays visible', async () => {
    const source = 'seeds/broken.txt';
    await openNew('broken.txt', 'Moscow and Kyiv.\n');
    await annotateIn(source, 'Moscow', 'moscow');
    const path = annotationFileOf(source);
    const good = await read(path);
    const broken = `<<<<<<< ours\n${good}=======\n`;
    await write(path, broken);
    await extension().exports.ready();
    equal(await annotateIn(source, 'Kyiv', 'kyiv'), 0);
    await run('sourceAnnotator.undo');
    equal(await read(path), broken);
    const { uri } = (await open(source)).document;
    await eventually('the annotation that it had', async () => {
      const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
        'vscode.executeDocumentSymbolProvider',
        uri,
      );
      return symbols?.length === 1;
    });
    await write(path, good);
    await extension().exports.ready();
    equal(await annotateIn(source, 'Kyiv', 'kyiv'), 1);
    equal((await annotationsOf(source)).size, 2);
  });
});

describe('an annotation file with a byte order mark and CRLF', () => {
  after(closeAll);

  for (const isOpen of [false, true]) {
    it(`keeps them when it is ${isOpen ? 'in an editor' : 'on disk'}, to the byte when all is undone`, async () => {
      const name = isOpen ? 'marked-open.txt' : 'marked.txt';
      const source = `seeds/${name}`;
      await openNew(name, 'Moscow and Kyiv.\n');
      await annotateIn(source, 'Moscow', 'moscow');
      const path = annotationFileOf(source);
      const before = `\uFEFF${(await read(path)).replaceAll('\n', '\r\n')}`;
      await write(path, before);
      await extension().exports.ready();
      if (isOpen) await open(path);
      equal(await annotateIn(source, 'Kyiv', 'kyiv'), 1);
      const after = await read(path);
      ok(after.startsWith('\uFEFF'), 'the mark is there');
      equal(after.match(/(?<!\r)\n/g), null, 'Line feeds of their own');
      equal((await annotationsOf(source)).size, 2);
      await run('sourceAnnotator.undo');
      await eventually('the file as it was', async () => (await read(path)) === before);
    });
  }
});
