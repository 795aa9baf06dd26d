/** The hover over annotated text: a card for every annotation there, the innermost first. */
import * as vscode from 'vscode';
import { annotationCard, type CardLink } from '../../core/outline/card';
import type { Services } from '../services';
import { cardText } from '../views/cards';
import { registerOnSources } from './selectors';

const ACTIONS = ['open', 'mentions', 'show', 'edit', 'link', 'change', 'delete'] as const;
/** An old revision is only looked at. */
const READING = ['open', 'mentions', 'show', 'link'] as const;

/** More would not be read, and would cover the text. */
const MOST_CARDS = 6;

export function registerHover(services: Services): void {
  registerOnSources(services, (selector) =>
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
  const { passages, store, sidebar } = services;
  const found = passages.at(document, position);
  const [innermost] = found;
  if (innermost === undefined) return undefined;
  const actions: readonly CardLink['action'][] = document.uri.scheme === 'git' ? READING : ACTIONS;
  const cards = found
    .slice(0, MOST_CARDS)
    .map(({ record }) => cardText(annotationCard(store, sidebar.tallies, record), actions));
  const range = passages.rangesOf(document, innermost).find((each) => each.contains(position));
  return new vscode.Hover(cards, range);
}
