/** The browser's twin of `compareGit.node.ts`: there is no git. */
import type { Answered } from './reviewAnswers';

export function readRevision(): Promise<Answered<never>> {
  return Promise.resolve({
    ok: false,
    failure: {
      kind: 'browser',
      message:
        'Comparing branches needs git, which a browser cannot run. Annotators of one project can be compared.',
    },
  });
}
