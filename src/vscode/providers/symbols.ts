/** The outline of a source, and Ctrl+T over entities and events. */
import * as vscode from 'vscode';
import { kindOf, quoteOf, type AnnotationKind } from '../../core/model/annotation';
import { nest, type NestedAnnotation } from '../../core/store/nesting';
import type { SourceText } from '../../core/text/sourceText';
import { rangeOf } from '../adapters/ranges';
import type { Services } from '../services';
import { labelOf } from '../subject';
import { recordLocation } from './places';
import { registerOnSources } from './selectors';

/** To ask for a whole outline again can wait until the passage that was annotated is shown. */
const PAUSE_MS = 300;

export function registerSymbols(services: Services): void {
  registerOnSources(
    services,
    (selector) =>
      vscode.languages.registerDocumentSymbolProvider(
        selector,
        { provideDocumentSymbols: (document) => documentSymbols(services, document) },
        { label: 'Annotations' },
      ),
    afterPause(services),
  );
  services.subscriptions.push(
    vscode.languages.registerWorkspaceSymbolProvider({
      provideWorkspaceSymbols: (query) => workspaceSymbols(services, query),
    }),
  );
}

/** Fires when annotations or texts have changed, and then stayed the same for a while. */
function afterPause({ passages, subscriptions }: Services): vscode.Event<void> {
  const paused = new vscode.EventEmitter<void>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const listening = passages.onDidChange(() => {
    clearTimeout(timer);
    timer = setTimeout(() => paused.fire(), PAUSE_MS);
  });
  const stop = { dispose: () => clearTimeout(timer) };
  subscriptions.push(vscode.Disposable.from(listening, stop, paused));
  return paused.event;
}

function documentSymbols(
  services: Services,
  document: vscode.TextDocument,
): vscode.DocumentSymbol[] {
  const text = services.sources.textOf(document);
  return nest(services.passages.of(document)).map((node) => symbolOf(services, text, node));
}

const KINDS: Readonly<Record<AnnotationKind, vscode.SymbolKind>> = {
  mention: vscode.SymbolKind.Object,
  evidence: vscode.SymbolKind.Event,
  statement: vscode.SymbolKind.String,
  time: vscode.SymbolKind.Number,
  note: vscode.SymbolKind.Key,
  typed: vscode.SymbolKind.Property,
};

function symbolOf(
  services: Services,
  text: SourceText,
  { located, extent, children }: NestedAnnotation,
): vscode.DocumentSymbol {
  const { annotation } = located.record;
  const kind = kindOf(annotation);
  const isRecord = kind === 'mention' || kind === 'evidence';
  const label = labelOf(services, located);
  const quote = quoteOf(annotation);
  const range = rangeOf(text, extent);
  const [name, detail] = isRecord ? [label, quote] : [quote, label];
  const symbol = new vscode.DocumentSymbol(
    name === '' ? label : name,
    detail,
    KINDS[kind],
    range,
    range,
  );
  symbol.children = children.map((child) => symbolOf(services, text, child));
  return symbol;
}

/** Names and aliases that have the letters of the query in order; VS Code ranks them. */
function workspaceSymbols(services: Services, query: string): vscode.SymbolInformation[] {
  const letters = Array.from(query.toLowerCase().replace(/\s/g, ''));
  const matches = (name: string): boolean => {
    const lower = name.toLowerCase();
    let at = -1;
    return letters.every((letter) => (at = lower.indexOf(letter, at + 1)) !== -1);
  };
  const { indexes } = services.store;
  const entities = indexes.liveEntities().flatMap(({ id, type, name, aliases }) => {
    const names: [string, string][] = [
      [name, type],
      ...aliases.map(({ text }): [string, string] => [text, name]),
    ];
    return names.map(([text, container]) => ({
      id,
      text,
      container,
      kind: vscode.SymbolKind.Object,
    }));
  });
  const events = indexes.liveEvents().map(({ id, title, date, type }) => ({
    id,
    text: title,
    container: [type, date].filter((part) => part !== undefined).join(' '),
    kind: vscode.SymbolKind.Event,
  }));
  return [...entities, ...events]
    .filter(({ text }) => matches(text))
    .flatMap(({ id, text, container, kind }) => {
      const location = recordLocation(services, id);
      return location === undefined
        ? []
        : [new vscode.SymbolInformation(text, kind, container, location)];
    });
}
