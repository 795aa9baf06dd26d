// Records as symbols: renaming them with F2, other types, deleting them, their links.

import * as vscode from 'vscode';
import { extension, run } from './commands';
import { closeAll, inside, open, openNew, rangeOf } from './editors';
import { eventually, over } from './eventually';
import { equal, ok } from './expect';
import {
  accept,
  entitiesIn,
  entity,
  eventFile,
  mentioned,
  mentionedToo,
  nodeOf,
  pathOf,
} from './recordFiles';
import { annotationsOf, bytesUnder, exists, read, write } from './workspace';

describe('renaming a record with F2', () => {
  before(() => extension().exports.ready());

  after(closeAll);

  it('offers the name of the record over the whole mention', async () => {
    const { document } = await mentioned(
      'rename-offer.txt',
      'In comes Anna Offer.\n',
      'Anna Offer',
    );
    const offered = await prepared(document, inside(document, 'Offer'));
    equal(offered.placeholder, 'Anna Offer');
    ok(offered.range.isEqual(rangeOf(document, 'Anna Offer')), 'the range is the mention');
  });

  it('changes the name, not the id, keeps the old one as an alias, and is one undo', async () => {
    const { document } = await mentioned('rename.txt', 'Here is Bob Rename.\n', 'Bob Rename');
    const before = await bytesUnder('annotations');
    await renameAt(document, inside(document, 'Bob'), 'Robert Rename');
    const file = await entity('bob-rename');
    equal([file.name, file.aliases], ['Robert Rename', ['Bob Rename']]);
    equal((await prepared(document, inside(document, 'Bob'))).placeholder, 'Robert Rename');
    await run('sourceAnnotator.undo');
    equal(await bytesUnder('annotations'), before);
  });

  it('takes the alias away that becomes the name', async () => {
    const { document } = await mentioned('rename-alias.txt', 'Cleo Alias came.\n', 'Cleo Alias');
    await renameAt(document, inside(document, 'Cleo'), 'Cleopatra');
    await renameAt(document, inside(document, 'Cleo'), 'Cleo Alias');
    const file = await entity('cleo-alias');
    equal([file.name, file.aliases], ['Cleo Alias', ['Cleopatra']]);
  });

  it('leaves no alias where the setting says so', async () => {
    const settings = vscode.workspace.getConfiguration('sourceAnnotator');
    const { document } = await mentioned('rename-drop.txt', 'Dora Drop came.\n', 'Dora Drop');
    const target = vscode.ConfigurationTarget.Workspace;
    await settings.update('rename.keepAlias', false, target);
    await renameAt(document, inside(document, 'Dora'), 'Theodora Drop');
    await settings.update('rename.keepAlias', undefined, target);
    equal((await entity('dora-drop')).aliases, undefined);
  });

  it('says that there is nothing to rename where nothing is named', async () => {
    const editor = await openNew('rename-nothing.txt', 'Nobody is here.\n');
    const failure = await prepared(editor.document, inside(editor.document, 'Nobody')).then(
      () => undefined,
      (error: unknown) => String(error),
    );
    ok(failure !== undefined, 'the rename is refused');
  });

  it('works on ids and names in the YAML, events included', async () => {
    const before = await bytesUnder('annotations');
    const event = 'kuleba-wang-guangzhou-2024';
    const editor = await open(`annotations/events/${event}.yaml`);
    const { document } = editor;
    const kuleba = await prepared(document, inside(document, 'dmytro-kuleba'));
    equal(kuleba.placeholder, 'Dmytro Kuleba');
    await renameAt(document, inside(document, 'title: ').translate(0, 10), 'A meeting');
    equal((await eventFile(event)).title, 'A meeting');
    await run('sourceAnnotator.undo');
    equal(await bytesUnder('annotations'), before);
  });

  it('asks when another entity has the name, and merges the two when they are one', async () => {
    await mentioned('rename-same-a.txt', 'Enno Same came.\n', 'Enno Same');
    const { document } = await mentioned('rename-same-b.txt', 'Mr Enno left.\n', 'Mr Enno');
    const before = await bytesUnder('annotations');
    await renameAt(document, inside(document, 'Enno'), 'Enno Same');
    equal(await bytesUnder('annotations'), before);
    await eventually('the redirect', async () => {
      await accept();
      return (await read(pathOf('mr-enno'))).includes('mergedInto: enno-same');
    });
    equal(await entitiesIn('rename-same-b.txt'), ['enno-same']);
    await run('sourceAnnotator.undo');
    equal(await bytesUnder('annotations'), before);
  });
});

describe('renaming a record by command', () => {
  after(closeAll);

  it('renames the record of a node', async () => {
    await mentioned('rename-node.txt', 'Fritz Node came.\n', 'Fritz Node');
    const before = await bytesUnder('annotations');
    await run('sourceAnnotator.renameRecord', {
      kind: 'entity',
      id: 'fritz-node',
      name: 'Friedrich',
    });
    equal((await entity('fritz-node')).name, 'Friedrich');
    await run('sourceAnnotator.undo');
    equal(await bytesUnder('annotations'), before);
  });

  it('keeps the name that is proposed, with Enter alone', async () => {
    const before = await bytesUnder('annotations');
    const node = { subject: { kind: 'entity', id: 'wang-yi' } };
    await over(run('sourceAnnotator.renameRecord', node), accept);
    equal(await bytesUnder('annotations'), before);
  });

  it('takes no empty name', async () => {
    const before = await bytesUnder('annotations');
    await run('sourceAnnotator.renameRecord', { id: 'wang-yi', name: ' ' });
    await run('sourceAnnotator.renameRecord', { id: 'nobody-at-all', name: 'Nobody' });
    equal(await bytesUnder('annotations'), before);
  });
});

describe('another type of a record', () => {
  after(closeAll);

  it('is given to several records at once', async () => {
    await mentioned('retype.txt', 'Pia Type and Quin Type.\n', 'Pia Type');
    await mentionedToo('Quin Type');
    const before = await bytesUnder('annotations');
    const nodes = ['pia-type', 'quin-type'].map(nodeOf);
    await run('sourceAnnotator.retypeRecord', { ...nodes[0], type: 'group' }, nodes);
    equal([(await entity('pia-type')).type, (await entity('quin-type')).type], ['group', 'group']);
    await run('sourceAnnotator.undo');
    equal(await bytesUnder('annotations'), before);
  });

  it('takes the mode of an event away that it does not have', async () => {
    const before = await bytesUnder('annotations');
    const id = 'attack-on-trump-2024';
    await run('sourceAnnotator.retypeRecord', { kind: 'event', id, type: 'consult' });
    const event = await eventFile(id);
    equal([event.type, event.mode], ['consult', undefined]);
    await run('sourceAnnotator.undo');
    equal(await bytesUnder('annotations'), before);
  });

  it('is one of the schema, or nothing changes', async () => {
    const before = await bytesUnder('annotations');
    await run('sourceAnnotator.retypeRecord', { id: 'wang-yi', type: 'unheard-of' });
    equal(await bytesUnder('annotations'), before);
  });
});

describe('deleting a record', () => {
  after(closeAll);

  it('takes its mentions along, with Enter alone, and undo brings all back', async () => {
    await mentioned('delete-record.txt', 'Rosa Delete came.\n', 'Rosa Delete');
    const before = await bytesUnder('annotations');
    await over(run('sourceAnnotator.deleteRecord', nodeOf('rosa-delete')), accept);
    ok(!(await exists(pathOf('rosa-delete'))), 'the file is gone');
    equal(await entitiesIn('delete-record.txt'), []);
    await run('sourceAnnotator.undo');
    equal(await bytesUnder('annotations'), before);
  });

  it('can keep the passages as notes', async () => {
    await mentioned('delete-note.txt', 'Sven Note came.\n', 'Sven Note');
    await run('sourceAnnotator.deleteRecord', { id: 'sven-note', mentions: 'detach' });
    const [written] = (await annotationsOf('seeds/delete-note.txt')).values();
    equal([written?.exact, written?.entity], ['Sven Note', undefined]);
    ok(written?.note !== undefined, 'a note says what it was');
  });

  it('can give the mentions to another record', async () => {
    await mentioned('delete-into.txt', 'Tom Into came.\n', 'Tom Into');
    await run('sourceAnnotator.deleteRecord', { id: 'tom-into', mentions: { into: 'wang-yi' } });
    equal(await entitiesIn('delete-into.txt'), ['wang-yi']);
    ok(!(await exists(pathOf('tom-into'))), 'the file is gone');
  });
});

describe('the links of a record', () => {
  after(closeAll);

  it('are opened only over http and https', async () => {
    await mentioned('link.txt', 'Uwe Link came.\n', 'Uwe Link');
    const path = pathOf('uwe-link');
    await write(path, `${await read(path)}links:\n  homepage: 'file:///etc/passwd'\n`);
    await run('sourceAnnotator.reload');
    equal(await run('sourceAnnotator.openLink', { id: 'uwe-link' }), undefined);
  });
});

describe('the form of a record', () => {
  after(closeAll);

  it('changes nothing when it is left at once, or when values are taken as they are', async () => {
    const before = await bytesUnder('annotations');
    for (const node of [nodeOf('wang-yi'), { kind: 'event', id: 'attack-on-trump-2024' }]) {
      const close = 'workbench.action.closeQuickOpen';
      await over(run('sourceAnnotator.editRecord', node), async () => {
        await accept();
        await accept();
        await vscode.commands.executeCommand(close);
      });
    }
    equal(await bytesUnder('annotations'), before);
  });
});

interface Offered {
  readonly range: vscode.Range;
  readonly placeholder: string;
}

function prepared(document: vscode.TextDocument, at: vscode.Position): PromiseLike<Offered> {
  return vscode.commands.executeCommand<Offered>('vscode.prepareRename', document.uri, at);
}

/** What F2, the new name and Enter do. */
async function renameAt(
  document: vscode.TextDocument,
  at: vscode.Position,
  name: string,
): Promise<void> {
  const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
    'vscode.executeDocumentRenameProvider',
    ...[document.uri, at, name],
  );
  equal(edit.size, 0, 'What VS Code itself has to edit');
}
