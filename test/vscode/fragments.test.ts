// Mentions in several pieces: adding, moving and removing a fragment.

import * as vscode from 'vscode';
import { annotate, extension, run } from './commands';
import { closeAll, openNew, putCaretIn, select } from './editors';
import { equal, present } from './expect';
import { annotationFileOf, annotationsOf, bytesUnder, read, type Written } from './workspace';

const TEXT = 'Wang and Li Yi met Kuleba. Later Wang spoke.\n';

describe('the fragments of an annotation', () => {
  before(() => extension().exports.ready());

  afterEach(closeAll);

  it('are added to the annotation that was made last in the sentence, and taken away', async () => {
    const id = await annotated('fragments.txt', 'Wang');
    const before = await bytesUnder('annotations');
    select(active(), 'Yi');
    await run('sourceAnnotator.addFragment');
    equal(await quotes('fragments.txt', id), ['Wang', 'Yi']);
    const { entity, note } = await writtenIn('fragments.txt', id);
    equal([entity, note], ['wang-yi', 'Keep this.']);
    putCaretIn(active(), 'Yi');
    await run('sourceAnnotator.removeFragment');
    equal(await quotes('fragments.txt', id), ['Wang']);
    await run('sourceAnnotator.undo');
    equal(await quotes('fragments.txt', id), ['Wang', 'Yi']);
    await run('sourceAnnotator.undo');
    equal(await bytesUnder('annotations'), before);
  });

  it('can be the word at the caret, and several selections at once', async () => {
    const id = await annotated('fragments-words.txt', 'Wang');
    const subject = { kind: 'annotation', source: 'seeds/fragments-words.txt', id };
    putCaretIn(active(), 'Kuleba');
    await run('sourceAnnotator.addFragment', subject);
    equal(await quotes('fragments-words.txt', id), ['Wang', 'Kuleba']);
    const { document } = active();
    active().selections = ['Li', 'spoke'].map((words) => {
      const at = document.positionAt(document.getText().indexOf(words));
      return new vscode.Selection(at, at.translate(0, words.length));
    });
    await run('sourceAnnotator.addFragment', { subject });
    equal(await quotes('fragments-words.txt', id), ['Wang', 'Li', 'Kuleba', 'spoke']);
  });

  it('become one where they touch', async () => {
    const id = await annotated('fragments-touch.txt', 'Wang');
    select(active(), ' and Li');
    const subject = { kind: 'annotation', source: 'seeds/fragments-touch.txt', id };
    select(active(), 'and Li');
    await run('sourceAnnotator.addFragment', subject);
    equal(await quotes('fragments-touch.txt', id), ['Wang', 'and Li']);
    select(active(), 'Wang and');
    await run('sourceAnnotator.addFragment', subject);
    equal(await quotes('fragments-touch.txt', id), ['Wang and Li']);
  });

  it('leave the last one where it is', async () => {
    await annotated('fragments-last.txt', 'Wang');
    const before = await bytesUnder('annotations');
    putCaretIn(active(), 'Wang');
    await run('sourceAnnotator.removeFragment');
    equal(await bytesUnder('annotations'), before);
  });

  it('move one at a time', async () => {
    const id = await annotated('fragments-move.txt', 'Wang');
    select(active(), 'Yi');
    await run('sourceAnnotator.addFragment');
    select(active(), 'Li Yi');
    const subject = { kind: 'annotation', source: 'seeds/fragments-move.txt', id };
    await run('sourceAnnotator.moveAnnotation', subject);
    equal(await quotes('fragments-move.txt', id), ['Wang', 'Li Yi']);
    select(active(), 'Kuleba');
    await run('sourceAnnotator.moveAnnotation', subject);
    equal(await quotes('fragments-move.txt', id), ['Kuleba']);
  });

  it('keep comments and unknown keys of the record, there and back', async () => {
    const name = 'fragments-kept.txt';
    const id = await annotated(name, 'Wang');
    const path = annotationFileOf(`seeds/${name}`);
    const { uri } = vscode.workspace.workspaceFolders?.[0] ?? {};
    const text = (await read(path)).replace(
      '    note: "Keep this."\n',
      '    # why?\n    x: 1\n    note: "Keep this."\n',
    );
    await vscode.workspace.fs.writeFile(
      vscode.Uri.joinPath(present(uri, 'folder'), path),
      new TextEncoder().encode(text),
    );
    await run('sourceAnnotator.reload');
    select(active(), 'Yi');
    await run('sourceAnnotator.addFragment', { kind: 'annotation', source: `seeds/${name}`, id });
    putCaretIn(active(), 'Yi');
    await run('sourceAnnotator.removeFragment');
    equal(await read(path), text);
  });
});

async function annotated(name: string, words: string): Promise<string> {
  const editor = await openNew(name, TEXT);
  select(editor, words);
  const [id] = await annotate('sourceAnnotator.annotateEntity', { entity: 'wang-yi' });
  const subject = { kind: 'annotation', source: `seeds/${name}`, id };
  await run('sourceAnnotator.changeAnnotation', { ...subject, fields: { note: 'Keep this.' } });
  return present(id, 'annotation');
}

interface InFragments extends Written {
  readonly fragments?: readonly Written[];
}

async function writtenIn(name: string, id: string): Promise<InFragments> {
  return present((await annotationsOf(`seeds/${name}`)).get(id), `annotation ${id}`);
}

async function quotes(name: string, id: string): Promise<readonly string[]> {
  const written = await writtenIn(name, id);
  return (written.fragments ?? [written]).map(({ exact }) => exact);
}

function active(): vscode.TextEditor {
  return present(vscode.window.activeTextEditor, 'active editor');
}
