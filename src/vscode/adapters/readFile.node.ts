/// <reference types="node" />
/** Files on this machine are read past the file service of VS Code, which takes several times as long. */
import { readFile, stat } from 'node:fs';
import { promisify } from 'node:util';
import type * as vscode from 'vscode';
import * as virtual from './readFile.web';

const readOnDisk = promisify(readFile);
const statOnDisk = promisify(stat);

/** The text of a file decoded as UTF-8, a byte order mark kept; rejects when it cannot be read. */
export function readTextFile(uri: vscode.Uri): Promise<string> {
  return uri.scheme === 'file' ? readOnDisk(uri.fsPath, 'utf8') : virtual.readTextFile(uri);
}

/** Differs once the file was written again, as far as its disk tells; rejects when it is not there. */
export async function stampOf(uri: vscode.Uri): Promise<string> {
  if (uri.scheme !== 'file') return virtual.stampOf(uri);
  const { mtimeMs, ctimeMs, size } = await statOnDisk(uri.fsPath);
  return `${mtimeMs} ${ctimeMs} ${size}`;
}

export function isNotFound(error: unknown): boolean {
  const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
  return isMissing || virtual.isNotFound(error);
}
