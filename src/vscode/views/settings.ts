/** Turning a setting of the extension on or off from a command. */
import * as vscode from 'vscode';
import type { SettingId } from '../generated/manifest';

/** Changes the setting where it has a value now: in the workspace, or else for the user. */
export async function flipSetting(id: SettingId): Promise<boolean> {
  const configuration = vscode.workspace.getConfiguration();
  const value = configuration.get(id) !== true;
  const inWorkspace = configuration.inspect(id)?.workspaceValue !== undefined;
  const target = inWorkspace
    ? vscode.ConfigurationTarget.Workspace
    : vscode.ConfigurationTarget.Global;
  await configuration.update(id, value, target);
  return value;
}

/** Shows the setting where it can be changed. */
export async function openSetting(id: SettingId): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.openSettings', id);
}
