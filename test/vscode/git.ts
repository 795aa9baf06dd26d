// git in the workspace, as from the command line: only where Node is.

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import * as vscode from 'vscode';
import { present } from './expect';

/** What git prints, without the line break at its end. */
export async function git(...args: readonly string[]): Promise<string> {
  const folder = present(vscode.workspace.workspaceFolders?.[0], 'folder').uri.fsPath;
  const { stdout } = await promisify(execFile)('git', args, { cwd: folder });
  return stdout.trim();
}

/** Commits everything and gives the id of the commit. */
export async function commit(message: string): Promise<string> {
  await git('add', '--all');
  await git('commit', '--quiet', `--message=${message}`);
  return git('rev-parse', 'HEAD');
}
