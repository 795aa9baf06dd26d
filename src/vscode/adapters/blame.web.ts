/** The browser's twin of `blame.node.ts`: there is no git. */

export function checkedOut(): Promise<undefined> {
  return Promise.resolve(undefined);
}

export function readBlame(): Promise<undefined> {
  return Promise.resolve(undefined);
}

export function readUserName(): Promise<undefined> {
  return Promise.resolve(undefined);
}
