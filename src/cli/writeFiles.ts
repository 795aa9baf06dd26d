/** Writing the changes of a command, and why they could not be written, in words for the person. */
import type { FileChange } from '../core/operations/draft';
import type { Operation } from '../core/operations/operation';
import { perform, type Performed } from '../core/operations/perform';
import { wordsForRefusal, type Refusal } from '../core/operations/written';
import { carryOut } from '../node/carryOut';
import * as files from '../node/files';
import { reasonOf } from '../node/folder';
import type { Workspace } from './workspace';

export type Written = { readonly ok: true } | { readonly ok: false; readonly message: string };

/** All of them are written, or none is; see `src/node/files.ts`. */
export async function writeFiles(folder: string, changes: readonly FileChange[]): Promise<Written> {
  const written = await files.writeFiles(folder, changes);
  return written.ok ? written : { ok: false, message: messageOf(written.refusal) };
}

export type PerformedAndWritten =
  /** What was written, unless an operation could not be done: then nothing was. */
  | { readonly ok: true; readonly performed: Performed }
  | { readonly ok: false; readonly message: string };

/** Performs the operations anew when another program changes a file meanwhile; none of its work is lost. */
export async function performAndWrite(
  workspace: Workspace,
  operations: readonly Operation[],
): Promise<PerformedAndWritten> {
  const { folder, store } = workspace;
  let performed: Performed = { ok: true, changes: [], ids: [] };
  const written = await carryOut(folder, {
    decide: () => {
      performed = perform(store, workspace, operations);
      return performed.ok ? performed.changes : undefined;
    },
    take: (path, text) => {
      if (text === undefined) store.removeFile(path);
      else store.replaceFile(path, text);
    },
  });
  return written.ok ? { ok: true, performed } : { ok: false, message: messageOf(written.refusal) };
}

function messageOf(refusal: Refusal): string {
  return wordsForRefusal(
    refusal,
    (path, error) => `${path} cannot be written: ${reasonOf(error)}.`,
  );
}
