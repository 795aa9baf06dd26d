/** What fast-check draws two states of a small workspace from: operations lie between them. */
import fc from 'fast-check';
import type { Operation } from '../../../src/core/operations/operation';
import { perform } from '../../../src/core/operations/perform';
import { FILES, operation, SOURCES } from '../operations/operations';
import { files as manyFiles } from '../operations/manyRecords';
import { workspace, type Texts, type Workspace } from '../workspace';

function textsOf({ store }: Workspace): Texts {
  return Object.fromEntries([...store.files()].map(({ path, text }) => [path, text]));
}

/** The files after those of the operations that can be done. */
export function afterwards(before: Texts, steps: readonly Operation[]): Texts {
  const at = workspace(before, SOURCES);
  for (const step of steps) {
    const done = perform(at.store, at, [step]);
    if (!done.ok) continue;
    for (const { path, after } of done.changes) {
      if (after === undefined) at.store.removeFile(path);
      else at.store.replaceFile(path, after);
    }
  }
  return textsOf(at);
}

/** Paths that are moved there and back may be quoted afterwards. */
export const staying = operation().filter(({ op }) => op !== 'moveSource');
export const bases = fc.oneof(fc.constant(FILES), manyFiles);
const steps = fc.array(operation(), { minLength: 1, maxLength: 8 });
const histories = fc.tuple(bases, steps).map(([before, each]) => ({
  before,
  after: afterwards(before, each),
}));

/** Two states of which either may be the older one. */
export const eitherWay = fc
  .tuple(histories, fc.boolean())
  .map(([{ before, after }, isBack]) =>
    isBack ? { before: after, after: before } : { before, after },
  );
