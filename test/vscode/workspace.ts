// The files of the workspace, as they are on disk. It is a copy of the corpus: tests may change it.

import * as vscode from 'vscode';
import { parse } from 'yaml';
import { annotationPath } from '../../src/core/storage/paths';
import { present } from './expect';

/** An annotation as it is written. */
export interface Written {
  readonly exact: string;
  readonly prefix?: string;
  readonly suffix?: string;
  readonly start: number;
  readonly end: number;
  readonly entity?: string;
  readonly event?: string;
  readonly type?: string;
  readonly value?: string;
  readonly note?: string;
  readonly status?: string;
  readonly decision?: string;
  readonly roles?: readonly { readonly role: string; readonly target: string }[];
}

export function uriOf(path: string): vscode.Uri {
  const folder = present(vscode.workspace.workspaceFolders?.[0], 'workspace folder');
  return vscode.Uri.joinPath(folder.uri, path);
}

export async function read(path: string): Promise<string> {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(
    await vscode.workspace.fs.readFile(uriOf(path)),
  );
}

/** Writes behind the back of the editor, as another program would. */
export async function write(path: string, content: string | Uint8Array): Promise<void> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  await vscode.workspace.fs.writeFile(uriOf(path), bytes);
}

export async function remove(path: string): Promise<void> {
  await vscode.workspace.fs.delete(uriOf(path), { recursive: true });
}

export async function exists(path: string): Promise<boolean> {
  const [stat] = await Promise.allSettled([vscode.workspace.fs.stat(uriOf(path))]);
  return stat.status === 'fulfilled';
}

/** The paths of all files below a folder, sorted. */
export async function filesUnder(folder: string): Promise<readonly string[]> {
  const entries = await vscode.workspace.fs.readDirectory(uriOf(folder));
  const paths = await Promise.all(
    entries.map(async ([name, type]) => {
      const path = `${folder}/${name}`;
      return type === vscode.FileType.Directory ? filesUnder(path) : [path];
    }),
  );
  return paths.flat().sort();
}

/** Every file below a folder with its bytes, each as one character. */
export async function bytesUnder(folder: string): Promise<Readonly<Record<string, string>>> {
  const files = (await filesUnder(folder)).map(async (path) => {
    const bytes = await vscode.workspace.fs.readFile(uriOf(path));
    return [path, Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')] as const;
  });
  return Object.fromEntries(await Promise.all(files));
}

export function annotationFileOf(source: string): string {
  return annotationPath(source, 'folder');
}

/** The annotations of a source by their ids, in the order of the file; none without a file. */
export async function annotationsOf(source: string): Promise<ReadonlyMap<string, Written>> {
  const path = annotationFileOf(source);
  if (!(await exists(path))) return new Map();
  const file = (await readYaml(path)) as { annotations?: Record<string, Written> };
  return new Map(Object.entries(file.annotations ?? {}));
}

/** What a YAML file says. */
export async function readYaml(path: string): Promise<unknown> {
  return parse(await read(path)) as unknown;
}
