// Reviewing where there is no git: nothing is found, and nothing breaks.

import * as vscode from 'vscode';
import { extension, run } from './commands';
import { closeAll, open } from './editors';
import { equal } from './expect';

describe('reviewing without git', () => {
  before(async () => (await extension().activate()).ready());

  after(closeAll);

  it('finds no base, no change and nothing to stage', async () => {
    await open('seeds/000_0edcb852b796c81c.txt');
    equal(await run('sourceAnnotator.chooseReviewBase', { base: 'HEAD' }), undefined);
    equal(await run('sourceAnnotator.nextChange'), undefined);
    equal(await run('sourceAnnotator.toggleReviewDecorations'), undefined);
    equal(await run('sourceAnnotator.stageSource'), undefined);
    equal(await run('sourceAnnotator.copyReview'), undefined);
  });

  it('has a view all the same', async () => {
    await vscode.commands.executeCommand('sourceAnnotator.review.focus');
  });
});
