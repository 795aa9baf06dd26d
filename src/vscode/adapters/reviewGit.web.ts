/** The browser's twin of `reviewGit.node.ts`: there is no git. */
import type { Answered } from './reviewAnswers';

export class ChangeReader {
  read(): Promise<Answered<never>> {
    return Promise.resolve(BROWSER);
  }
}

export function readRevisions(): Promise<Answered<never>> {
  return Promise.resolve(BROWSER);
}

export function readTexts(): Promise<ReadonlyMap<string, string>> {
  return Promise.resolve(new Map());
}

export function stageFiles(): Promise<Answered<never>> {
  return Promise.resolve(BROWSER);
}

const BROWSER = {
  ok: false,
  failure: {
    kind: 'browser',
    message: 'Reviewing changes needs git, which a browser cannot run.',
  },
} as const;
