/** Cards as Markdown that VS Code shows: safe to read, with links to the commands named here only. */
import * as vscode from 'vscode';
import {
  annotationCard,
  entityCard,
  eventCard,
  sourceCard,
  type Card,
  type CardLink,
} from '../../core/outline/card';
import { cardMarkdown } from '../../core/outline/cardMarkdown';
import type { OutlineSubject } from '../../core/outline/node';
import type { CommandId } from '../generated/manifest';
import type { Services } from '../services';

const COMMANDS: Readonly<Record<CardLink['action'], CommandId>> = {
  open: 'sourceAnnotator.openRecord',
  mentions: 'sourceAnnotator.showMentions',
  show: 'sourceAnnotator.showInSidebar',
  edit: 'sourceAnnotator.editRecord',
  link: 'sourceAnnotator.openLink',
  change: 'sourceAnnotator.changeAnnotation',
  delete: 'sourceAnnotator.deleteAnnotation',
  comment: 'sourceAnnotator.comment',
};

/** The card of a subject, without links; absent when there is no such record. */
export async function cardFor(
  services: Services,
  subject: OutlineSubject,
): Promise<vscode.MarkdownString | undefined> {
  const card = cardOf(services, subject);
  return card && cardText(await blamed(services, card, subject), []);
}

/** The card with who wrote the subject and when, where git says so soon enough. */
export async function blamed(
  { blames }: Services,
  card: Card,
  subject: OutlineSubject,
): Promise<Card> {
  return { ...card, blame: await blames.wordsFor(subject) };
}

/** `actions` are those whose links are shown and may be followed. */
export function cardText(
  card: Card,
  actions: readonly CardLink['action'][],
): vscode.MarkdownString {
  const hrefOf = ({ action, subject, link }: CardLink): string | undefined =>
    actions.includes(action)
      ? commandUri(COMMANDS[action], { ...subject, ...(link === undefined ? {} : { link }) })
      : undefined;
  const text = new vscode.MarkdownString(cardMarkdown(card, hrefOf));
  text.supportHtml = true;
  if (actions.length > 0)
    text.isTrusted = { enabledCommands: actions.map((each) => COMMANDS[each]) };
  return text;
}

/** Absent when there is no such record. */
export function cardOf({ store, sidebar }: Services, subject: OutlineSubject): Card | undefined {
  const { indexes } = store;
  const { tallies } = sidebar;
  switch (subject.kind) {
    case 'entity': {
      const entity = indexes.entity(subject.id);
      return entity && entityCard(store, tallies, entity);
    }
    case 'event': {
      const event = indexes.event(subject.id);
      return event && eventCard(store, tallies, event);
    }
    case 'annotation': {
      const record = indexes
        .annotationsWithId(subject.id)
        .find(({ source }) => source === subject.source);
      return record && annotationCard(store, tallies, record);
    }
    case 'source':
      return sourceCard(store, subject.path);
  }
}

function commandUri(command: CommandId, argument: OutlineSubject): string {
  const query = encodeURIComponent(JSON.stringify([argument]));
  // Parentheses would end the link in Markdown; encodeURIComponent leaves them.
  return `command:${command}?${query.replaceAll('(', '%28').replaceAll(')', '%29')}`;
}
