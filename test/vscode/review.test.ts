// Reviewing what changed since a base: listing, going through, marking, ticking, reverting, staging.

import * as vscode from 'vscode';
import { annotate, extension, run } from './commands';
import { closeAll, inside, open, openNew, pathOf, select, shown } from './editors';
import { eventually } from './eventually';
import { equal, ok } from './expect';
import { commit, git } from './git';
import { annotationFileOf, annotationsOf, exists, read, remove, write } from './workspace';

const SOURCE = 'seeds/reviewed.txt';
const OTHER = 'seeds/reviewed-too.txt';
const TEXT = 'Wang Yi met Kuleba in Beijing. Later Wang Yi left.\n';
const REVISION = 'source-annotator-revision';

describe('reviewing changes', () => {
  let first = '';
  let base = '';
  let kept = '';
  let gone = '';

  before(async () => {
    await extension().exports.ready();
    first = await git('rev-parse', 'HEAD');
    let editor = await openNew('reviewed.txt', TEXT);
    select(editor, 'Wang Yi');
    [kept = ''] = await annotate('sourceAnnotator.annotateEntity', { entity: 'wang-yi' });
    select(editor, 'Beijing');
    [gone = ''] = await annotate('sourceAnnotator.annotateNote', { note: 'Where exactly?' });
    editor = await openNew('reviewed-too.txt', 'Kuleba left.\n');
    select(editor, 'Kuleba');
    await annotate('sourceAnnotator.annotateEntity', { entity: 'dmytro-kuleba' });
    base = await commit('Reviewed');
  });

  after(async () => {
    await run('sourceAnnotator.chooseReviewBase', { base: 'HEAD' });
    await closeAll();
    await git('reset', '--quiet', '--hard', first);
    await extension().exports.ready();
  });

  it('finds nothing where nothing changed since the base', async () => {
    equal(await run('sourceAnnotator.chooseReviewBase', { base }), base.slice(0, 7));
    equal(await changes(), 0);
    equal(await run('sourceAnnotator.nextChange'), undefined);
  });

  it('goes through additions, changes and removals across sources, round the end', async () => {
    const editor = await open(SOURCE);
    select(editor, 'Kuleba');
    await annotate('sourceAnnotator.annotateEntity', { entity: 'dmytro-kuleba' });
    await run('sourceAnnotator.deleteAnnotation', { kind: 'annotation', source: SOURCE, id: gone });
    await write(
      annotationFileOf(SOURCE),
      (await read(annotationFileOf(SOURCE))).replace('entity: wang-yi', 'entity: xi-jinping'),
    );
    const too = await open(OTHER);
    select(too, 'left');
    await annotate('sourceAnnotator.annotateNote', { note: 'When?' });
    await eventually('four changes', async () => (await changes()) === 4);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const places: unknown[] = [];
    for (let count = 0; count < 5; count++) {
      await run('sourceAnnotator.nextChange');
      places.push(shown());
    }
    equal(places, [
      { path: OTHER, words: 'left' },
      { path: SOURCE, words: 'Wang Yi' },
      { path: SOURCE, words: 'Kuleba' },
      { path: SOURCE, words: 'Beijing' },
      { path: OTHER, words: 'left' },
    ]);
    await run('sourceAnnotator.previousChange');
    equal(shown(), { path: SOURCE, words: 'Beijing' });
  });

  it('begins at the cursor when that went elsewhere', async () => {
    const editor = await open(SOURCE);
    select(editor, 'met');
    await run('sourceAnnotator.nextChange');
    equal(shown(), { path: SOURCE, words: 'Kuleba' });
    select(editor, 'met');
    await run('sourceAnnotator.previousChange');
    equal(shown(), { path: SOURCE, words: 'Wang Yi' });
  });

  it('says in a hover what changed, while the marks are shown', async () => {
    const editor = await open(SOURCE);
    const hovers = (): Promise<string> => hoverAt(editor, 'Wang Yi');
    await eventually('the hover', async () => (await hovers()).includes('Xi Jinping'));
    ok((await hovers()).includes('was Wang Yi'), 'it tells what it was');
    equal(await run('sourceAnnotator.toggleReviewDecorations'), false);
    ok(!(await hovers()).includes('was Wang Yi'), 'without marks it says nothing');
    equal(await run('sourceAnnotator.toggleReviewDecorations'), true);
  });

  it('ticks what was reviewed, until it is changed again', async () => {
    const editor = await open(SOURCE);
    select(editor, 'Kuleba');
    equal(await run('sourceAnnotator.tickChange'), true);
    await run('sourceAnnotator.toggleReviewed');
    select(editor, 'met');
    await run('sourceAnnotator.nextChange');
    equal(shown(), { path: SOURCE, words: 'Beijing' }, 'the next that is not reviewed');
    const [added] = [...(await annotationsOf(SOURCE))].find(([id]) => id !== kept) ?? [];
    const text = await read(annotationFileOf(SOURCE));
    await write(
      annotationFileOf(SOURCE),
      text.replace('entity: dmytro-kuleba', 'entity: dmytro-kuleba\n    certainty: possible'),
    );
    await eventually('the change to be new again', async () => {
      select(editor, 'met');
      await run('sourceAnnotator.nextChange');
      return shown().words === 'Kuleba';
    });
    ok(added !== undefined, 'there is an annotation that was added');
    equal(await run('sourceAnnotator.tickChange'), true);
    equal(await run('sourceAnnotator.tickChange'), false);
    await run('sourceAnnotator.toggleReviewed');
  });

  it('opens both sides, each with the annotations of its revision', async () => {
    const editor = await open(SOURCE);
    select(editor, 'Wang Yi');
    ok((await run('sourceAnnotator.openChangeSideBySide')) === true, 'there is a diff');
    const left = await eventually('the base', () =>
      vscode.window.visibleTextEditors.find(({ document }) => document.uri.scheme === REVISION),
    );
    equal(pathOf(left.document.uri.with({ scheme: 'file', query: '' })), SOURCE);
    equal(left.document.getText(), TEXT);
    ok((await hoverAt(left, 'Beijing')).includes('Where exactly'), 'what was removed is there');
    ok((await hoverAt(left, 'Wang Yi')).includes('Wang Yi'), 'and the name it had');
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
      'vscode.executeDocumentSymbolProvider',
      left.document.uri,
    );
    equal(
      symbols?.map(({ range }) => left.document.getText(range)),
      ['Wang Yi', 'Beijing'],
    );
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });

  it('reverts one change and no other; undo brings it back', async () => {
    const text = await read(annotationFileOf(SOURCE));
    const editor = await open(SOURCE);
    select(editor, 'Beijing');
    const keys = await run('sourceAnnotator.revertChange');
    ok(Array.isArray(keys) && keys.length === 1, 'one change was reverted');
    const ids = [...(await annotationsOf(SOURCE)).keys()];
    ok(ids.includes(gone), 'what was removed is back');
    equal(ids.length, 3);
    equal(await changes(), 3);
    await run('sourceAnnotator.undo');
    equal(await read(annotationFileOf(SOURCE)), text);
    equal(await changes(), 4);
  });

  it('stages the annotations of one source and the records that are new for them', async () => {
    const editor = await open(OTHER);
    select(editor, 'left');
    await annotate('sourceAnnotator.annotateEntity', {
      create: { name: 'Left Wing', type: 'organisation' },
    });
    const paths = await run('sourceAnnotator.stageSource', { kind: 'source', path: OTHER });
    const staged = (await git('diff', '--cached', '--name-only')).split('\n').sort();
    equal(staged, [...(paths as readonly string[])].sort());
    ok(staged.includes(annotationFileOf(OTHER)), 'its annotations');
    ok(!staged.includes(annotationFileOf(SOURCE)), 'not those of another source');
    equal(staged.length, 2);
    await git('reset', '--quiet');
  });

  it('shows records as YAML, the base beside them', async () => {
    const entity = 'annotations/entities/reviewed-record.yaml';
    await write(entity, 'format: entity/1\nid: reviewed-record\ntype: person\nname: "Reviewed"\n');
    const key = await eventually('the record', async () => {
      const next = await run('sourceAnnotator.nextChange');
      return shown().path === entity && next;
    });
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    equal(await run('sourceAnnotator.openChange', { change: key }), true);
    equal(shown().path, entity);
    equal(await run('sourceAnnotator.openChangeSideBySide', { change: key }), true);
    const sides = vscode.window.visibleTextEditors.map(({ document }) => [
      document.uri.scheme === REVISION,
      document.getText() === '',
    ]);
    equal(sides.sort(), [
      [false, false],
      [true, true],
    ]);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await run('sourceAnnotator.revertChange', { change: key });
    equal(await exists(entity), false);
    equal(await changes(), 6);
  });

  it('takes what is typed and not saved for what is there', async () => {
    const editor = await open(SOURCE);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'Yesterday, '));
    await eventually('the text', async () => (await report()).includes('Yesterday'));
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('compares with branches and the merge base, and says what is not there', async () => {
    await git('branch', 'review-side', first);
    equal(
      await run('sourceAnnotator.chooseReviewBase', { base: 'review-side' }),
      `review-side (${first.slice(0, 7)})`,
    );
    ok(Number(await changes()) > 4, 'what was committed since is a change, too');
    await git('branch', '--quiet', '-D', 'review-side');
    equal(await run('sourceAnnotator.chooseReviewBase', { base: 'review-side' }), undefined);
    equal(await run('sourceAnnotator.nextChange'), undefined);
    const label = await run('sourceAnnotator.chooseReviewBase', { base: 'merge-base' });
    ok(String(label).startsWith('merge base with '), 'the main branch was found');
    await run('sourceAnnotator.chooseReviewBase', { base });
  });

  it('saves them as one page', async () => {
    const path = 'review-of-annotations.html';
    await run('sourceAnnotator.saveReview', { path });
    ok((await read(path)).includes('Left Wing'), 'the page says what changed');
    await remove(path);
  });

  it('lists the changes in its view', async () => {
    await vscode.commands.executeCommand('sourceAnnotator.review.focus');
    ok((await report()).includes('**Left Wing**'), 'there are changes');
  });
});

/** How many changes there are since the base that is chosen. */
async function changes(): Promise<unknown> {
  return run('sourceAnnotator.refreshReview');
}

/** The report, which is also on the clipboard. */
async function report(): Promise<string> {
  const text = await run('sourceAnnotator.copyReview');
  equal(text, await vscode.env.clipboard.readText(), 'The clipboard');
  return String(text);
}

async function hoverAt(editor: vscode.TextEditor, words: string): Promise<string> {
  const { document } = editor;
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    inside(document, words),
  );
  const texts = hovers.flatMap(({ contents }) =>
    contents.map((each) => (each instanceof vscode.MarkdownString ? each.value : '')),
  );
  return texts.join('\n').replaceAll('\\', '');
}
