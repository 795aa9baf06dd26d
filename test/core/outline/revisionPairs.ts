/** The example as it was at first and as it is after some operations, for comparisons. */
import type { Operation } from '../../../src/core/operations/operation';
import type { FilePair, RevisionFile, RevisionPair } from '../../../src/core/review/revisions';
import { carryOut, type Workspace } from '../workspace';

/** What the operations change about the files. */
export function pairAfter(at: Workspace, operations: readonly Operation[]): RevisionPair {
  const before = filesOf(at);
  carryOut(at, operations);
  const after = filesOf(at);
  const paths = [...new Set([...before.keys(), ...after.keys()])].sort();
  const files = paths.flatMap((path): FilePair[] => {
    const [old, now] = [before.get(path), after.get(path)];
    if (old?.text === now?.text) return [];
    return [{ ...(old && { before: old }), ...(now && { after: now }) }];
  });
  return { files, sources: [] };
}

function filesOf({ store }: Workspace): ReadonlyMap<string, RevisionFile> {
  return new Map([...store.files()].map(({ path, text }) => [path, { path, text }]));
}
