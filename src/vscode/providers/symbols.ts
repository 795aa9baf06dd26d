/** The outline of a source, and Ctrl+T over entities and events. */
import * as vscode from 'vscode';
import { kindOf, quoteOf, type AnnotationKind } from '../../core/model/annotation';
import { nest, type NestedAnnotation } from '../../core/store/nesting';
import type { Span } from '../../core/text/span';
import type { Services } from '../services';
import { labelOf } from '../subject';
import { recordLocation } from './places';
import { registerOnSources } from './selectors';

/** To ask for a whole outline again can wait until the passage that was annotated is shown. */
const PAUSE_MS = 300;
/** The outline of a source with more annotations than these waits until nobody types in it. */
const MANY = 1_000;
const TYPING_PAUSE_MS = 500;

export function registerSymbols(services: Services): void {
  registerOnSources(
    services,
    (selector) =>
      vscode.languages.registerDocumentSymbolProvider(
        selector,
        {
          provideDocumentSymbols: async (document, token) => {
            while (isTyped(services, document)) {
              await new Promise((resolve) => setTimeout(resolve, TYPING_PAUSE_MS));
              if (token.isCancellationRequested) return undefined;
            }
            return documentSymbols(services, document);
          },
        },
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

/** VS Code asks again and again while somebody types, and a long answer holds both sides up. */
function isTyped({ passages }: Services, document: vscode.TextDocument): boolean {
  const since = passages.sinceTyped(document);
  return since < TYPING_PAUSE_MS && passages.of(document).length > MANY;
}

function documentSymbols(
  services: Services,
  document: vscode.TextDocument,
): vscode.DocumentSymbol[] {
  const rangeIn = (extent: Span): vscode.Range => services.passages.rangeOf(document, extent);
  return nest(services.passages.of(document)).map((node) => symbolOf(services, rangeIn, node));
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
  rangeIn: (extent: Span) => vscode.Range,
  { located, extent, children }: NestedAnnotation,
): vscode.DocumentSymbol {
  const { annotation } = located.record;
  const kind = kindOf(annotation);
  const isRecord = kind === 'mention' || kind === 'evidence';
  const label = labelOf(services, located);
  const quote = quoteOf(annotation);
  const range = rangeIn(extent);
  const [name, detail] = isRecord ? [label, quote] : [quote, label];
  const symbol = new vscode.DocumentSymbol(
    name === '' ? label : name,
    detail,
    KINDS[kind],
    range,
    range,
  );
  symbol.children = children.map((child) => symbolOf(services, rangeIn, child));
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
