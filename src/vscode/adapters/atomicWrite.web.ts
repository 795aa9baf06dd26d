/** The browser's twin of `atomicWrite.node.ts`: the file system provider replaces one file after the other. */
import * as vscode from 'vscode';
import type { FileChange } from '../../core/operations/draft';
import { inSafeOrder } from '../../core/operations/order';
import type { Refusal, Written } from '../../core/operations/written';

/** All changes or none, as far as they can be taken back. */
export async function writeAtomically(
  root: vscode.Uri,
  changes: readonly FileChange[],
): Promise<Written> {
  const ordered = inSafeOrder(changes);
  const done: FileChange[] = [];
  for (const change of ordered) {
    const refusal = await whyNot(root, change);
    if (refusal !== undefined) return { ok: false, refusal };
  }
  for (const change of ordered) {
    const { path } = change;
    try {
      await put(root, path, change.after);
      done.push(change);
    } catch (error) {
      const kept = await takeBack(root, done);
      return { ok: false, refusal: { kind: 'failed', path, error, kept } };
    }
  }
  return { ok: true };
}

/** Nothing can be locked here. */
export function hold(): Promise<{
  readonly ok: true;
  readonly held: { readonly release: () => Promise<void> };
}> {
  return Promise.resolve({ ok: true, held: { release: () => Promise.resolve() } });
}

/** Absent when the file is what the change says it was before. */
async function whyNot(
  root: vscode.Uri,
  { path, before }: FileChange,
): Promise<Refusal | undefined> {
  try {
    const now = await read(vscode.Uri.joinPath(root, path));
    if (now === undefined && before === undefined) return undefined;
    if (now === undefined || before === undefined) return { kind: 'changed', path };
    const bytes = new TextEncoder().encode(before);
    if (bytes.length === now.length && bytes.every((byte, at) => byte === now[at]))
      return undefined;
    const isSameText = new TextDecoder('utf-8', { ignoreBOM: true }).decode(now) === before;
    return { kind: isSameText ? 'encoding' : 'changed', path };
  } catch (error) {
    return { kind: 'failed', path, error, kept: [] };
  }
}

async function read(uri: vscode.Uri): Promise<Uint8Array | undefined> {
  try {
    return await vscode.workspace.fs.readFile(uri);
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return undefined;
    throw error;
  }
}

async function put(root: vscode.Uri, path: string, text: string | undefined): Promise<void> {
  const uri = vscode.Uri.joinPath(root, path);
  if (text === undefined) await vscode.workspace.fs.delete(uri);
  else await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
}

/** Puts back what was replaced; the paths that could not be put back. */
async function takeBack(root: vscode.Uri, done: readonly FileChange[]): Promise<readonly string[]> {
  const kept: string[] = [];
  for (const { path, before } of done.toReversed()) {
    await put(root, path, before).catch(() => kept.push(path));
  }
  return kept;
}
