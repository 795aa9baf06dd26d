/** The hover in the YAML files: the card of an id, and what a key, date or word means. */
import * as vscode from 'vscode';
import { explain, idAt } from '../../core/completion/explain';
import { escapeMarkdown } from '../../core/outline/cardMarkdown';
import type { OutlineSubject } from '../../core/outline/node';
import type { Services } from '../services';
import { blamed, cardOf, cardText } from '../views/cards';
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

async function hoverAt(
  services: Services,
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<vscode.Hover | undefined> {
  const path = services.folder.pathOf(document.uri);
  if (path === undefined) return undefined;
  const text = document.getText();
  const offset = document.offsetAt(position);
  const named = idAt(services.store, path, text, offset);
  const subject = named && subjectOfId(services, path, named.id);
  const card = subject && cardOf(services, subject);
  if (named !== undefined && subject !== undefined && card !== undefined) {
    const about = await blamed(services, card, subject);
    return new vscode.Hover(cardText(about, ACTIONS), yamlRange(text, named.span));
  }
  const found = explain(services.store, path, text, offset);
  if (found === undefined) return undefined;
  const words = `**${escapeMarkdown(found.title)}** — ${escapeMarkdown(found.text)}`;
  return new vscode.Hover(new vscode.MarkdownString(words), yamlRange(text, found.span));
}

/** Of an annotation id the one of this file before others. */
function subjectOfId({ store }: Services, path: string, id: string): OutlineSubject | undefined {
  const { indexes } = store;
  if (indexes.entity(id) !== undefined) return { kind: 'entity', id };
  if (indexes.event(id) !== undefined) return { kind: 'event', id };
  const records = indexes.annotationsWithId(id);
  const record = records.find((each) => each.path === path) ?? records[0];
  return record && { kind: 'annotation', source: record.source, id };
}
