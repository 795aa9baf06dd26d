/// <reference types="node" />
/** The extension's door to the careful writing of files that it shares with the command line. */
import type * as vscode from 'vscode';
import type { FileChange } from '../../core/operations/draft';
import type { Refusal, Written } from '../../core/operations/written';
import * as files from '../../node/files';
import * as virtual from './atomicWrite.web';

/** Files that no other writer replaces until they are released. */
export interface Held {
  readonly release: () => Promise<void>;
  /** Absent where files cannot be locked. */
  readonly files?: files.HeldFiles;
}

export type Holding =
  { readonly ok: true; readonly held: Held } | { readonly ok: false; readonly refusal: Refusal };

/** All changes or none; other schemes than `file` have no rename that replaces, and no locks. */
export function writeAtomically(
  root: vscode.Uri,
  changes: readonly FileChange[],
  held?: Held,
): Promise<Written> {
  return root.scheme === 'file'
    ? files.writeFiles(root.fsPath, changes, held?.files)
    : virtual.writeAtomically(root, changes);
}

/** Waits its turn for the files. */
export async function hold(root: vscode.Uri, paths: readonly string[]): Promise<Holding> {
  if (root.scheme !== 'file') return virtual.hold();
  const holding = await files.holdFiles(root.fsPath, paths);
  if (!holding.ok) return holding;
  const { held } = holding;
  return { ok: true, held: { files: held, release: () => held.release() } };
}
