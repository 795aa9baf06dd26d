// Re-anchoring: the files say again where the annotations of a changed source are.

import * as vscode from 'vscode';
import { patiently } from '../../src/vscode/adapters/patience';
import { annotate, extension, run } from './commands';
import { closeAll, open, openNew, select, shown } from './editors';
import { eventually, over, pause } from './eventually';
import { equal, ok, present } from './expect';
import { annotationFileOf, annotationsOf, bytesUnder, read, readYaml, write } from './workspace';

const TEXT = 'By a reporter.\nWang Yi came to Kyiv.\nHe met Kuleba there.\n';

describe('re-anchoring a source that was changed outside', () => {
  before(() => extension().exports.ready());

  after(closeAll);

  it('rewrites what is certain when the list is accepted, and undo restores every byte', async () => {
    const source = await changedOutside('reanchor.txt', `A new headline.\n\n${TEXT}`);
    const before = await bytesUnder('annotations');
    const places = [...(await annotationsOf(source)).values()].map(({ start }) => start);
    await over(run('sourceAnnotator.reanchorSource', { kind: 'source', path: source }), accept);

    const after = [...(await annotationsOf(source)).values()];
    equal(
      after.map(({ start }) => start),
      places.map((start) => start + 17),
    );
    equal(present(after[0], 'first').prefix, 'A new headline.\n\nBy a reporter.\n');
    equal(
      after.map(({ exact }) => exact),
      ['Wang Yi', 'Kyiv', 'Kuleba'],
    );
    await run('sourceAnnotator.undo');
    equal(await bytesUnder('annotations'), before);
  });

  it('names the text of now, once everything stands in it', async () => {
    const source = await changedOutside('reanchor-blob.txt', `${TEXT}The end.\n`);
    const blobBefore = await blobOf(source);
    const accepting = { kind: 'source', path: source, accept: 'certain' };
    equal(await run('sourceAnnotator.reanchorSource', accepting), [source]);
    ok((await blobOf(source)) !== blobBefore, 'the file names another text');
    const text = await read(annotationFileOf(source));
    equal(await run('sourceAnnotator.reanchorSource', accepting), []);
    equal(await read(annotationFileOf(source)), text);
  });

  it('leaves what has no certain place as it is', async () => {
    const source = await changedOutside('reanchor-lost.txt', 'Nobody came, and nobody left.\n');
    const before = await read(annotationFileOf(source));
    await over(run('sourceAnnotator.reanchorSource', { path: source }), accept);
    equal(await read(annotationFileOf(source)), before);
  });

  it('writes nothing after Escape, and shows again what was shown', async () => {
    const source = await changedOutside('reanchor-escape.txt', `First. ${TEXT}`);
    const before = await read(annotationFileOf(source));
    const editor = await openNew('reanchor-other.txt', 'Something else, and more of it.\n');
    select(editor, 'more');
    const command = run('sourceAnnotator.reanchorSource', { path: source });
    await eventually('the first passage', () => shows(source, 'Wang Yi'));
    await eventually('the next passage', async () => {
      if (shows(source, 'Kyiv')) return true;
      await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
      await pause(100);
      return shows(source, 'Kyiv');
    });
    await over(command, () => vscode.commands.executeCommand('workbench.action.closeQuickOpen'));
    equal(await read(annotationFileOf(source)), before);
    equal(shown(), { path: 'seeds/reanchor-other.txt', words: 'more' });
  });

  it('works in an open source with what was typed and not saved', async () => {
    const source = await changedOutside('reanchor-typed.txt', TEXT);
    const editor = await open(source);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'Typed. '));
    await run('sourceAnnotator.reanchorSource', { path: source, accept: 'certain' });
    const [first] = (await annotationsOf(source)).values();
    equal([first?.start, first?.prefix], [22, 'Typed. By a reporter.\n']);
  });

  it('takes in all sources at once, in one step of undo', async () => {
    await closeAll();
    const one = await changedOutside('reanchor-one.txt', `One. ${TEXT}`);
    const two = await changedOutside('reanchor-two.txt', `And two. ${TEXT}`);
    const before = await bytesUnder('annotations');
    const sources = await run('sourceAnnotator.reanchorAll', { accept: 'certain' });
    ok(Array.isArray(sources) && sources.includes(one) && sources.includes(two), 'both are in it');
    const starts = [one, two].map(
      async (source) => [...(await annotationsOf(source)).values()][0]?.start,
    );
    equal(await Promise.all(starts), [20, 24]);
    await run('sourceAnnotator.undo');
    equal(await bytesUnder('annotations'), before);
  });
});

describe('work that takes long', () => {
  it('gives its result, whether its progress was shown or not', async () => {
    equal(await patiently('Quick', 1, () => Promise.resolve('done')), 'done');
    const slow = patiently('Slow', 4, async ({ report, isCancelled }) => {
      for (let step = 1; step <= 4; step++) {
        await pause(400);
        report(step);
      }
      return isCancelled();
    });
    equal(await slow, false);
  });
});

/** A source with three annotations, closed, and then changed by another program. */
async function changedOutside(name: string, text: string): Promise<string> {
  const editor = await openNew(name, TEXT);
  for (const [words, entity] of [
    ['Wang Yi', 'wang-yi'],
    ['Kyiv', 'kyiv'],
    ['Kuleba', 'dmytro-kuleba'],
  ] as const) {
    select(editor, words);
    await annotate('sourceAnnotator.annotateEntity', { entity });
  }
  await closeAll();
  await write(`seeds/${name}`, text);
  const path = `seeds/${name}`;
  await eventually('the new text', () => {
    const document = vscode.workspace.textDocuments.find(({ uri }) => uri.path.endsWith(path));
    return document === undefined || document.getText() === text;
  });
  return path;
}

function shows(path: string, words: string): boolean {
  if (vscode.window.activeTextEditor === undefined) return false;
  const now = shown();
  return now.path === path && now.words === words;
}

async function blobOf(source: string): Promise<string> {
  const file = (await readYaml(annotationFileOf(source))) as { source: { blob: string } };
  return file.source.blob;
}

/** Enter in the list, where one is shown yet. */
async function accept(): Promise<void> {
  await pause(50);
  await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
}
