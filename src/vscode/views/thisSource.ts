/** The view of the source in the active editor: what is known of it, and its annotations in order. */
import * as vscode from 'vscode';
import { filterWords, isFiltering } from '../../core/outline/filter';
import { SourceOutline } from '../../core/outline/source';
import type { Services } from '../services';
import { followCursor } from './follow';
import { described, OutlineView } from './outlineView';

export function registerThisSource(services: Services): void {
  const { store, sidebar, passages } = services;
  const outline = new SourceOutline(store);
  let document: vscode.TextDocument | undefined;
  const outlineView = new OutlineView(services, {
    id: 'sourceAnnotator.thisSource',
    outline,
    beforeRefresh: () => {
      document = shownDocument(services, document);
      const path = document && services.sources.pathOf(document.uri);
      const source =
        document === undefined || path === undefined
          ? undefined
          : { path, located: passages.of(document) };
      outline.show(source, sidebar.filter);
      const filtered = source !== undefined && isFiltering(sidebar.filter);
      const words = filtered ? filterWords(store.schema, sidebar.filter) : '';
      return { description: described(services, words) };
    },
  });
  services.subscriptions.push(
    sidebar.add((subject) => outlineView.reveal(subject, { focus: true, expand: true })),
  );
  followCursor(services, outlineView, ({ record }) => ({
    kind: 'annotation',
    source: record.source,
    id: record.annotation.id,
  }));
  const refresh = (): void => {
    outlineView.refresh();
  };
  services.subscriptions.push(
    vscode.Disposable.from(
      passages.onDidChange(refresh),
      vscode.window.onDidChangeActiveTextEditor(refresh),
      vscode.window.onDidChangeVisibleTextEditors(refresh),
      sidebar.onDidChange(() => {
        outlineView.refreshNow();
      }),
    ),
  );
}

/** The active source; a source that stays visible beside what is active now stays shown. */
export function shownDocument(
  { sources }: Services,
  shown: vscode.TextDocument | undefined,
): vscode.TextDocument | undefined {
  const active = vscode.window.activeTextEditor?.document;
  if (active !== undefined && sources.isSourceDocument(active)) return active;
  const isVisible = vscode.window.visibleTextEditors.some(({ document }) => document === shown);
  return isVisible && shown !== undefined && sources.isSourceDocument(shown) ? shown : undefined;
}
