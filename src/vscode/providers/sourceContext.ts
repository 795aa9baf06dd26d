/** Tells the `when` clauses of the manifest whether the active editor shows a source. */
import * as vscode from 'vscode';
import type { Services } from '../services';

const KEY = 'sourceAnnotator.isSource';

export function registerSourceContext({ sources, store, subscriptions }: Services): void {
  let isSource: boolean | undefined;
  const renew = (): void => {
    const document = vscode.window.activeTextEditor?.document;
    const now = document !== undefined && sources.isSourceDocument(document);
    if (now === isSource) return;
    isSource = now;
    void vscode.commands.executeCommand('setContext', KEY, now);
  };
  renew();
  const stop = store.onDidChange(({ schemaChanged }) => {
    if (schemaChanged) renew();
  });
  subscriptions.push(vscode.window.onDidChangeActiveTextEditor(renew));
  subscriptions.push({ dispose: stop });
}
