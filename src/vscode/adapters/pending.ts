/** What could not be saved and waits for it: the one item in the status bar, while something waits. */
import * as vscode from 'vscode';

const CONTEXT = 'sourceAnnotator.pending';
const RETRY = 'sourceAnnotator.retry';

/** Changes of one project that wait. */
export interface Waiting {
  readonly labels: readonly string[];
  readonly retry: () => Promise<void>;
}

export class Pending {
  /** By what keeps them. */
  readonly #waiting = new Map<object, Waiting>();
  #item: vscode.StatusBarItem | undefined;

  set(keeper: object, waiting: Waiting): void {
    if (waiting.labels.length === 0) this.#waiting.delete(keeper);
    else this.#waiting.set(keeper, waiting);
    this.#show();
  }

  async retry(): Promise<void> {
    for (const { retry } of [...this.#waiting.values()]) await retry();
  }

  dispose(): void {
    this.#item?.dispose();
  }

  #show(): void {
    const labels = [...this.#waiting.values()].flatMap((each) => each.labels);
    void vscode.commands.executeCommand('setContext', CONTEXT, labels.length > 0);
    if (labels.length === 0) {
      this.#item?.dispose();
      this.#item = undefined;
      return;
    }
    this.#item ??= vscode.window.createStatusBarItem(vscode.StatusBarAlignment.Left);
    const changes = labels.length === 1 ? '1 change' : `${labels.length} changes`;
    this.#item.name = 'Source Annotator: Not Saved';
    this.#item.text = `$(warning) ${changes} not saved`;
    this.#item.tooltip = `${labels.join('\n')}\nThey are lost when the window is closed. Click to save them.`;
    this.#item.accessibilityInformation = { label: `${changes} of annotations not saved, retry` };
    this.#item.backgroundColor = new vscode.ThemeColor('statusBarItem.warningBackground');
    this.#item.command = RETRY;
    this.#item.show();
  }
}
