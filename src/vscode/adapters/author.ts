/** Who comments here: as the setting says, or else as git does. */
import * as vscode from 'vscode';
import { readUserName } from './blame.node';
import type { Folder } from './folder';
import { gitPath } from './gitExtension';

const SETTING = 'sourceAnnotator.annotator';

export class Author {
  readonly #folder: Folder;
  #git: string | undefined;

  constructor(folder: Folder) {
    this.#folder = folder;
  }

  /** As it was when `name` was asked for last; absent for somebody without a name. */
  get known(): string | undefined {
    const set = vscode.workspace.getConfiguration().get(SETTING, '').trim();
    return set === '' ? this.#git : set;
  }

  /** Asks git again. Absent for somebody without a name, and where the workspace is not trusted. */
  async name(): Promise<string | undefined> {
    const { uri } = this.#folder;
    const mayAsk = uri !== undefined && vscode.workspace.isTrusted;
    this.#git = mayAsk ? await readUserName(uri, await gitPath()) : undefined;
    return this.known;
  }
}
