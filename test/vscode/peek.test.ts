// All mentions of a record where the References panel lives in another host: VS Code peeks at them.

import { extension, run } from './commands';
import { closeAll, shown } from './editors';
import { eventually } from './eventually';

describe('all mentions of a record', () => {
  before(() => extension().exports.ready());

  after(closeAll);

  it('are peeked at from the first one', async () => {
    await run('sourceAnnotator.showMentions', { kind: 'entity', id: 'viola-amherd' });
    await eventually('the mention to be shown', () => shown().words === 'Viola Amherd');
  });
});
