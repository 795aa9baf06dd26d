/** Reports that are read and not saved: Markdown, as a preview where VS Code can show one. */
import * as vscode from 'vscode';
import type { Folder } from '../adapters/folder';

const SCHEME = 'source-annotator-report';
const PREVIEW = 'markdown.showPreview';

export class Reports implements vscode.TextDocumentContentProvider {
  readonly #folder: Folder;
  readonly #texts = new Map<string, string>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.#changed.event;
  readonly #subscriptions: vscode.Disposable;

  constructor(folder: Folder) {
    this.#folder = folder;
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      vscode.workspace.registerTextDocumentContentProvider(SCHEME, this),
    );
  }

  /** Shows the text under this name, in the place of one that was shown under it before. */
  async show(name: string, text: string): Promise<void> {
    const query = this.#folder.uri?.toString() ?? '';
    const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${name}`, query });
    this.#texts.set(uri.toString(), text);
    this.#changed.fire(uri);
    const known = await vscode.commands.getCommands(true);
    if (known.includes(PREVIEW)) await vscode.commands.executeCommand(PREVIEW, uri);
    else await vscode.window.showTextDocument(uri, { preview: true });
  }

  provideTextDocumentContent(uri: vscode.Uri): string | undefined {
    return this.#texts.get(uri.toString());
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }
}
