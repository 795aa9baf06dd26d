// Who annotated and when, in the hover: as git says, and only once it does.

import * as vscode from 'vscode';
import { annotate, extension, run } from './commands';
import { closeAll, inside, openNew, select } from './editors';
import { eventually } from './eventually';
import { ok } from './expect';
import { commit, git } from './git';

describe('blame', () => {
  let start = '';

  before(async () => {
    await extension().exports.ready();
    start = await git('rev-parse', 'HEAD');
  });

  after(async () => {
    await closeAll();
    await git('reset', '--quiet', '--hard', start);
    await extension().exports.ready();
  });

  it('says in the hover who annotated, when and in which commit, and who changed it', async () => {
    const { document } = await annotated('blamed.txt', 'Vaucanson replied.\n', 'Vaucanson');
    await hovers(document, 'Vaucanson', /not committed yet/);
    const first = await commit('Annotate the reply');
    await hovers(document, 'Vaucanson', said(first, 'Annotate the reply'));
    await run('sourceAnnotator.setStatus', { status: 'disputed' });
    await hovers(document, 'Vaucanson', /last changed: not committed yet/);
    const second = await commit('Dispute it');
    await hovers(document, 'Vaucanson', said(second, 'Dispute it'));
  });

  it('says it of a record in its YAML', async () => {
    await annotated('blamed-too.txt', 'Jaquet replied.\n', 'Jaquet');
    const id = await commit('Add Jaquet');
    const document = await vscode.workspace.openTextDocument(
      vscode.Uri.joinPath(
        vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file('/'),
        'annotations/seeds/blamed-too.txt.ann.yaml',
      ),
    );
    await hovers(document, 'jaquet', said(id, 'Add Jaquet'));
  });

  it('does not count comments as changes', async () => {
    const { document } = await annotated('blamed-apart.txt', 'Droz replied.\n', 'Droz');
    await commit('Annotate Droz');
    await run('sourceAnnotator.comment', { text: 'Which one?' });
    const text = await hovers(document, 'Droz', /Annotate Droz/);
    ok(!text.includes('last changed'), 'the annotation is as it was');
  });
});

/** What a hover says of a commit, whatever of it is escaped. */
function said(id: string, summary: string): RegExp {
  return new RegExp(`Analyst · just now · ${id.slice(0, 7)} “${summary}”`);
}

async function annotated(name: string, text: string, words: string): Promise<vscode.TextEditor> {
  const editor = await openNew(name, text);
  select(editor, words);
  await annotate('sourceAnnotator.annotateEntity', { create: { type: 'person' } });
  return editor;
}

/** The text of the hover over the words, once it fits: the first one may come too early. */
function hovers(document: vscode.TextDocument, words: string, expected: RegExp): Promise<string> {
  return eventually(`a hover like ${String(expected)}`, async () => {
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      inside(document, words),
    );
    const cards = hovers.flatMap(({ contents }) => contents as vscode.MarkdownString[]);
    // Every mark of punctuation is escaped.
    const text = cards.map(({ value }) => value.replaceAll('\\', '')).join('\n');
    return expected.test(text) && text;
  });
}
