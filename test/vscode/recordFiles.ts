// Entities of a test's own, and what the files say of records.

import * as vscode from 'vscode';
import { annotate } from './commands';
import { openNew, select } from './editors';
import { pause } from './eventually';
import { present } from './expect';
import { annotationsOf, readYaml } from './workspace';

export interface EntityFile {
  readonly name: string;
  readonly type: string;
  readonly aliases?: readonly unknown[];
  readonly links?: Readonly<Record<string, string>>;
}

export interface EventFile {
  readonly title: string;
  readonly type: string;
  readonly mode?: string;
}

/** Annotates words of a new source with a new person. */
export async function mentioned(
  name: string,
  text: string,
  words: string,
): Promise<vscode.TextEditor> {
  const editor = await openNew(name, text);
  select(editor, words);
  await annotate('sourceAnnotator.annotateEntity', { create: { type: 'person' } });
  return editor;
}

/** More words of the active editor, with another new person. */
export async function mentionedToo(words: string): Promise<void> {
  select(present(vscode.window.activeTextEditor, 'active editor'), words);
  await annotate('sourceAnnotator.annotateEntity', { create: { type: 'person' } });
}

export function nodeOf(id: string): {
  readonly subject: { readonly kind: 'entity'; readonly id: string };
} {
  return { subject: { kind: 'entity', id } };
}

export function pathOf(id: string): string {
  return `annotations/entities/${id}.yaml`;
}

export async function entity(id: string): Promise<EntityFile> {
  return (await readYaml(pathOf(id))) as EntityFile;
}

export async function eventFile(id: string): Promise<EventFile> {
  return (await readYaml(`annotations/events/${id}.yaml`)) as EventFile;
}

/** The entities that the annotations of a new source name, in their order. */
export async function entitiesIn(name: string): Promise<readonly (string | undefined)[]> {
  return [...(await annotationsOf(`seeds/${name}`)).values()].map((each) => each.entity);
}

/** Enter in the list or box that is shown; nothing where none is shown yet. */
export async function accept(): Promise<void> {
  await pause(50);
  await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
}
