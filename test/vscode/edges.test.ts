// Moving the edges of an annotation with the keys of its mode; nothing is written before Enter.

import * as vscode from 'vscode';
import { annotate, extension, manifest, run } from './commands';
import { closeAll, openNew, putCaretIn, select, shown } from './editors';
import { over } from './eventually';
import { equal, ok, present } from './expect';
import { annotationsOf, bytesUnder, type Written } from './workspace';

const TEXT = 'Foreign Minister Wang Yi’s plane 🇺🇦 landed. Kuleba, not Wang, was glad.\n';

describe('adjusting the edges of an annotation', () => {
  before(() => extension().exports.ready());

  afterEach(async () => {
    await press('escape');
    await closeAll();
  });

  it('selects what it covers, and grows by words and by characters', async () => {
    const id = await annotated('edges-grow.txt', TEXT, 'Wang');
    const states = await bytesUnder('annotations');
    await run('sourceAnnotator.adjustEdges');
    equal(shown().words, 'Wang');
    await press('ctrl+right');
    equal(shown().words, 'Wang Yi');
    await press('ctrl+shift+left');
    equal(shown().words, 'Minister Wang Yi');
    await press('right', 'right');
    equal(shown().words, 'Minister Wang Yi’s');
    await press('left', 'shift+left', 'shift+right', 'left');
    equal(shown().words, 'Minister Wang Yi');
    equal(await bytesUnder('annotations'), states, 'What is written before Enter');
    await press('enter');
    const { exact, start, end, entity, note } = await writtenIn('edges-grow.txt', id);
    equal([exact, start, end, entity, note], ['Minister Wang Yi', 8, 24, 'wang-yi', 'Keep this.']);
    ok(active().selection.isEmpty, 'nothing stays selected');
    await run('sourceAnnotator.undo');
    equal(await bytesUnder('annotations'), states);
  });

  it('shrinks to one character as readers see it, and no further', async () => {
    const id = await annotated('edges-shrink.txt', TEXT, 'plane 🇺🇦');
    await run('sourceAnnotator.adjustEdges');
    await press('ctrl+shift+right', 'shift+right', 'left', 'ctrl+left');
    equal(shown().words, '🇺🇦');
    await press('enter');
    equal((await writtenIn('edges-shrink.txt', id)).exact, '🇺🇦');
  });

  it('moves the whole passage by words', async () => {
    const id = await annotated('edges-move.txt', TEXT, 'Foreign Minister');
    await run('sourceAnnotator.adjustEdges');
    await press('down');
    equal(shown().words, 'Minister Wang');
    await press('down', 'up', 'down');
    equal(shown().words, 'Wang Yi');
    await press('enter');
    equal((await writtenIn('edges-move.txt', id)).start, 17);
  });

  it('leaves everything as it was with Escape', async () => {
    await annotated('edges-escape.txt', TEXT, 'Wang');
    const states = await bytesUnder('annotations');
    const { selection } = active();
    await run('sourceAnnotator.adjustEdges');
    await press('ctrl+right', 'escape');
    ok(active().selection.isEqual(selection), 'the caret is where it was');
    await press('ctrl+right', 'enter');
    equal(await bytesUnder('annotations'), states);
  });

  it('ends when the cursor goes elsewhere, and saves nothing', async () => {
    await annotated('edges-leave.txt', TEXT, 'Wang');
    const states = await bytesUnder('annotations');
    await run('sourceAnnotator.adjustEdges');
    await press('ctrl+right');
    const moved = new Promise<void>((resolve) => {
      const listening = vscode.window.onDidChangeTextEditorSelection(({ selections: [first] }) => {
        if (first?.isEmpty !== true) return;
        listening.dispose();
        resolve();
      });
    });
    putCaretIn(active(), 'Kuleba');
    await moved;
    await press('left', 'enter');
    ok(active().selection.isEmpty, 'the keys do nothing any more');
    equal(await bytesUnder('annotations'), states);
  });

  it('ends when the text changes, and saves nothing', async () => {
    const editor = await (async () => {
      await annotated('edges-typed.txt', TEXT, 'Wang');
      return active();
    })();
    const states = await bytesUnder('annotations');
    await run('sourceAnnotator.adjustEdges');
    await press('ctrl+right');
    await editor.edit((edit) => edit.insert(new vscode.Position(1, 0), 'More.\n'));
    await press('enter');
    equal(await bytesUnder('annotations'), states);
  });

  it('moves the fragment at the caret, and Tab leads to the others', async () => {
    const id = await annotated('edges-fragments.txt', TEXT, 'Wang');
    select(active(), 'Kuleba');
    const subject = { kind: 'annotation', source: 'seeds/edges-fragments.txt', id };
    await run('sourceAnnotator.addFragment', subject);
    putCaretIn(active(), 'Kuleba');
    await run('sourceAnnotator.adjustEdges', undefined);
    equal(shown().words, 'Kuleba');
    await press('ctrl+right', 'tab');
    equal(shown().words, 'Wang');
    await press('ctrl+right', 'shift+tab');
    equal(shown().words, 'Kuleba, not');
    await press('enter');
    const { fragments } = await writtenIn('edges-fragments.txt', id);
    equal(
      fragments?.map(({ exact }) => exact),
      ['Wang Yi', 'Kuleba, not'],
    );
  });

  it('opens the annotation of a node', async () => {
    const id = await annotated('edges-node.txt', TEXT, 'Wang');
    await closeAll();
    const subject = { kind: 'annotation', source: 'seeds/edges-node.txt', id };
    await run('sourceAnnotator.adjustEdges', { subject });
    equal(shown(), { path: 'seeds/edges-node.txt', words: 'Wang' });
    await press('ctrl+right', 'enter');
    equal((await writtenIn('edges-node.txt', id)).exact, 'Wang Yi');
  });

  it('asks which one where several cover the same words', async () => {
    const id = await annotated('edges-same.txt', TEXT, 'Wang Yi');
    select(active(), 'Wang Yi');
    const [noted] = await annotate('sourceAnnotator.annotateNote', { note: 'Who?' });
    putCaretIn(active(), 'Wang Yi');
    await over(run('sourceAnnotator.adjustEdges'), () =>
      vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem'),
    );
    await press('ctrl+shift+left', 'enter');
    const written = await annotationsOf('seeds/edges-same.txt');
    equal([id, noted ?? ''].map((each) => written.get(each)?.exact).sort(), [
      'Minister Wang Yi',
      'Wang Yi',
    ]);
  });

  it('works in documents with other line ends', async () => {
    const text = 'First.\r\nWang\r\nYi came.\r\n';
    const id = await annotated('edges-crlf.txt', text, 'Wang');
    await run('sourceAnnotator.adjustEdges');
    await press('right', 'ctrl+right', 'enter');
    const { exact, start } = await writtenIn('edges-crlf.txt', id);
    equal([exact, start], ['Wang\nYi', 7]);
  });

  it('does nothing outside of the mode, and says so where there is no annotation', async () => {
    const editor = await openNew('edges-none.txt', TEXT);
    putCaretIn(editor, 'Kuleba');
    await run('sourceAnnotator.adjustEdges');
    await press('ctrl+right', 'tab', 'enter');
    ok(editor.selection.isEmpty, 'nothing is selected');
    equal((await annotationsOf('seeds/edges-none.txt')).size, 0);
  });
});

/** Runs what the keys run in the mode, with the arguments that the manifest gives them. */
async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    const binding = manifest().contributes.keybindings.find(
      (each) => each.key === key && each.when.includes('sourceAnnotator.adjusting'),
    );
    const { command, args } = present(binding, `key ${key}`) as { command: string; args?: object };
    await run(command as Parameters<typeof run>[0], ...(args === undefined ? [] : [args]));
  }
}

/** Annotates words of a new source with a note beside, and leaves the caret in them. */
async function annotated(name: string, text: string, words: string): Promise<string> {
  const editor = await openNew(name, text);
  select(editor, words);
  const [id] = await annotate('sourceAnnotator.annotateEntity', { entity: 'wang-yi' });
  const subject = { kind: 'annotation', source: `seeds/${name}`, id };
  await run('sourceAnnotator.changeAnnotation', { ...subject, fields: { note: 'Keep this.' } });
  putCaretIn(editor, words);
  return present(id, 'annotation');
}

async function writtenIn(
  name: string,
  id: string,
): Promise<Written & { readonly fragments?: readonly Written[] }> {
  return present((await annotationsOf(`seeds/${name}`)).get(id), `annotation ${id}`);
}

function active(): vscode.TextEditor {
  return present(vscode.window.activeTextEditor, 'active editor');
}
