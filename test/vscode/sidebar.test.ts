// The commands of the sidebar run and keep their state; what the sidebar shows is tested in test/ui.

import * as vscode from 'vscode';
import { extension, run } from './commands';
import { closeAll, open, select } from './editors';
import { eventually } from './eventually';
import { equal, ok } from './expect';
import { annotationsOf } from './workspace';

const SOURCE = 'seeds/000_0edcb852b796c81c.txt';

describe('the commands of the sidebar', () => {
  before(() => extension().exports.ready());

  after(closeAll);

  it('turn decorations off and on in the settings', async () => {
    await flips('decorations.enabled', 'sourceAnnotator.toggleDecorations');
  });

  it('turn following the cursor on and off in the settings', async () => {
    await flips('sidebar.followCursor', 'sourceAnnotator.toggleFollowCursor');
  });

  it('show records, annotations and what the caret is on', async () => {
    const [[id] = ['']] = await annotationsOf(SOURCE);
    await open(SOURCE);
    await run('sourceAnnotator.showInSidebar', { kind: 'annotation', source: SOURCE, id });
    await run('sourceAnnotator.showInSidebar', { kind: 'entity', id: 'wang-yi' });
    await run('sourceAnnotator.showInSidebar', { kind: 'event', id: 'kuleba-wang-guangzhou-2024' });
    select(await open(SOURCE), 'Wang Yi');
    await run('sourceAnnotator.showInSidebar');
  });

  it('filter, and end filtering', async () => {
    await run('sourceAnnotator.filter');
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await run('sourceAnnotator.clearFilter');
  });

  it('sort, and leave the order when that is cancelled', async () => {
    let isOver = false;
    const sorting = run('sourceAnnotator.sortEntities').finally(() => (isOver = true));
    await eventually('the question to end', async () => {
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
      return isOver;
    });
    await sorting;
  });

  it('read every file again', async () => {
    await run('sourceAnnotator.reload');
    ok((await annotationsOf(SOURCE)).size > 0, 'the annotations are still there');
  });
});

/** Runs the command twice: the setting changes and changes back. */
async function flips(setting: string, command: Parameters<typeof run>[0]): Promise<void> {
  const value = (): unknown => vscode.workspace.getConfiguration('sourceAnnotator').get(setting);
  const before = value();
  await run(command);
  await eventually('the setting to change', () => value() !== before);
  await run(command);
  await eventually('the setting to change back', () => value() === before);
  equal(value(), before);
}
