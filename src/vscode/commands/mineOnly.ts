/** Annotating blind: others' annotations are hidden until annotators are compared. */
import * as vscode from 'vscode';
import { remark } from '../adapters/failures';
import type { SettingId } from '../generated/manifest';
import { askText } from '../pickers/askText';
import type { Command } from './command';
import { givenText } from './given';

const SHOW = 'sourceAnnotator.annotators.show' satisfies SettingId;
const NAME = 'sourceAnnotator.annotator' satisfies SettingId;

/**
 * Hides others' annotations, or shows them again. Who has no name yet is asked for it, or has it in
 * `{ name }`. Gives whether they are hidden; absent when the person gave it up.
 */
export const toggleMineOnly: Command = async ({ annotators }, argument) => {
  const isOn = !annotators.wantsMineOnly;
  if (isOn && annotators.me === '') {
    const name = givenText(argument, 'name') ?? (await askName());
    if (name === undefined) return undefined;
    await set(NAME, name);
  }
  await set(SHOW, isOn ? 'mine' : 'all');
  const { me } = annotators;
  remark(
    isOn
      ? `Only annotations by ${me} and unsigned ones are shown.`
      : 'Everybody’s annotations are shown.',
  );
  return isOn;
};

async function askName(): Promise<string | undefined> {
  const answer = await askText({
    title: 'Show Only My Annotations',
    prompt: 'Your name or initials: written as “by” into new annotations',
    remark: (text) =>
      text === ''
        ? { kind: 'wrong', message: 'A name is needed to tell yours from others’.' }
        : undefined,
  });
  return answer.kind === 'answer' ? answer.value : undefined;
}

/** Where the setting has a value now: in the workspace, or else for the user. */
async function set(id: SettingId, value: string): Promise<void> {
  const configuration = vscode.workspace.getConfiguration();
  const isInWorkspace = configuration.inspect(id)?.workspaceValue !== undefined;
  await configuration.update(
    id,
    value,
    isInWorkspace ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global,
  );
}
