/** The hover over annotated text: a card for every annotation there, the innermost first. */
import * as vscode from 'vscode';
import { annotationCard, type CardLink } from '../../core/outline/card';
import type { Services } from '../services';
import { blamed, cardText } from '../views/cards';
import { registerOnSources } from './selectors';

const ACTIONS = [
  ...(['open', 'mentions', 'show', 'edit', 'link'] as const),
  ...(['change', 'delete', 'comment'] as const),
] as const;
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

async function hoverAt(
  services: Services,
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<vscode.Hover | undefined> {
  const { passages, store, sidebar } = services;
  const found = passages.at(document, position);
  const [innermost] = found;
  if (innermost === undefined) return undefined;
  const isFile = document.uri.scheme === services.folder.uri?.scheme;
  const actions: readonly CardLink['action'][] = isFile ? ACTIONS : READING;
  const range = passages.rangesOf(document, innermost).find((each) => each.contains(position));
  const cards = found.slice(0, MOST_CARDS).map(async ({ record }) => {
    const card = annotationCard(store, sidebar.tallies, record);
    const { source, annotation } = record;
    const subject = { kind: 'annotation', source, id: annotation.id } as const;
    return cardText(await blamed(services, card, subject), actions);
  });
  return new vscode.Hover(await Promise.all(cards), range);
}
