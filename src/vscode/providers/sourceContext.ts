/** Tells the `when` clauses of the manifest whether the active editor shows a source. */
import * as vscode from 'vscode';
import type { Projects } from '../projects';

const KEY = 'sourceAnnotator.isSource';

export function registerSourceContext(projects: Projects): vscode.Disposable {
  let isSource: boolean | undefined;
  const renew = (): void => {
    const document = vscode.window.activeTextEditor?.document;
    const sources = document && projects.of(document.uri)?.sources;
    const now = document !== undefined && sources?.isSourceDocument(document) === true;
    if (now === isSource) return;
    isSource = now;
    void vscode.commands.executeCommand('setContext', KEY, now);
  };
  renew();
  return vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor(renew),
    projects.onDidChange(renew),
  );
}
