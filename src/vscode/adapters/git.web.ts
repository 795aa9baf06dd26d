/** The browser's twin of `git.node.ts`: there is no git. */

export function readOldTexts(): Promise<ReadonlyMap<string, string>> {
  return Promise.resolve(new Map());
}
