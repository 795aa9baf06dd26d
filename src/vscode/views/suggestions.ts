/** The view of what is suggested in the source of the active editor. */
import * as vscode from 'vscode';
import { filterWords, isFiltering } from '../../core/outline/filter';
import { SuggestionsOutline } from '../../core/outline/suggestions';
import { dotted } from '../../core/outline/words';
import type { Found } from '../adapters/suggestions';
import type { Services } from '../services';
import { described, OutlineView } from './outlineView';
import { shownDocument } from './thisSource';

const CONTEXT = 'sourceAnnotator.suggestions';

/** For the welcome texts of the manifest: why nothing is listed. */
type Emptiness = 'off' | 'none' | 'filtered' | 'noSource' | 'looking';

export function registerSuggestions(services: Services): void {
  const { store, sidebar, suggestions } = services;
  const outline = new SuggestionsOutline(store);
  let document: vscode.TextDocument | undefined;
  let told: Emptiness | undefined;
  const outlineView = new OutlineView(services, {
    id: 'sourceAnnotator.suggestions',
    outline,
    beforeRefresh: () => {
      document = shownDocument(services, document);
      const found = document && suggestions.areShown ? suggestions.of(document) : undefined;
      outline.show(found, sidebar.filter);
      const emptiness = emptinessOf(services, document, found);
      if (emptiness !== told) void vscode.commands.executeCommand('setContext', CONTEXT, emptiness);
      told = emptiness;
      return { description: described(services, titleWords(services, outline, found)) };
    },
  });
  const refresh = (): void => {
    outlineView.refresh();
  };
  services.subscriptions.push(
    vscode.Disposable.from(
      suggestions.onDidChange((changed) => {
        if (changed === document) refresh();
      }),
      vscode.window.onDidChangeActiveTextEditor(refresh),
      vscode.window.onDidChangeVisibleTextEditors(refresh),
      sidebar.onDidChange(() => {
        outlineView.refreshNow();
      }),
    ),
  );
}

/** How many there are; with a filter, how many that leaves. */
function titleWords(
  { store, sidebar }: Services,
  outline: SuggestionsOutline,
  found: Found | undefined,
): string {
  if (found === undefined || found.suggestions.length === 0) return '';
  const { shown, all } = outline.shown();
  if (!isFiltering(sidebar.filter)) return String(all);
  return dotted([filterWords(store.schema, sidebar.filter), `${shown} of ${all}`]);
}

function emptinessOf(
  { suggestions, sidebar }: Services,
  document: vscode.TextDocument | undefined,
  found: Found | undefined,
): Emptiness {
  if (!suggestions.areShown) return 'off';
  if (document === undefined) return 'noSource';
  if (found === undefined) return 'looking';
  return isFiltering(sidebar.filter) && found.suggestions.length > 0 ? 'filtered' : 'none';
}
