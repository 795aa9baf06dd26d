// Records that turn out to be one, or two: merging, splitting and moving mentions, by command and by dragging.

import * as vscode from 'vscode';
import { RecordDragging, type DraggedNode } from '../../src/vscode/views/dragging';
import { annotate, extension, run } from './commands';
import { closeAll, select } from './editors';
import { over } from './eventually';
import { equal, ok } from './expect';
import { accept, entitiesIn, entity, mentioned, mentionedToo, nodeOf, pathOf } from './recordFiles';
import { annotationsOf, bytesUnder, read } from './workspace';

describe('merging records', () => {
  before(() => extension().exports.ready());

  after(closeAll);

  it('retargets mentions and leaves a redirect, with Enter alone, in one undo', async () => {
    await mentioned('merge.txt', 'Gina Merge and G. Merge.\n', 'Gina Merge');
    await mentionedToo('G. Merge');
    const before = await bytesUnder('annotations');
    const nodes = ['gina-merge', 'g-merge'].map(nodeOf);
    await over(run('sourceAnnotator.mergeRecords', nodes[0], nodes), accept);
    const ids = await entitiesIn('merge.txt');
    equal(new Set(ids).size, 1);
    const [kept = ''] = ids;
    const gone = kept === 'gina-merge' ? 'g-merge' : 'gina-merge';
    ok((await read(pathOf(gone))).includes(`mergedInto: ${kept}`), 'a redirect stays');
    ok((await entity(kept)).aliases?.length === 1, 'the other name is an alias');
    await run('sourceAnnotator.undo');
    equal(await bytesUnder('annotations'), before);
    await run('sourceAnnotator.redo');
    equal(new Set(await entitiesIn('merge.txt')).size, 1);
  });

  it('takes over the fields that are named', async () => {
    await mentioned('merge-take.txt', 'Hans Take and H. Take.\n', 'Hans Take');
    await mentionedToo('H. Take');
    const merging = { from: 'h-take', into: 'hans-take', take: ['name'] };
    await run('sourceAnnotator.mergeRecords', merging);
    equal((await entity('hans-take')).name, 'H. Take');
  });

  it('refuses a record with itself, and an entity with an event', async () => {
    const before = await bytesUnder('annotations');
    const node = nodeOf('wang-yi');
    await run('sourceAnnotator.mergeRecords', node, [node, node]);
    await run('sourceAnnotator.mergeRecords', { from: 'wang-yi', into: 'wang-yi' });
    const event = { subject: { kind: 'event', id: 'kuleba-wang-guangzhou-2024' } };
    await run('sourceAnnotator.mergeRecords', node, [node, event]);
    await run('sourceAnnotator.mergeRecords', { from: 'wang-yi', into: 'nobody-at-all' });
    equal(await bytesUnder('annotations'), before);
  });

  it('is what dropping an entity on another does', async () => {
    await mentioned('drop.txt', 'Ida Drop and Ida D.\n', 'Ida Drop');
    await mentionedToo('Ida D');
    const before = await bytesUnder('annotations');
    await over(drop('entity', [shownNode('ida-d')], shownNode('ida-drop')), accept);
    equal(await entitiesIn('drop.txt'), ['ida-drop', 'ida-drop']);
    await run('sourceAnnotator.undo');
    equal(await bytesUnder('annotations'), before);
  });

  it('is not what dropping it on itself, or beside the entities, does', async () => {
    const before = await bytesUnder('annotations');
    await drop('entity', [shownNode('wang-yi')], shownNode('wang-yi'));
    await drop('entity', [shownNode('wang-yi')], undefined);
    await drop('event', [shownNode('wang-yi')], shownNode('dmytro-kuleba'));
    equal(await bytesUnder('annotations'), before);
  });
});

describe('records that look like one', () => {
  after(closeAll);

  it('are said to be two in their files, and that is one undo', async () => {
    await mentioned('two.txt', 'Vera Two and V. Two.\n', 'Vera Two');
    await mentionedToo('V. Two');
    const before = await bytesUnder('annotations');
    await run('sourceAnnotator.findDuplicates', { distinct: ['vera-two', 'v-two'] });
    const told = await Promise.all(['vera-two', 'v-two'].map((id) => read(pathOf(id))));
    ok(told.join('').includes('distinctFrom'), 'a file says so');
    await run('sourceAnnotator.undo');
    equal(await bytesUnder('annotations'), before);
  });

  it('cannot be two with what is not there, or with themselves', async () => {
    const before = await bytesUnder('annotations');
    await run('sourceAnnotator.findDuplicates', { distinct: ['wang-yi', 'nobody-at-all'] });
    await run('sourceAnnotator.findDuplicates', { distinct: ['wang-yi', 'wang-yi'] });
    equal(await bytesUnder('annotations'), before);
  });

  it('change nothing when the list is left', async () => {
    const before = await bytesUnder('annotations');
    const close = 'workbench.action.closeQuickOpen';
    await over(run('sourceAnnotator.findDuplicates'), () => vscode.commands.executeCommand(close));
    equal(await bytesUnder('annotations'), before);
  });
});

describe('splitting a record', () => {
  after(closeAll);

  it('gives the picked mentions to a new entity, with Enter alone, in one undo', async () => {
    const text = 'Jan Split spoke. Jan Split the younger left.\n';
    const editor = await mentioned('split.txt', text, 'Jan Split');
    select(editor, 'Jan Split the younger');
    const [id] = await annotate('sourceAnnotator.annotateEntity', { entity: 'jan-split' });
    const before = await bytesUnder('annotations');
    const node = { subject: { kind: 'annotation', source: 'seeds/split.txt', id } };
    await over(run('sourceAnnotator.splitRecord', node), accept);
    equal(await entitiesIn('split.txt'), ['jan-split', 'jan-split-the-younger']);
    equal((await entity('jan-split-the-younger')).name, 'Jan Split the younger');
    await run('sourceAnnotator.undo');
    equal(await bytesUnder('annotations'), before);
  });

  it('moves the aliases that go along', async () => {
    const editor = await mentioned('split-alias.txt', 'Kai Alt and Kai Neu.\n', 'Kai Alt');
    select(editor, 'Kai Neu');
    const [id] = await annotate('sourceAnnotator.annotateEntity', { entity: 'kai-alt' });
    const source = 'seeds/split-alias.txt';
    const splitting = { id: 'kai-alt', name: 'Kai Neu', mentions: [{ source, id }] };
    await run('sourceAnnotator.splitRecord', splitting);
    equal(await entitiesIn('split-alias.txt'), ['kai-alt', 'kai-neu']);
  });

  it('refuses to split all mentions off, or none, or a single one', async () => {
    await mentioned('split-all.txt', 'Lea All came.\n', 'Lea All');
    const before = await bytesUnder('annotations');
    const [[id] = ['']] = await annotationsOf('seeds/split-all.txt');
    const all = [{ source: 'seeds/split-all.txt', id }];
    await run('sourceAnnotator.splitRecord', { id: 'lea-all', name: 'Lea', mentions: all });
    await run('sourceAnnotator.splitRecord', { id: 'lea-all', name: 'Lea', mentions: [] });
    await run('sourceAnnotator.splitRecord', nodeOf('lea-all'));
    equal(await bytesUnder('annotations'), before);
  });
});

describe('moving mentions to another record', () => {
  after(closeAll);

  it('gives the selected ones to another entity in one undo', async () => {
    const editor = await mentioned('move-mentions.txt', 'Mia Move, Mia Move.\n', 'Mia Move');
    select(editor, 'Mia Move', 2);
    await annotate('sourceAnnotator.annotateEntity', { entity: 'mia-move' });
    const before = await bytesUnder('annotations');
    const source = 'seeds/move-mentions.txt';
    const nodes = [...(await annotationsOf(source)).keys()].map((id) => ({
      subject: { kind: 'annotation', source, id },
    }));
    await run('sourceAnnotator.moveMentions', nodes[0], nodes, { to: 'wang-yi' });
    equal(await entitiesIn('move-mentions.txt'), ['wang-yi', 'wang-yi']);
    await run('sourceAnnotator.undo');
    equal(await bytesUnder('annotations'), before);
  });

  it('is what dropping a source below an entity on another entity does', async () => {
    await mentioned('drop-source.txt', 'Nils Source came.\n', 'Nils Source');
    const source: DraggedNode = {
      subject: { kind: 'source', path: 'seeds/drop-source.txt' },
      parent: shownNode('nils-source'),
    };
    await drop('entity', [source], shownNode('wang-yi'));
    equal(await entitiesIn('drop-source.txt'), ['wang-yi']);
  });

  it('moves nothing to what is not there, or of another kind', async () => {
    await mentioned('move-nowhere.txt', 'Olga Nowhere came.\n', 'Olga Nowhere');
    const before = await bytesUnder('annotations');
    const [[id] = ['']] = await annotationsOf('seeds/move-nowhere.txt');
    const node = { kind: 'annotation', source: 'seeds/move-nowhere.txt', id };
    await run('sourceAnnotator.moveMentions', { ...node, to: 'nobody-at-all' });
    await run('sourceAnnotator.moveMentions', { ...node, to: 'kuleba-wang-guangzhou-2024' });
    await run('sourceAnnotator.moveMentions', { ...node, to: 'olga-nowhere' });
    equal(await bytesUnder('annotations'), before);
  });
});

/** Drags nodes of a view onto another of it, as VS Code does. */
async function drop(
  kind: 'entity' | 'event',
  nodes: readonly DraggedNode[],
  target: DraggedNode | undefined,
): Promise<void> {
  const dragging = new RecordDragging(kind);
  const data = new vscode.DataTransfer();
  dragging.handleDrag(nodes, data);
  await dragging.handleDrop(target, data);
}

function shownNode(id: string): DraggedNode {
  const group: DraggedNode = { subject: undefined, parent: undefined };
  return { subject: { kind: 'entity', id }, parent: group };
}
