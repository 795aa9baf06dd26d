// All mentions of a record in the References panel of VS Code, and going through them from there.

import * as vscode from 'vscode';
import { extension, run } from './commands';
import { closeAll, open, putCaretIn, shown } from './editors';
import { eventually, pause } from './eventually';
import { ok } from './expect';
import { annotationsOf, filesUnder } from './workspace';

const SOURCE = 'seeds/004_3b6f35986bc89341.txt';

/** Longer than a source takes to open; a panel that is still being filled leads nowhere. */
const MOVING_MS = 2_000;

describe('all mentions of a record', () => {
  before(() => extension().exports.ready());

  after(closeAll);

  it('are in the References panel, whose key leads through every source', async () => {
    const wanted = new Set<string>();
    for (const source of await filesUnder('seeds')) {
      for (const { entity, start } of (await annotationsOf(source)).values()) {
        if (entity === 'moscow') wanted.add(`${source} at ${start}`);
      }
    }
    ok(wanted.size > 1, 'this place is mentioned several times');
    putCaretIn(await open(SOURCE), 'Moscow');
    await run('sourceAnnotator.showMentions');
    await eventually('the panel to lead to every mention', async () => {
      wanted.delete(await placeAfterNext());
      return wanted.size === 0;
    });
  });
});

/** Goes to the next entry of the panel; gives where the caret is then. */
async function placeAfterNext(): Promise<string> {
  const before = place();
  const limit = performance.now() + MOVING_MS;
  await vscode.commands.executeCommand('references-view.next');
  // Between two sources there is no active editor for a moment.
  while (['', before].includes(place()) && performance.now() < limit) await pause(20);
  return place();
}

/** The source and the caret, counted in code points; empty without an editor. */
function place(): string {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return '';
  const before = new vscode.Range(new vscode.Position(0, 0), editor.selection.active);
  return `${shown().path} at ${Array.from(editor.document.getText(before)).length}`;
}
