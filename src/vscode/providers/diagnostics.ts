/** The Problems panel: what the checks of core find in the YAML files, at its place. */
import * as vscode from 'vscode';
import type { Problem } from '../../core/model/problem';
import { checkFile } from '../../core/rules/check';
import type { Store, StoreChange } from '../../core/store/store';
import type { SourceText } from '../../core/text/sourceText';
import type { Services } from '../services';
import { yamlRange } from './places';

const PAUSE_MS = 250;
/** How long one slice of checking may hold up the extension host. */
const SLICE_MS = 20;

export function registerDiagnostics(services: Services): void {
  services.subscriptions.push(new Diagnostics(services));
}

class Diagnostics {
  readonly #services: Services;
  readonly #collection = vscode.languages.createDiagnosticCollection('sourceAnnotator');
  readonly #stale = new Set<string>();
  readonly #subscriptions: { dispose(): unknown }[];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running = false;

  constructor(services: Services) {
    this.#services = services;
    this.#subscriptions = [
      this.#collection,
      { dispose: services.store.onDidChange((change) => this.#changed(change)) },
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#sourceChanged(document.uri)),
    ];
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  /** Records that come, go or change can mend or break references anywhere. */
  #changed(change: StoreChange): void {
    const isReferred = [...change.added, ...change.updated, ...change.removed].some(
      (record) => record.kind === 'entity' || record.kind === 'event',
    );
    if (isReferred || change.schemaChanged) {
      for (const { path } of this.#services.store.files()) this.#stale.add(path);
    }
    this.#stale.add(change.path);
    this.#soon();
  }

  #sourceChanged(uri: vscode.Uri): void {
    const { sources, store } = this.#services;
    const path = sources.pathOf(uri);
    const files = path === undefined ? [] : store.indexes.sourceFiles(path);
    if (files.length === 0) return;
    for (const file of files) this.#stale.add(file.path);
    this.#soon();
  }

  #soon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#checkStale(), PAUSE_MS);
  }

  /** One round at a time; what becomes stale meanwhile is in the same round. */
  async #checkStale(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    try {
      let pause = performance.now() + SLICE_MS;
      for (const path of this.#stale) {
        this.#stale.delete(path);
        await this.#check(path);
        if (performance.now() < pause) continue;
        await new Promise((resolve) => setTimeout(resolve, 0));
        pause = performance.now() + SLICE_MS;
      }
    } finally {
      this.#running = false;
    }
  }

  async #check(path: string): Promise<void> {
    const { store, folder } = this.#services;
    const text = await this.#sourceText(store, path);
    const uri = folder.uriOf(path);
    const file = store.file(path);
    if (uri === undefined) return;
    if (file === undefined) {
      this.#collection.delete(uri);
      return;
    }
    const problems = checkFile(store, path, () => text);
    this.#collection.set(
      uri,
      problems.map((problem) => diagnosticOf(problem, file.text)),
    );
  }

  async #sourceText(store: Store, path: string): Promise<SourceText | undefined> {
    const content = store.file(path)?.content;
    return content?.kind === 'annotations'
      ? this.#services.sources.read(content.source.path)
      : undefined;
  }
}

const SEVERITIES: Readonly<Record<Problem['severity'], vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
};

function diagnosticOf(problem: Problem, text: string): vscode.Diagnostic {
  const range = yamlRange(text, problem.span);
  const diagnostic = new vscode.Diagnostic(range, problem.message, SEVERITIES[problem.severity]);
  diagnostic.code = problem.code;
  diagnostic.source = 'Source Annotator';
  return diagnostic;
}
