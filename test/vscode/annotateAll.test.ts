// Annotating every occurrence of an entity: the list of all hits, in one source or in all, and one undo.

import * as vscode from 'vscode';
import { annotate, extension, run } from './commands';
import { closeAll, openNew, putCaretIn, select, shown } from './editors';
import { eventually, over, pause } from './eventually';
import { equal, ok } from './expect';
import { annotationsOf, bytesUnder, exists, readYaml, remove, write } from './workspace';

const RECORD = 'annotations/entities/orsova-council.yaml';
const TEXT = [
  'The Orsova Council met in Kyiv.',
  'Nobody heard of the Orsova Council before.',
  'The Orsova Council’s members left.',
  '',
].join('\n');

describe('annotating all occurrences', () => {
  before(async () => {
    await write(
      RECORD,
      'format: entity/1\nid: orsova-council\ntype: organisation\nname: Orsova Council\n',
    );
    await extension().exports.ready();
  });

  afterEach(closeAll);

  it('takes the entity of the mention at the cursor, and leaves out what is annotated', async () => {
    const source = 'seeds/all-caret.txt';
    const editor = await openNew('all-caret.txt', TEXT);
    select(editor, 'Orsova Council');
    await annotate('sourceAnnotator.annotateEntity', { entity: 'orsova-council' });
    const before = await bytesUnder('annotations');
    putCaretIn(editor, 'Orsova Council');
    const ids = await over(run('sourceAnnotator.annotateAll', { scope: 'source' }), enter);
    ok(Array.isArray(ids) && ids.length === 2, 'the two others are annotated');
    equal(await mentions(source), [4, 52, 79]);
    await run('sourceAnnotator.undo');
    equal(await bytesUnder('annotations'), before);
  });

  it('shows each passage of the list, and writes nothing after Escape', async () => {
    const editor = await openNew('all-escape.txt', TEXT);
    putCaretIn(editor, 'Kyiv');
    const before = await bytesUnder('annotations');
    const command = run('sourceAnnotator.annotateAll', {
      entity: 'orsova-council',
      scope: 'source',
    });
    await eventually('the first passage', () => shown().words === 'Orsova Council');
    await eventually('the next passage', async () => {
      if (editor.selection.start.line === 1) return true;
      await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
      await pause(100);
      return editor.selection.start.line === 1;
    });
    await over(command, () => vscode.commands.executeCommand('workbench.action.closeQuickOpen'));
    equal(await bytesUnder('annotations'), before);
    ok(editor.selection.isEmpty, 'the cursor is where it was');
  });

  it('goes through all sources, in one step of undo', async () => {
    await write('seeds/all-closed.txt', `Far away. ${TEXT}`);
    await openNew('all-open.txt', TEXT);
    const before = await bytesUnder('annotations');
    const ids = await annotate('sourceAnnotator.annotateAll', {
      entity: 'orsova-council',
      scope: 'all',
      accept: 'certain',
    });
    ok(ids.length >= 6, 'both sources have their mentions');
    equal(await mentions('seeds/all-open.txt'), [4, 52, 79]);
    equal(await mentions('seeds/all-closed.txt'), [14, 62, 89]);
    await run('sourceAnnotator.undo');
    equal(await bytesUnder('annotations'), before);
    const all = { entity: 'orsova-council', scope: 'all' };
    await over(run('sourceAnnotator.annotateAll', all), enter);
    equal(await mentions('seeds/all-closed.txt'), [14, 62, 89]);
    await run('sourceAnnotator.undo');
    equal(await bytesUnder('annotations'), before);
  });

  it('leaves what is doubtful unpicked', async () => {
    const twin = 'annotations/entities/orsova-council-2.yaml';
    await write(
      twin,
      'format: entity/1\nid: orsova-council-2\ntype: group\nname: Orsova Council\n',
    );
    await extension().exports.ready();
    await openNew('all-doubt.txt', TEXT);
    const wanted = { entity: 'orsova-council', scope: 'source' };
    const command = run('sourceAnnotator.annotateAll', wanted);
    equal(await over(command, enter), [], 'What Enter annotates');
    await remove(twin);
    await extension().exports.ready();
  });

  it('leaves what stands in a mention of something else unpicked', async () => {
    const source = 'seeds/all-inside.txt';
    const editor = await openNew('all-inside.txt', TEXT);
    select(editor, 'The Orsova Council met');
    await annotate('sourceAnnotator.annotateEntity', { entity: 'kyiv' });
    const wanted = { entity: 'orsova-council', scope: 'source' };
    const ids = await over(run('sourceAnnotator.annotateAll', wanted), enter);
    ok(Array.isArray(ids) && ids.length === 2, 'the two others are annotated');
    equal(await mentions(source), [52, 79]);
  });

  it('makes a new entity of the selected words, with all its mentions', async () => {
    const source = 'seeds/all-new.txt';
    const editor = await openNew(
      'all-new.txt',
      'The Vesk Accord is old. Nobody likes the Vesk Accord.\n',
    );
    select(editor, 'Vesk Accord');
    const before = await bytesUnder('annotations');
    await over(run('sourceAnnotator.annotateAll', { scope: 'source' }), enter);
    ok(await exists('annotations/entities/vesk-accord.yaml'), 'there is a record');
    const record = (await readYaml('annotations/entities/vesk-accord.yaml')) as { name: string };
    equal(record.name, 'Vesk Accord');
    equal((await annotationsOf(source)).size, 2);
    await run('sourceAnnotator.undo');
    equal(await bytesUnder('annotations'), before);
  });
});

/** Where the entity is mentioned. */
async function mentions(source: string): Promise<readonly number[]> {
  const written = [...(await annotationsOf(source)).values()];
  return written.filter(({ entity }) => entity === 'orsova-council').map(({ start }) => start);
}

/** Enter in the list, where one is shown yet. */
async function enter(): Promise<void> {
  await pause(50);
  await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
}
