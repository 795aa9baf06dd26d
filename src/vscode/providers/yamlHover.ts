/** The hover in the YAML files: the card of an id, and what a key, date or word means. */
import * as vscode from 'vscode';
import { explain, idAt } from '../../core/completion/explain';
import { annotationCard, type Card } from '../../core/outline/card';
import { escapeMarkdown } from '../../core/outline/cardMarkdown';
import type { Services } from '../services';
import { cardOf, cardText } from '../views/cards';
import { yamlRange } from './places';
import { registerOnYaml } from './selectors';

const ACTIONS = ['open', 'mentions', 'show'] as const;

export function registerYamlHover(services: Services): void {
  registerOnYaml(services, (selector) =>
    vscode.languages.registerHoverProvider(selector, {
      provideHover: (document, position) => hoverAt(services, document, position),
    }),
  );
}

function hoverAt(
  services: Services,
  document: vscode.TextDocument,
  position: vscode.Position,
): vscode.Hover | undefined {
  const path = services.folder.pathOf(document.uri);
  if (path === undefined) return undefined;
  const text = document.getText();
  const offset = document.offsetAt(position);
  const named = idAt(services.store, path, text, offset);
  const card = named && cardOfId(services, path, named.id);
  if (named !== undefined && card !== undefined) {
    return new vscode.Hover(cardText(card, ACTIONS), yamlRange(text, named.span));
  }
  const found = explain(services.store, path, text, offset);
  if (found === undefined) return undefined;
  const words = `**${escapeMarkdown(found.title)}** — ${escapeMarkdown(found.text)}`;
  return new vscode.Hover(new vscode.MarkdownString(words), yamlRange(text, found.span));
}

/** Of an annotation id the one of this file before others. */
function cardOfId(services: Services, path: string, id: string): Card | undefined {
  const ofRecord =
    cardOf(services, { kind: 'entity', id }) ?? cardOf(services, { kind: 'event', id });
  if (ofRecord !== undefined) return ofRecord;
  const { store, sidebar } = services;
  const records = store.indexes.annotationsWithId(id);
  const record = records.find((each) => each.path === path) ?? records[0];
  return record && annotationCard(store, sidebar.tallies, record);
}
