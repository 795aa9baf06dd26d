// Running the commands of the extension, and keeping count of those that a test has run.

import * as vscode from 'vscode';
import type { CommandId } from '../../src/vscode/generated/manifest';
import { present } from './expect';

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly keybindings: readonly {
      readonly when: string;
      readonly key: string;
      readonly mac?: string;
      readonly command: string;
    }[];
  };
}

interface Api {
  readonly ready: () => Promise<void>;
  readonly shownFolder: () => vscode.Uri | undefined;
}

const exercised = new Set<string>();

export function extension(): vscode.Extension<Api> {
  return present(
    vscode.extensions.getExtension<Api>('source-annotator.source-annotator'),
    'extension',
  );
}

export function manifest(): Manifest {
  return extension().packageJSON as Manifest;
}

export function declaredCommands(): readonly string[] {
  return manifest().contributes.commands.map(({ command }) => command);
}

/** Runs a command with JSON arguments, as a key binding would; gives what it gives. */
export async function run(id: CommandId, ...args: readonly unknown[]): Promise<unknown> {
  const result: unknown = await vscode.commands.executeCommand(id, ...args);
  exercised.add(id);
  return result;
}

/** Runs a command that annotates; gives the ids of the annotations, none when nothing was saved. */
export async function annotate(
  id: CommandId,
  ...args: readonly unknown[]
): Promise<readonly string[]> {
  const ids = await run(id, ...args);
  return Array.isArray(ids) ? ids.map(String) : [];
}

/** The commands of the manifest that no test has run so far. */
export function notExercised(): readonly string[] {
  return declaredCommands().filter((command) => !exercised.has(command));
}
